import { procedures } from 'virtual:guide';
import type { Look } from '../../guide/place.ts';
import { overviews, waysOf } from '../overview.ts';
import { wordsOf } from '../procedure-words.ts';
import type { EntryGenerator, PageLoad } from './$types';

export const entries: EntryGenerator = () => procedures.map(({ id }) => ({ procedure: id }));

export const load: PageLoad = async ({ params }) => {
	const look: Look = { kind: 'start' };
	const { procedure } = params;
	const [overview, words] = await Promise.all([overviews(procedure), wordsOf(procedure)]);
	return { look, overview, ways: await waysOf(procedure, words.opening), words };
};
