import { createActor, SimulatedClock } from 'xstate';
import { describe, expect, test } from 'vitest';
import '../../practice/testing/all-courses.ts';
import { isDone } from '../../practice/exercise.ts';
import { scenarioOf } from '../../practice/scenarios.ts';
import type { Scenario } from '../../practice/scenario.ts';
import { hash, screenOf } from '../../simulator/world.ts';
import { playerMachine, speeds, takes, type Speed } from './player.machine.ts';
import { flightOf, openedAt, type Place } from './ways.ts';

const known = (id: string): Scenario => {
	const found = scenarioOf(id);
	if (!found) throw new Error(`expected a scenario ${id}`);
	return found;
};

function player(scenario: Scenario, speed: Speed = 1, loop = false, place: Place = {}, byHand = false) {
	const clock = new SimulatedClock();
	const flight = flightOf(scenario);
	const { demo: start, notice } = openedAt(flight, place);
	const actor = createActor(playerMachine, { clock, input: { flight, start, notice, speed, loop, byHand } });
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
const flown = (scenario: Scenario) => flightOf(scenario).demo;

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

	const hours = process.env.LONG ? 8 : 1;
	test(`begins anew at its end, if it is to loop, and holds no more after ${hours} hours of it`, () => {
		const { clock, actor, demo } = player(known('at-close-loadset-message'), 4, true);
		actor.send({ type: 'PLAY' });
		let most = 0;
		let ends = 0;
		for (let passed = 0; passed < hours * 3_600_000; passed += 1000) {
			const was = demo().exercise.log.length;
			clock.increment(1000);
			const now = demo().exercise.log.length;
			if (now < was) ends += 1;
			most = Math.max(most, now, demo().past.length);
		}
		expect(ends).toBeGreaterThan(12 * hours);
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

	test('two that were opened apart play the same to the last bit', () => {
		const [one, other] = [1, 4].map((speed) => {
			const { clock, actor, demo, is } = player(known('android-qr-code'), speed as Speed);
			actor.send({ type: 'PLAY' });
			until(clock, () => is('paused'));
			return { log: demo().exercise.log, hash: hash(demo().exercise.world) };
		});
		expect(one?.log.length).toBeGreaterThan(10);
		expect(other).toEqual(one);
	});
});

describe('where it was chosen to begin', () => {
	const places = [{ step: 'start-outlook' }, { problem: 'caps-lock-on' }] as const;
	test.each(places)('"Begin again" leads to %j, and not to before it', (place) => {
		const { actor, demo } = player(known('all-steps'), 1, false, place);
		const begun = demo();
		expect(begun.past.length).toBeGreaterThan(5);
		for (let i = 0; i < 3; i += 1) actor.send({ type: 'STEP' });
		expect(demo().exercise.log.length).toBe(begun.exercise.log.length + 3);
		actor.send({ type: 'RESET' });
		expect(hash(demo().exercise.world)).toBe(hash(begun.exercise.world));
		expect(demo().past).toHaveLength(begun.past.length);
	});

	test('a loop begins there each time', () => {
		const { clock, actor, demo, is } = player(known('at-start-outlook'), 4, true, {
			problem: 'new-outlook-look',
		});
		const begun = demo();
		expect(begun.exercise.log.length).toBeGreaterThan(0);
		actor.send({ type: 'PLAY' });
		until(clock, () => is({ playing: 'over' }));
		until(clock, () => !is({ playing: 'over' }));
		expect(demo().exercise.log).toEqual(begun.exercise.log);
	});
});

describe('what has no way', () => {
	test('a jump stays where it is, and says so; the next thing that is done ends the words', () => {
		const { actor, demo } = player(known('push-two-requests'));
		actor.send({ type: 'STEP' });
		const before = demo();
		actor.send({ type: 'JUMP', goal: 'check-logged-in' });
		expect(actor.getSnapshot().status).toBe('active');
		expect(demo()).toBe(before);
		expect(actor.getSnapshot().context.notice).toBe('This exercise ends without coming to this step.');
		actor.send({ type: 'JUMP', goal: 'deny-and-report' });
		expect(actor.getSnapshot().context.notice).toBe('');
		expect(demo().exercise.reached).toContain('confirm-it-is-you');
		actor.send({ type: 'STEP' });
		expect(actor.getSnapshot().status).toBe('active');
	});

	test('a jump without a way stops nothing', () => {
		const { clock, actor, demo, is } = player(known('push-two-requests'));
		actor.send({ type: 'PLAY' });
		actor.send({ type: 'JUMP', goal: 'start-outlook' });
		expect(is('playing')).toBe(true);
		until(clock, () => is('paused'));
		expect(isDone(demo().exercise)).toBe(true);
	});
});

describe('by hand', () => {
	test("only giving back ends it: a step is nobody's then, a step back takes back what the person did", () => {
		const { actor, demo, is } = player(known('at-start-outlook'));
		actor.send({ type: 'TAKE_OVER' });
		const start = screenOf(demo().exercise.world).controls.find(({ id }) => id === 'taskbar.start-menu');
		if (!start) throw new Error('expected the Start menu');
		actor.send({ type: 'STEP' });
		expect(demo().exercise.log).toHaveLength(0);
		actor.send({ type: 'USE', device: 'laptop', control: start });
		expect(demo().exercise.log).toHaveLength(1);
		actor.send({ type: 'BACK' });
		expect(demo().exercise.log).toHaveLength(0);
		expect(is('byHand')).toBe(true);
		actor.send({ type: 'GIVE_BACK' });
		expect(is('paused')).toBe(true);
	});

	test('one that was left by hand is opened by hand', () => {
		const { is } = player(known('at-start-outlook'), 1, false, {}, true);
		expect(is('byHand')).toBe(true);
	});
});
