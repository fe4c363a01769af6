import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refused } from '../domain/result.ts';
import { guides, type GuideId, type DetourSlug, type StepSlug } from '../domain/slugs.ts';
import { machineOf } from '../machines/index.ts';
import type { ProcedureEvent } from '../domain/events.ts';
import { desktopMachine } from '../machines/desktop/desktop.machine.ts';
import { graphOf } from '../machines/graph.ts';
import { leafOf } from '../machines/leaf.ts';
import { attempts, locatorOf, readLocator } from '../sharing/locator.ts';
import table from '../sharing/numbers.json';
import { writeHandoff } from '../sharing/handoff.ts';
import { openDatabase } from '../storage/database.ts';
import type { StoredRun } from '../storage/store.ts';
import { arrivalAt } from './arrival.ts';
import type { ReadEvent } from './events.ts';
import { handoffOf, receive, relationOf, type Received } from './handoff.ts';
import { addressOf, type Look } from './place.ts';
import { begin, follow } from './replay.ts';
import { openSession } from './session.ts';
import { windows } from './windows.fixture.ts';

const run: StoredRun = { id: 'ab'.repeat(16), procedure: 'desktop', version: '2020-05-05', startedAt: 1_000 };
/** What can be done at each step, detour and question. */
const possible = new Map<string, ProcedureEvent[]>();
const graph = graphOf(desktopMachine);
for (const { from, event } of graph.edges) {
	const slug = graph.nodes.get(from)?.slug ?? '';
	possible.set(slug, [...(possible.get(slug) ?? []), event]);
}
const jumps = Object.values(table).map((address): ProcedureEvent => {
	const [, slug, detour] = address.split('/') as [string, StepSlug, DetourSlug?];
	return { type: 'JUMP', slug, ...(detour ? { detour } : {}) };
});

/** What a session stores of some acts: only those that the machine accepts. */
function recorded(acts: readonly ProcedureEvent[]): ReadEvent[] {
	let state = begin(desktopMachine);
	const events: ReadEvent[] = [];
	for (const event of acts) {
		const next = follow(desktopMachine, state, event);
		if (!next) continue;
		state = next;
		const place = addressOf('desktop', state.place);
		events.push({ run: run.id, seq: events.length, at: 1_000 + events.length, event, place });
	}
	return events;
}
/** A walk: each number chooses among what can be done where it leads to, or sometimes jumps. */
function walk(choices: readonly number[]) {
	let state = begin(desktopMachine);
	const events: ReadEvent[] = [];
	for (const choice of choices) {
		const all = possible.get(leafOf(state.snapshot.value)) ?? [];
		const on = all.filter(({ type }) => type === 'DONE' || type === 'FIXED');
		const some = choice % 20 === 0 ? jumps : choice % 2 === 0 && on.length > 0 ? on : all;
		const event = some[Math.floor(choice / 20) % some.length];
		const next = event && follow(desktopMachine, state, event);
		if (!next || next.place.ended) continue;
		state = next;
		const place = addressOf('desktop', state.place);
		events.push({ run: run.id, seq: events.length, at: 1_000 + events.length, event, place });
	}
	return { events, state };
}
const walks = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 60, size: 'max' }).map(walk);
const sent = (events: readonly ReadEvent[], noted = {}) => {
	const came = receive(writeHandoff(handoffOf(run, events, noted)));
	if (!came.ok) throw new Error(came.reason);
	return came.value;
};

describe('a run on another screen', () => {
	test('is the same run: 1,000 generated ones', () => {
		let walked = 0;
		fc.assert(
			fc.property(walks, ({ events, state }) => {
				fc.pre(events.length > 0);
				walked += events.length;
				const came = sent(events, { 'mfa-email': '2026-11-20' });
				expect(came.run).toEqual(run);
				expect(came.noted).toEqual({ 'mfa-email': '2026-11-20' });
				expect(came.events.map(({ event, place, seq }) => ({ event, place, seq }))).toEqual(
					events.map(({ event, place, seq }) => ({ event, place, seq })),
				);
				const { snapshot, ...here } = state;
				expect(came.replayed).toMatchObject(here);
				expect(came.replayed.snapshot.value).toEqual(snapshot.value);
				expect(came.replayed.snapshot.context).toEqual(snapshot.context);
			}),
			{ numRuns: 1000, seed: 20261124 },
		);
		expect(walked / 1000, 'acts in a run, on average').toBeGreaterThan(20);
	}, 60_000);

	test('lands at its place where the procedure has changed since', () => {
		const [last] = recorded([{ type: 'JUMP', slug: 'get-help' }]);
		const moved = { ...(last as ReadEvent), event: { type: 'DONE' } as const };
		expect(sent([moved]).replayed.place).toMatchObject({ kind: 'step', step: 'get-help' });
	});
	test('without acts is refused', () => {
		expect(receive(writeHandoff(handoffOf(run, [], {})))).toEqual({ ok: false, reason: 'empty' });
	});
});

describe('what came and what is here', () => {
	const [one, two, three] = recorded([
		{ type: 'JUMP', slug: 'start-outlook' },
		{ type: 'DONE' },
		{ type: 'DONE' },
	]);
	const all = [one, two, three] as ReadEvent[];
	const other = recorded([{ type: 'JUMP', slug: 'get-help' }]);

	test.each([
		['new', undefined, all],
		['here', all, all],
		['here', all, all.slice(0, 1)],
		['adds', all.slice(0, 2), all],
		['adds', [], all],
		['apart', other, all],
	])('%s', (relation, kept, came) => {
		expect(relationOf(kept, came)).toBe(relation);
	});
});

describe('a session that takes a run over', () => {
	let names = 0;
	const open = (name = `handoff-${(names += 1)}`) =>
		openSession({
			openStore: () => openDatabase(name),
			peers: windows().open(),
			clock: () => 5_000,
			newId: () => `run-${(names += 1)}`,
			version: '2020-05-05',
		});
	const first: ProcedureEvent[] = [{ type: 'JUMP', slug: 'start-outlook' }, { type: 'DONE' }];
	const further: ProcedureEvent[] = [...first, { type: 'DONE' }];
	const at = (step: StepSlug): Look => ({ kind: 'step', step });

	test('goes on with it, keeps it, and keeps what was here', async () => {
		const name = `handoff-${(names += 1)}`;
		const session = await open(name);
		await session.act('desktop', at('connect-to-router'), { type: 'DONE' });
		const came = sent(recorded(further), { 'static-password': '2026-11-19' });
		expect(await session.relationTo(came)).toBe('new');
		expect(await session.takeOver(came)).toMatchObject({ step: 'skip-outlook-mobile' });
		const again = await open(name);
		expect(again.getSnapshot()).toMatchObject({
			place: { step: 'skip-outlook-mobile' },
			run: { id: run.id },
		});
		expect(again.getSnapshot().replayed?.arrivedAt).toBe('start-outlook');
		expect(await again.note(`age:${run.id}:static-password`)).toBe('2026-11-19');
		expect(await again.runs()).toHaveLength(2);
		await again.act('desktop', at('skip-outlook-mobile'), { type: 'DONE' });
		expect(again.getSnapshot().place).toMatchObject({ step: 'open-mfa-email' });
	});
	test('goes on with one of another guide, and the first one stays', async () => {
		const session = await open();
		await session.act('desktop', at('connect-to-router'), { type: 'DONE' });
		const other = { ...run, id: 'cd'.repeat(16), procedure: 'android' };
		const acts: ProcedureEvent[] = [
			{ type: 'ANSWER', question: 'phone-app', answer: 'yes' },
			{ type: 'ANSWER', question: 'enrollment-mail', answer: 'computer' },
			{ type: 'ANSWER', question: 'phone-camera', answer: 'yes' },
			{ type: 'DONE' },
			{ type: 'SYMPTOM', symptom: 'camera-refused' },
		];
		const place = '/android/scan-qr-code/camera-not-allowed/';
		const events = acts.map((event, seq) => ({ run: other.id, seq, at: 2_000, event, place }));
		const came = receive(writeHandoff(handoffOf(other, events, {})));
		if (!came.ok) throw new Error(came.reason);
		expect(addressOf('android', came.value.replayed.place)).toBe(place);
		expect(await session.takeOver(came.value)).toMatchObject({ detour: 'camera-not-allowed' });
		expect(await session.runs()).toHaveLength(2);
	});
	test('adds only what is missing, and takes nothing back', async () => {
		const session = await open();
		await session.takeOver(sent(recorded(first)));
		expect(await session.relationTo(sent(recorded(further)))).toBe('adds');
		expect(await session.takeOver(sent(recorded(further)))).toMatchObject({ step: 'skip-outlook-mobile' });
		expect(await session.takeOver(sent(recorded(first)))).toMatchObject({ step: 'skip-outlook-mobile' });
		expect(await session.keeper.records.events(run.id)).toHaveLength(3);
		expect(await session.runs()).toHaveLength(1);
	});
	test('keeps both where both went on by themselves', async () => {
		const session = await open();
		await session.takeOver(sent(recorded(further)));
		const apart = sent(recorded([...first, { type: 'JUMP', slug: 'get-help' }]));
		expect(await session.relationTo(apart)).toBe('apart');
		expect(await session.takeOver(apart)).toMatchObject({ step: 'get-help' });
		expect(await session.runs()).toHaveLength(2);
		expect(await session.keeper.records.events(run.id)).toHaveLength(3);
	});
	test('without a store works in memory, and does not give up what only memory holds', async () => {
		const session = await openSession({
			openStore: async () => refused('blocked'),
			peers: windows().open(),
			clock: () => 5_000,
			newId: () => 'memory',
			version: '2020-05-05',
		});
		const came: Received = sent(recorded(first));
		expect(await session.takeOver(came)).toMatchObject({ step: 'outlook-static-password' });
		expect(session.getSnapshot().saved).toBe('memory');
		const another = { ...came, run: { ...came.run, id: 'another' } };
		expect(await session.takeOver(another)).toBeUndefined();
		expect(session.getSnapshot().place).toMatchObject({ step: 'outlook-static-password' });
	});
});

/** The machine of a guide, which has one. */
function machineFor(procedure: GuideId) {
	const machine = machineOf[procedure];
	if (!machine) throw new Error(`${procedure} has no machine`);
	return machine;
}

describe('a code', () => {
	test('brings a run to its place, at its try: every code of today', () => {
		const tries = new Set(
			guides.flatMap((procedure) =>
				[...graphOf(machineFor(procedure)).nodes.values()].map(
					({ slug, context }) => `${procedure}/${context.returnTo.at(-1)}/${slug}/${context.attempt}`,
				),
			),
		);
		let opened = 0;
		for (const address of Object.values(table)) {
			const [procedure, step, detour] = address.split('/') as [GuideId, StepSlug, DetourSlug?];
			const machine = machineFor(procedure);
			for (const attempt of detour ? attempts : ([0] as const)) {
				const code = locatorOf({ procedure, step, ...(detour ? { detour } : {}), attempt });
				const read = readLocator(code);
				if (!read.ok) throw new Error(`${code}: ${read.reason}`);
				const look: Look = detour ? { kind: 'detour', step, detour } : { kind: 'step', step };
				const way = arrivalAt(procedure, look, read.value.attempt);
				const { place } = (way ?? []).reduce(
					(state, act) => follow(machine, state, act) ?? state,
					begin(machine),
				);
				expect(addressOf(procedure, place)).toBe(`/${address}/`);
				const reachable = !detour || tries.has(`${address}/${attempt}`);
				if (reachable) expect(place.attempt, `${code} ${address}`).toBe(attempt);
				opened += 1;
			}
		}
		expect(opened).toBeGreaterThan(400);
	});
	test('of a place that is gone opens nothing', () => {
		expect(arrivalAt('desktop', { kind: 'step', step: 'long-gone' as StepSlug }, 0)).toBeUndefined();
		expect(arrivalAt('android', { kind: 'step', step: 'get-help' }, 0)).toBeUndefined();
	});
});
