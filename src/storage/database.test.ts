import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { Dexie } from 'dexie';
import { openDatabase, schema, schemaVersion } from './database.ts';
import type { Store } from './store.ts';

let count = 0;
const newName = () => `database-test-${(count += 1)}`;
async function opened(name: string): Promise<Store> {
	const answer = await openDatabase(name);
	if (!answer.ok) throw new Error(answer.reason);
	return answer.value;
}

const run = { id: 'a', procedure: 'desktop', version: '2020-05-05', startedAt: 1 };
const event = (seq: number) => ({
	run: 'a',
	seq,
	at: seq,
	event: { type: 'DONE' },
	place: '/desktop/get-help/',
});

/** Every shape that was released, as it lay in browsers: tables, and records put into them. */
const released: Record<number, { stores: Record<string, string>; records: Record<string, object[]> }> = {
	1: {
		stores: { runs: 'id', events: '[run+seq], run', notes: 'key' },
		records: {
			runs: [run],
			events: [
				{ run: 'a', seq: 0, at: 5, event: { type: 'JUMP', slug: 'get-help' } },
				{ run: 'a', seq: 1, at: 6, event: { type: 'DONE' } },
			],
			notes: [{ key: 'open-run', value: 'a' }],
		},
	},
};

async function lay(name: string, version: number) {
	const shape = released[version];
	if (!shape) throw new Error(`There is no fixture of version ${version}`);
	const old = new Dexie(name);
	old.version(version).stores(shape.stores);
	for (const [table, records] of Object.entries(shape.records)) await old.table(table).bulkAdd(records);
	old.close();
}

describe('the database', () => {
	test('refuses a number twice and keeps the first', async () => {
		const store = await opened(newName());
		await store.begin(run);
		expect(await store.append(event(0))).toEqual({ ok: true, value: undefined });
		expect(await store.append({ ...event(0), at: 9 })).toEqual({ ok: false, reason: 'taken' });
		expect(await store.events('a')).toEqual({ ok: true, value: [event(0)] });
	});

	test('takes back what another window holds up for 3 s: it is not stored later', async () => {
		const name = newName();
		const store = await opened(name);
		await store.begin(run);
		const other = new Dexie(name);
		await other.open();
		let letGo = () => {};
		const held = new Promise<void>((resolve) => (letGo = resolve));
		const holding = other.transaction('rw', 'events', () => Dexie.waitFor(held));
		expect(await store.append(event(0))).toEqual({ ok: false, reason: 'slow' });
		letGo();
		await holding;
		other.close();
		expect(await store.events('a')).toEqual({ ok: true, value: [] });
		expect(await store.append(event(0))).toEqual({ ok: true, value: undefined });
	}, 20_000);

	test('refuses an event of a run that it does not know', async () => {
		const store = await opened(newName());
		expect(await store.append(event(3))).toEqual({ ok: false, reason: 'gone' });
	});

	test('adds whole runs or none', async () => {
		const store = await opened(newName());
		await store.begin({ ...run, id: 'b' });
		const answer = await store.addRuns([
			{ run, events: [event(0)] },
			{ run: { ...run, id: 'b' }, events: [] },
		]);
		expect(answer.ok).toBe(false);
		expect(await store.events('a')).toEqual({ ok: true, value: [] });
	});

	test('has a fixture of every version before the newest', () => {
		expect(Object.keys(released).map(Number)).toEqual(
			Array.from({ length: schemaVersion - 1 }, (_, at) => at + 1),
		);
	});

	test.each(Object.keys(released).map(Number))('upgrades version %i and loses nothing', async (version) => {
		const name = newName();
		await lay(name, version);
		const store = await opened(name);
		expect(await store.runs()).toEqual({ ok: true, value: [run] });
		expect(await store.events('a')).toEqual({
			ok: true,
			value: (released[version]?.records.events ?? []).map((one) => ({ place: '', ...one })),
		});
		expect(await store.note('open-run')).toEqual({ ok: true, value: 'a' });
	});

	test('begins an interrupted upgrade anew', async () => {
		const name = newName();
		await lay(name, 1);
		const broken = schema(name);
		broken.version(schemaVersion).upgrade(() => Promise.reject(new Error('the browser was closed')));
		await expect(broken.open()).rejects.toThrow();
		broken.close();
		const store = await opened(name);
		expect((await store.events('a')).ok && (await store.runs())).toEqual({ ok: true, value: [run] });
	});

	test('of a newer version is left alone', async () => {
		const name = newName();
		const newer = new Dexie(name);
		newer
			.version(schemaVersion + 1)
			.stores({ runs: 'id', events: '[run+seq], run', notes: 'key', more: 'id' });
		await newer.table('runs').add(run);
		newer.close();
		expect(await openDatabase(name)).toEqual({ ok: false, reason: 'newer' });
		await newer.open();
		expect(await newer.table('runs').toArray()).toEqual([run]);
		newer.close();
	});

	test('that never answers counts as slow within 3 s', async () => {
		vi.useFakeTimers();
		const hanging = vi.spyOn(indexedDB, 'open').mockReturnValue({} as IDBOpenDBRequest);
		const answer = openDatabase(newName());
		await vi.advanceTimersByTimeAsync(3000);
		expect(await answer).toEqual({ ok: false, reason: 'slow' });
		hanging.mockRestore();
		vi.useRealTimers();
	});

	test('that the browser forbids is blocked', async () => {
		const forbidden = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
			throw new DOMException('The operation is insecure.', 'SecurityError');
		});
		expect(await openDatabase(newName())).toEqual({ ok: false, reason: 'blocked' });
		forbidden.mockRestore();
	});
});
