import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seed } from '../../../tests/support/seed.ts';
import { guides } from '../../domain/slugs.ts';
import { readLocator } from '../../sharing/locator.ts';
import { callCard } from '../card.ts';
import { deskBook } from '../../../scripts/vite/desk.ts';
import { callOf, fewestQuestions, placesLeft, type Asked, type Call } from './call.ts';
import { book, compiled } from '../../../tests/support/calls.ts';
import { general, truths } from './questions.ts';
import { callsInRound, lastRound, nextRound, roundNumber, roundOf } from './round.ts';
import { mostPoints, scoreOf } from './score.ts';
import { randomFrom } from '../../domain/random.ts';

const every = book.sayings.flatMap((saying) => saying.fits.map(({ place }) => ({ saying, place })));
const numbers = fc.integer({ min: 1, max: lastRound });
const anyCall = fc
	.tuple(fc.constantFrom(...every), fc.nat())
	.map(([{ saying, place }, lot]) => callOf(book, saying, place, randomFrom(lot)));
const rightAnswer = (call: Call) => call.options.findIndex(({ kind }) => kind === 'right');
const keysOf = (calls: readonly Call[]) => calls.map(({ saying, place }) => `${saying.says} ${place}`);

describe('the bank of sayings', () => {
	test('has at least 60 over all four guides, no two the same, and calls to places of each', () => {
		expect(book.sayings.length).toBeGreaterThanOrEqual(60);
		expect(new Set(book.sayings.map(({ says }) => says)).size).toBe(book.sayings.length);
		for (const guide of guides)
			expect(every.filter(({ place }) => place.startsWith(`${guide}/`)).length, guide).toBeGreaterThan(20);
	});
	test('places of one saying look different from each other', () => {
		for (const { says, fits } of book.sayings)
			expect(new Set(fits.map(({ sees }) => sees)).size, says).toBe(fits.length);
	});
	test('each place has a code that opens its card, and the cure of that card', () => {
		const books = new Map(compiled.map((one) => [one.entry.id as string, deskBook(one)]));
		for (const [key, { guide, step, detour, code, cure, never }] of Object.entries(book.places)) {
			const place = { procedure: guide, step, ...(detour ? { detour } : {}), attempt: 0 } as const;
			expect(readLocator(code), key).toEqual({ ok: true, value: place });
			const own = books.get(guide) ?? { steps: {}, detours: {} };
			const warned = callCard(place, own)?.never.join('\n') ?? '';
			for (const act of never) {
				expect(warned, key).toContain(`Do not ${act.slice(0, -1)}`);
				expect(act).not.toMatch(/\b(ask|tell|read)\b.*\b(password|pin|passcode)\b/i);
			}
			const onCard = callCard({ procedure: guide, step, attempt: 0 }, own)?.fixes.flatMap(
				({ fixes }) => fixes,
			);
			expect(onCard?.find((fix) => fix.detour === detour)?.how, key).toBe(detour && cure);
		}
	});
});

describe('a call', () => {
	test('is decided by its questions, whoever calls', () => {
		fc.assert(
			fc.property(anyCall, (call) => {
				expect(placesLeft(book, call)).toEqual([call.place]);
				expect(placesLeft(book, call, fewestQuestions(book, call))).toEqual([call.place]);
				expect(placesLeft(book, call, []).length).toBeGreaterThan(1);
			}),
			{ numRuns: 1000, seed },
		);
	});
	test('needs as many questions as are said to be the fewest: one less never decides it', () => {
		// without its first look there is no second one
		const less = (some: readonly Asked[]) =>
			some.map((out) => some.filter((one) => (out.again ? one !== out : one.id !== out.id)));
		fc.assert(
			fc.property(anyCall, (call) => {
				for (const asked of less(fewestQuestions(book, call)))
					expect(placesLeft(book, call, asked).length).toBeGreaterThan(1);
			}),
			{ numRuns: 300, seed },
		);
	});
	test('is never told a lie for sure: what tells something is true, what is wrong says so', () => {
		fc.assert(
			fc.property(anyCall, (call) => {
				for (const { id, answer } of call.questions) {
					const own = truths(id, call.place, call.saying, book);
					if (answer.tells !== undefined) expect(own).toContain(answer.tells);
					if (answer.again) {
						expect(own).toContain(answer.again.tells);
						expect(answer.words).toMatch(/, I think\.$/);
						expect(answer.tells).toBeUndefined();
					} else expect(answer.words).not.toMatch(/, I think\.$/);
				}
			}),
			{ numRuns: 500, seed },
		);
	});
	test('ends with one right answer among others that are none, and always one that asks for a secret', () => {
		fc.assert(
			fc.property(anyCall, ({ options, questions }) => {
				const kinds = options.map(({ kind }) => kind);
				expect(kinds.filter((kind) => kind === 'right')).toHaveLength(1);
				expect(kinds.filter((kind) => kind === 'wrong')).toHaveLength(2);
				expect(kinds.filter((kind) => kind === 'never').length).toBeLessThanOrEqual(1);
				expect(kinds.filter((kind) => kind === 'secret')).toHaveLength(1);
				expect(new Set(options.map(({ words }) => words)).size).toBe(options.length);
				expect(questions.filter(({ secret }) => secret)).toHaveLength(1);
				expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
			}),
			{ numRuns: 500, seed },
		);
	});
	test('can be about one thing that the caller misnames, about a code, and need several questions', () => {
		const calls = Array.from({ length: 100 }, (_, at) => roundOf(book, at + 1)).flat();
		const share = (is: (call: Call) => boolean) => calls.filter(is).length / calls.length;
		expect(share(({ questions }) => questions.some(({ answer }) => answer.again))).toBeGreaterThan(0.1);
		expect(share(({ questions }) => questions[0]?.answer.tells !== undefined)).toBeGreaterThan(0.05);
		expect(share((call) => fewestQuestions(book, call).length > 1)).toBeGreaterThan(0.05);
	});
});

describe('a round', () => {
	test('has 5 calls, one at least about each guide, no two with the same first words', () => {
		fc.assert(
			fc.property(numbers, (number) => {
				const calls = roundOf(book, number);
				expect(calls).toHaveLength(callsInRound);
				expect(new Set(calls.map(({ place }) => place.split('/')[0]))).toEqual(new Set(guides));
				expect(new Set(calls.map(({ saying }) => saying.says)).size).toBe(callsInRound);
			}),
			{ numRuns: 200, seed },
		);
	});
	test('is the same for everybody who has its number, and another one for another', () => {
		fc.assert(
			fc.property(numbers, (number) => {
				expect(roundOf(structuredClone(book), number)).toEqual(roundOf(book, number));
				expect(keysOf(roundOf(book, nextRound(number)))).not.toEqual(keysOf(roundOf(book, number)));
			}),
			{ numRuns: 100, seed },
		);
	});
	test('comes to every call sooner or later', () => {
		const seen = new Set(Array.from({ length: 1500 }, (_, at) => keysOf(roundOf(book, at + 1))).flat());
		expect(seen.size).toBe(every.length);
	});
	test('who asks the best questions and answers right has all points, in every round', () => {
		fc.assert(
			fc.property(numbers, (number) => {
				for (const call of roundOf(book, number)) {
					const [place] = placesLeft(book, call, fewestQuestions(book, call));
					const handling = { asked: fewestQuestions(book, call), place, answer: rightAnswer(call) };
					expect(scoreOf(book, call, handling)).toMatchObject({ total: mostPoints, secret: false });
				}
			}),
			{ numRuns: 100, seed },
		);
	});
	test.each([
		['', 1],
		['#', 1],
		['#12', 12],
		['#0012', 12],
		['#0', 1],
		['#9999', 9999],
		['#12345', 1],
		['#desktop/x', 1],
	])('has its number behind #: %j', (fragment, number) => {
		expect(roundNumber(fragment)).toBe(number);
	});
	test('is followed by the next one, and the last by the first', () => {
		expect([nextRound(1), nextRound(lastRound)]).toEqual([2, 1]);
	});
});

test('every question that callers can be asked is answered by somebody', () => {
	for (const id of general)
		expect(
			every.some(({ saying, place }) => truths(id, place, saying, book).length > 0),
			id,
		).toBe(true);
});

test('nearly every call offers something that its card warns of', () => {
	const warned = Object.values(book.places).filter(({ never }) => never.length > 0);
	expect(warned.length / Object.keys(book.places).length).toBeGreaterThan(0.9);
});
