import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { randomFrom, type Random } from '../../tests/support/random.ts';
import type { ProcedureEvent } from '../domain/events.ts';
import type { StepSlug, SymptomSlug } from '../domain/slugs.ts';
import { desktopMachine } from '../machines/desktop/desktop.machine.ts';
import { leafOf } from '../machines/leaf.ts';
import { troublesOf } from '../machines/read.ts';
import { openDatabase } from '../storage/database.ts';
import type { PeerListener, Peers } from '../storage/peers.ts';
import type { StoredEvent } from '../storage/store.ts';
import { follow } from './replay.ts';
import { openSession, type Session } from './session.ts';
import { windows } from './windows.fixture.ts';

// the sizes that were asked for take minutes
const [seeds, acts] = process.env.LONG ? [50, 1000] : [5, 200];
const troubles = troublesOf(desktopMachine);
const steps = Object.keys(troubles) as StepSlug[];

/** A window that can be frozen: it hears nothing until it wakes. */
type Window = { readonly session: Session; freeze(): void; wake(): void };

async function openWindow(name: string, peers: Peers, newId: () => string): Promise<Window> {
	let frozen = false;
	const missed: (() => void)[] = [];
	const session = await openSession({
		openStore: () => openDatabase(name),
		peers: {
			...peers,
			get writing() {
				return peers.writing;
			},
			listen: (listener: PeerListener) =>
				peers.listen((...news) => {
					if (frozen) missed.push(() => listener(...news));
					else listener(...news);
				}),
		},
		clock: () => 1_000,
		newId,
		version: '2020-05-05',
	});
	return {
		session,
		freeze: () => (frozen = true),
		wake() {
			frozen = false;
			for (const tell of missed.splice(0)) tell();
		},
	};
}

/** What a person may press in a window: what stands on the page of its place, or "I am here now" on another. */
function pressable({ session }: Window, random: Random): ProcedureEvent {
	const { replayed } = session.getSnapshot();
	const slug = replayed && (leafOf(replayed.snapshot.value) as StepSlug);
	const events: ProcedureEvent[] = [
		{ type: 'DONE' },
		{ type: 'FIXED' },
		{ type: 'NOT_FIXED' },
		...Object.keys((slug && troubles[slug]) ?? {}).map((symptom): ProcedureEvent => ({
			type: 'SYMPTOM',
			symptom: symptom as SymptomSlug,
		})),
	];
	const known = events.filter((event) => replayed && follow(desktopMachine, replayed, event));
	const jump: ProcedureEvent = { type: 'JUMP', slug: random.one(steps) };
	if (known.length === 0 || replayed?.place.ended || random.below(100) < 6) return jump;
	// a click more than what the machine knows here is possible in a page that is being drawn
	if (random.below(100) < 3) return random.one(events);
	const on = known.find(({ type }) => type === 'DONE' || type === 'FIXED');
	return on && random.below(2) === 0 ? on : random.one(known);
}

for (let seed = 1; seed <= seeds; seed += 1)
	test(`8 windows, ${acts} random acts, seed ${seed}: nothing is lost, nothing undone, all are equal`, async () => {
		const random = randomFrom(seed);
		const name = `eight-windows-${seed}`;
		const browser = windows();
		let ids = 0;
		const all: Window[] = [];
		while (all.length < 8)
			all.push(await openWindow(name, browser.open(), () => `run-${seed}-${(ids += 1)}`));
		const press = async (window: Window, event: ProcedureEvent) => {
			const { session } = window;
			const { place } = session.getSnapshot();
			const look =
				event.type === 'JUMP' || !place ? ({ kind: 'step', step: random.one(steps) } as const) : place;
			await session.act('desktop', event.type === 'JUMP' ? { kind: 'step', step: event.slug } : look, event);
		};
		/** Waits until every window has dealt with all that it was told. */
		const quiet = async () => {
			for (let round = 0; round < 3; round += 1) for (const { session } of all) await session.note('quiet');
		};
		/** All that is stored, by run, as it was last read. */
		const known = new Map<string, StoredEvent[]>();
		const { keeper } = (all[0] as Window).session;
		/** Reads what came since, of every run. @returns it */
		const readNew = async () => {
			const added: StoredEvent[] = [];
			for (const { id } of (await keeper.records.runs()) as { id: string }[]) {
				const before = known.get(id) ?? [];
				const tail = (await keeper.records.events(id, before.length)) as StoredEvent[];
				known.set(id, [...before, ...tail]);
				added.push(...tail);
			}
			return added;
		};
		/** Everything that was ever read is still stored as it was, and each run's numbers have no gap. */
		const expectAllKept = async () => {
			for (const [id, events] of known) {
				expect(await keeper.records.events(id)).toEqual(events);
				expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at));
			}
		};

		for (let act = 0; act < acts; act += 1) {
			const count = random.below(100) < 15 ? 1 + random.below(3) : 1;
			const acting = new Set(Array.from({ length: count }, () => random.one(all)));
			const asleep = all.filter((window) => !acting.has(window) && random.below(100) < 10);
			for (const window of asleep) window.freeze();
			// one that slept may press before it hears what it missed
			const early = random.below(100) < 20 ? asleep[0] : undefined;
			const pressed = [...acting].map((window) => [window, pressable(window, random)] as const);
			const alone = pressed.length === 1 ? pressed[0] : undefined;
			const replayed = alone?.[0].session.getSnapshot().replayed;
			const fits =
				alone && (alone[1].type === 'JUMP' || (replayed && follow(desktopMachine, replayed, alone[1])));
			await Promise.all(pressed.map(([window, event]) => press(window, event)));
			await quiet();

			const events = (await readNew()).map(({ event }) => event);
			if (alone && fits) expect(events.at(-1)).toEqual(alone[1]);
			for (const event of events.slice(-1)) expect(pressed.map(([, one]) => one)).toContainEqual(event);

			if (early) {
				const late = press(early, pressable(early, random));
				early.wake();
				await late;
			}
			for (const window of asleep) window.wake();
			await quiet();
			await readNew();
			if (act % 50 === 0) await expectAllKept();

			const shown = all.map(({ session }) => session.getSnapshot());
			const [first] = shown;
			for (const one of shown) {
				expect(one.run?.id).toBe(first?.run?.id);
				expect(one.place).toEqual(first?.place);
				expect(one.saved).not.toBe('memory');
			}
		}
		await expectAllKept();
		expect([...known.values()].flat().length).toBeGreaterThan(acts / 2);
	}, 600_000);
