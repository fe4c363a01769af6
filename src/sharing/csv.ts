/** What a spreadsheet would take for a formula: OWASP, "CSV Injection". */
const formula = /^[=+\-@\t\r＝＋－＠]/;

/**
 * A table as CSV (RFC 4180), safe to open in a spreadsheet: a cell that begins as a formula does gets an apostrophe
 * in front, so that it stays text. Begins with a byte order mark, without which some read UTF-8 as something else.
 */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
	`\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;

function cell(value: string | number): string {
	// a number that is one is never a formula
	const text = typeof value === 'string' && formula.test(value) ? `'${value}` : String(value);
	return /[",\r\n\t;']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
