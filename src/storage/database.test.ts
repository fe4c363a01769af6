import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ok, refused } from '../domain/result.ts';
import { openDatabase } from './database.ts';
import { memoryStore } from './memory.ts';
import type { Store, StoredRun } from './store.ts';

const run: StoredRun = { id: 'one', procedure: 'desktop', version: '1', startedAt: 1 };
const event = (seq: number, of = run.id) => ({ run: of, seq, at: seq, event: { type: 'DONE' } });

/** Dexie keeps the factory that it found when it was loaded. */
const useFactory = (indexedDB: unknown) =>
	[globalThis, Dexie.dependencies].forEach((holder) => Object.assign(holder, { indexedDB }));
beforeEach(() => useFactory(new IDBFactory()));
afterEach(() => vi.useRealTimers());

const lasting = async (): Promise<Store> => {
	const opened = await openDatabase();
	if (!opened.ok) throw new Error(opened.reason);
	return opened.value;
};

describe.each([
	['in the database', lasting],
	['in memory', async () => memoryStore()],
] as const)('a store %s', (_, make) => {
	test('keeps runs and their events in the order of their numbers', async () => {
		const store = await make();
		await store.begin(run);
		await store.begin({ ...run, id: 'two' });
		for (const one of [event(1), event(0), event(0, 'two')])
			expect(await store.append(one)).toEqual(ok(undefined));
		expect(await store.runs()).toMatchObject(ok([{ id: 'one' }, { id: 'two' }]));
		expect(await store.events('one')).toEqual(ok([event(0), event(1)]));
	});
	test('refuses a number that is taken and a run that is gone', async () => {
		const store = await make();
		await store.begin(run);
		await store.append(event(0));
		expect(await store.append(event(0))).toEqual(refused('taken'));
		await store.remove(run.id);
		expect(await store.append(event(1))).toEqual(refused('gone'));
		expect(await store.events(run.id)).toEqual(ok([]));
	});
	test('sets, removes and wipes notes', async () => {
		const store = await make();
		await store.setNote('a', { deep: [1] });
		expect(await store.note('a')).toEqual(ok({ deep: [1] }));
		await store.setNote('a', undefined);
		expect(await store.note('a')).toEqual(ok(undefined));
		await store.setNote('a', 1);
		await store.begin(run);
		await store.append(event(0));
		await store.wipe();
		expect([await store.note('a'), await store.runs(), await store.events(run.id)]).toEqual([
			ok(undefined),
			ok([]),
			ok([]),
		]);
	});
});

test('what is stored is there when the database is opened again', async () => {
	const store = await lasting();
	await store.begin(run);
	await store.append(event(0));
	const again = await lasting();
	expect(again.lasting).toBe(true);
	expect(await again.events(run.id)).toEqual(ok([event(0)]));
});

/** A factory whose `open` ends as told. */
const factory = (open: () => unknown) => Object.assign(new IDBFactory(), { open });

describe('a database that cannot be had', () => {
	test('is blocked where there is none', async () => {
		useFactory(undefined);
		expect(await openDatabase()).toEqual(refused('blocked'));
	});
	test('is blocked where opening is forbidden', async () => {
		useFactory(
			factory(() => {
				throw new DOMException('not here', 'SecurityError');
			}),
		);
		expect(await openDatabase()).toEqual(refused('blocked'));
	});
	test('is broken where opening fails in an unknown way', async () => {
		useFactory(
			factory(() => {
				throw new Error('something');
			}),
		);
		expect(await openDatabase()).toEqual(refused('broken'));
	});
	test('is slow where opening does not answer', async () => {
		vi.useFakeTimers();
		useFactory(factory(() => ({})));
		const opened = openDatabase();
		await vi.advanceTimersByTimeAsync(3500);
		expect(await opened).toEqual(refused('slow'));
	});
	test('is newer where a later version of the guide made it', async () => {
		const before = await lasting();
		expect(before.lasting).toBe(true);
		const [found] = await indexedDB.databases();
		await new Promise((resolve) => {
			const request = indexedDB.open(found?.name ?? '', 1000);
			request.onsuccess = () => {
				request.result.close();
				resolve(undefined);
			};
		});
		expect(await openDatabase()).toEqual(refused('newer'));
		// the window that was open already does not write into it either
		expect(await before.append(event(0))).toEqual(refused('newer'));
	});
});
