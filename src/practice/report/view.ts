import { reportColumns, type ReportColumn, type ReportRow } from '../../simulator/service/operator.ts';
import { sortedOrder } from './order.ts';
import { textOf, valueText, type Grouping } from './report.ts';

/** A report made ready to be searched and sorted at each key, also with 100,000 lines. */
export type Prepared = {
	readonly rows: readonly ReportRow[];
	/** All that is searched of each line, in lower case. */
	readonly texts: readonly string[];
	/** What was sorted by, so that it is done once for each column. */
	readonly orders: Map<ReportColumn, Uint32Array>;
	/** What was counted by. */
	readonly groups: Map<Grouping, Codes>;
	/** What was searched for last: a longer text is looked for among its lines alone. */
	last: { readonly text: string; readonly found: Uint32Array; readonly order: Uint32Array } | null;
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
	groups: new Map(),
	last: null,
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
	const found = text === '' ? order : searched(report, text, order);
	return sorting.down ? found.toReversed() : found;
}

function searched(report: Prepared, text: string, order: Uint32Array): Uint32Array {
	const { texts, last } = report;
	const among = last && last.order === order && text.includes(last.text) ? last.found : order;
	const all = new Uint32Array(among.length);
	let count = 0;
	for (const index of among) if (texts[index]?.includes(text)) all[count++] = index;
	const found = all.slice(0, count);
	report.last = { text, found, order };
	return found;
}

/** The order of a column: made once, so that who asks before it is needed makes it ready. */
export function orderOf({ rows, orders }: Prepared, by: ReportColumn): Uint32Array {
	const known = orders.get(by);
	if (known) return known;
	const values = rows.map((row) => row[by]);
	const order = sortedOrder(values, (value) => valueText(value).toLowerCase());
	orders.set(by, order);
	return order;
}

/** How many lines of each value there are, the most first; a value that is empty stands as "None". */
export function groupsOf(
	report: Prepared,
	found: Uint32Array,
	by: Grouping,
): { readonly name: string; readonly count: number }[] {
	const { names, codes } = codesOf(report, by);
	const counts = new Uint32Array(names.length);
	for (const index of found) counts[codes[index] ?? 0] = (counts[codes[index] ?? 0] ?? 0) + 1;
	return names
		.map((name, code) => ({ name, count: counts[code] ?? 0 }))
		.filter(({ count }) => count > 0)
		.sort((one, other) => other.count - one.count);
}

/** A number for each value of a column, so that lines are counted without looking at text. */
type Codes = { readonly names: readonly string[]; readonly codes: Uint32Array };

function codesOf({ rows, groups }: Prepared, by: Grouping): Codes {
	const known = groups.get(by);
	if (known) return known;
	const numbers = new Map<string, number>();
	const codes = Uint32Array.from(rows, (row) => {
		const name = row[by] || 'None';
		const number = numbers.get(name) ?? numbers.size;
		if (number === numbers.size) numbers.set(name, number);
		return number;
	});
	const made = { names: [...numbers.keys()], codes };
	groups.set(by, made);
	return made;
}
