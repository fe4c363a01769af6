import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { refused } from '../domain/result.ts';
import type { StepSlug } from '../domain/slugs.ts';
import { openDatabase } from '../storage/database.ts';
import { memoryStore } from '../storage/memory.ts';
import type { StorageTrouble, Store } from '../storage/store.ts';
import type { Look } from './place.ts';
import { openSession } from './session.ts';

const step = (slug: StepSlug): Look => ({ kind: 'step', step: slug });
const [at, before] = [step('outlook-static-password'), step('start-outlook')];
const following = step('skip-outlook-mobile');
const done = { type: 'DONE' } as const;

let now = 0;
let made = 0;
const open = (store: Store | StorageTrouble) =>
	openSession({ store, clock: () => (now += 1000), newId: () => `run-${(made += 1)}`, version: '1' });
beforeEach(() => {
	Dexie.dependencies.indexedDB = new IDBFactory();
	[now, made] = [0, 0];
});

const lasting = async () => {
	const opened = await openDatabase();
	if (!opened.ok) throw new Error(opened.reason);
	return opened.value;
};
const eventsOf = async (store: Store, run: string) => {
	const found = await store.events(run);
	return found.ok ? found.value.map(({ event }) => event) : found.reason;
};

describe.each([
	['in memory', async () => memoryStore()],
	['in the database', lasting],
] as const)('a session %s', (_, make) => {
	test('begins a run at the page looked at, with the first act', async () => {
		const store = await make();
		const session = await open(store);
		expect(session.getSnapshot()).toMatchObject({ run: undefined, place: undefined, saved: 'nothing' });
		expect(await session.act('desktop', at, done)).toMatchObject(following);
		expect(await eventsOf(store, 'run-1')).toEqual([{ type: 'JUMP', slug: 'outlook-static-password' }, done]);
		expect(session.getSnapshot().saved).toBe(store.lasting ? 'saved' : 'memory');
	});
	test('goes on where the open run was', async () => {
		const store = await make();
		await (await open(store)).act('desktop', at, done);
		const again = (await open(store)).getSnapshot();
		expect(again).toMatchObject({ run: { id: 'run-1' }, place: following, saved: 'nothing' });
	});
	test('does nothing on a page that is not the place, unless it is told to be there', async () => {
		const store = await make();
		const session = await open(store);
		await session.act('desktop', at, done);
		expect(await session.act('desktop', before, done)).toMatchObject(following);
		expect(await eventsOf(store, 'run-1')).toHaveLength(2);
		const jump = { type: 'JUMP', slug: 'start-outlook' } as const;
		expect(await session.act('desktop', before, jump)).toMatchObject(before);
	});
	test('counts two quick clicks as one', async () => {
		const store = await make();
		const session = await open(store);
		const places = await Promise.all([session.act('desktop', at, done), session.act('desktop', at, done)]);
		expect(places).toMatchObject([following, following]);
		expect(await eventsOf(store, 'run-1')).toHaveLength(2);
	});
	test('keeps the runs of several people apart', async () => {
		const session = await open(await make());
		await session.act('desktop', at, done);
		await session.startFresh();
		expect(session.getSnapshot()).toMatchObject({ run: undefined, place: undefined, since: undefined });
		await session.act('desktop', before, done);
		expect((await session.runs()).map(({ id }) => id).sort()).toEqual(['run-1', 'run-2']);
		await session.open('run-1');
		expect(session.getSnapshot().place).toMatchObject(following);
		await session.remove('run-1');
		expect(session.getSnapshot().place).toBeUndefined();
		expect(await session.runs()).toMatchObject([{ id: 'run-2' }]);
		await session.wipe();
		expect(await session.runs()).toEqual([]);
	});
	test('begins anew after the end', async () => {
		const session = await open(await make());
		const end = await session.act('desktop', step('get-help'), done);
		expect(end).toMatchObject({ kind: 'page', page: 'done', ended: true });
		expect(await session.act('desktop', at, done)).toMatchObject(following);
		expect(await session.runs()).toHaveLength(2);
	});
	test('remembers when a wait began until the person is at another step', async () => {
		const store = await make();
		const session = await open(store);
		const wait = step('wait-for-logon');
		await session.startWaiting('wait-for-logon', 42);
		expect(await session.waitingSince('open-mfa-email')).toBeUndefined();
		await session.act('desktop', wait, { type: 'SYMPTOM', symptom: 'stuck-preparing' });
		expect(await (await open(store)).waitingSince('wait-for-logon')).toBe(42);
		const detour = { kind: 'detour', step: 'wait-for-logon', detour: 'first-logon-slow' } as const;
		await session.act('desktop', detour, { type: 'FIXED' });
		expect(await session.waitingSince('wait-for-logon')).toBe(42);
		await session.act('desktop', wait, done);
		expect(await session.waitingSince('wait-for-logon')).toBeUndefined();
		await session.startWaiting('wait-for-globalprotect', 43);
		await session.startFresh();
		expect(await session.waitingSince('wait-for-globalprotect')).toBeUndefined();
	});
});

describe('two windows', () => {
	test('what the other one stored first counts', async () => {
		const store = await lasting();
		const first = await open(store);
		await first.act('desktop', at, done);
		const second = await open(store);
		await second.act('desktop', following, done);
		expect(await first.act('desktop', following, done)).toMatchObject({ step: 'open-mfa-email' });
		expect(await eventsOf(store, 'run-1')).toHaveLength(3);
		expect(first.getSnapshot().trouble).toBeUndefined();
	});
	test('a wipe in the other one is told, and the guide goes on in memory', async () => {
		const session = await open(await lasting());
		await session.act('desktop', at, done);
		await (await open(await lasting())).wipe();
		expect(await session.act('desktop', following, done)).toMatchObject({ step: 'open-mfa-email' });
		expect(session.getSnapshot()).toMatchObject({ trouble: 'gone', saved: 'memory' });
		expect(await eventsOf(await lasting(), 'run-1')).toEqual([]);
	});
});

describe('trouble with the store', () => {
	test.each(['blocked', 'slow', 'newer', 'broken'] as const)(
		'%s: the guide goes on in memory',
		async (why) => {
			const session = await open(why);
			expect(session.getSnapshot().trouble).toBe(why);
			expect(await session.act('desktop', at, done)).toMatchObject(following);
			expect(session.getSnapshot().saved).toBe('memory');
			expect(await session.runs()).toHaveLength(1);
		},
	);
	test('that comes later keeps the open run whole in memory', async () => {
		const store = await lasting();
		const failing: Store = { ...store, append: async () => refused('full') };
		await (await open(store)).act('desktop', at, done);
		const session = await open(failing);
		await session.act('desktop', following, done);
		expect(session.getSnapshot()).toMatchObject({ trouble: 'full', saved: 'memory' });
		await session.startFresh();
		await session.open('run-1');
		expect(session.getSnapshot().place).toMatchObject({ step: 'open-mfa-email' });
		expect(await eventsOf(store, 'run-1')).toHaveLength(2);
	});
	test('at the first act keeps the new run in memory', async () => {
		const session = await open({ ...(await lasting()), begin: async () => refused('full') });
		expect(await session.act('desktop', at, done)).toMatchObject(following);
		expect(session.getSnapshot()).toMatchObject({ trouble: 'full', saved: 'memory' });
		expect(await session.runs()).toMatchObject([{ id: 'run-1' }]);
	});
});
