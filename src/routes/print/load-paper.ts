import { error } from '@sveltejs/kit';
import { procedures } from 'virtual:guide';
import { pages } from 'virtual:pages';
import type { StepPage } from '../../domain/pages.ts';

/** A procedure with every step's page and text, in their order. */
export async function loadSteps(id: string) {
	const procedure = procedures.find((one) => one.id === id);
	if (!procedure) error(404);
	const steps = await Promise.all(
		procedure.steps.map(async ({ slug }) => {
			const loaded = await pages[`${id}/steps/${slug}`]?.();
			if (!loaded) error(404);
			return { page: loaded.page as StepPage, Body: loaded.Body };
		}),
	);
	return { procedure, steps };
}
