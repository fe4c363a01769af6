import { describe, expect, test } from 'vitest';
import { createWorld, faults, type FaultId, type World } from '../simulator/world.ts';
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
