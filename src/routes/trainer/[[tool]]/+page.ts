import { error } from '@sveltejs/kit';
import { toolOf, tools } from '../tools.ts';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = () => tools.map(({ slug }) => ({ tool: slug }));

export const load: PageLoad = ({ params }) => {
	const tool = toolOf(params.tool ?? '');
	return tool ? { tool } : error(404);
};
