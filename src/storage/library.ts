import { Dexie, type Table } from 'dexie';
import { ok } from '../domain/result.ts';
import { attemptsOn } from './attempt.ts';
import { openIn } from './open-in.ts';
import type { StoredAnswer } from './store.ts';

/** What a trainer keeps: recordings and exercises of their own. */
type LibraryKind = 'recording' | 'scenario';

/** One thing that is kept. What it holds is not the store's business. */
export type LibraryItem = {
	readonly id: string;
	readonly kind: LibraryKind;
	/** As the trainer calls it. */
	readonly name: string;
	/** Epoch ms UTC. */
	readonly savedAt: number;
	/** Opaque JSON. */
	readonly data: unknown;
};

/**
 * Where a trainer's things are kept: a database of its own, so that nothing here can hold up or touch the progress
 * of the real procedure, or anybody's practice. Nothing throws: trouble is a reason.
 */
export type LibraryStore = {
	/** Every record of a kind, readable or not, in no order. */
	all(kind: LibraryKind): Promise<StoredAnswer<unknown[]>>;
	get(id: string): Promise<StoredAnswer<unknown>>;
	/** Keeps a thing; one with the same id is replaced. */
	put(item: LibraryItem): Promise<StoredAnswer<void>>;
	remove(id: string): Promise<StoredAnswer<void>>;
	wipe(): Promise<StoredAnswer<void>>;
	close(): void;
};

type Tables = { items: Table<LibraryItem, string> };

/** The newest version of the shape below. */
export const libraryVersion = 1;

/** Every shape that was ever released, oldest first; a version that is out is never changed. */
function shape(name: string): Dexie & Tables {
	const database = new Dexie(name, { chromeTransactionDurability: 'strict' }) as Dexie & Tables;
	database.on('blocked', () => false);
	database.version(1).stores({ items: 'id, kind' });
	return database;
}

/**
 * Opens the place where a trainer's things are kept.
 *
 * @param name of the database; another one in tests
 * @returns the store, or why there is none
 */
export async function openLibrary(name = 'handrail-library'): Promise<StoredAnswer<LibraryStore>> {
	const opened = await openIn(() => shape(name), libraryVersion);
	return opened.ok ? ok(storeOn(opened.value)) : opened;
}

function storeOn(database: Dexie & Tables): LibraryStore {
	const { items } = database;
	const attempt = attemptsOn(database);
	const done = (work: () => PromiseLike<unknown>) => () => work().then(() => undefined);
	return {
		all: (kind) => attempt('r', [items], () => items.where('kind').equals(kind).toArray()),
		get: (id) => attempt('r', [items], () => items.get(id)),
		put: (item) =>
			attempt(
				'rw',
				[items],
				done(() => items.put(item)),
			),
		remove: (id) =>
			attempt(
				'rw',
				[items],
				done(() => items.delete(id)),
			),
		wipe: () =>
			attempt(
				'rw',
				[items],
				done(() => items.clear()),
			),
		close: () => database.close(),
	};
}
