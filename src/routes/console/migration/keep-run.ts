import type { DrillOptions } from '../../../simulator/migration/index.ts';
import { migrationKey } from '../../../practice/migration/keep-key.ts';
import { readRun, writeRun, type Run } from '../../../practice/migration/record.ts';

/** The drill that is there before one was begun. */
export const FIRST: DrillOptions = { seed: 1, users: 60, spare: 15 };

/** Keeps a run for the next time. @returns whether this browser could keep it */
export function keepRun(run: Run): boolean {
	try {
		localStorage.setItem(migrationKey, writeRun(run));
		return true;
	} catch {
		return false;
	}
}

/** The run that was kept, or why it cannot be gone on with; nothing where there is none. */
export function keptRun(): ReturnType<typeof readRun> | undefined {
	try {
		const text = localStorage.getItem(migrationKey);
		return text === null ? undefined : readRun(text);
	} catch {
		return undefined;
	}
}
