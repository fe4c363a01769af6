import type { CallBook, CallPlaceKey, CallSaying } from '../../domain/calls.ts';
import { fork, nextBelow, randomFrom, shuffle, type Random } from '../../domain/random.ts';
import { callOf, type Call } from './call.ts';

/** How many calls a round has. */
export const callsInRound = 5;
/** The largest number of a round. */
export const lastRound = 9999;

/**
 * The calls of a round: the same for everybody who has the same number and version. Each guide comes at least
 * once, and no caller begins with the same words as another.
 *
 * @param number 1 to `lastRound`
 */
export function roundOf(book: CallBook, number: number): Call[] {
	const random = randomFrom(`calls/${number}`);
	const guides = [...new Set(Object.values(book.places).map(({ guide }) => guide))];
	const drawn: { saying: CallSaying; place: CallPlaceKey }[] = [];
	for (let at = 0; at < callsInRound; at++) {
		const guide = guides[at];
		const open = book.sayings.filter((saying) => !drawn.some((one) => one.saying === saying));
		drawn.push(draw(open, guide, fork(random, `draw ${at}`)));
	}
	return shuffle(fork(random, 'order'), drawn).value.map(({ saying, place }, at) =>
		callOf(book, saying, place, fork(random, `call ${at}`)),
	);
}

/** One saying, and one of its places; of one guide, or of any. */
function draw(sayings: readonly CallSaying[], guide: string | undefined, random: Random) {
	const possible = sayings.flatMap((saying) => {
		const places = saying.fits
			.map(({ place }) => place)
			.filter((place) => !guide || place.startsWith(`${guide}/`));
		return places.length > 0 ? [{ saying, places }] : [];
	});
	const { value, random: rest } = nextBelow(random, possible.length);
	const found = possible[value];
	const place = found?.places[nextBelow(rest, found.places.length).value];
	if (!found || place === undefined) throw new Error(`calls: no call is left about ${guide}`);
	return { saying: found.saying, place };
}

/** The number of a round, from what stands behind `#`; 1 where none stands there. */
export function roundNumber(fragment: string): number {
	const number = Number(/^#?0*(\d{1,4})$/.exec(fragment)?.[1] ?? 1);
	return Math.min(Math.max(number, 1), lastRound);
}

/** The round after one; the first one again after the last. */
export const nextRound = (number: number): number => (number >= lastRound ? 1 : number + 1);
