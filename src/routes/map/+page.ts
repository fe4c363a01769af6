import { callers, detours } from 'virtual:detours';
import { procedures } from 'virtual:guide';

export const load = async () => {
	const { maps } = await import('virtual:map');
	const titles: Record<string, string> = {};
	for (const { id } of procedures)
		for (const slug of Object.keys(callers[id] ?? {}))
			titles[slug] = (await detours[`${id}/detours/${slug}`]?.())?.page.title ?? '';
	return { maps, titles, callers };
};
