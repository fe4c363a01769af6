import { error } from '@sveltejs/kit';
import { procedures } from 'virtual:guide';
import { pages } from 'virtual:pages';
import { loadTool } from '../../tools.ts';
import type { StepPage } from '../../../domain/pages.ts';
import type { Look } from '../../../guide/place.ts';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = () =>
	procedures.flatMap(({ id, steps }) => steps.map(({ slug }) => ({ procedure: id, step: slug })));

export const load: PageLoad = async ({ params }) => {
	const loader = pages[`${params.procedure}/steps/${params.step}`];
	if (!loader) error(404);
	const { Body, page } = await loader();
	const step = page as StepPage;
	const look: Look = { kind: 'step', step: step.slug };
	return { Body, step, look, tool: await loadTool(step.slug) };
};
