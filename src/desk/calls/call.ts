import type { CallBook, CallPlaceKey, CallSaying } from '../../domain/calls.ts';
import { fork, nextBelow, shuffle, type Random } from '../../domain/random.ts';
import { optionsOf, type Option } from './options.ts';
import {
	general,
	generalAsks,
	lookedAgain,
	offThePoint,
	secretAsks,
	secretRefused,
	truths,
	unknown,
	unknowns,
	unsurely,
	type GeneralId,
} from './questions.ts';

/** What the caller answers to a question. */
export type Answer = {
	readonly words: string;
	/** What is told by it for sure; nothing where the caller does not know, or is not sure. */
	readonly tells?: string | undefined;
	/** The answer after a second look, where the first one was not sure, and wrong. */
	readonly again?: { readonly words: string; readonly tells: string } | undefined;
};
export type Question = {
	/** The same text for a question of a call card; a short name for one that every caller can be asked. */
	readonly id: string;
	readonly ask: string;
	/** Never right to ask. */
	readonly secret: boolean;
	readonly answer: Answer;
};

/** One call: who calls is at `place`, says `saying.says`, and knows some of the answers. */
export type Call = {
	readonly saying: CallSaying;
	readonly place: CallPlaceKey;
	readonly questions: readonly Question[];
	readonly options: readonly Option[];
};

/** How many of a hundred callers can answer. Whatever they know decides every call: see `callOf`. */
const known: Readonly<Record<GeneralId, number>> = {
	...{ code: 10, number: 20, task: 85, device: 85 },
	...{ before: 55, screen: 30, happened: 30 },
};
/** How many of a hundred callers are wrong about one thing, and say "I think". */
const wrongAboutOne = 35;
/** What callers get wrong. */
const mistakable: readonly GeneralId[] = ['number', 'device', 'before', 'screen'];
/** What they find out after all, where all that they know leaves several places: what tells least comes first. */
const foundOut: readonly GeneralId[] = ['before', 'number', 'happened', 'screen', 'code'];

/**
 * A call, drawn by lot: what the caller knows, misnames and leaves out. What they know always decides it.
 *
 * @throws Error when nothing that callers can know tells the places of a saying apart
 */
export function callOf(book: CallBook, saying: CallSaying, place: CallPlaceKey, random: Random): Call {
	const truth = (id: string, key = place) => truths(id, key, saying, book);
	const chance = (label: string, of: number) => nextBelow(fork(random, label), 100).value < of;
	let knows = general.filter((id) => truth(id).length > 0 && chance(`knows ${id}`, known[id]));
	const asks = saying.asks.map(({ ask }) => ask);
	const answersOf = (ids: readonly GeneralId[]): Question[] => [
		...general.map((id) => ({
			...{ id, ask: generalAsks[id], secret: false },
			answer: ids.includes(id) ? sure(one(truth(id), fork(random, id))) : { words: unknowns[id] ?? unknown },
		})),
		...asks.map((ask) => ({ id: ask, ask, secret: false, answer: sure(truth(ask)[0]) })),
	];
	for (const id of foundOut) {
		if (placesLeft(book, { saying, questions: answersOf(knows) }).length === 1) break;
		if (!knows.includes(id) && truth(id).length > 0) knows = [...knows, id];
	}
	const questions = answersOf(knows);
	if (placesLeft(book, { saying, questions }).length !== 1)
		throw new Error(`calls: nothing tells ${place} from the other places of "${saying.says}"`);

	const wrong = chance('wrong', wrongAboutOne)
		? mistake(book, saying, questions, fork(random, 'which'))
		: undefined;
	const ordered = shuffle(fork(random, 'order'), [
		...questions.slice(general.length),
		...decoys(book, saying, fork(random, 'decoys')),
		secretQuestion(fork(random, 'secret')),
	]).value;
	return {
		saying,
		place,
		questions: [
			...questions.slice(0, general.length).map((question) => (question.id === wrong?.id ? wrong : question)),
			...ordered,
		],
		options: optionsOf(book, saying, place, fork(random, 'options')),
	};
}

const sure = (words: string | undefined): Answer =>
	words === undefined ? { words: unknown } : { words, tells: words };

const one = <Item>(items: readonly Item[], random: Random): Item | undefined =>
	items.length === 0 ? undefined : items[nextBelow(random, items.length).value];

/** A question to which the caller gives the answer of another place first. */
function mistake(
	book: CallBook,
	saying: CallSaying,
	questions: readonly Question[],
	random: Random,
): Question | undefined {
	const possible = questions.flatMap((question) => {
		const { tells } = question.answer;
		if (tells === undefined || !mistakable.some((id) => id === question.id)) return [];
		const others = saying.fits
			.flatMap(({ place }) => truths(question.id, place, saying, book))
			.filter((words) => words !== tells);
		return others.map((words): Question => ({
			...question,
			answer: { words: unsurely(words), again: { words: lookedAgain(tells), tells } },
		}));
	});
	return one(possible, random);
}

/** Questions of other cards, so that those of the right one do not tell it by being there. */
function decoys(book: CallBook, saying: CallSaying, random: Random): Question[] {
	const own = new Set(saying.asks.map(({ ask }) => ask));
	const others = [...new Set(book.sayings.flatMap(({ asks }) => asks.map(({ ask }) => ask)))].filter(
		(ask) => !own.has(ask),
	);
	return shuffle(random, others)
		.value.slice(0, Math.max(1, 3 - own.size))
		.map((ask) => ({ id: ask, ask, secret: false, answer: { words: offThePoint } }));
}

function secretQuestion(random: Random): Question {
	const ask = one(secretAsks, random) ?? secretAsks[0];
	return { id: ask, ask, secret: true, answer: { words: secretRefused } };
}

/** A question that was asked: by its id, and whether for a second look. */
export type Asked = { readonly id: string; readonly again: boolean };

/**
 * The places that the first words fit and no answer rules out.
 *
 * @param asked all questions, with a second look at each, unless said otherwise
 */
export function placesLeft(
	book: CallBook,
	{ saying, questions }: Pick<Call, 'saying' | 'questions'>,
	asked: readonly Asked[] = questions.flatMap(({ id }) => [
		{ id, again: false },
		{ id, again: true },
	]),
): CallPlaceKey[] {
	const told = asked.flatMap(({ id, again }) => {
		const answer = questions.find((question) => question.id === id)?.answer;
		const tells = again ? answer?.again?.tells : answer?.tells;
		return tells === undefined ? [] : [{ id, tells }];
	});
	return saying.fits
		.map(({ place }) => place)
		.filter((place) =>
			told.every(({ id, tells }) => {
				const true_ = truths(id, place, saying, book);
				return true_.length === 0 || true_.includes(tells);
			}),
		);
}

/**
 * The fewest questions that leave one place, in the order of the list. One that is answered wrongly at first
 * needs a second look, which counts as a question.
 */
export function fewestQuestions(book: CallBook, call: Call): Asked[] {
	const helpful = call.questions.flatMap(({ id, answer }): Asked[][] => {
		if (answer.tells !== undefined) return [[{ id, again: false }]];
		return answer.again
			? [
					[
						{ id, again: false },
						{ id, again: true },
					],
				]
			: [];
	});
	let best: Asked[] | undefined;
	for (let set = 0; set < 2 ** helpful.length; set++) {
		const asked = helpful.filter((_, at) => set & (1 << at)).flat();
		if (best && asked.length >= best.length) continue;
		if (placesLeft(book, call, asked).length === 1) best = asked;
	}
	if (!best) throw new Error(`calls: "${call.saying.says}" is not decided by its questions`);
	return best;
}
