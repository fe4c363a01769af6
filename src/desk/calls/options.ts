import type { CallBook, CallPlace, CallPlaceKey, CallSaying } from '../../domain/calls.ts';
import { fork, nextBelow, shuffle, type Random } from '../../domain/random.ts';
import { secretAnswers } from './questions.ts';

/** What the desk may say or do at the end of a call. Labels of the screen in square brackets. */
export type Option = {
	readonly words: string;
	/** `never`: a card warns of it. `secret`: asks for what nobody may ask for. */
	readonly kind: 'right' | 'wrong' | 'never' | 'secret';
};

/** How many cures or links of other places are offered. */
const wrongOnes = 2;

/**
 * The ways to end a call, in an order by lot: the way on of the card, those of other places, what the card
 * warns of, and asking for a secret.
 */
export function optionsOf(book: CallBook, saying: CallSaying, key: CallPlaceKey, random: Random): Option[] {
	const place = book.places[key];
	if (!place) throw new Error(`calls: there is no ${key}`);
	// the way on is said, or its page is sent: where nothing is wrong there is only the page
	const bySaying = place.cure !== undefined && nextBelow(fork(random, 'say'), 2).value === 0;
	const right = bySaying ? said(place) : sent(place);
	const lot = fork(random, 'wrong');
	const near = shuffle(
		fork(lot, 'near'),
		saying.fits.map((one) => one.place),
	).value;
	const far = shuffle(fork(lot, 'far'), Object.keys(book.places)).value.filter((one) =>
		one.startsWith(`${place.guide}/`),
	);
	const wrong = [...new Set([...near, ...far])]
		.map((one) => book.places[one])
		.filter((one) => one !== undefined)
		.filter((one) => !sameHelp(one, place))
		.slice(0, wrongOnes)
		.map((one, at) => (at % 2 === 0 && one.cure !== undefined ? said(one) : sent(one)));
	const never = shuffle(fork(random, 'never'), place.never)
		.value.slice(0, 1)
		.map(place.detour ? say : done);
	const secret = shuffle(fork(random, 'secret'), secretAnswers).value.slice(0, 1);
	return shuffle(fork(random, 'order'), [
		{ words: right, kind: 'right' as const },
		...wrong.map((words) => ({ words, kind: 'wrong' as const })),
		...never.map((words) => ({ words, kind: 'never' as const })),
		...secret.map((words) => ({ words, kind: 'secret' as const })),
	]).value;
}

/** The same problem at another step has the same cure: there is nothing wrong in it. */
const sameHelp = (one: CallPlace, other: CallPlace): boolean =>
	(one.guide === other.guide && one.step === other.step && one.detour === other.detour) ||
	(one.cure !== undefined && one.cure === other.cure) ||
	(one.guide === other.guide && one.detour !== undefined && one.detour === other.detour);

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const say = (words: string): string => `Say: “${capital(words)}”`;
const done = (words: string): string => capital(words.replace(/^(?:let|have) them /, 'Have them '));

const said = ({ cure = '' }: CallPlace): string => say(cure);

const sent = ({ number, stepTitle, detour, title }: CallPlace): string =>
	`Send the page of step ${number}, “${stepTitle}”${detour ? `, with its problem “${title}”` : ''}.`;
