import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { Dexie } from 'dexie';
import { openDatabase, schemaVersion } from './database.ts';
import { readRawRecords, versionOf } from './raw-records.ts';

const newerShape = { runs: 'id, owner', chapters: '++id', notes: 'key' };

test('a newer database is read as it lies, and stays as it is', async () => {
	const name = 'raw-newer';
	const newer = new Dexie(name);
	newer.version(schemaVersion + 1).stores(newerShape);
	await newer.table('runs').add({ id: 'a', owner: 'somebody' });
	await newer.table('chapters').add({ words: ['never', 'seen'] });
	newer.close();
	const before = await readRawRecords(name);
	expect(before).toEqual({
		ok: true,
		value: {
			version: (schemaVersion + 1) * 10,
			tables: {
				runs: [{ id: 'a', owner: 'somebody' }],
				chapters: [{ id: 1, words: ['never', 'seen'] }],
				notes: [],
			},
		},
	});
	expect(await openDatabase(name)).toEqual({ ok: false, reason: 'newer' });
	expect(await readRawRecords(name)).toEqual(before);
});

test('a database that is not there is not made', async () => {
	expect(await readRawRecords('raw-none')).toEqual({ ok: false, reason: 'broken' });
	expect(await versionOf('raw-none')).toBe(0);
});
