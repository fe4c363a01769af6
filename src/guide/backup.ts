import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { ok, refused, type Result } from '../domain/result.ts';
import type { StoredEvent, StoredRun } from '../storage/store.ts';
import { readEvents, readRun } from './events.ts';

/** A run with its events, as a file carries it. */
export type BackupRun = { readonly run: StoredRun; readonly events: readonly StoredEvent[] };

const format = 'handrail-progress';
const formatVersion = 1;
/** A file larger than this is no progress file, in characters. */
const largest = 20_000_000;

export type BackupFault = 'not-a-backup' | 'too-large' | 'newer' | 'altered' | 'malformed' | 'empty';

/** What a person is told when a file is refused. */
export const backupFaultWords: Record<BackupFault, string> = {
	'not-a-backup': 'This file does not hold progress of this guide.',
	'too-large': 'This file is too large to hold progress of this guide.',
	newer: 'This file was made by a newer version of this guide. Update the guide, then try again.',
	altered: 'This file was changed or cut short. Save it again from where it came, and try once more.',
	malformed: 'A part of this file cannot be read, so none of it is taken.',
	empty: 'There is no progress in this file.',
};

/**
 * Runs as the text of a file: versioned, with a SHA-256 checksum over its contents. It holds steps,
 * problems and times; passwords, PINs and passcodes are nowhere to be held.
 */
export function writeBackup(runs: readonly BackupRun[]): string {
	const contents = JSON.stringify(runs);
	return JSON.stringify({ format, version: formatVersion, checksum: checksumOf(contents), contents });
}

/** Is this the beginning of such a file, whatever else is wrong with it? */
export const looksLikeBackup = (text: string): boolean => text.slice(0, 100).includes(`"${format}"`);

/** @returns the runs of a file, all of them, or the reason why none is taken */
export function readBackup(text: string): Result<BackupRun[], BackupFault> {
	if (text.length > largest) return refused('too-large');
	const file = parse(text);
	if (!isRecord(file) || file.format !== format) return refused('not-a-backup');
	if (typeof file.version !== 'number' || !Number.isInteger(file.version)) return refused('malformed');
	if (file.version > formatVersion) return refused('newer');
	const { contents } = file;
	if (typeof contents !== 'string' || file.checksum !== checksumOf(contents)) return refused('altered');
	const entries = parse(contents);
	if (!Array.isArray(entries)) return refused('malformed');
	const runs: BackupRun[] = [];
	for (const entry of entries as unknown[]) {
		const run = isRecord(entry) ? readRun(entry.run) : undefined;
		if (!run || !isRecord(entry) || !Array.isArray(entry.events)) return refused('malformed');
		const { good, bad } = readEvents(entry.events as unknown[], run.id);
		if (bad.length > 0) return refused('malformed');
		runs.push({ run, events: good });
	}
	return runs.length === 0 ? refused('empty') : ok(runs);
}

const checksumOf = (contents: string) => bytesToHex(sha256(utf8ToBytes(contents)));
const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
