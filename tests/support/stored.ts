import { expect, type Page } from '@playwright/test';
import type { StoredEvent, StoredRun } from '../../src/storage/store.ts';

/** All that this site keeps in the browser. */
export type Kept = {
	runs: StoredRun[];
	events: StoredEvent[];
	notes: { key: string; value: unknown }[];
	aside: unknown[];
};

/** Reads the browser's database behind the app's back, and changes nothing. */
export const stored = (page: Page): Promise<Kept> =>
	page.evaluate(async () => {
		const kept: Kept = { runs: [], events: [], notes: [], aside: [] };
		const settled = <Value>(request: IDBRequest<Value>) =>
			new Promise<Value>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(new Error(String(request.error)));
			});
		for (const { name } of await indexedDB.databases()) {
			const database = await settled(indexedDB.open(name ?? ''));
			for (const store of Array.from(database.objectStoreNames)) {
				const rows: unknown = await settled(database.transaction(store).objectStore(store).getAll());
				Object.assign(kept, { [store]: rows });
			}
			database.close();
		}
		return kept;
	});

/**
 * All that is kept, once a page with progress has also noted that it asked the browser not to clear it: that
 * note follows the first stored act by a moment of its own.
 */
export async function storedAtRest(page: Page): Promise<Kept> {
	const keys = async () => (await stored(page)).notes.map(({ key }) => key);
	await expect.poll(keys).toContain('asked-for-persistence');
	return stored(page);
}

/** The stored events of all runs, in the order of their numbers. */
export const storedEvents = async (page: Page): Promise<unknown[]> =>
	(await stored(page)).events.sort((one, other) => one.seq - other.seq).map(({ event }) => event);

/**
 * Waits until a note is in the store, before a page is left or its clock is moved: a clock that runs ahead
 * while a note is being stored lets the store's patience of 3 s be over at once, and the note is taken back.
 */
export const untilNoted = (page: Page, value: unknown): Promise<void> =>
	expect.poll(async () => (await stored(page)).notes.map((note) => note.value)).toContainEqual(value);
