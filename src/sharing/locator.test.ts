import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCompiler } from '../../scripts/vite/guide.ts';
import { placesOf, withNumbers } from '../../scripts/vite/places.ts';
import type { DetourSlug, ProcedureId, StepSlug } from '../domain/slugs.ts';
import {
	attempts,
	codeOf,
	isSpeakable,
	largestNumber,
	locatorOf,
	readLocator,
	spelled,
	tableAddress,
	type LocatorPlace,
} from './locator.ts';
import table from './numbers.json';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const { compiler } = await loadCompiler(root);
const procedures = compiler.compileProcedures(root);
const symbols = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
const plain = (code: string) => code.replace(' ', '');

/** Every place of the table with each of its attempts. */
const all = Object.values(table).flatMap((address): LocatorPlace[] => {
	const [procedure, step, detour] = address.split('/') as [ProcedureId, StepSlug, DetourSlug?];
	if (!detour) return [{ procedure, step, attempt: 0 }];
	return attempts.map((attempt) => ({ procedure, step, detour, attempt }));
});
const codes = new Map(all.map((place) => [plain(locatorOf(place)), place]));

describe('the table of numbers', () => {
	const file = readFileSync(fileURLToPath(new URL('./numbers.json', import.meta.url)), 'utf8');
	const lines = [...file.matchAll(/"([^"]+)": "([^"]+)"/g)].map(([, number, address]) => ({
		number,
		address,
	}));

	test('has a number for every step, and for every detour as called from each of its callers', () => {
		const missing = placesOf(procedures)
			.map(tableAddress)
			.filter((address) => !Object.values(table).includes(address));
		expect(missing, 'run "node scripts/number-places.mjs"').toEqual([]);
	});
	test('has no number and no place twice, in the order of the numbers', () => {
		expect(lines).toHaveLength(file.trim().split('\n').length - 2);
		expect(new Set(lines.map(({ number }) => number)).size).toBe(lines.length);
		expect(new Set(lines.map(({ address }) => address)).size).toBe(lines.length);
		const numbers = lines.map(({ number }) => Number(number));
		expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
		for (const number of numbers) expect(number > 0 && number <= largestNumber).toBe(true);
	});
	test('gives new places numbers after the largest, and changes no line', () => {
		const before = { 5: 'desktop/get-help', 4000: 'desktop/long-gone' };
		const after = withNumbers(before, placesOf(procedures).map(tableAddress), (one) => one !== 4002);
		expect(after).toMatchObject(before);
		expect(Object.keys(after)).toHaveLength(placesOf(procedures).length + 1);
		expect(after).not.toHaveProperty('4002');
		expect(
			Math.min(
				...Object.keys(after)
					.map(Number)
					.filter((one) => one > 5),
			),
		).toBe(4000);
	});
});

describe('codes of earlier releases', () => {
	const folder = fileURLToPath(new URL('../../tests/fixtures', import.meta.url));
	const releases = readdirSync(folder).filter((name) => /^codes-.*\.json$/.test(name));
	const codesOf = (name: string) =>
		JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Record<string, string>;

	test('there are some', () => {
		expect(releases).toContain('codes-0.1.0.json');
		expect(Object.keys(codesOf('codes-0.1.0.json')).length).toBeGreaterThan(400);
	});
	test.each(releases)('%s: each still means the same place', (name) => {
		for (const [code, address] of Object.entries(codesOf(name))) {
			const read = readLocator(code);
			expect(read.ok && `${tableAddress(read.value)} ${read.value.attempt}`, code).toBe(address);
		}
	});
	test('every code of today is kept for later', () => {
		const today = all.map((place) => [locatorOf(place), `${tableAddress(place)} ${place.attempt}`]);
		const kept = Object.assign({}, ...releases.map(codesOf)) as object;
		expect(kept, 'run "node scripts/number-places.mjs"').toMatchObject(Object.fromEntries(today) as object);
	});
});

describe('a code', () => {
	test('has two groups of three letters and digits, and is its own alone', () => {
		expect(codes.size).toBe(all.length);
		for (const place of all)
			expect(locatorOf(place)).toMatch(/^[0-9A-HJKMNP-TV-Z]{3} [0-9A-HJKMNP-TV-Z]{3}$/);
	});
	test('cannot be taken for a passcode, which has digits only', () => {
		for (const code of codes.keys()) expect(code).toMatch(/[A-Z]/);
		const numbers = Array.from({ length: largestNumber }, (_, at) => at + 1);
		expect(numbers.filter((number) => !isSpeakable(number)).length).toBeLessThan(50);
	});
	test('leads back to its place', () => {
		for (const [code, place] of codes) expect(readLocator(code)).toEqual({ ok: true, value: place });
	});
	test('of every number that there can ever be is read', () => {
		for (let number = 1; number <= largestNumber; number++)
			for (const attempt of attempts) {
				const read = readLocator(codeOf(number, attempt));
				expect(read.ok || read.reason === 'unknown').toBe(true);
			}
	});
	test('is forgiven case, spaces, dashes, and letters that look like digits', () => {
		for (const [code, place] of codes) {
			const alike = code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
			const variants = [
				alike,
				alike.toUpperCase(),
				code.replaceAll('1', 'i'),
				` ${[...code].join(' - ')} `,
				[...alike].join('–'),
				`${code.slice(0, 3)}\u00a0${code.slice(3)}\n`,
				spelled(code),
			];
			for (const typed of variants) expect(readLocator(typed), typed).toEqual({ ok: true, value: place });
		}
	});
});

describe('a wrong code', () => {
	test('with a single other character is refused: all codes, all places, all characters', () => {
		let tried = 0;
		for (const code of codes.keys())
			for (let at = 0; at < code.length; at++)
				for (const symbol of symbols) {
					if (symbol === code[at]) continue;
					const wrong = code.slice(0, at) + symbol + code.slice(at + 1);
					if (refusal(wrong) !== 'mistyped') expect.fail(`${wrong} for ${code}`);
					tried++;
				}
		expect(tried).toBe(codes.size * 6 * 31);
	});
	test('with two neighbors that changed places is refused: all codes, all neighbors', () => {
		for (const code of codes.keys())
			for (let at = 0; at + 1 < code.length; at++) {
				const [one = '', other = ''] = code.slice(at, at + 2);
				if (one === other) continue;
				const wrong = code.slice(0, at) + other + one + code.slice(at + 2);
				expect(refusal(wrong), `${wrong} for ${code}`).toBe('mistyped');
			}
	});
	test('with any two other characters is refused: all of one code', () => {
		const [code = ''] = codes.keys();
		for (let first = 0; first < 6; first++)
			for (let second = first + 1; second < 6; second++)
				for (const one of symbols)
					for (const other of symbols) {
						if (one === code[first] && other === code[second]) continue;
						const wrong = [...code].with(first, one).with(second, other).join('');
						if (refusal(wrong) !== 'mistyped') expect.fail(wrong);
					}
	});
	test('with its groups the other way round, cut short, or too long is refused', () => {
		for (const code of codes.keys()) {
			expect(refusal(code.slice(3) + code.slice(0, 3))).toBe('mistyped');
			for (let length = 1; length < 6; length++) expect(refusal(code.slice(0, length))).toBe('mistyped');
			expect(refusal(`${code}0`)).toBe('mistyped');
		}
	});
	test.each([
		['', 'empty'],
		[' - – \n', 'empty'],
		['000000', 'mistyped'],
		[codeOf(largestNumber, 0), 'unknown'],
		[codeOf(1, 1), 'unknown'],
		['4U7M9Q', 'mistyped'],
		['ſſſſſſ', 'mistyped'],
		['４K7M9Q', 'mistyped'],
		['__proto__', 'mistyped'],
		['\ud800', 'mistyped'],
		['123456', 'mistyped'],
		['A'.repeat(1_000_000), 'mistyped'],
	])('%j is refused: %s', (typed, reason) => {
		expect(refusal(typed)).toBe(reason);
	});
	test('never throws, whatever is typed: 10,000 texts', () => {
		const near = fc.array(fc.constantFrom(...symbols, 'o', 'l', 'u', ' ', '-', '\u0130', 'ß'), {
			maxLength: 9,
		});
		const text = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.string(),
			near.map((some) => some.join('')),
		);
		fc.assert(
			fc.property(text, (typed) => {
				const read = readLocator(typed);
				return !read.ok || codes.has(plain(locatorOf(read.value)));
			}),
			{ numRuns: 10_000, seed: 20261122 },
		);
	}, 60_000);
});

const refusal = (typed: string) => {
	const read = readLocator(typed);
	return read.ok ? `opened ${tableAddress(read.value)}` : read.reason;
};
