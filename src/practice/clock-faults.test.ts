import { describe, expect, test } from 'vitest';
import {
	advance,
	createWorld,
	excluded,
	faults,
	screenOf,
	type FaultId,
	type World,
} from '../simulator/world.ts';
import { finished } from './goals.ts';
import { fly } from './pilot/pilot.ts';
import { after, choose, press } from './testing/acts.ts';
import { standingAt } from './walk.ts';

const fresh = createWorld({ seed: 1, startsAt: Date.UTC(2026, 2, 2, 14) });
/** In the settings of date and time, with this fault put in at the end of the road. */
const settings = (id: FaultId): World =>
	after(
		standingAt(fresh, 'sign-in-to-teams'),
		{ do: 'break', fault: id },
		press('taskbar.clock'),
		press('clock.settings'),
	);
const home = choose('settings.zone-america-chicago');
const autoZone = choose('settings.auto-zone');

describe('zone-jumps-back', () => {
	const id = 'zone-jumps-back';
	const wrong = settings(id);
	/** Restarts, and logs on again. */
	function restarted(world: World): World {
		const off = after(world, press('taskbar.start-menu'), choose('start-menu.restart'), 31);
		const flown = [...fly(off)].map((one) => one.world);
		return flown.find(({ laptop }) => laptop.logon.page === 'desktop')!;
	}

	test('the zone can be set right with the automatic on, and a start takes it back', () => {
		const right = after(wrong, home);
		expect([right.laptop.clock.zone, right.faults[id]]).toEqual(['America/Chicago', true]);
		const again = after(restarted(right), press('taskbar.clock'));
		expect(again.laptop.clock.zone).toBe('America/Los_Angeles');
		expect(again.shown).toContain(id);
	});

	test('is not met by who never set it right', () => {
		const again = after(restarted(wrong), press('taskbar.clock'));
		expect(again.laptop.clock.zone).toBe('America/Los_Angeles');
		expect(faults[id].seen(again)).toBe(false);
	});

	test('ends when the automatic is off and the zone is right, not before', () => {
		const off = after(wrong, autoZone);
		expect([off.laptop.clock.zone, off.faults[id]]).toEqual(['America/Los_Angeles', true]);
		const right = after(off, home);
		expect(right.faults[id]).toBe(false);
		expect(restarted(right).laptop.clock.zone).toBe('America/Chicago');
	});
});

describe('clock-set-by-hand', () => {
	const id = 'clock-set-by-hand';
	const off = settings(id);

	test('"Sync now" alone does not end it: the zone is still wrong', () => {
		const synced = after(off, press('settings.sync'));
		expect([synced.laptop.clock.skew, synced.laptop.clock.zone]).toEqual([0, 'America/Halifax']);
		expect(synced.faults[id]).toBe(true);
		expect(after(synced, home).faults[id]).toBe(false);
	});

	test('the zone alone does not end it: the clock is still wrong', () => {
		const zoned = after(off, home);
		expect([zoned.laptop.clock.skew === 0, zoned.faults[id]]).toEqual([false, true]);
		expect(after(zoned, choose('settings.auto-time')).faults[id]).toBe(false);
	});

	test('sets the zone too, and so excludes what spoils the zone', () => {
		for (const other of ['wrong-zone', 'zone-jumps-back', 'settings-grayed'] as const)
			expect(excluded(id, other)).toBe(true);
	});
});

describe('settings-grayed', () => {
	test.each(['clock-fast-5-minutes', 'clock-fast-90-seconds'] as const)(
		'with %s: all of the page is gray, and the desk sets zone and clock right',
		(fast) => {
			const id = 'settings-grayed';
			const fastToo = after(standingAt(fresh, 'use-passcode-on-vpn'), { do: 'break', fault: fast });
			const gray = after(
				fastToo,
				{ do: 'break', fault: id },
				press('taskbar.clock'),
				press('clock.settings'),
			);
			const { controls } = screenOf(gray);
			const own = controls.filter(({ id: control, kind }) => {
				const mine = control.startsWith('settings.') && kind !== 'heading' && kind !== 'value';
				return mine && !['settings.back', 'settings.close', 'settings.minimize'].includes(control);
			});
			expect(own.map((control) => control.id)).toEqual(
				expect.arrayContaining(['settings.clock', 'settings.change', 'settings.sync', 'settings.auto-time']),
			);
			expect(own.filter(({ enabled }) => enabled)).toEqual([]);
			const typed = advance(gray, {
				do: 'type',
				control: 'settings.clock',
				entry: { kind: 'clock', skew: 0 },
				at: gray.now,
			});
			expect(typed.reply).toEqual({ ok: false, reason: 'grayed-out' });
			const helped = after(gray, { do: 'call-desk', about: id });
			expect(helped.laptop.clock).toMatchObject({ skew: 0, zone: 'America/Chicago' });
			expect([helped.faults[id], helped.faults[fast]]).toEqual([false, false]);
			expect(finished([...fly(gray)].at(-1)!.world)).toBe(true);
		},
	);
});

test('a World cannot be made with faults that exclude each other', () => {
	const made = () => createWorld({ seed: 1, startsAt: 0, faults: ['settings-grayed', 'wrong-zone'] });
	expect(made).toThrow(RangeError);
	expect(made).toThrow('wrong-zone and settings-grayed');
});
