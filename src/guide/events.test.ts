import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { desktopMachine } from '../machines/desktop/desktop.machine.ts';
import { readEvents, readRun, type ReadEvent } from './events.ts';
import { addressOf } from './place.ts';
import { begin, follow, replayRun } from './replay.ts';

/** A run of `length` events as it is stored, by the machine of today. */
function storedRun(length: number): ReadEvent[] {
	let replayed = begin(desktopMachine);
	const events: ReadEvent[] = [];
	const add = (event: ReadEvent['event']) => {
		replayed = follow(desktopMachine, replayed, event) ?? replayed;
		const place = addressOf('desktop', replayed.place);
		events.push({ run: 'a', seq: events.length, at: events.length, event, place });
	};
	add({ type: 'JUMP', slug: 'boot-and-acknowledge' });
	while (events.length < length) add({ type: 'DONE' });
	return events;
}

describe('stored records', () => {
	test('that are damaged are set aside, 1,000 of them, and the good ones stay', () => {
		const good = storedRun(20);
		const damage = fc.oneof(
			fc.constant(undefined),
			fc.anything(),
			fc
				.constantFrom('run', 'seq', 'at', 'event', 'place')
				.chain((key) => fc.anything().map((value) => ({ ...good[3], seq: 3, [key]: value }))),
			fc.constant(
				JSON.parse('{"run":"a","seq":3,"at":0,"place":"","event":{"type":"DONE"},"__proto__":{"x":1}}'),
			),
		);
		fc.assert(
			fc.property(damage as fc.Arbitrary<unknown>, fc.nat({ max: 19 }), (bad, at) => {
				const records: unknown[] = good.map((event, seq) => (seq === at ? bad : event));
				const { good: read, bad: aside } = readEvents(records, 'a');
				expect(read.length + aside.length).toBe(20);
				const rest = good.filter(({ seq }) => seq !== at);
				expect(read).toEqual(expect.arrayContaining(rest.filter(({ seq }) => seq !== 3 || at === 3)));
				const { replayed } = replayRun(desktopMachine, 'desktop', read);
				expect(addressOf('desktop', replayed.place)).toBe(read.at(-1)?.place);
			}),
			{ numRuns: 1000, seed: 20261121 },
		);
	}, 60_000);

	test('of a run are read only when every field is right', () => {
		const run = { id: 'a', procedure: 'desktop', version: '2020-05-05', startedAt: 0 };
		expect(readRun(run)).toEqual(run);
		for (const bad of [null, {}, { ...run, id: 7 }, { ...run, startedAt: NaN }, { ...run, more: 1 }])
			expect(readRun(bad)).toBeUndefined();
	});
});

describe('a run of an older procedure', () => {
	const today = storedRun(8);
	const last = today.at(-1)?.place ?? '';

	test('lands on the same step when that still is there, though the way there was another', () => {
		// the older procedure had a step less before it: one DONE fewer leads there
		const older = today.filter(({ seq }) => seq !== 4).map((event, seq) => ({ ...event, seq }));
		const { replayed, movedFrom, landing } = replayRun(desktopMachine, 'desktop', older);
		expect(addressOf('desktop', replayed.place)).toBe(last);
		expect(movedFrom).toBeUndefined();
		expect(landing).toMatchObject({ type: 'JUMP' });
	});

	test('lands on the nearest step before one that is gone, and says so', () => {
		const gone = '/desktop/type-the-magic-word/';
		const older = today.map((event) => (event.seq === 7 ? { ...event, place: gone } : event));
		const { replayed, movedFrom } = replayRun(desktopMachine, 'desktop', older);
		expect(addressOf('desktop', replayed.place)).toBe(today[6]?.place);
		expect(movedFrom).toBe(gone);
	});

	test('lands on the step of a detour that is gone', () => {
		const gone = '/desktop/start-outlook/paperclip-in-the-way/';
		const older: ReadEvent[] = [
			...today,
			{
				run: 'a',
				seq: 8,
				at: 8,
				event: { type: 'SYMPTOM', symptom: 'paperclip' as never },
				place: gone,
			},
		];
		const { replayed, movedFrom } = replayRun(desktopMachine, 'desktop', older);
		expect(addressOf('desktop', replayed.place)).toBe('/desktop/start-outlook/');
		expect(movedFrom).toBe(gone);
	});
});
