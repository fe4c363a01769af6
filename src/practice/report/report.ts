import { csvOf } from '../../sharing/csv.ts';
import { reportColumns, type ReportColumn, type ReportRow } from '../../simulator/service/operator.ts';

/** By what the report can be counted. */
export const groupings = ['osType', 'deviceType', 'push'] as const satisfies readonly ReportColumn[];
export type Grouping = (typeof groupings)[number];

/** A value of the report as it is read. */
export const valueText = (value: ReportRow[ReportColumn]): string =>
	typeof value === 'number' ? `${new Date(value).toISOString().slice(0, 16)}Z` : (value ?? '');

/** A field as text: a moment as ISO 8601 in UTC, to the minute; empty for never. */
export const textOf = (row: ReportRow, column: ReportColumn): string => valueText(row[column]);

/** The report as a table for a spreadsheet, safe against formulas. */
export const csvOfReport = (rows: readonly ReportRow[]): string =>
	csvOf([
		reportColumns.map(({ title }) => title),
		...rows.map((row) => reportColumns.map(({ id }) => textOf(row, id))),
	]);
