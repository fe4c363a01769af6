import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seed } from '../../../tests/support/seed.ts';
import { beginRun, commandRun } from '../migration/record.ts';
import { nextCommand } from '../migration/pilot.ts';
import { reportColumns as columns, reportRows, type ReportRow } from '../../simulator/service/operator.ts';
import { csvOfReport, textOf } from './report.ts';
import { MOST_CHARACTERS, readHeader, readRow } from './row-check.ts';
import { groupsOf, prepared, shown } from './view.ts';

let run = beginRun({ seed: 3, users: 30, spare: 30 });
for (let acts = 0; acts < 12; acts += 1) {
	const next = nextCommand(run.drill);
	if (next) ({ run } = commandRun(run, next));
}
const rows = reportRows(run.drill.service);

describe('the report', () => {
	test('has each MobilePASS token of each user, on either app', () => {
		const { tokens } = run.drill.service;
		const owned = Object.values(tokens)
			.flatMap((bucket) => Object.values(bucket))
			.filter(({ owner }) => owner !== null);
		expect(rows.map(({ serial }) => serial).sort()).toEqual(owned.map(({ serial }) => serial).sort());
		const push = new Set(rows.map((row) => row.push));
		expect([...push].sort()).toEqual(['Disabled', 'Enabled', 'Not Applicable']);
		const moved = rows.find((row) => row.push === 'Enabled');
		expect(moved).toMatchObject({ tokenType: 'MobilePASS', container: 'Default', state: 'Active' });
	});

	test('as CSV has its headings, and no cell that a spreadsheet would take for a formula', () => {
		const evil: ReportRow = { ...(rows[0] as ReportRow), lastName: '=HYPERLINK("x")', firstName: '@SUM(1)' };
		const [head = '', line = ''] = csvOfReport([evil]).split('\r\n');
		expect(head).toBe(`\ufeff${columns.map(({ title }) => title).join(',')}`);
		expect(line).toContain(`"'=HYPERLINK(""x"")","'@SUM(1)"`);
	});
});

const anyRow = fc.record(
	Object.fromEntries(
		columns.map(({ id }) => [
			id,
			id === 'lastAuthentication'
				? fc.option(fc.integer({ min: 0, max: 2e12 }))
				: fc.string({ maxLength: 9, unit: 'binary-ascii' }),
		]),
	),
) as fc.Arbitrary<ReportRow>;

describe('its view', () => {
	test('is sorted by any column as plain sorting would, up and down', () => {
		fc.assert(
			fc.property(fc.array(anyRow), fc.constantFrom(...columns), fc.boolean(), (lines, { id }, down) => {
				const order = [...shown(prepared(lines), '', { by: id, down })];
				const plain = lines
					.map((row, at) => ({ text: textOf(row, id).toLowerCase(), at }))
					.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.at - b.at))
					.map(({ at }) => at);
				expect(order).toEqual(down ? plain.reverse() : plain);
			}),
			{ seed },
		);
	});

	test('finds what any field holds, and nothing over the edge of two', () => {
		const report = prepared(rows);
		const found = (text: string) => [...shown(report, text, { by: 'serial', down: false })];
		expect(found(' iphone ')).toHaveLength(rows.filter(({ deviceType }) => deviceType === 'iPhone').length);
		expect(found('')).toHaveLength(rows.length);
		expect(found('DefaultMobilePASS')).toEqual([]);
		expect(found('no such text')).toEqual([]);
	});

	test('is counted by operating system, device type and push', () => {
		const report = prepared([...rows, { ...(rows[0] as ReportRow), push: '' }]);
		const all = shown(report, '', { by: 'serial', down: false });
		const groups = groupsOf(report, all, 'push');
		expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length + 1);
		expect(groups.map(({ count }) => count)).toEqual(groups.map(({ count }) => count).sort((a, b) => b - a));
		expect(groups).toContainEqual({ name: 'None', count: 1 });
	});
});

describe('a line of a file', () => {
	const header = readHeader([
		'User ID',
		'serial number ',
		'E-mail',
		'State',
		'OS Type',
		'Push OTP',
		'Remark',
	]);
	if (!header.ok) throw new Error(header.reason);
	const read = (fields: string[], known = new Map<string, number>()) =>
		readRow(fields, header.value, known, 9);
	const good = ['U1', '1000', 'a@b.example', 'Active', 'Android', 'Enabled', 'new'];

	test('without a serial number is a user with an invented token on the old app', () => {
		expect(read(['U1', '', '', '', '', '', ''])).toMatchObject({
			value: { serial: '2000000009', state: 'Active', push: 'Not Applicable' },
		});
	});

	test('is taken by its headings, what is unknown is left out', () => {
		const line = read(good);
		expect(line).toMatchObject({
			value: { userId: 'U1', serial: '1000', osType: 'Android', container: 'Default', lastName: '' },
		});
		expect(JSON.stringify(line)).not.toContain('new');
	});

	test.each([
		[['U1', '1000'], /has 2 fields, the first line has 7/],
		[['', ...good.slice(1)], /no user ID/],
		[['U2', ' ', ...good.slice(2)], /User ID U2 stands in line 3 already/],
		[['U1', '7', 'a b', ...good.slice(3)], /e-mail/],
		[['U1', '7', '', 'Happy', ...good.slice(4)], /no token state "Happy"/],
		[['U1', '7', '', '', 'BeOS', '', ''], /no OS type "BeOS"/],
		[['U1', '7', '', '', '', 'Maybe', ''], /no push state "Maybe"/],
		[['U1', '7', '', '', '', '', 'x'.repeat(MOST_CHARACTERS + 1)], /200 characters/],
		[['U1', '8', '', '', '', '', ''], /Serial number 8 stands in line 4 already/],
	])('%j is refused', (fields, why) => {
		const line = read(
			fields,
			new Map([
				['8', 4],
				['U2', 3],
			]),
		);
		expect(line.ok ? '' : line.reason).toMatch(why);
	});

	test.each([
		[['Name'], /The column "User ID" is missing/],
		[['User ID', 'Serial Number', 'user id'], /"User ID" stands there twice/],
	])('of headings %j is refused', (fields, why) => {
		const read = readHeader(fields);
		expect(read.ok ? '' : read.reason).toMatch(why);
	});
});
