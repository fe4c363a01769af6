import { error } from '@sveltejs/kit';
import { procedures } from 'virtual:guide';
import { pages } from 'virtual:pages';
import { loadTool } from '../../../tools.ts';
import type { DetourPage } from '../../../../domain/pages.ts';
import type { Look } from '../../../../guide/place.ts';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = () =>
	procedures.flatMap(({ id, detours }) =>
		Object.entries(detours).flatMap(([detour, callers]) =>
			callers.map((step) => ({ procedure: id, step, detour })),
		),
	);

export const load: PageLoad = async ({ params, parent }) => {
	const { procedure } = await parent();
	const step = procedure.steps.find(({ slug }) => slug === params.step);
	const loader = pages[`${params.procedure}/detours/${params.detour}`];
	if (!step || !loader) error(404);
	const { Body, page } = await loader();
	const detour = page as DetourPage;
	if (!detour.from.includes(step.slug)) error(404);
	// the words of the way on belong to the detour that it leads to
	const further = detour.then ? await pages[`${params.procedure}/detours/${detour.then}`]?.() : undefined;
	const look: Look = { kind: 'detour', step: step.slug, detour: detour.slug };
	const tool = await loadTool(detour.slug);
	return { Body, detour, step, further: further?.page as DetourPage | undefined, look, tool };
};
