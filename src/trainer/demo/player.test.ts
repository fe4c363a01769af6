import { createActor, SimulatedClock } from 'xstate';
import { describe, expect, test } from 'vitest';
import '../../practice/testing/all-courses.ts';
import { isDone, stepNow, stepsOf } from '../../practice/exercise.ts';
import { allScenarios, drillOf, scenarioOf } from '../../practice/scenarios.ts';
import type { Scenario } from '../../practice/scenario.ts';
import { faultOf, hash, screenOf } from '../../simulator/world.ts';
import {
	demoOf,
	flownOn,
	jumpedTo,
	jumpedToProblem,
	planOf,
	restoredDemo,
	savedDemo,
	steppedBack,
} from './demo.ts';
import { playerMachine, speeds, takes, type Speed } from './player.machine.ts';

/** What can be shown on a clock of its own: not what is done with a real app. */
const shown = allScenarios.filter(({ realTime, until }) => !realTime && until !== null);
const known = (id: string): Scenario => {
	const found = scenarioOf(id);
	if (!found) throw new Error(`expected a scenario ${id}`);
	return found;
};

function player(scenario: Scenario, speed: Speed = 1, loop = false) {
	const clock = new SimulatedClock();
	const actor = createActor(playerMachine, { clock, input: { demo: demoOf(scenario), speed, loop } });
	actor.start();
	return {
		clock,
		actor,
		demo: () => actor.getSnapshot().context.demo,
		is: (state: object | string) => actor.getSnapshot().matches(state as never),
	};
}
/** Lets the time go on in small steps, none longer than a part of an act, until something holds. */
function until(clock: SimulatedClock, holds: () => boolean, most = 4_000_000): void {
	for (let passed = 0; passed < most && !holds(); passed += 25) clock.increment(25);
}
const flown = (scenario: Scenario) => {
	let demo = demoOf(scenario);
	for (let acts = 0; acts < 2000 && planOf(demo); acts += 1) demo = flownOn(demo);
	return demo;
};

describe('the autopilot', () => {
	test.each(shown)('does $id to its end, the same each time', (scenario) => {
		const demo = flown(scenario);
		expect(isDone(demo.exercise)).toBe(true);
		expect(hash(flown(scenario).exercise.world)).toBe(hash(demo.exercise.world));
	});
});

describe('the player', () => {
	test.each(speeds)('plays an exercise at %fx to its end, and then stands still', (speed) => {
		const scenario = known('at-start-outlook');
		const { clock, actor, demo, is } = player(scenario, speed);
		actor.send({ type: 'PLAY' });
		until(clock, () => is('paused'));
		expect(isDone(demo().exercise)).toBe(true);
		expect(hash(demo().exercise.world)).toBe(hash(flown(scenario).exercise.world));
		const acts = demo().exercise.log.length;
		const each = (takes.pointing + takes.pressing + takes.resting) / speed;
		expect(clock.now()).toBeGreaterThanOrEqual(acts * each);
		expect(clock.now()).toBeLessThan((acts + 1) * each + 1000);
		clock.increment(100_000);
		expect(demo().exercise.log).toHaveLength(acts);
	});

	test('stops where it is, goes on by single acts, and back by them to its beginning', () => {
		const { clock, actor, demo } = player(known('at-start-outlook'));
		actor.send({ type: 'PLAY' });
		until(clock, () => demo().exercise.log.length === 2);
		actor.send({ type: 'PAUSE' });
		clock.increment(60_000);
		expect(demo().exercise.log).toHaveLength(2);
		const before = hash(demo().exercise.world);
		actor.send({ type: 'STEP' });
		expect(demo().exercise.log).toHaveLength(3);
		actor.send({ type: 'BACK' });
		expect(hash(demo().exercise.world)).toBe(before);
		for (let i = 0; i < 5; i += 1) actor.send({ type: 'BACK' });
		expect(demo().exercise.log).toEqual([]);
	});

	test('begins anew at its end, if it is to loop, and holds no more after eight hours of it', () => {
		const { clock, actor, demo } = player(known('at-close-loadset-message'), 4, true);
		actor.send({ type: 'PLAY' });
		let most = 0;
		let ends = 0;
		for (let passed = 0; passed < 8 * 3_600_000; passed += 1000) {
			const was = demo().exercise.log.length;
			clock.increment(1000);
			const now = demo().exercise.log.length;
			if (now < was) ends += 1;
			most = Math.max(most, now, demo().past.length);
		}
		expect(ends).toBeGreaterThan(100);
		expect(most).toBe(flown(known('at-close-loadset-message')).exercise.log.length);
	});

	test('a person takes over, and the autopilot goes on from wherever they left it', () => {
		const scenario = known('at-start-outlook');
		const { clock, actor, demo, is } = player(scenario);
		actor.send({ type: 'PLAY' });
		until(clock, () => demo().exercise.log.length === 1);
		actor.send({ type: 'TAKE_OVER' });
		clock.increment(60_000);
		expect(demo().exercise.log).toHaveLength(1);
		const settings = screenOf(demo().exercise.world).controls.find(({ id }) => /settings$/.test(id));
		if (!settings) throw new Error('expected the settings in the Start menu');
		actor.send({ type: 'USE', device: 'laptop', control: settings });
		expect(screenOf(demo().exercise.world).name).toBe('settings.home');
		actor.send({ type: 'GIVE_BACK' });
		actor.send({ type: 'PLAY' });
		until(clock, () => is('paused'));
		expect(isDone(demo().exercise)).toBe(true);
	});

	test('what is typed and belongs to nothing is stopped: it stands in no log', () => {
		const { actor, demo } = player(known('at-enter-computer-password'));
		actor.send({ type: 'TAKE_OVER' });
		const field = screenOf(demo().exercise.world).controls.find(({ kind }) => kind === 'field');
		if (!field) throw new Error('expected a field');
		actor.send({ type: 'USE', device: 'laptop', control: field, typed: 'canary-7Zq!mm' });
		expect(demo().remark?.words).toMatch(/never|card/i);
		expect(JSON.stringify(actor.getSnapshot())).not.toContain('canary-7Zq!mm');
		actor.send({ type: 'USE', device: 'laptop', control: field, typed: '' });
		expect(demo().exercise.log).toHaveLength(1);
	});

	test('what goes wrong on purpose is met and cured by the autopilot', () => {
		const scenario = known('at-start-outlook');
		const { clock, actor, demo, is } = player(scenario);
		actor.send({ type: 'BREAK', fault: 'new-outlook-look' });
		expect(demo().exercise.world.faults['new-outlook-look']).toBe(true);
		actor.send({ type: 'PLAY' });
		until(clock, () => is('paused'));
		expect(demo().exercise.world.shown).toContain('new-outlook-look');
		expect(isDone(demo().exercise)).toBe(true);
	});
});

describe('a jump', () => {
	const whole = known('all-steps');
	test.each(stepsOf(whole))('leads to %s', (goal) => {
		const there = jumpedTo(demoOf(whole), goal);
		const steps = stepsOf(whole);
		for (const before of steps.slice(0, steps.indexOf(goal)))
			expect(there.exercise.reached).toContain(before);
		// what is a look only may hold already
		expect(steps.indexOf(stepNow(there.exercise) ?? 'get-help')).toBeGreaterThanOrEqual(steps.indexOf(goal));
	});
	test.each(['caps-lock-on', 'download-held', 'clock-fast-90-seconds', 'teams-blank'] as const)(
		'to %s leads to where it shows, and the autopilot finds its way on',
		(fault) => {
			let demo = jumpedToProblem(demoOf(whole), fault);
			expect(faultOf(fault).seen(demo.exercise.world)).toBe(true);
			for (let acts = 0; acts < 2000 && planOf(demo); acts += 1) demo = flownOn(demo);
			expect(isDone(demo.exercise)).toBe(true);
		},
	);
	test('back from there is one act back', () => {
		const there = jumpedTo(demoOf(whole), 'start-outlook');
		const back = steppedBack(there);
		expect(back.exercise.log).toHaveLength(there.exercise.log.length - 1);
	});
});

test('a kept demo is the same after a reload, and can be gone back through', () => {
	const demo = jumpedTo(demoOf(drillOf('417-3') ?? known('all-steps')), 'start-outlook');
	const again = restoredDemo(JSON.parse(JSON.stringify(savedDemo(demo))) as ReturnType<typeof savedDemo>);
	expect(hash(again.exercise.world)).toBe(hash(demo.exercise.world));
	expect(again.past).toHaveLength(demo.past.length);
	expect(hash(steppedBack(again).exercise.world)).toBe(hash(steppedBack(demo).exercise.world));
});
