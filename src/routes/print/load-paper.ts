import { error } from '@sveltejs/kit';
import { procedures } from 'virtual:guide';
import { textOf } from 'virtual:steps';
import { wordsOf } from '../procedure-words.ts';

/** The procedures whose editions have an address with their name; the first has the short one. */
export const namedEditions = () => procedures.slice(1).map(({ id }) => ({ procedure: id }));

/** The same with its problems as numbered boxes. */
export async function loadPaper(id: string) {
	const [{ papers }, loaded] = await Promise.all([import('virtual:paper'), loadSteps(id)]);
	return { ...loaded, detours: papers.find((one) => one.id === id)?.boxes ?? [] };
}

/** A procedure with every step's page and text, in their order. */
export async function loadSteps(id: string) {
	const procedure = procedures.find((one) => one.id === id);
	if (!procedure) error(404);
	const steps = await Promise.all(
		procedure.steps.map(async ({ slug }) => {
			const loaded = await textOf(id, slug);
			if (!loaded) error(404);
			return loaded;
		}),
	);
	return { procedure, steps, words: await wordsOf(id) };
}
