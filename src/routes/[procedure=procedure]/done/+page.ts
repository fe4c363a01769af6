import { error } from '@sveltejs/kit';
import { procedures } from 'virtual:guide';
import type { Look } from '../../../guide/place.ts';
import { wordsOf } from '../../procedure-words.ts';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = () => procedures.map(({ id }) => ({ procedure: id }));

export const load: PageLoad = async ({ params }) => {
	const procedure = procedures.find(({ id }) => id === params.procedure);
	if (!procedure) error(404);
	const look: Look = { kind: 'page', page: 'done' };
	return { look, procedure, words: await wordsOf(procedure.id) };
};
