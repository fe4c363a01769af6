import type { Result } from '../../domain/result.ts';
import { targetNames, tokenStates } from '../../simulator/service/operator.ts';
import { columns, type ColumnId, type ReportRow } from './report.ts';

/** No field of a file is longer. */
export const MOST_CHARACTERS = 200;
export const MOST_ROWS = 200_000;
const needed: readonly ColumnId[] = ['userId', 'serial'];
const pushStates = ['Enabled', 'Disabled', 'Not Applicable', ''];

/** Where the columns of a file stand, from its first line; or what is wrong with that line. */
export function readHeader(fields: readonly string[]): Result<readonly (ColumnId | null)[], string> {
	const found = fields.map((field) => {
		const title = field
			.replace(/^\ufeff/, '')
			.trim()
			.toLowerCase();
		return columns.find((column) => column.title.toLowerCase() === title)?.id ?? null;
	});
	const missing = columns.filter(({ id }) => needed.includes(id) && !found.includes(id));
	if (missing.length > 0)
		return {
			ok: false,
			reason: `The column ${missing.map(({ title }) => `"${title}"`).join(' and ')} is missing.`,
		};
	const twice = columns.find(({ id }) => found.filter((one) => one === id).length > 1);
	if (twice) return { ok: false, reason: `The column "${twice.title}" stands there twice.` };
	return { ok: true, value: found };
}

const empty = Object.fromEntries(columns.map(({ id }) => [id, ''])) as Record<ColumnId, string>;

/** One line of a file as a line of the report, or why it is none. */
export function readRow(
	fields: readonly string[],
	header: readonly (ColumnId | null)[],
	known: ReadonlyMap<string, number>,
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
	if (row.serial === '') return refused('It has no serial number.');
	const before = known.get(row.serial);
	if (before !== undefined) return refused(`Serial number ${row.serial} stands in line ${before} already.`);
	if (row.email !== '' && !/^[^\s@]+@[^\s@]+$/.test(row.email)) return refused('Its e-mail address is none.');
	if (row.state !== '' && !tokenStates.some((state) => state === row.state))
		return refused(`There is no token state "${row.state}".`);
	if (row.target !== '' && !targetNames.some((target) => target === row.target))
		return refused(`There is no OS type "${row.target}".`);
	if (!pushStates.includes(row.push)) return refused(`There is no push state "${row.push}".`);
	return { ok: true, value: row };
}

const refused = (reason: string) => ({ ok: false, reason }) as const;
