import { error } from '@sveltejs/kit';
import { procedures } from 'virtual:guide';
import { steps } from 'virtual:steps';
import { picturesOf } from '../../pictures.ts';
import { loadTool } from '../../tools.ts';
import type { Look } from '../../../guide/place.ts';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = () =>
	procedures.flatMap(({ id, steps: entries }) => entries.map(({ slug }) => ({ procedure: id, step: slug })));

export const load: PageLoad = async ({ params }) => {
	const loader = steps[`${params.procedure}/steps/${params.step}`];
	if (!loader) error(404);
	const { Body, page: step, pictures } = await loader();
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
