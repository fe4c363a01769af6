import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compileProcedures } from '../scripts/vite/compile.ts';
import { searchData } from '../scripts/vite/search.ts';
import { openSearch } from '../src/desk/search.ts';

type Phrasing = { says: string; places: string[]; untouched?: true };

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
const read = (name: string) =>
	JSON.parse(readFileSync(`${root}/tests/fixtures/${name}.json`, 'utf8')) as Phrasing[];
const phrasings = read('search-phrasings');
const aboutOthers = {
	phones: read('search-phrasings-android'),
	push: read('search-phrasings-push'),
	operators: read('search-phrasings-migration'),
};
const find = openSearch(searchData(compileProcedures(root)));

/** The addresses of a result: a detour is found with each step that calls it. */
const addressesOf = (said: string, most = 3) =>
	find(said)
		.slice(0, most)
		.map(({ procedure, at, detour }) =>
			at.map(({ step }) => [procedure, step, detour].filter((part) => part !== undefined).join('/')),
		);
const isFound = ({ says, places }: Phrasing) =>
	addressesOf(says).some((addresses) => addresses.some((address) => places.includes(address)));

const describeMisses = (some: readonly Phrasing[]) =>
	some
		.filter((one) => !isFound(one))
		.map(
			({ says, places }) =>
				`${says} → ${places.join(' or ')}, not ${addressesOf(says)
					.map(([first]) => first)
					.join(', ')}`,
		);

describe('what callers say', () => {
	test('the index was tuned on 60 phrasings and never on the other 40', () => {
		expect(phrasings.filter(({ untouched }) => !untouched)).toHaveLength(60);
		expect(phrasings.filter(({ untouched }) => untouched)).toHaveLength(40);
		expect(new Set(phrasings.map(({ says }) => says)).size).toBe(100);
	});
	test('at least 95 % of all 100 find their place among the first three', () => {
		const missed = describeMisses(phrasings);
		expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(phrasings.length * 0.05);
	});
	test('at least 95 % of those that it was tuned on find their place among the first three', () => {
		const known = phrasings.filter(({ untouched }) => !untouched);
		const missed = describeMisses(known);
		expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(known.length * 0.05);
	});
	test.each(Object.entries(aboutOthers))(
		'at least 95 %% of those about %s find their place among the first three, beside those about computers',
		(_, asked) => {
			expect(new Set(asked.map(({ says }) => says)).size).toBeGreaterThan(30);
			const missed = describeMisses(asked);
			expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(asked.length * 0.05);
		},
	);
	test('at least 95 % of all, with 40 new ones about all four guides that nothing was tuned on', () => {
		const fresh = read('search-phrasings-new');
		expect(fresh).toHaveLength(40);
		// a problem is named by its guide and itself, whatever step it is found at
		const short = (address: string) => address.replace(/^(\w+)\/.*\/([\w-]+)$/, '$1/$2');
		const missed = fresh.filter(
			({ says, places }) =>
				!addressesOf(says).some((some) => some.some((one) => places.includes(short(one)))),
		);
		const old = [...phrasings, ...Object.values(aboutOthers).flat()].filter((one) => !isFound(one));
		const all = phrasings.length + Object.values(aboutOthers).flat().length + fresh.length;
		console.log(
			`Found in the first three: ${fresh.length - missed.length} of ${fresh.length} new phrasings, ${all - old.length - missed.length} of all ${all}`,
		);
		const words = missed.map(
			({ says }) =>
				`${says}: ${addressesOf(says)
					.map(([one]) => one)
					.join(', ')}`,
		);
		expect(missed.length + old.length, words.join('\n')).toBeLessThanOrEqual(all * 0.05);
	});
});
