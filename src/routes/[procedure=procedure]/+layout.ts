import { error } from '@sveltejs/kit';
import { entryOf } from 'virtual:entry';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ params }) => {
	const procedure = await entryOf(params.procedure);
	if (!procedure) error(404);
	return { procedure };
};
