import { error } from '@sveltejs/kit';
import { entryOf } from 'virtual:entry';
import { desktopScenario } from '../../../practice/scenarios/desktop.ts';
import { openingOf } from '../opening.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params: { scenario: id } }) => {
	if (id === 'own') return { Own: (await import('../own/OwnExercises.svelte')).default };
	// those of the other courses come with their own exercises
	const found = desktopScenario(id) ?? (await import('../../../practice/scenarios.ts')).scenarioOf(id);
	if (!found) error(404);
	const from = (await entryOf(found.course))?.steps.find(({ slug }) => slug === found.from);
	const alone = found.id.startsWith('at-') && from;
	return {
		opening: await openingOf(alone ? { ...found, title: `Step ${from.number}: ${from.title}` } : found),
	};
};
