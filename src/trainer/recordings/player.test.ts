import { describe, expect, test } from 'vitest';
import { act, begin } from '../../practice/exercise.ts';
import { hintFor } from '../../practice/hints.ts';
import { recordingOf, type Recording } from '../../practice/recording.ts';
import { replayOf } from '../../practice/replay.ts';
import { scenarioOf } from '../../practice/scenarios.ts';
import '../../practice/testing/all-courses.ts';
import { hash, type Command } from '../../simulator/world.ts';
import { openPlayer, pausesOf, type Player } from './player.ts';

function flown(id: string): Recording {
	let exercise = begin(scenarioOf(id)!);
	for (let acts = 0; acts < 400; acts += 1) {
		const hint = hintFor({ exercise, world: exercise.world });
		if (!hint) break;
		exercise = act(exercise, hint.deed, exercise.world.now + (hint.wait ?? 3000)).exercise;
	}
	const recording = recordingOf(exercise, { id: 'r', name: 'A run', kind: 'demo', madeAt: 1 });
	if (!recording.ok) throw new Error(recording.reason);
	return recording.value;
}
const recording = flown('first-sign-in');

function opened(of = recording) {
	const time = { now: 5000 };
	const player = openPlayer(of, () => time.now);
	/** Lets so many ms go by, a tenth of a second at a time. */
	const pass = (ms: number) => {
		for (let gone = 0; gone < ms; gone += 100) {
			time.now += 100;
			player.tick();
		}
	};
	return { player, time, pass };
}
const at = (player: Player) => player.getSnapshot().at;

describe('the pauses of a recording', () => {
	const wait = (seconds: number): Command => ({ do: 'wait', at: seconds * 1000 });
	const press = (seconds: number): Command => ({ do: 'press', control: 'a.b', at: seconds * 1000 });
	test('are those that were', () => expect(pausesOf([press(2), press(5)], 0)).toEqual([2000, 3000]));
	test('are never longer than 5 s', () => expect(pausesOf([press(60)], 0)).toEqual([5000]));
	test('together are not longer than 5 s either, where one wait is many commands', () =>
		expect(pausesOf([wait(40), wait(80), press(100), press(103)], 0)).toEqual([2000, 2000, 1000, 3000]));
	test('leave time to see an act', () => expect(pausesOf([press(0)], 0)).toEqual([700]));
	test('at the end count as well', () => expect(pausesOf([press(1), wait(61)], 0)).toEqual([1000, 5000]));
});

describe('a recording that is played', () => {
	test('begins with nothing done, and stands still', () => {
		const { player, pass } = opened();
		pass(20_000);
		expect(player.getSnapshot()).toMatchObject({ at: 0, playing: false, speed: 1, told: undefined });
		expect(player.outcome).toEqual({ fits: true });
	});

	test.each([1, 4] as const)('at %d× ends after its length as it was recorded', (speed) => {
		const { player, pass } = opened();
		player.setSpeed(speed);
		player.play();
		const whole = player.length.played / speed;
		expect(player.length.played).toBeLessThan(player.length.recorded);
		pass(whole * 0.5);
		expect(player.getSnapshot().playing).toBe(true);
		expect(at(player)).toBeGreaterThan(0);
		// each act comes with the next tick
		pass(whole * 0.5 + recording.log.length * 100);
		expect(player.getSnapshot()).toMatchObject({ at: recording.log.length, playing: false });
		expect(hash(player.getSnapshot().world)).toBe(recording.hash);
	});

	test('rings the control right before it is used, on a screen that has it', () => {
		const { player, pass } = opened();
		const seen = new Set<string>();
		player.subscribe(({ control, ahead, told }) => {
			if (!control) return;
			expect(ahead).toBe(true);
			expect(told?.words).not.toContain(control);
			seen.add(control);
		});
		player.play();
		pass(player.length.played + recording.log.length * 100);
		const used = recording.log.flatMap((command) => ('control' in command ? command.control : []));
		expect(seen).toEqual(new Set(used));
	});

	test('is paused, and goes on where it was', () => {
		const { player, pass } = opened();
		player.play();
		pass(8000);
		player.pause();
		const here = at(player);
		pass(60_000);
		expect(at(player)).toBe(here);
		player.play();
		pass(8000);
		expect(at(player)).toBeGreaterThan(here);
	});

	test('steps on and back over what only waits', () => {
		const { player } = opened();
		const { acts } = replayOf(recording);
		const stops: number[] = [];
		while (at(player) < player.last) {
			player.step();
			stops.push(at(player));
		}
		expect(stops.length).toBeLessThan(recording.log.length);
		const done = acts.flatMap(({ command }, i) => (command.do === 'wait' ? [] : [i + 1]));
		expect(stops).toEqual(expect.arrayContaining(done));
		const backwards: number[] = [];
		while (at(player) > 0) {
			player.back();
			backwards.push(at(player));
		}
		expect(backwards).toEqual([...stops.slice(0, -1).reverse(), 0]);
	});

	test('goes to any act; the World is the same as when it was played', () => {
		const { player } = opened();
		const { start, acts } = replayOf(recording);
		for (const to of [0, 7, acts.length, 3, 10_000, -5]) {
			player.goTo(to);
			const here = Math.min(Math.max(0, to), acts.length);
			expect(at(player)).toBe(here);
			expect(hash(player.getSnapshot().world)).toBe(hash(acts[here - 1]?.world ?? start));
		}
	});

	test('begins anew when it is played at its end', () => {
		const { player } = opened();
		player.goTo(player.last);
		player.play();
		expect(player.getSnapshot()).toMatchObject({ at: 0, playing: true });
	});

	test('after a sleep of the computer goes on slowly', () => {
		const { player, time } = opened();
		player.play();
		time.now += 3_600_000;
		player.tick();
		expect(at(player)).toBeLessThanOrEqual(1);
	});

	test('goes up to the place where it no longer fits', () => {
		const checks = recording.checks!.map((check, i) => (i === 6 ? { screen: 'logon.older' } : check));
		const { player, pass } = opened({ ...recording, checks });
		expect(player.last).toBe(6);
		player.play();
		pass(player.length.played + 6 * 100);
		expect(player.getSnapshot()).toMatchObject({ at: 6, playing: false });
		player.goTo(20);
		expect(at(player)).toBe(6);
	});

	test('with nothing in it stands at its end', () => {
		const exercise = begin(scenarioOf('first-sign-in')!);
		const empty = recordingOf(exercise, { id: 'r', name: 'Nothing', kind: 'practice', madeAt: 1 });
		if (!empty.ok) throw new Error(empty.reason);
		const { player, pass } = opened(empty.value);
		player.play();
		player.step();
		player.back();
		pass(1000);
		expect(player.getSnapshot()).toMatchObject({ at: 0, playing: false });
		expect(player.outcome).toEqual({ fits: true });
	});

	test('shows the phone while the phone is used', () => {
		const { player } = opened(flown('android-link'));
		const devices = new Set<string>();
		while (at(player) < player.last) {
			player.step();
			devices.add(player.getSnapshot().device);
		}
		expect(devices).toContain('phone');
	});
});
