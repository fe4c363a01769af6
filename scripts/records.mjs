// What runs have measured, one record for each kind of run, in bench/results. `npm run figures` puts them into the docs.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where records of runs lie. Nothing of it is committed. */
export const resultsFolder = join(root, 'bench/results');

/** The machine in words, as a figure's reader needs it. */
export const machine = () =>
	`${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release().replace(/-.*/, '')}`;

/** The commit that is checked out, in 12 digits. */
export function commit() {
	try {
		return execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
	} catch {
		return 'unknown';
	}
}

/**
 * Keeps what a run has found, in place of what the run of its kind before it has.
 *
 * @param {string} kind
 * @param {object} found plain JSON
 */
export function keepRecord(kind, found) {
	mkdirSync(resultsFolder, { recursive: true });
	const about = { at: new Date().toISOString(), commit: commit(), machine: machine() };
	writeFileSync(
		join(resultsFolder, `${kind}.json`),
		`${JSON.stringify({ ...about, ...found }, null, '\t')}\n`,
	);
}
