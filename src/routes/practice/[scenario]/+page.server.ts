import { allScenarios } from '../../../practice/scenarios.ts';
import type { EntryGenerator } from './$types';

/** `own`: those that come from files have one address, for which another route would cost every page. */
export const entries: EntryGenerator = () => [
	...allScenarios.map(({ id }) => ({ scenario: id })),
	{ scenario: 'own' },
];
