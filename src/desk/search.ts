import MiniSearch, { type Options, type SearchOptions } from 'minisearch';
import type { SearchPlace } from '../domain/desk.ts';
import { rootOf, wordsIn } from './words.ts';

/** What search knows of one place. `id` is its position in the list of places. */
export type SearchDocument = {
	readonly id: number;
	readonly title: string;
	/** The symptoms in the words of the guide, and in those of callers and screens. */
	readonly said: string;
	readonly labels: string;
	/** What the page tells to check and to do. */
	readonly text: string;
};

const options: Options<SearchDocument> = {
	fields: ['title', 'said', 'labels', 'text'],
	tokenize: wordsIn,
	processTerm: rootOf,
};

/** How a question is matched: any of its words, with some typing errors and unfinished words forgiven. */
const matching: SearchOptions = {
	boost: { title: 2, said: 3, labels: 1, text: 0.5 },
	prefix: (word) => word.length > 3,
	fuzzy: (word) => (word.length > 4 ? 0.25 : false),
	weights: { fuzzy: 0.4, prefix: 0.6 },
};

/** What the browser loads: the index as JSON, and the places in the order of their numbers. */
export type SearchData = { readonly index: string; readonly places: readonly SearchPlace[] };

/** Makes the index. At build time. */
export function indexOf(documents: readonly SearchDocument[]): string {
	const index = new MiniSearch<SearchDocument>(options);
	index.addAll(documents);
	return JSON.stringify(index);
}

/** How many results are worth reading. */
const most = 6;

/**
 * Opens an index for questions.
 *
 * @returns a function from what somebody types to the places that fit, the best first; none where nothing fits
 */
export function openSearch({ index, places }: SearchData): (said: string) => SearchPlace[] {
	const search = MiniSearch.loadJSON<SearchDocument>(index, options);
	return (said) =>
		search
			.search(said.slice(0, 200), matching)
			.slice(0, most)
			.map(({ id }) => places[Number(id)])
			.filter((place) => place !== undefined);
}
