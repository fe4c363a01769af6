import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seed } from '../../../tests/support/seed.ts';
import { sortedOrder } from './order.ts';

/** The plain way. */
const plain = (values: readonly string[]): number[] =>
	[...values.keys()].sort((one, other) => {
		const [a, b] = [values[one]!, values[other]!];
		return a < b ? -1 : a > b ? 1 : one - other;
	});

describe('the order of texts', () => {
	test.each([
		['nothing', []],
		['one', ['a']],
		['the same', ['b', 'b', 'b', 'b', 'b']],
		['ends inside of others', ['ab', 'a', '', 'abc', 'ab']],
		['beyond six characters', ['abcdefgh', 'abcdefga', 'abcdefg', 'abcdef', 'xbcdefz']],
		['with a common beginning', ['1000002', '1000010', '1000001', '100000']],
		['beyond ASCII', ['é', 'z', 'ä', '~', '{', '_', '^', '@', '?', '😀']],
	])('%s', (_, values) => {
		expect([...sortedOrder(values, (value) => value)]).toEqual(plain(values));
	});

	test('is that of the texts, where values are something else', () => {
		const values = [30, 4, 30, 4, 200, 4, 30, 4, 4, 4, 4, 4, 4];
		expect([...sortedOrder(values, String)]).toEqual(plain(values.map(String)));
	});

	test('is that of a plain sort, with few different ones and with many', () => {
		const letters = fc.string({ unit: fc.constantFrom(...'ab09 @.-_zé'), maxLength: 9 });
		fc.assert(
			fc.property(fc.array(fc.oneof(letters, fc.string()), { maxLength: 60 }), (values) => {
				expect([...sortedOrder(values, (value) => value)]).toEqual(plain(values));
			}),
			{ seed, numRuns: 500 },
		);
	});
});
