import { error } from '@sveltejs/kit';
import { procedures } from 'virtual:guide';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = ({ params }) => {
	const procedure = procedures.find(({ id }) => id === params.procedure);
	if (!procedure) error(404);
	return { procedure };
};
