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
		if (first === 'late') return refused('slow');
		return ok(storeOn(database));
	} catch (error) {
		return refused(troubleOf(error));
	} finally {
		clearTimeout(timer);
	}
}

function storeOn(database: Dexie & Tables): Store {
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
				await database.transaction('rw', database.events, () => database.events.add(event));
				return ok(undefined);
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
		setNote: (key, value) => attempt(() => database.notes.put({ key, value }).then(() => undefined)),
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
const troubleOf = (error: unknown): StorageTrouble => troubles[nameOf(error)] ?? 'broken';
