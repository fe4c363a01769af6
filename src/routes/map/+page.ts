import { procedures } from 'virtual:guide';
import { pages } from 'virtual:pages';
import type { DetourPage } from '../../domain/pages.ts';

export const load = async () => {
	const { maps } = await import('virtual:map');
	const titles: Record<string, string> = {};
	for (const { id, detours } of procedures)
		for (const slug of Object.keys(detours))
			titles[slug] = ((await pages[`${id}/detours/${slug}`]?.())?.page as DetourPage).title;
	return { maps, titles };
};
