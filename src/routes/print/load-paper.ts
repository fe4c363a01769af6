import { error } from '@sveltejs/kit';
import { procedures } from 'virtual:guide';
import { steps as loaders } from 'virtual:steps';

/** A procedure with every step's page and text, in their order. */
export async function loadSteps(id: string) {
	const procedure = procedures.find((one) => one.id === id);
	if (!procedure) error(404);
	const steps = await Promise.all(
		procedure.steps.map(async ({ slug }) => {
			const loaded = await loaders[`${id}/steps/${slug}`]?.();
			if (!loaded) error(404);
			return loaded;
		}),
	);
	return { procedure, steps };
}
