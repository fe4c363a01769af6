import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createActor } from 'xstate';
import { openDatabase } from '../storage/database.ts';
import type { Look } from './place.ts';
import { openSession } from './session.ts';
import { waitMachine } from './wait.machine.ts';
import { windows } from './windows.fixture.ts';

const hour = 3_600_000;
const day = 24 * hour;
const start = Date.parse('2026-11-10T15:00:00Z');

/** Where the clock of this device can be after it was moved, synchronized, or lost its battery. */
const clocks: readonly (readonly [string, number])[] = [
	['1 hour back', start - hour],
	['1 hour ahead', start + hour],
	['1 day back', start - day],
	['1 day ahead', start + day],
	['1970', 0],
	['before 1970', -day],
	['2038', Date.parse('2038-01-19T03:14:08Z')],
	['2106', 2 ** 32 * 1000],
];

describe('a session', () => {
	let databases = 0;

	test.each(clocks)('goes on, and is opened again, when the clock stands at %s', async (_, moved) => {
		const name = `clock-test-${(databases += 1)}`;
		let now = start;
		const open = () =>
			openSession({
				openStore: () => openDatabase(name),
				peers: windows().open(),
				clock: () => now,
				newId: () => `run-${now}`,
				version: '2020-05-05',
			});
		let session = await open();
		let look: Look = { kind: 'step', step: 'boot-and-acknowledge' };
		// to and fro, so that neither order of times is that of the acts
		for (const at of [start, moved, start + 1000, moved + 1000, moved - 1000]) {
			now = at;
			look = await session.act('desktop', look, { type: 'DONE' });
			expect(session.getSnapshot().since).toBe(at);
		}
		const { run, replayed, place } = session.getSnapshot();
		expect(place).toMatchObject({ step: 'enter-static-password' });

		const events = (await session.keeper.records.events(run?.id ?? '')) as { seq: number }[];
		expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index));

		now = moved;
		session = await open();
		expect(session.getSnapshot().place).toEqual(place);
		expect(session.getSnapshot().replayed?.done).toEqual(replayed?.done);
		await session.act('desktop', look, { type: 'DONE' });
		expect(session.getSnapshot().place).toMatchObject({ step: 'log-on-to-windows' });
	});
});

describe('a wait', () => {
	beforeEach(() => {
		vi.useFakeTimers();
	});
	afterEach(() => {
		vi.useRealTimers();
	});
	const startWait = (clock: () => number, startedAt?: number) =>
		createActor(waitMachine, { input: { clock, startedAt, tooLong: 10 } }).start();

	test.each(clocks)(
		'never shows a negative time, nor stands still, when the clock jumps to %s',
		(_, moved) => {
			let now = start;
			const wait = startWait(() => now);
			wait.send({ type: 'START' });
			const tick = () => {
				now += 1000;
				vi.advanceTimersByTime(1000);
				return wait.getSnapshot().context.elapsed;
			};
			for (let seconds = 1; seconds <= 90; seconds += 1) expect(tick()).toBe(seconds * 1000);
			const shift = moved - now;
			now = moved;
			// ahead counts as time that went by, since a computer that slept looks the same
			const before = tick();
			expect(before).toBe(shift > 0 ? 90_000 + shift + 1000 : 90_000);
			expect(tick()).toBe(before + 1000);
			expect(wait.getSnapshot().matches('tooLong')).toBe(before >= 600_000);
			wait.stop();
		},
	);

	test.each(clocks)('begun by a clock at %s is shown from 0 up', (_, startedAt) => {
		let now = start;
		const wait = startWait(() => now, startedAt);
		const first = wait.getSnapshot().context.elapsed;
		expect(first).toBe(Math.max(0, start - startedAt));
		now += 1000;
		vi.advanceTimersByTime(1000);
		expect(wait.getSnapshot().context.elapsed).toBe(first + 1000);
		wait.stop();
	});

	test.each([NaN, Infinity, -Infinity])('a stored beginning of %d has not begun', (startedAt) => {
		const wait = startWait(() => start, startedAt);
		expect(wait.getSnapshot().matches('idle')).toBe(true);
		wait.send({ type: 'START' });
		expect(wait.getSnapshot().context).toMatchObject({ startedAt: start, elapsed: 0 });
		wait.stop();
	});
});
