import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seed } from '../../../tests/support/seed.ts';
import { BAD_KEPT, populationReader } from './population.ts';

const head = ['User ID', 'Last Name', 'First Name', 'E-mail'];
const good = (i: number) => [`AB${i}`, 'Lake', 'Sam', `sam.${i}@example.com`];

/** Reads rows; each stands in a line of its own. */
function read(rows: readonly (readonly string[])[], taken: readonly string[] = [], most?: number) {
	const reader = populationReader(new Set(taken), most);
	for (const [i, cells] of rows.entries()) reader.row(i + 1, cells);
	return { end: reader.end(), progress: reader.progress() };
}
const reasons = (rows: readonly (readonly string[])[], taken?: readonly string[], most?: number) => {
	const { end } = read(rows, taken, most);
	return end.ok ? [] : end.bad.map(({ line, reason }) => `${line}: ${reason}`);
};

describe('a population from a file', () => {
	test('is taken whole, whatever the order and case of its columns, and whatever stands beside them', () => {
		const rows = [
			['\ufeffe-mail', 'Department', ' USER ID ', 'first name', 'LAST NAME'],
			['sam@example.com', 'x', 'AB1', 'Sam', "'=Lake"],
			['', '', '', '', ''],
			['o@sub.example.com', 'x', ' AB2 ', 'Ó', 'Ø'],
		];
		expect(read(rows)).toEqual({
			end: {
				ok: true,
				users: [
					{ id: 'AB1', lastName: '=Lake', firstName: 'Sam', email: 'sam@example.com' },
					{ id: 'AB2', lastName: 'Ø', firstName: 'Ó', email: 'o@sub.example.com' },
				],
			},
			progress: { good: 2, bad: 0 },
		});
	});

	test.each([
		['an empty file', [], ['1: this file is empty']],
		['no user', [head], ['1: there is no user in this file']],
		['no column', [['User ID', 'Name']], ['1: there is no column “last name”, “first name”, “e-mail”']],
		['a column twice', [[...head, 'e-mail']], ['1: there is more than one column “e-mail”']],
		[
			'a bad id',
			[head, ['ab1', ...good(1).slice(1)]],
			['2: the user ID is not 1 to 3 capital letters and 1 to 6 digits'],
		],
		['a missing name', [head, ['AB1', '', 'Sam', 's@example.com']], ['2: the last name is missing']],
		[
			'a row that is cut short',
			[head, ['AB1', 'Lake']],
			['2: the first name is missing; the e-mail address is not one'],
		],
		['an id twice', [head, good(1), good(2), good(1)], ['4: the user ID stands in line 2 already']],
	])('%s is refused with line and reason', (_, rows, expected) => {
		expect(reasons(rows)).toEqual(expected);
	});

	test('an id that the World has, and more users than it may have', () => {
		expect(reasons([head, good(1)], ['AB1'])).toEqual(['2: there is a user with this user ID already']);
		expect(reasons([head, good(1), good(2), good(3)], [], 2)).toEqual(['4: there are more than 2 users']);
	});

	test('nothing is half taken: one bad row refuses the file, and all bad ones are named', () => {
		const rows = [head, good(1), ['?', 'Lake', 'Sam', 'no'], good(3), ['AB4', 'Lake', 'Sam', '']];
		const { end, progress } = read(rows);
		expect(end.ok).toBe(false);
		expect(progress).toEqual({ good: 2, bad: 2 });
		expect(reasons(rows).map((one) => one.slice(0, 2))).toEqual(['3:', '5:']);
	});

	test('of very many bad rows the first are kept, and how many there were', () => {
		const { end } = read([head, ...Array.from({ length: BAD_KEPT + 5 }, () => ['x'])]);
		expect(end.ok ? null : [end.bad.length, end.count]).toEqual([BAD_KEPT, BAD_KEPT + 5]);
	});

	test('any rows: a good file gives its rows in their order, any other none', () => {
		const cell = fc.constantFrom('AB1', 'AB2', 'XYZ999', 'Lake', '', 'a@example.com', 'a@b', "'+x", '\u0000');
		const line = fc.oneof(
			fc.integer({ min: 1, max: 9 }).map(good),
			fc.array(cell, { minLength: 0, maxLength: 5 }),
		);
		fc.assert(
			fc.property(fc.array(line, { maxLength: 12 }), (rows) => {
				const { end, progress } = read([head, ...rows]);
				const full = rows.filter((cells) => cells.some((one) => one.trim() !== ''));
				expect(progress.good + progress.bad).toBe(Math.max(1, full.length));
				if (end.ok) expect(end.users.map(({ id }) => id)).toEqual(full.map(([id]) => id));
				else expect(end.count).toBe(progress.bad);
			}),
			{ numRuns: 300, seed },
		);
	});
});
