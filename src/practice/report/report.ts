import { csvOf } from '../../sharing/csv.ts';
import { reportColumns, type ReportColumn, type ReportRow } from '../../simulator/service/operator.ts';

/** What of a report is wanted, and in which order. */
export type Query = {
	/** Stands in any column; upper and lower case alike. */
	readonly search?: string;
	/** Columns that have exactly this text: a chosen group. */
	readonly only?: Readonly<Partial<Record<ReportColumn, string>>>;
	readonly sort?: { readonly by: ReportColumn; readonly descending?: boolean };
};

/** What the report is grouped by (facts 5.13: OS type, device type and push state). */
export const groupings = ['osType', 'deviceType', 'push'] as const satisfies readonly ReportColumn[];
export type Grouping = (typeof groupings)[number];

/** Rows with the same value, of those that were found. */
export type Group = { readonly value: string; readonly count: number };

/** A report over rows that do not change: made once, and asked often. */
export type Report = {
	readonly rows: readonly ReportRow[];
	/** The numbers of the rows that are wanted, in their order. Equal ones stand as in `rows`. */
	find(query?: Query): readonly number[];
	/** How many of these rows have each value, most first, equal ones by value. */
	groups(by: Grouping, found: readonly number[]): readonly Group[];
	/** These rows as CSV with their titles, safe for a spreadsheet; moments as ISO 8601 in UTC. */
	csv(found: readonly number[]): string;
};

/**
 * What takes long is done once, with the first question that needs it: the text that is searched, and the order of a
 * column.
 */
export function openReport(rows: readonly ReportRow[]): Report {
	const orders = new Map<ReportColumn, Uint32Array>();
	let texts: readonly string[] | undefined;

	/** The rank of each row in a column, equal values alike. */
	function ranksOf(by: ReportColumn): Uint32Array {
		const known = orders.get(by);
		if (known) return known;
		const values = rows.map((row) => sortedAs(row[by]));
		// no collator: the order is the same in every browser
		const rank = new Map([...new Set(values)].sort().map((value, i) => [value, i]));
		const ranks = Uint32Array.from(values, (value) => rank.get(value) ?? 0);
		orders.set(by, ranks);
		return ranks;
	}

	function matches({ search = '', only = {} }: Query): number[] {
		const wanted = search.trim().toLowerCase();
		const fixed = Object.entries(only) as [ReportColumn, string][];
		if (wanted !== '') texts ??= rows.map(searched);
		const found: number[] = [];
		for (const [i, row] of rows.entries())
			if (
				(wanted === '' || texts?.[i]?.includes(wanted)) &&
				fixed.every(([column, text]) => row[column] === text)
			)
				found.push(i);
		return found;
	}

	return {
		rows,
		find(query = {}) {
			const found = matches(query);
			return query.sort ? ordered(found, ranksOf(query.sort.by), query.sort.descending ?? false) : found;
		},
		groups(by, found) {
			const counts = new Map<string, number>();
			for (const i of found) {
				const value = rows[i]?.[by] ?? '';
				counts.set(value, (counts.get(value) ?? 0) + 1);
			}
			return [...counts]
				.map(([value, count]) => ({ value, count }))
				.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
		},
		csv: (found) =>
			csvOf([
				reportColumns.map(({ title }) => title),
				...found.flatMap((i) => {
					const row = rows[i];
					return row ? [reportColumns.map(({ id }) => cellOf(row[id]))] : [];
				}),
			]),
	};
}

/** Counting sort: the same time for any number of equal values, and equal ones stay in their order. */
function ordered(found: readonly number[], ranks: Uint32Array, descending: boolean): readonly number[] {
	const most = found.reduce((so, i) => Math.max(so, ranks[i] ?? 0), 0);
	const place = (i: number) => (descending ? most - (ranks[i] ?? 0) : (ranks[i] ?? 0));
	const starts = new Uint32Array(most + 2);
	for (const i of found) starts[place(i) + 1]! += 1;
	for (let rank = 1; rank < starts.length; rank += 1) starts[rank]! += starts[rank - 1]!;
	const sorted = new Array<number>(found.length);
	for (const i of found) sorted[starts[place(i)]!++] = i;
	return sorted;
}

/** Upper and lower case alike, moments by time; nothing comes first. */
const sortedAs = (value: string | number | null): string =>
	typeof value === 'number'
		? // epoch ms as a text of one length, from the first instant that a date can name
			String(value + 8.64e15).padStart(17, '0')
		: (value ?? '').toLowerCase();

// one line after the other: lists of lists take four times as long over 100,000 rows
function searched(row: ReportRow): string {
	let text = '';
	for (const { id } of reportColumns) if (id !== 'lastAuthentication') text += `${row[id]}\n`;
	return text.toLowerCase();
}

const cellOf = (value: string | number | null): string =>
	typeof value === 'number' ? new Date(value).toISOString() : (value ?? '');
