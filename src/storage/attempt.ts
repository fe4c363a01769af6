import type { Dexie, Table } from 'dexie';
import { ok, refused } from '../domain/result.ts';
import type { StorageTrouble, StoredAnswer } from './store.ts';

/** How long opening and each small thing may take before the guide goes on without, ms. */
export const answerWithin = 3000;
/** The same for what may be large: whole runs that come or go. */
export const largeWithin = 30_000;

/** Does something in a transaction of its own on some tables of a database. Nothing throws: trouble is a reason. */
export type Attempt = <Value>(
	mode: 'r' | 'rw',
	tables: Table[],
	work: () => PromiseLike<Value>,
	within?: number,
) => Promise<StoredAnswer<Value>>;

/**
 * Another window may hold the tables and do nothing, as when it was frozen: what waits for too long is taken
 * back, so that it is not stored later without a word.
 */
export function attemptsOn(database: Dexie): Attempt {
	return async <Value>(
		mode: 'r' | 'rw',
		tables: Table[],
		work: () => PromiseLike<Value>,
		within = answerWithin,
	): Promise<StoredAnswer<Value>> => {
		let late = false;
		let timer: ReturnType<typeof setTimeout> | undefined;
		try {
			const done = database.transaction(mode, tables, (transaction) => {
				timer = setTimeout(() => {
					late = true;
					try {
						transaction.abort();
					} catch {
						// it has just been done after all
					}
				}, within);
				return work();
			});
			return ok(await done);
		} catch (error) {
			return refused(late ? 'slow' : troubleOf(error));
		} finally {
			clearTimeout(timer);
		}
	};
}

/** Names of an error and of the one that it wraps. */
export function namesOf(error: unknown): string[] {
	if (!(error instanceof Error)) return [];
	const inner = 'inner' in error ? error.inner : undefined;
	return [error.name, ...(inner instanceof Error || inner instanceof DOMException ? [inner.name] : [])];
}

const troubles: Record<string, StorageTrouble> = {
	QuotaExceededError: 'full',
	VersionError: 'newer',
	SecurityError: 'blocked',
	MissingAPIError: 'blocked',
	InvalidStateError: 'gone',
	DatabaseClosedError: 'gone',
	NotFoundError: 'gone',
};
export const troubleOf = (error: unknown): StorageTrouble =>
	namesOf(error)
		.map((name) => troubles[name])
		.findLast((trouble) => trouble !== undefined) ?? 'broken';
