import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { refused } from '../domain/result.ts';
import type { Answer, DetourSlug, Question, StepSlug, SymptomSlug } from '../domain/slugs.ts';
import type { ProcedureEvent } from '../domain/events.ts';
import { openDatabase } from '../storage/database.ts';
import type { Store, StorageTrouble, StoredEvent } from '../storage/store.ts';
import { ageKey } from './ages.ts';
import type { Look } from './place.ts';
import { openSession, type Session } from './session.ts';
import { windows } from './windows.fixture.ts';

let databases = 0;
const newName = () => `session-test-${(databases += 1)}`;
let ids = 0;
const open = (name: string, peers = windows().open(), version = '2020-05-05') =>
	openSession({
		openStore: () => openDatabase(name),
		peers,
		clock: () => 1_000,
		newId: () => `run-${(ids += 1)}`,
		version,
	});

const step = (slug: StepSlug): Look => ({ kind: 'step', step: slug });
const detour = (slug: StepSlug, open: DetourSlug): Look => ({ kind: 'detour', step: slug, detour: open });
const done: ProcedureEvent = { type: 'DONE' };
const symptom = (slug: SymptomSlug): ProcedureEvent => ({ type: 'SYMPTOM', symptom: slug });
const answer = (question: Question, given: Answer): ProcedureEvent => ({
	type: 'ANSWER',
	question,
	answer: given,
});
const placeOf = (session: Session) => session.getSnapshot().place;

describe('a session', () => {
	test('begins a run at the step looked at, and keeps it', async () => {
		const name = newName();
		const session = await open(name);
		await session.act('desktop', step('outlook-static-password'), done);
		expect(placeOf(session)).toMatchObject({ kind: 'step', step: 'skip-outlook-mobile' });
		expect(session.getSnapshot().saved).toBe('saved');
		expect(placeOf(await open(name))).toMatchObject({ kind: 'step', step: 'skip-outlook-mobile' });
	});

	test('leads from the manager’s step to the message, also for who came by its link', async () => {
		const session = await open(newName());
		await session.act('desktop', step('request-static-password'), done);
		expect(placeOf(session)).toMatchObject({ kind: 'page', page: 'send-on' });
		await session.act('desktop', step('outlook-static-password'), {
			type: 'JUMP',
			slug: 'outlook-static-password',
		});
		await session.act('desktop', step('outlook-static-password'), done);
		expect(placeOf(session)).toMatchObject({ kind: 'step', step: 'skip-outlook-mobile' });
	});

	test('has a run for each guide: an act in one leaves the other as it was', async () => {
		const name = newName();
		const session = await open(name);
		await session.act('desktop', step('outlook-static-password'), done);
		const first = session.getSnapshot().run?.id ?? '';
		await session.act('android', { kind: 'start' }, answer('phone-app', 'yes'));
		expect(session.getSnapshot()).toMatchObject({ place: { kind: 'start' }, run: { procedure: 'android' } });
		await session.act('android', { kind: 'start' }, answer('enrollment-mail', 'none'));
		await session.act('android', step('open-user-portal'), done);
		expect(placeOf(session)).toMatchObject({ kind: 'step', step: 'confirm-your-identity' });
		expect(placeOf(await open(name))).toMatchObject({ step: 'confirm-your-identity' });
		expect((await session.runs()).map(({ procedure }) => procedure).sort()).toEqual(['android', 'desktop']);
		await session.open(first);
		expect(placeOf(session)).toMatchObject({ kind: 'step', step: 'skip-outlook-mobile' });
		await session.act('desktop', step('skip-outlook-mobile'), done);
		expect(session.getSnapshot().run?.id).toBe(first);
	});

	test('comes back in the middle of a detour, at the same try', async () => {
		const name = newName();
		const session = await open(name);
		await session.act('desktop', step('enter-static-password'), symptom('static-password-refused'));
		const where = detour('enter-static-password', 'static-password-refused');
		await session.act('desktop', where, { type: 'NOT_FIXED' });
		expect(placeOf(await open(name))).toMatchObject({ ...where, attempt: 1 });
	});

	test('does nothing for a page that is not the place', async () => {
		const session = await open(newName());
		await session.act('desktop', step('connect-to-router'), done);
		await session.act('desktop', step('connect-to-router'), done);
		expect(placeOf(session)).toMatchObject({ step: 'open-network-sign-in' });
	});

	test('says that an act is saved when all of it is, and never of one that is refused', async () => {
		const session = await open(newName());
		const seen: string[] = [];
		session.subscribe(({ saved }) => seen.push(saved));
		await session.act('desktop', step('connect-to-router'), done);
		expect(seen).toEqual(['saving', 'saved']);
		await session.act('desktop', step('open-network-sign-in'), { type: 'FIXED' });
		expect(seen).toEqual(['saving', 'saved']);
		const [run] = await session.runs();
		expect(await session.keeper.records.events(run?.id ?? '')).toHaveLength(2);
	});

	test('counts two quick clicks on one control once', async () => {
		const session = await open(newName());
		await Promise.all([
			session.act('desktop', step('connect-to-router'), done),
			session.act('desktop', step('connect-to-router'), done),
		]);
		expect(placeOf(session)).toMatchObject({ step: 'open-network-sign-in' });
	});

	test('counts two quick clicks on the last step once, and begins no new run', async () => {
		const session = await open(newName());
		await session.act('desktop', step('get-help'), { type: 'JUMP', slug: 'get-help' });
		await Promise.all([
			session.act('desktop', step('get-help'), done),
			session.act('desktop', step('get-help'), done),
		]);
		expect(placeOf(session)).toMatchObject({ page: 'done', ended: true });
		expect(await session.runs()).toHaveLength(1);
		await session.act('desktop', step('get-help'), done);
		expect(await session.runs()).toHaveLength(2);
	});

	test('starts fresh, keeps the older run, and opens it again', async () => {
		const session = await open(newName());
		await session.act('desktop', step('connect-to-router'), done);
		const { run } = session.getSnapshot();
		await session.startFresh();
		expect(placeOf(session)).toBeUndefined();
		await session.act('desktop', step('start-outlook'), done);
		await session.open(run?.id ?? '');
		expect(placeOf(session)).toMatchObject({ step: 'open-network-sign-in' });
		expect(await session.runs()).toHaveLength(2);
	});

	test('remembers when a wait began until the person is at another step', async () => {
		const name = newName();
		const session = await open(name);
		const wait = step('wait-for-logon');
		await session.startWaiting('wait-for-logon', 42);
		expect(await session.waitingSince('open-mfa-email')).toBeUndefined();
		await session.act('desktop', wait, symptom('stuck-preparing'));
		expect(await (await open(name)).waitingSince('wait-for-logon')).toBe(42);
		await session.act('desktop', detour('wait-for-logon', 'first-logon-slow'), { type: 'FIXED' });
		expect(await session.waitingSince('wait-for-logon')).toBe(42);
		await session.act('desktop', wait, done);
		expect(await session.waitingSince('wait-for-logon')).toBeUndefined();
	});

	test('a window that is closed as soon as an act is saved leaves the notes that belong to it', async () => {
		const name = newName();
		const before = await open(name);
		await before.setNote(ageKey(undefined, 'mfa-email'), '2020-05-05');
		/** Closed as soon as the first act is stored: nothing that it asks after that is carried out. */
		let closed = false;
		const session = await openSession({
			openStore: async () => {
				const opened = await openDatabase(name);
				if (!opened.ok) return opened;
				const stored = opened.value;
				const store: Store = {
					...stored,
					append: async (...added) => {
						const answer = await stored.append(...added);
						closed = true;
						return answer;
					},
					setNote: async (...note) => (closed ? refused('gone') : stored.setNote(...note)),
				};
				return { ok: true, value: store };
			},
			peers: windows().open(),
			clock: () => 1_000,
			newId: () => 'run-closed',
			version: '2020-05-05',
		});
		await session.startWaiting('open-mfa-email', 42);
		await session.act('desktop', step('open-mfa-email'), done);
		const after = await open(name);
		expect(await after.note(ageKey('run-closed', 'mfa-email'))).toBe('2020-05-05');
		expect(await after.note(ageKey(undefined, 'mfa-email'))).toBeUndefined();
		expect(await after.waitingSince('open-mfa-email')).toBeUndefined();
	});

	test('wipes everything', async () => {
		const name = newName();
		const session = await open(name);
		await session.act('desktop', step('connect-to-router'), done);
		await session.wipe();
		expect(await session.runs()).toEqual([]);
		expect(placeOf(await open(name))).toBeUndefined();
	});
});

describe('two windows', () => {
	test('show the same place, and the one that acts takes over', async () => {
		const name = newName();
		const browser = windows();
		const one = await open(name, browser.open());
		const other = await open(name, browser.open());
		await one.act('desktop', step('connect-to-router'), done);
		await other.act('desktop', step('open-network-sign-in'), done);
		expect(placeOf(other)).toMatchObject({ step: 'enter-email-address' });
		await one.act('desktop', step('enter-email-address'), done);
		expect(placeOf(one)).toMatchObject({ step: 'enter-computer-password' });
	});

	test('never undo a step: a window that was left behind goes along instead', async () => {
		const name = newName();
		const browser = windows();
		const one = await open(name, browser.open());
		await one.act('desktop', step('connect-to-router'), done);
		// this window hears of nothing, as when it was frozen
		const deaf = await open(name, { ...browser.open(), listen: () => () => undefined });
		await one.act('desktop', step('open-network-sign-in'), done);
		await deaf.act('desktop', step('open-network-sign-in'), symptom('no-sign-in-icon'));
		expect(placeOf(deaf)).toMatchObject({ step: 'enter-email-address' });
		expect(await deaf.keeper.records.events((await deaf.runs())[0]?.id ?? '')).toHaveLength(3);
	});
});

describe('what a window tells another', () => {
	/** A window that follows, how often it read events in the store, and a way to tell it something. */
	async function following() {
		const name = newName();
		const browser = windows();
		const one = await open(name, browser.open());
		await one.act('desktop', step('connect-to-router'), done);
		let reads = 0;
		const other = await openSession({
			openStore: async () => {
				const opened = await openDatabase(name);
				if (!opened.ok) return opened;
				const events: Store['events'] = (...asked) => {
					reads += 1;
					return opened.value.events(...asked);
				};
				return { ok: true, value: { ...opened.value, events } };
			},
			peers: browser.open(),
			clock: () => 1_000,
			newId: () => 'other',
			version: '2020-05-05',
		});
		reads = 0;
		const third = browser.open();
		/** Waits until all news were heard. */
		const heard = async () => {
			await Promise.resolve();
			await other.note('heard');
		};
		return { one, other, third, heard, reads: () => reads };
	}
	const events = async (session: Session) =>
		session.keeper.records.events((await session.runs())[0]?.id ?? '') as Promise<StoredEvent[]>;

	test('is enough to follow', async () => {
		const { one, other, heard, reads } = await following();
		await one.act('desktop', step('open-network-sign-in'), done);
		await heard();
		expect(placeOf(other)).toMatchObject({ step: 'enter-email-address' });
		expect(other.getSnapshot()).toMatchObject({ saved: 'saved', byPeer: true });
		expect(reads()).toBe(0);
	});

	test.each([
		['of another run', (event: StoredEvent) => ({ ...event, run: 'some other' })],
		['with a gap before it', (event: StoredEvent) => ({ ...event, seq: event.seq + 1 })],
		['that this window has already', (event: StoredEvent) => ({ ...event, seq: event.seq - 1 })],
		['that the machine does not know here', (event: StoredEvent) => ({ ...event, event: { type: 'FIXED' } })],
		['that is no event', () => 'nonsense'],
	])('leads to the store where it is something %s', async (_, change) => {
		const { one, other, third, heard, reads } = await following();
		const last = (await events(one)).at(-1);
		if (!last) throw new Error('Nothing is stored');
		const next = { ...last, seq: last.seq + 1, event: { type: 'DONE' } };
		third.tell('changed', [change(next) as StoredEvent]);
		await heard();
		expect(reads()).toBeGreaterThan(0);
		expect(placeOf(other)).toEqual(placeOf(one));
		expect(await events(other)).toEqual(await events(one));
	});
});

describe('two windows that both take themselves for the writer', () => {
	/** As in a browser without locks, or in the moment before a robbed window learns of it. */
	const alone = () => ({ ...windows().open(), tell: () => undefined });

	test('the one whose number is taken shows what is stored, and stores nothing after its own idea', async () => {
		const name = newName();
		const one = await open(name, alone());
		await one.act('desktop', step('connect-to-router'), done);
		const other = await open(name, alone());
		await one.act('desktop', step('open-network-sign-in'), done);
		await other.act('desktop', step('open-network-sign-in'), symptom('no-sign-in-icon'));
		expect(other.getSnapshot()).toMatchObject({ saved: 'nothing', place: { step: 'enter-email-address' } });
		await other.act('desktop', step('enter-email-address'), done);
		const events = await other.keeper.records.events((await other.runs())[0]?.id ?? '');
		expect(events).toMatchObject([0, 1, 2, 3].map((seq) => ({ seq })));
		expect(events.at(-1)).toMatchObject({ event: done, place: '/desktop/enter-computer-password/' });
	});

	test('begin one run, not two', async () => {
		const name = newName();
		const [one, other] = [await open(name, alone()), await open(name, alone())];
		await one.act('desktop', step('connect-to-router'), done);
		await other.act('desktop', step('start-outlook'), done);
		expect(await other.runs()).toHaveLength(1);
		expect(placeOf(other)).toMatchObject({ step: 'open-network-sign-in' });
	});
});

describe('trouble with the store', () => {
	const troubles: StorageTrouble[] = ['blocked', 'slow', 'newer', 'broken'];
	test.each(troubles)('%s: the guide goes on in memory and says why', async (reason) => {
		const session = await openSession({
			openStore: async () => refused(reason),
			peers: windows().open(),
			clock: () => 0,
			newId: () => 'run',
			version: '2020-05-05',
		});
		await session.act('desktop', step('connect-to-router'), done);
		expect(session.getSnapshot()).toMatchObject({ saved: 'memory', trouble: reason });
		expect(placeOf(session)).toMatchObject({ step: 'open-network-sign-in' });
	});

	/** A store that refuses to add events as long as it is told to. */
	const flaky = (name: string) => {
		const state: { reason: StorageTrouble | undefined } = { reason: undefined };
		const openStore = async () => {
			const opened = await openDatabase(name);
			if (!opened.ok) return opened;
			const store: Store = {
				...opened.value,
				append: async (event, changes) =>
					state.reason ? refused(state.reason) : opened.value.append(event, changes),
			};
			return { ok: true as const, value: store };
		};
		return { state, openStore };
	};

	test.each(['full', 'gone'] as const)(
		'%s in mid-run: what was done meanwhile is stored when there is room again',
		async (reason) => {
			const name = newName();
			const { state, openStore } = flaky(name);
			const session = await openSession({
				openStore,
				peers: windows().open(),
				clock: () => 0,
				newId: () => `run-${(ids += 1)}`,
				version: '2020-05-05',
			});
			await session.act('desktop', step('connect-to-router'), done);
			state.reason = reason;
			await session.act('desktop', step('open-network-sign-in'), done);
			await session.act('desktop', step('enter-email-address'), done);
			expect(session.getSnapshot()).toMatchObject({ saved: 'memory', trouble: reason });
			state.reason = undefined;
			await session.retry();
			expect(session.getSnapshot()).toMatchObject({ saved: 'saved', trouble: undefined });
			expect(placeOf(await open(name))).toMatchObject({ step: 'enter-computer-password' });
		},
	);

	test('a run begun without a store is kept and open when there is one again', async () => {
		const name = newName();
		await (await open(name)).act('desktop', step('start-outlook'), done);
		let reason: StorageTrouble | undefined = 'slow';
		const session = await openSession({
			openStore: async () => (reason ? refused(reason) : openDatabase(name)),
			peers: windows().open(),
			clock: () => 0,
			newId: () => `run-${(ids += 1)}`,
			version: '2020-05-05',
		});
		await session.act('desktop', step('connect-to-router'), done);
		reason = undefined;
		await session.retry();
		expect(session.getSnapshot()).toMatchObject({ saved: 'saved', trouble: undefined });
		const next = await open(name);
		expect(placeOf(next)).toMatchObject({ step: 'open-network-sign-in' });
		expect(await next.runs()).toHaveLength(2);
	});

	test('a note that found no room does not hide the run', async () => {
		const name = newName();
		await (await open(name)).act('desktop', step('connect-to-router'), done);
		const browser = windows();
		const session = await openSession({
			openStore: async () => {
				const opened = await openDatabase(name);
				if (!opened.ok) return opened;
				return { ok: true, value: { ...opened.value, setNote: async () => refused('full') } };
			},
			peers: browser.open(),
			clock: () => 0,
			newId: () => 'none',
			version: '2020-05-05',
		});
		await session.setNote('wait', { step: 'wait-for-logon', at: 1 });
		browser.open().tell('changed');
		await session.act('desktop', step('open-network-sign-in'), done);
		expect(placeOf(session)).toMatchObject({ step: 'enter-email-address' });
		expect(await session.note('wait')).toBeUndefined();
	});

	test('cleared under the app: news from another window does not hide the run', async () => {
		const name = newName();
		const browser = windows();
		const session = await open(name, browser.open());
		await session.act('desktop', step('connect-to-router'), done);
		const database = await openDatabase(name);
		if (database.ok) await database.value.wipe();
		browser.open().tell('changed');
		await session.retry();
		expect(placeOf(session)).toMatchObject({ step: 'open-network-sign-in' });
	});

	test('started fresh in another window: this one shows no run either', async () => {
		const name = newName();
		const browser = windows();
		const [one, other] = [await open(name, browser.open()), await open(name, browser.open())];
		await one.act('desktop', step('connect-to-router'), done);
		await other.startFresh();
		await one.retry();
		expect(placeOf(one)).toBeUndefined();
		expect(await one.runs()).toHaveLength(1);
	});

	test('wiped in another window: this one forgets it too', async () => {
		const name = newName();
		const browser = windows();
		const [one, other] = [await open(name, browser.open()), await open(name, browser.open())];
		await one.act('desktop', step('connect-to-router'), done);
		await other.wipe();
		await one.act('desktop', step('start-outlook'), done);
		expect(await one.runs()).toHaveLength(1);
		expect(placeOf(one)).toMatchObject({ step: 'outlook-static-password' });
	});

	test('cleared under the app: the whole run is written anew', async () => {
		const name = newName();
		const session = await open(name);
		await session.act('desktop', step('connect-to-router'), done);
		const database = await openDatabase(name);
		if (database.ok) await database.value.wipe();
		await session.act('desktop', step('open-network-sign-in'), done);
		expect(placeOf(session)).toMatchObject({ step: 'enter-email-address' });
		expect(session.getSnapshot().saved).toBe('saved');
		expect(placeOf(await open(name))).toMatchObject({ step: 'enter-email-address' });
	});
});
