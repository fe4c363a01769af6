import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seed } from '../../../tests/support/seed.ts';
import '../../simulator/console/index.ts';
import { createWorld } from '../../simulator/world.ts';
import { groupings, openReport, type Query } from './report.ts';
import {
	reportColumns,
	reportRows,
	type ReportColumn,
	type ReportRow,
} from '../../simulator/service/operator.ts';

const START = Date.UTC(2026, 2, 2, 14);
const row = (id: string, more: Partial<ReportRow> = {}): ReportRow => ({
	userId: id,
	lastName: 'Rivers',
	firstName: 'Jordan',
	email: '',
	container: 'Default',
	tokenType: 'MobilePASS',
	serial: id.replace(/\D/g, '').padStart(9, '1'),
	state: 'Active',
	osType: 'Android',
	deviceType: 'Phone',
	push: 'Enabled',
	lastAuthentication: null,
	...more,
});
const rows = [
	row('B2', { lastName: 'lake', osType: 'iOS', lastAuthentication: START }),
	row('A1', { lastName: 'Wells', push: 'Not Applicable', osType: 'Windows 10', deviceType: 'Laptop' }),
	row('C3', { lastName: 'Lake', lastAuthentication: START - 1, deviceType: '' }),
	row('D4', { lastName: 'Ortiz', state: 'Suspended', lastAuthentication: 9 }),
];
const report = openReport(rows);
const ids = (query?: Query) => report.find(query).map((i) => rows[i]?.userId);

describe('the rows of a World', () => {
	test('are its tokens with an owner, as the console’s page lists them', () => {
		const world = createWorld({ seed: 5, startsAt: START, console: true });
		const all = reportRows(world.service);
		expect(all.map(({ userId }) => userId).sort()).toEqual(['JR48213', 'OP00001']);
		expect(all.find(({ userId }) => userId === 'OP00001')).toMatchObject({
			lastName: 'Ortiz',
			state: 'Active',
			osType: 'Android',
			deviceType: 'Phone',
			push: 'Enabled',
			lastAuthentication: START,
		});
		expect(reportRows(world.service).every(({ serial }) => /^\d+$/.test(serial))).toBe(true);
	});
});

describe('find', () => {
	test.each([
		[undefined, ['B2', 'A1', 'C3', 'D4']],
		[{ search: 'LAKE' }, ['B2', 'C3']],
		[{ search: '  ' }, ['B2', 'A1', 'C3', 'D4']],
		[{ search: 'nobody' }, []],
		[{ only: { push: 'Not Applicable' } }, ['A1']],
		[{ only: { osType: 'Android', state: 'Active' } }, ['C3']],
		[{ only: { deviceType: '' } }, ['C3']],
		[{ sort: { by: 'userId' } }, ['A1', 'B2', 'C3', 'D4']],
		[{ sort: { by: 'lastName' } }, ['B2', 'C3', 'D4', 'A1']],
		[{ sort: { by: 'lastName', descending: true } }, ['A1', 'D4', 'B2', 'C3']],
		[{ sort: { by: 'lastAuthentication' } }, ['A1', 'D4', 'C3', 'B2']],
		[{ search: 'lake', sort: { by: 'lastAuthentication', descending: true } }, ['B2', 'C3']],
	] as const)('%j', (query, expected) => {
		expect(ids(query)).toEqual(expected);
	});

	test('a letter that stands at the end of one column and one at the beginning of the next are not found together', () => {
		expect(ids({ search: 'a1wells' })).toEqual([]);
	});

	const some = fc.array(
		fc.record({
			lastName: fc.constantFrom('Ann', 'ann', 'Bo', 'Zed', ''),
			state: fc.constantFrom('Active', 'Suspended'),
			lastAuthentication: fc.option(fc.integer({ min: -10, max: 8.64e15 })),
		}),
		{ maxLength: 40 },
	);
	test('is a stable sort of exactly what matches, in both directions', () => {
		fc.assert(
			fc.property(
				some,
				fc.constantFrom<ReportColumn>('lastName', 'state', 'lastAuthentication'),
				fc.boolean(),
				fc.constantFrom('', 'a', 'susp'),
				(given, by, descending, search) => {
					const mine = given.map((one, i) => row(`U${i}`, one));
					const found = openReport(mine).find({ search, sort: { by, descending } });
					const value = (i: number) => {
						const one = mine[i]![by];
						return typeof one === 'string' ? one.toLowerCase() : (one ?? -Infinity);
					};
					const expected = mine
						.map((_, i) => i)
						.filter((i) => {
							const { lastAuthentication: _at, ...texts } = mine[i]!;
							return Object.values(texts).some((text) => text.toLowerCase().includes(search));
						})
						.sort((one, other) => {
							const [a, b] = [value(one), value(other)];
							const order = a < b ? -1 : a > b ? 1 : 0;
							return descending ? -order : order;
						});
					expect(found).toEqual(expected);
				},
			),
			{ numRuns: 300, seed },
		);
	});
});

describe('groups', () => {
	test('count what was found, most first', () => {
		const found = report.find();
		expect(report.groups('osType', found)).toEqual([
			{ value: 'Android', count: 2 },
			{ value: 'Windows 10', count: 1 },
			{ value: 'iOS', count: 1 },
		]);
		expect(report.groups('push', report.find({ search: 'lake' }))).toEqual([{ value: 'Enabled', count: 2 }]);
		for (const by of groupings)
			expect(report.groups(by, found).reduce((sum, { count }) => sum + count, 0)).toBe(found.length);
		expect(report.groups('deviceType', [])).toEqual([]);
	});
});

describe('CSV', () => {
	test('has the titles, the rows in their order, and moments in UTC', () => {
		const lines = report.csv(report.find({ sort: { by: 'userId' }, search: 'lake' })).split('\r\n');
		expect(lines).toEqual([
			`\ufeff${reportColumns.map(({ title }) => title).join(',')}`,
			'B2,lake,Jordan,,Default,MobilePASS,111111112,Active,iOS,Phone,Enabled,2026-03-02T14:00:00.000Z',
			'C3,Lake,Jordan,,Default,MobilePASS,111111113,Active,Android,,Enabled,2026-03-02T13:59:59.999Z',
			'',
		]);
	});

	test('a name that begins as a formula stays text', () => {
		const bad = openReport([row('A1', { lastName: '=HYPERLINK("x","y")', firstName: '@SUM(1)' })]);
		expect(bad.csv([0])).toContain(`"'=HYPERLINK(""x"",""y"")","'@SUM(1)"`);
	});
});
