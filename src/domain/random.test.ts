import { describe, expect, test } from 'vitest';
import {
	fork,
	nextBelow,
	nextBytes,
	nextText,
	nextUint32,
	randomFrom,
	shuffle,
	type Random,
} from './random.ts';

function draw<Value>(
	random: Random,
	count: number,
	one: (random: Random) => { value: Value; random: Random },
): Value[] {
	const values: Value[] = [];
	for (let rest = random; values.length < count;) {
		const next = one(rest);
		values.push(next.value);
		rest = next.random;
	}
	return values;
}

describe('seeded randomness', () => {
	test('follows xoshiro128** from a known state', () => {
		// The state 1, 2, 3, 4 of the authors’ reference code.
		expect(draw([1, 2, 3, 4], 4, nextUint32)).toEqual([11520, 0, 5927040, 70819200]);
	});

	test('is the same for the same seed and different for another', () => {
		const words = (seed: string | number) => draw(randomFrom(seed), 8, nextUint32);
		expect(words('a')).toEqual(words('a'));
		expect(words(1)).toEqual(words('1'));
		expect(words('a')).not.toEqual(words('b'));
		expect(words('')).not.toEqual(words('a'));
	});

	test('forks into streams of their own', () => {
		const random = randomFrom(1);
		expect(fork(random, 'laptop')).toEqual(fork(random, 'laptop'));
		expect(fork(random, 'laptop')).not.toEqual(fork(random, 'phone'));
	});

	test('spreads numbers below a limit evenly', () => {
		const counts = [0, 0, 0, 0, 0, 0];
		for (const value of draw(randomFrom('dice'), 60_000, (random) => nextBelow(random, 6)))
			counts[value] = (counts[value] ?? 0) + 1;
		for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
		expect(draw(randomFrom(1), 3, (random) => nextBelow(random, 1))).toEqual([0, 0, 0]);
		expect(nextBelow([1, 2, 3, 4], 2 ** 32).value).toBe(11520);
	});

	test.each([0, -1, 1.5, 2 ** 32 + 1, NaN])('has no number below %d', (limit) => {
		expect(() => nextBelow(randomFrom(1), limit)).toThrow(RangeError);
	});

	test('makes bytes and text of an alphabet', () => {
		const bytes = nextBytes(randomFrom('bytes'), 4_000).value;
		expect(bytes.every((byte) => Number.isInteger(byte) && byte >= 0 && byte <= 255)).toBe(true);
		expect(new Set(bytes).size).toBe(256);
		expect(nextText(randomFrom(2), 'ab', 200).value).toMatch(/^(?=.*a)(?=.*b)[ab]{200}$/);
		expect(nextText(randomFrom(2), 'ab', 0).value).toBe('');
	});

	test('shuffles: the same items, every order as likely as the other', () => {
		const orders = new Map<string, number>();
		for (const value of draw(randomFrom('cards'), 12_000, (random) => shuffle(random, ['a', 'b', 'c'])))
			orders.set(value.join(''), (orders.get(value.join('')) ?? 0) + 1);
		expect([...orders.keys()].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
		for (const count of orders.values()) expect(Math.abs(count - 2_000)).toBeLessThan(200);
		expect(shuffle(randomFrom(1), []).value).toEqual([]);
	});
});
