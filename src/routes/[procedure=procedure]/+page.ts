import { procedures } from 'virtual:guide';
import type { Look } from '../../guide/place.ts';
import { overviews } from '../overview.ts';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = () => procedures.map(({ id }) => ({ procedure: id }));

export const load: PageLoad = async ({ params }) => {
	const look: Look = { kind: 'start' };
	return { look, overview: await overviews(params.procedure) };
};
