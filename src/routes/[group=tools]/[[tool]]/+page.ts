import { error } from '@sveltejs/kit';
import { groups, pageOf } from '../pages.ts';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = () =>
	groups.flatMap(({ id, pages }) => pages.map(({ slug }) => ({ group: id, tool: slug })));

export const load: PageLoad = ({ params }) => pageOf(params.group, params.tool ?? '') ?? error(404);
