import { error } from '@sveltejs/kit';
import { procedures } from 'virtual:guide';
import { allScenarios, scenarioOf } from '../../../practice/scenarios.ts';
import { openingOf } from '../opening.ts';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = () => allScenarios.map(({ id }) => ({ scenario: id }));

export const load: PageLoad = ({ params }) => {
	const found = scenarioOf(params.scenario);
	if (!found) error(404);
	const from = procedures[0]?.steps.find(({ slug }) => slug === found.from);
	const alone = found.id.startsWith('at-') && from;
	return openingOf(alone ? { ...found, title: `Step ${from.number}: ${from.title}` } : found);
};
