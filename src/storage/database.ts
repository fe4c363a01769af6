import { Dexie, type Table } from 'dexie';
import { ok, refused } from '../domain/result.ts';
import { attemptsOn, largeWithin, namesOf } from './attempt.ts';
import { openIn } from './open-in.ts';
import type { NoteChanges, Store, StoredAnswer, StoredEvent, StoredRun } from './store.ts';

type Tables = {
	runs: Table<StoredRun, string>;
	events: Table<StoredEvent, [string, number]>;
	notes: Table<{ key: string; value: unknown }, string>;
	aside: Table<{ id?: number; run: string; record: unknown }, number>;
};
type Database = Dexie & Tables;

/** The newest version of the schema below. */
export const schemaVersion = 2;

/**
 * Every shape that was ever released, oldest first. A version that is out is never changed; a new one
 * is added below with its upgrade, and a fixture of the old one goes into the test.
 */
export function schema(name: string): Database {
	const database = new Dexie(name, { chromeTransactionDurability: 'strict' }) as Database;
	// instead of Dexie's own warning in the console: `openDatabase` tells it as `slow`
	database.on('blocked', () => false);
	// 1: runs, their events by number, and notes
	database.version(1).stores({ runs: 'id', events: '[run+seq], run', notes: 'key' });
	// 2: each event knows the place it led to; records that cannot be read are set aside
	database
		.version(2)
		.stores({ aside: '++id, run' })
		.upgrade((transaction) =>
			transaction
				.table<Partial<StoredEvent>>('events')
				.toCollection()
				.modify((event) => {
					(event as { place: string }).place ??= '';
				}),
		);
	return database;
}

/**
 * Opens the browser's database.
 *
 * @param name of the database; another one in tests
 * @returns the store; or why there is none: `blocked` (forbidden or a private window), `slow` (no
 *   answer within 3 s), `newer` (made by a later version of this guide), `broken`
 */
export async function openDatabase(name = 'handrail'): Promise<StoredAnswer<Store>> {
	const opened = await openIn(() => schema(name), schemaVersion);
	return opened.ok ? ok(storeOn(opened.value)) : opened;
}

function storeOn(database: Database): Store {
	const { runs, events, notes, aside } = database;
	const attempt = attemptsOn(database);
	const everything = [runs, events, notes, aside];
	const all = (work: () => Promise<unknown>) =>
		attempt('rw', everything, () => work().then(() => undefined), largeWithin);
	const change = (changes: NoteChanges = new Map()) =>
		Promise.all(
			[...changes].map(([key, value]) => (value === null ? notes.delete(key) : notes.put({ key, value }))),
		);
	return {
		runs: () => attempt('r', [runs], () => runs.toArray()),
		events: (run, from) =>
			attempt('r', [events], () =>
				from === undefined
					? events.where('run').equals(run).sortBy('seq')
					: events.where('[run+seq]').between([run, from], [run, Dexie.maxKey]).toArray(),
			),
		begin: async (run, opening, changes) => {
			const answer = await attempt('rw', [runs, notes], async () => {
				const named = opening?.was && (await notes.get(opening.note))?.value;
				if (typeof named === 'string' && named !== opening?.was?.value) return false;
				if (opening) await notes.put({ key: opening.note, value: run.id });
				await Promise.all([runs.put(run), change(changes)]);
				return true;
			});
			if (!answer.ok) return answer;
			return answer.value ? ok(undefined) : refused('taken');
		},
		append: async (event, changes) => {
			const answer = await attempt('rw', [runs, events, notes], async () => {
				// both are asked at once: each answer waits for a turn of a page that may be drawing
				const added = events.add(event).then(
					() => undefined,
					(error: unknown) => {
						if (namesOf(error).includes('ConstraintError')) return 'taken' as const;
						throw error;
					},
				);
				const [run, answer] = await Promise.all([runs.get(event.run), added]);
				if (run && !answer) await change(changes);
				if (run) return answer;
				if (!answer) await events.delete([event.run, event.seq]);
				return 'gone';
			});
			if (!answer.ok) return answer;
			return answer.value ? refused(answer.value) : ok(undefined);
		},
		addRuns: (added) =>
			all(async () => {
				await runs.bulkAdd(added.map(({ run }) => run));
				await events.bulkAdd(added.flatMap((one) => one.events));
			}),
		remove: (run) =>
			all(async () => {
				await runs.delete(run);
				await events.where('run').equals(run).delete();
				await aside.where('run').equals(run).delete();
			}),
		setAside: (run, records) =>
			all(async () => {
				await aside.bulkAdd(records.map((record) => ({ run, record })));
				const bad = new Set(records.map((record) => JSON.stringify(record)));
				await events
					.where('run')
					.equals(run)
					.filter((event) => bad.has(JSON.stringify(event)))
					.delete();
			}),
		aside: () => attempt('r', [aside], () => aside.toArray()),
		note: (key) => attempt('r', [notes], () => notes.get(key).then((note) => note?.value)),
		setNote: (key, value) =>
			attempt('rw', [notes], () => change(new Map([[key, value]])).then(() => undefined)),
		wipe: () => all(() => Promise.all([runs.clear(), events.clear(), notes.clear(), aside.clear()])),
		close: () => database.close(),
	};
}
