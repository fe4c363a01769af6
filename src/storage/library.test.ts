import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { Dexie } from 'dexie';
import { libraryVersion, openLibrary, type LibraryItem, type LibraryStore } from './library.ts';

let count = 0;
const newName = () => `library-test-${(count += 1)}`;
async function opened(name: string): Promise<LibraryStore> {
	const answer = await openLibrary(name);
	if (!answer.ok) throw new Error(answer.reason);
	return answer.value;
}
const item = (id: string, change: Partial<LibraryItem> = {}): LibraryItem => ({
	id,
	kind: 'recording',
	name: `The ${id}`,
	savedAt: 1,
	data: { anything: [1, 2] },
	...change,
});
const done = { ok: true, value: undefined };

describe('the library', () => {
	test('keeps things by their kind', async () => {
		const name = newName();
		const store = await opened(name);
		expect(await store.put(item('a'))).toEqual(done);
		expect(await store.put(item('b', { kind: 'scenario' }))).toEqual(done);
		store.close();
		const again = await opened(name);
		expect(await again.all('recording')).toEqual({ ok: true, value: [item('a')] });
		expect(await again.all('scenario')).toEqual({ ok: true, value: [item('b', { kind: 'scenario' })] });
		expect(await again.get('a')).toEqual({ ok: true, value: item('a') });
		expect(await again.get('c')).toEqual({ ok: true, value: undefined });
	});

	test('a thing with the same id takes the place of the one before', async () => {
		const store = await opened(newName());
		await store.put(item('a'));
		await store.put(item('a', { name: 'Another name' }));
		expect(await store.all('recording')).toEqual({ ok: true, value: [item('a', { name: 'Another name' })] });
	});

	test('loses one thing, or all', async () => {
		const store = await opened(newName());
		for (const id of ['a', 'b', 'c']) await store.put(item(id));
		expect(await store.remove('b')).toEqual(done);
		expect(await store.all('recording')).toMatchObject({ value: [{ id: 'a' }, { id: 'c' }] });
		expect(await store.wipe()).toEqual(done);
		expect(await store.all('recording')).toEqual({ ok: true, value: [] });
	});

	test('a library of a newer version is left as it is', async () => {
		const name = newName();
		const newer = new Dexie(name);
		newer.version(libraryVersion + 1).stores({ items: 'id, kind, name' });
		await newer.open();
		newer.close();
		expect(await openLibrary(name)).toEqual({ ok: false, reason: 'newer' });
	});
});
