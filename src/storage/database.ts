import { Dexie, type Table } from 'dexie';
import { ok, refused, type Result } from '../domain/result.ts';
import type { StorageTrouble, Store, StoredAnswer, StoredEvent, StoredRun } from './store.ts';

const databaseName = 'handrail';
/** How long opening may take before the guide goes on without, ms. */
const openWithin = 3000;

type Tables = {
	runs: Table<StoredRun, string>;
	events: Table<StoredEvent, [string, number]>;
	notes: Table<{ key: string; value: unknown }, string>;
};

const schemaVersion = 1;
/** Dexie's version 1 is the browser's 10. */
const dexieFactor = 10;

/** Version 1: runs, their events by number, and notes. Later versions are added below, never changed. */
function schema(): Dexie & Tables {
	const database = new Dexie(databaseName) as Dexie & Tables;
	database.version(1).stores({ runs: 'id', events: '[run+seq], run', notes: 'key' });
	return database;
}

/**
 * Opens the browser's database.
 *
 * @returns the store; or why there is none: `blocked` (forbidden or a private window), `slow` (no
 *   answer within 3 s), `newer` (made by a later version of this guide), `broken`
 */
export async function openDatabase(): Promise<StoredAnswer<Store>> {
	if (typeof indexedDB === 'undefined') return refused('blocked');
	const database = schema();
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<'late'>((resolve) => {
		timer = setTimeout(() => resolve('late'), openWithin);
	});
	try {
		const first = await Promise.race([database.open(), late]);
		if (first === 'late') {
			database.close();
			return refused('slow');
		}
		// Dexie opens a later version's database as it is; what it holds is not ours to judge
		if (database.backendDB().version >= (schemaVersion + 1) * dexieFactor) {
			database.close();
			return refused('newer');
		}
		return ok(storeOn(database));
	} catch (error) {
		return refused(troubleNamed(error));
	} finally {
		clearTimeout(timer);
	}
}

function storeOn(database: Dexie & Tables): Store {
	// another window takes a newer version of the guide, or the browser clears the site
	let closed: StorageTrouble = 'gone';
	database.on('versionchange', ({ newVersion }) => {
		closed = newVersion ? 'newer' : 'gone';
		database.close();
		return false;
	});
	const troubleOf = (error: unknown) =>
		nameOf(error) === 'DatabaseClosedError' ? closed : troubleNamed(error);
	const attempt = async <Value>(work: () => PromiseLike<Value>): Promise<StoredAnswer<Value>> => {
		try {
			return ok(await work());
		} catch (error) {
			return refused(troubleOf(error));
		}
	};
	return {
		lasting: true,
		runs: () => attempt(() => database.runs.toArray()),
		events: (run) => attempt(() => database.events.where('run').equals(run).sortBy('seq')),
		begin: (run) => attempt(() => database.runs.add(run).then(() => undefined)),
		append: async (event): Promise<Result<void, StorageTrouble | 'taken'>> => {
			try {
				// another window may have removed the run: events without one would never be found again
				const known = await database.transaction('rw', database.runs, database.events, async () => {
					if (!(await database.runs.get(event.run))) return false;
					await database.events.add(event);
					return true;
				});
				return known ? ok(undefined) : refused('gone');
			} catch (error) {
				return refused(nameOf(error) === 'ConstraintError' ? 'taken' : troubleOf(error));
			}
		},
		remove: (run) =>
			attempt(() =>
				database.transaction('rw', database.runs, database.events, async () => {
					await database.runs.delete(run);
					await database.events.where('run').equals(run).delete();
				}),
			),
		note: (key) => attempt(() => database.notes.get(key).then((note) => note?.value)),
		setNote: (key, value) =>
			attempt(async () => {
				if (value === undefined) await database.notes.delete(key);
				else await database.notes.put({ key, value });
			}),
		wipe: () =>
			attempt(() =>
				database.transaction('rw', database.runs, database.events, database.notes, async () => {
					await Promise.all([database.runs.clear(), database.events.clear(), database.notes.clear()]);
				}),
			),
	};
}

const nameOf = (error: unknown): string =>
	error instanceof Error ? ('inner' in error && (error.inner as Error | undefined)?.name) || error.name : '';

const troubles: Record<string, StorageTrouble> = {
	QuotaExceededError: 'full',
	VersionError: 'newer',
	SecurityError: 'blocked',
	InvalidStateError: 'blocked',
	MissingAPIError: 'blocked',
	DatabaseClosedError: 'gone',
	NotFoundError: 'gone',
};
const troubleNamed = (error: unknown): StorageTrouble => troubles[nameOf(error)] ?? 'broken';
