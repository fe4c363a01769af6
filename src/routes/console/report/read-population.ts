import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import Papa from 'papaparse';
import { MOST_ROWS, readHeader, readRow } from '../../../practice/report/row-check.ts';
import type { ReportColumn, ReportRow } from '../../../simulator/service/operator.ts';

/** A line of a file that cannot be taken, by its number in the file. */
type BadRow = { readonly line: number; readonly why: string };
export type Population =
	| { readonly is: 'read'; readonly rows: readonly ReportRow[]; readonly hash: string }
	/** Nothing is taken. The first of the bad lines, and how many there are. */
	| { readonly is: 'bad'; readonly bad: readonly BadRow[]; readonly count: number }
	| { readonly is: 'stopped' };

const MOST_BYTES = 64 * 1024 * 1024;
/** So many bad lines are named. */
const MOST_BAD = 200;
/** As much as is read before the page has its turn, bytes. */
const CHUNK = 128 * 1024;

/** Reads a file of users: all of it, or nothing. */
export async function readPopulation(
	file: File,
	signal: AbortSignal,
	moved: (share: number) => void,
): Promise<Population> {
	if (file.size > MOST_BYTES)
		return { is: 'bad', count: 1, bad: [{ line: 1, why: 'It is larger than 64 MB.' }] };
	const found = await rowsOf(file, signal, (share) => moved(share * 0.8));
	if (found.is !== 'rows') return found;
	const hash = await hashOf(file, signal, (share) => moved(0.8 + share * 0.2));
	return hash === undefined ? { is: 'stopped' } : { is: 'read', rows: found.rows, hash };
}

type Found =
	| { readonly is: 'rows'; readonly rows: readonly ReportRow[] }
	| Extract<Population, { is: 'bad' | 'stopped' }>;

function rowsOf(file: File, signal: AbortSignal, moved: (share: number) => void): Promise<Found> {
	const rows: ReportRow[] = [];
	const bad: BadRow[] = [];
	const lines = new Map<string, number>();
	let count = 0;
	let line = 1;
	let header: readonly (ReportColumn | null)[] | undefined;
	const wrong = (at: number, why: string) => {
		count += 1;
		if (bad.length < MOST_BAD) bad.push({ line: at, why });
	};
	/** @returns is there more to read? */
	const take = (fields: readonly string[], broken: boolean): boolean => {
		const at = line;
		// a field may have lines of its own
		line += 1 + fields.reduce((sum, field) => sum + (field.match(/\n/g)?.length ?? 0), 0);
		if (fields.length === 1 && fields[0]?.trim() === '') return true;
		if (broken) wrong(at, 'A quotation mark is missing.');
		else if (!header) {
			const read = readHeader(fields);
			if (read.ok) header = read.value;
			else wrong(at, read.reason);
			return read.ok;
		} else if (rows.length >= MOST_ROWS) {
			wrong(at, `The file has more than ${MOST_ROWS} lines.`);
			return false;
		} else {
			const read = readRow(fields, header, lines, at);
			if (!read.ok) wrong(at, read.reason);
			else {
				rows.push(read.value);
				lines.set(read.value.serial, at);
				if (!lines.has(read.value.userId)) lines.set(read.value.userId, at);
			}
		}
		return true;
	};
	return new Promise((resolve) => {
		const end = () => {
			if (signal.aborted) return resolve({ is: 'stopped' });
			if (count === 0 && rows.length === 0) wrong(1, 'It has no lines.');
			resolve(count > 0 ? { is: 'bad', bad, count } : { is: 'rows', rows });
		};
		Papa.parse<string[]>(file, {
			chunkSize: CHUNK,
			chunk({ data, errors, meta }, parser) {
				const broken = new Set(errors.flatMap(({ type, row }) => (type === 'Quotes' ? [row] : [])));
				const more = data.every((fields, at) => take(fields, broken.has(at)));
				moved(meta.cursor / Math.max(1, file.size));
				if (signal.aborted || !more) parser.abort();
			},
			complete: end,
			error() {
				wrong(line, 'The file could not be read.');
				end();
			},
		});
	});
}

/** SHA-256 of a file's bytes, in hexadecimal digits; nothing when it was stopped. */
async function hashOf(
	file: File,
	signal: AbortSignal,
	moved: (share: number) => void,
): Promise<string | undefined> {
	const hash = sha256.create();
	for (let at = 0; at < file.size && !signal.aborted; at += CHUNK) {
		hash.update(new Uint8Array(await file.slice(at, at + CHUNK).arrayBuffer()));
		moved(at / file.size);
	}
	return signal.aborted ? undefined : bytesToHex(hash.digest());
}
