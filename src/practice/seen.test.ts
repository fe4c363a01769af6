import { describe, expect, test } from 'vitest';
import {
	advance,
	createWorld,
	faultIds,
	faults,
	screenOf,
	type FaultId,
	type World,
} from '../simulator/world.ts';
import { fly } from './pilot/pilot.ts';
import { straightRoad } from './straight-road.ts';
import { walk } from './walk.ts';

const startsAt = Date.UTC(2026, 2, 2, 14);
const road: World[] = [createWorld({ seed: 1, startsAt })];
for (const leg of straightRoad) road.push(...walk(road.at(-1)!, leg).map(({ world }) => world));

describe('the sign of a fault', () => {
	test.each(faultIds)('%s: is nowhere on the straight road without it', (id) => {
		expect(road.filter(faults[id].seen)).toEqual([]);
	});

	test.each(faultIds)('%s: is not there before anything was done, however long one waits', (id) => {
		const start = createWorld({ seed: 1, startsAt, faults: [id] });
		const later = advance(start, { do: 'wait', at: startsAt + 86_400_000 }).world;
		expect([start, later].map(faults[id].seen)).toEqual([false, false]);
	});

	/** What a person reads, or cannot do, when the sign is there. */
	const read = {
		'weak-wifi': 'The connection was lost.',
		'trivial-pin-refused': 'This PIN was not accepted.',
		'enrollment-locked': 'This enrollment is locked.',
		'clock-fast-5-minutes': 'Sign-in failed. Try again.',
		'wrong-browser': 'No app was found that opens this link.',
		'wrong-zone': '(UTC-08:00) Pacific Time (US & Canada)',
		'guest-wifi': 'Connected, no internet',
		'email-at-other-domain': 'This username may be incorrect. Check it and try again.',
	} as const;
	test.each(Object.entries(read))('%s: "%s" is read', (id, text) => {
		const fault = faults[id as keyof typeof read];
		const world = met(id as keyof typeof read);
		expect(fault.seen(world)).toBe(true);
		expect(texts(world)).toContain(text);
	});

	test('password-email-lost: the mailbox is looked at 15 minutes after the request, in vain', () => {
		const world = met('password-email-lost');
		expect(screenOf(world, 'other').controls.filter(({ id }) => id.startsWith('mail.mail-'))).toEqual([]);
		expect(world.now - startsAt).toBeGreaterThan(15 * 60_000);
	});

	test('settings-grayed: the settings on the screen are gray', () => {
		const { controls } = screenOf(met('settings-grayed'));
		const zones = controls.filter(({ id }) => id.startsWith('settings.zone-'));
		expect(zones.length).toBeGreaterThan(0);
		expect(zones.every(({ enabled }) => !enabled)).toBe(true);
	});

	test('no-open-question: the link was used, and the page is as before', () => {
		const world = met('no-open-question');
		expect(world.last?.control).toBe('browser.enroll');
		expect(screenOf(world).name).toBe('browser.enroll-link');
	});

	test('loadset-missing: not before the time at which the message comes', () => {
		const worlds = flown('loadset-missing');
		const desktop = worlds.find(({ laptop }) => laptop.logon.page === 'desktop')!.now;
		expect(met('loadset-missing').now - desktop).toBeGreaterThanOrEqual(4 * 60_000);
	});
});

function flown(id: FaultId): World[] {
	const start = createWorld({ seed: 1, startsAt, faults: [id] });
	return [start, ...[...fly(start)].map(({ world }) => world)];
}

/** The first World in which the fault is met. */
const met = (id: FaultId): World => flown(id).find(faults[id].seen)!;
const texts = (world: World) => screenOf(world).controls.map(({ text }) => text);
