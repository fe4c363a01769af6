import { describe, expect, test } from 'vitest';
import { phoneFaultIds, type PhoneFaultId } from '../simulator/phone/names.ts';
import { advance, createWorld, faultOf, screenOf, type World } from '../simulator/world.ts';
import './android-course.ts';
import { courseOf, worldOf } from './course.ts';
import type { Scenario } from './scenario.ts';
import { androidRoads, androidTroubles } from './scenarios/android.ts';

/** Every World on the way of an exercise, as the pilot goes it. */
function flown(scenario: Scenario): World[] {
	const worlds = [worldOf(scenario)];
	for (let moves = 0; moves < 300; moves += 1) {
		const world = worlds.at(-1)!;
		const next = courseOf(scenario).nextMove(world, scenario);
		if (!next) break;
		worlds.push(advance(world, { ...next.deed, at: world.now + next.after }).world);
	}
	return worlds;
}

const roads = androidRoads.map(flown);
const troubleOf = (id: PhoneFaultId): Scenario =>
	androidTroubles.find(({ faults }) => faults.length === 1 && faults[0] === id) ??
	androidTroubles.find(({ faults }) => faults.includes(id))!;

describe('the sign of a fault of the phone', () => {
	test.each(phoneFaultIds)('%s: is nowhere on a way without it', (id) => {
		expect(roads.flat().filter(faultOf(id).seen)).toEqual([]);
	});

	test.each(phoneFaultIds)('%s: is met in an exercise, and not before anything was done', (id) => {
		const worlds = flown(troubleOf(id));
		expect(faultOf(id).seen(worlds[0]!)).toBe(false);
		expect(worlds.at(-1)!.shown).toContain(id);
	});

	/** What a person reads, and on which device, when the sign is there. */
	const read = [
		['camera-refused', 'phone', 'MobilePASS+ may not use the camera.'],
		['phone-offline', 'phone', 'The server cannot be reached.'],
		['phone-enrollment-expired', 'phone', 'The enrollment period has ended.'],
		['phone-enrollment-used', 'phone', 'This enrollment has already been completed.'],
		['phone-enrollment-locked', 'phone', 'This enrollment is locked.'],
		['phone-notifications-off', 'laptop', 'A login request was sent to your device.'],
	] as const;
	test.each(read)('%s: on the %s, "%s"', (id, device, text) => {
		const world = flown(troubleOf(id)).find(faultOf(id).seen)!;
		expect(screenOf(world, device).controls.map((control) => control.text)).toContain(text);
	});

	test('cannot be put into a World that has no phone', () => {
		const world = createWorld({ seed: 1, startsAt: Date.UTC(2026, 2, 2, 14) });
		for (const fault of phoneFaultIds)
			expect(advance(world, { do: 'break', fault, at: world.now })).toMatchObject({
				world: { faults: {} },
				reply: { ok: false, reason: 'too-late' },
			});
	});

	test('every way has at least two things that go wrong', () => {
		for (const way of ['link', 'qr', 'copy', 'portal', 'portal-phone'] as const) {
			const met = androidTroubles.filter((one) => one.way === way).flatMap(({ faults }) => faults);
			expect(new Set(met).size, way).toBeGreaterThanOrEqual(2);
		}
	});
});
