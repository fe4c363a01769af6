import { reportColumns, type ReportColumn, type ReportRow } from '../../simulator/service/operator.ts';
import { textOf, type Grouping } from './report.ts';

/** A report made ready to be searched and sorted at each key, also with 100,000 lines. */
export type Prepared = {
	readonly rows: readonly ReportRow[];
	/** All that is searched of each line, in lower case. */
	readonly texts: readonly string[];
	/** What was sorted by, so that it is done once for each column. */
	readonly orders: Map<ReportColumn, Uint32Array>;
};

/** Between the fields of a line: no search runs over it. */
const EDGE = '\n';

export const prepared = (rows: readonly ReportRow[]): Prepared => ({
	rows,
	texts: rows.map((row) =>
		reportColumns
			.map(({ id }) => textOf(row, id))
			.join(EDGE)
			.toLowerCase(),
	),
	orders: new Map(),
});

export type Sorting = { readonly by: ReportColumn; readonly down: boolean };

/**
 * The lines with a text in any of their fields, in an order.
 *
 * @param search upper and lower case do not matter
 * @returns indexes of lines
 */
export function shown(report: Prepared, search: string, sorting: Sorting): Uint32Array {
	const order = orderOf(report, sorting.by);
	const text = search.trim().toLowerCase();
	const found = text === '' ? order : order.filter((index) => report.texts[index]?.includes(text));
	return sorting.down ? found.toReversed() : found;
}

function orderOf({ rows, orders }: Prepared, by: ReportColumn): Uint32Array {
	const known = orders.get(by);
	if (known) return known;
	const values = rows.map((row) => textOf(row, by).toLowerCase());
	const keys = Float64Array.from(values, keyOf);
	const order = Uint32Array.from(rows.keys()).sort((one, other) => {
		const first = (keys[one] ?? 0) - (keys[other] ?? 0);
		if (first !== 0) return first;
		const [a, b] = [values[one] ?? '', values[other] ?? ''];
		return a < b ? -1 : a > b ? 1 : one - other;
	});
	orders.set(by, order);
	return order;
}

/** The first six characters as one number, so that most comparisons are between numbers. */
function keyOf(text: string): number {
	let key = 0;
	for (let at = 0; at < 6; at += 1)
		key = key * 256 + Math.min(255, at < text.length ? text.charCodeAt(at) : 0);
	return key;
}

/** How many lines of each value there are, the most first; a value that is empty stands as "None". */
export function groupsOf(
	{ rows }: Prepared,
	found: Uint32Array,
	by: Grouping,
): { readonly name: string; readonly count: number }[] {
	const counts = new Map<string, number>();
	for (const index of found) {
		const name = rows[index]?.[by] || 'None';
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	return [...counts].map(([name, count]) => ({ name, count })).sort((one, other) => other.count - one.count);
}
