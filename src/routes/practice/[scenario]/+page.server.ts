import { allScenarios } from '../../../practice/scenarios.ts';
import type { EntryGenerator } from './$types';

export const entries: EntryGenerator = () => allScenarios.map(({ id }) => ({ scenario: id }));
