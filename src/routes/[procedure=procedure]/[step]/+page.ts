import { error } from '@sveltejs/kit';
import { textOf } from 'virtual:steps';
import { picturesOf } from '../../pictures.ts';
import { loadTool } from '../../tools.ts';
import type { Look } from '../../../guide/place.ts';
import type { EntryGenerator, PageLoad } from './$types';

/** Asked for by the build only: no page needs the names of all procedures' steps. */
export const entries: EntryGenerator = async () =>
	(await import('virtual:guide')).procedures.flatMap(({ id, steps }) =>
		steps.map(({ slug }) => ({ procedure: id, step: slug })),
	);

export const load: PageLoad = async ({ params }) => {
	const text = await textOf(params.procedure, params.step);
	if (!text) error(404);
	const { Body, page: step, pictures } = text;
	const look: Look = { kind: 'step', step: step.slug };
	return {
		Body,
		step,
		look,
		codes: [step.code],
		pictures: await picturesOf(step.slug, pictures),
		tool: await loadTool(step.slug),
	};
};
