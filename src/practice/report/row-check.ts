import type { Result } from '../../domain/result.ts';
import {
	reportColumns,
	targetNames,
	tokenStates,
	type ReportColumn,
	type ReportRow,
} from '../../simulator/service/operator.ts';

/** No field of a file is longer. */
export const MOST_CHARACTERS = 200;
export const MOST_ROWS = 200_000;
const needed: readonly ReportColumn[] = ['userId'];
/** Users of whom a file names no token are on the old app: their serial numbers begin here. */
const FIRST_GIVEN = 2_000_000_000;
const pushStates = ['Enabled', 'Disabled', 'Not Applicable', ''];

/** Where the columns of a file stand, from its first line; or what is wrong with that line. */
export function readHeader(fields: readonly string[]): Result<readonly (ReportColumn | null)[], string> {
	const found = fields.map((field) => {
		const title = field
			.replace(/^\ufeff/, '')
			.trim()
			.toLowerCase();
		return reportColumns.find((column) => column.title.toLowerCase() === title)?.id ?? null;
	});
	const missing = reportColumns.filter(({ id }) => needed.includes(id) && !found.includes(id));
	if (missing.length > 0)
		return {
			ok: false,
			reason: `The column ${missing.map(({ title }) => `"${title}"`).join(' and ')} is missing.`,
		};
	const twice = reportColumns.find(({ id }) => found.filter((one) => one === id).length > 1);
	if (twice) return { ok: false, reason: `The column "${twice.title}" stands there twice.` };
	return { ok: true, value: found };
}

const empty = Object.fromEntries(reportColumns.map(({ id }) => [id, ''])) as Record<ReportColumn, string>;

/**
 * One line of a file as a line of the report, or why it is none. A user without a serial number gets an invented token
 * on MobilePASS 8, as before a migration.
 *
 * @param known the lines of all serial numbers, and of all users that got one here
 * @param line its number in the file, from 1
 */
export function readRow(
	fields: readonly string[],
	header: readonly (ReportColumn | null)[],
	known: ReadonlyMap<string, number>,
	line: number,
): Result<ReportRow, string> {
	if (fields.length !== header.length)
		return refused(`It has ${fields.length} fields, the first line has ${header.length}.`);
	const row = { ...empty, container: 'Default', tokenType: 'MobilePASS' };
	for (const [at, id] of header.entries()) {
		// a sheet that was saved here has an apostrophe before what looks like a formula
		const text = (fields[at] ?? '').trim().replace(/^'(?=[=+\-@])/, '');
		if (text.length > MOST_CHARACTERS) return refused(`A field has more than ${MOST_CHARACTERS} characters.`);
		if (id !== null && (text !== '' || !row[id])) row[id] = text;
	}
	if (row.userId === '') return refused('It has no user ID.');
	const given = row.serial === '';
	const before = known.get(given ? row.userId : row.serial);
	if (before !== undefined)
		return refused(
			`${given ? `User ID ${row.userId}` : `Serial number ${row.serial}`} stands in line ${before} already.`,
		);
	if (row.email !== '' && !/^[^\s@]+@[^\s@]+$/.test(row.email)) return refused('Its e-mail address is none.');
	if (row.state !== '' && !tokenStates.some((state) => state === row.state))
		return refused(`There is no token state "${row.state}".`);
	if (row.osType !== '' && !targetNames.some((target) => target === row.osType))
		return refused(`There is no OS type "${row.osType}".`);
	if (!pushStates.includes(row.push)) return refused(`There is no push state "${row.push}".`);
	const moment = row.lastAuthentication === '' ? null : Date.parse(row.lastAuthentication);
	if (Number.isNaN(moment)) return refused('Its last authentication is no date.');
	const token = given
		? { serial: String(FIRST_GIVEN + line), state: 'Active', push: 'Not Applicable' }
		: { serial: row.serial, state: row.state, push: row.push };
	return { ok: true, value: { ...row, ...token, lastAuthentication: moment } };
}

const refused = (reason: string) => ({ ok: false, reason }) as const;
