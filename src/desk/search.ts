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
	// what is indexed was cut into roots at build time
	tokenize: (text) => text.split(' '),
	processTerm: (root) => root || null,
};

/**
 * How a question is matched: any of its words. Typing errors are forgiven in words that no place knows: a known
 * word that only looks like another is no error.
 */
const matchingIn = (known: ReadonlySet<string>): SearchOptions => ({
	tokenize: wordsIn,
	processTerm: rootOf,
	boost: { title: 2, said: 2.2, labels: 0.4, text: 1.2 },
	bm25: { k: 0.5, b: 0.6, d: 0.4 },
	prefix: (word) => word.length > 3,
	fuzzy: (word) => (word.length > 4 && !known.has(word) ? 0.25 : false),
	weights: { fuzzy: 0.4, prefix: 0.3 },
});

/**
 * What the browser loads: the roots of each document's words, a line each with a tab between fields, and the
 * places in the same order. An index is several times as long as the words that it is made of.
 */
export type SearchData = { readonly index: string; readonly places: readonly SearchPlace[] };

/** Cuts documents into what the browser makes its index of. At build time. */
export function indexOf(documents: readonly SearchDocument[]): string {
	return documents
		.map(({ title, said, labels, text }) => [title, said, labels, text].map(roots).join('\t'))
		.join('\n');
}

const roots = (text: string): string =>
	wordsIn(text)
		.map(rootOf)
		.filter((root) => root !== null)
		.join(' ');

/** How many results are worth reading. */
const most = 6;

/**
 * Opens an index for questions.
 *
 * @returns a function from what somebody types to the places that fit, the best first; none where nothing fits
 */
export function openSearch({ index, places }: SearchData): (said: string) => SearchPlace[] {
	const search = new MiniSearch<SearchDocument>(options);
	search.addAll(
		index.split('\n').map((line, id) => {
			const [title = '', said = '', labels = '', text = ''] = line.split('\t');
			return { id, title, said, labels, text };
		}),
	);
	const matching = matchingIn(new Set(index.split(/\s/)));
	return (said) =>
		search
			.search(said.slice(0, 200), matching)
			.slice(0, most)
			.map(({ id }) => places[Number(id)])
			.filter((place) => place !== undefined);
}
