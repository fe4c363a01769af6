import { error } from '@sveltejs/kit';
import { picturesOf } from '../../../pictures.ts';
import { loadTool } from '../../../tools.ts';
import type { Look } from '../../../../guide/place.ts';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = async () => {
	const { callers } = await import('virtual:detours');
	return Object.entries(callers).flatMap(([procedure, detours]) =>
		Object.entries(detours ?? {}).flatMap(([detour, steps]) =>
			steps.map((step) => ({ procedure, step, detour })),
		),
	);
};

export const load: PageLoad = async ({ params, parent }) => {
	const { procedure } = await parent();
	const { detours } = await import('virtual:detours');
	const step = procedure.steps.find(({ slug }) => slug === params.step);
	const loader = detours[`${params.procedure}/detours/${params.detour}`];
	if (!step || !loader) error(404);
	const { Body, page: detour, pictures } = await loader();
	const codes = detour.codes[detour.from.indexOf(step.slug)];
	if (!codes) error(404);
	// the words of the way on belong to the detour that it leads to
	const further = detour.then ? await detours[`${params.procedure}/detours/${detour.then}`]?.() : undefined;
	const look: Look = { kind: 'detour', step: step.slug, detour: detour.slug };
	return {
		Body,
		detour,
		step,
		further: further?.page,
		look,
		codes,
		pictures: await picturesOf(detour.slug, pictures),
		tool: await loadTool(detour.slug),
	};
};
