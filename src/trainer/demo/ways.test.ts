import { describe, expect, test } from 'vitest';
import '../../practice/testing/all-courses.ts';
import { courseOf } from '../../practice/course.ts';
import { act, begin, isDone, stepsOf } from '../../practice/exercise.ts';
import { fly } from '../../practice/pilot/pilot.ts';
import { recordingOf } from '../../practice/recording.ts';
import { allScenarios, drillOf, scenarioOf } from '../../practice/scenarios.ts';
import type { Scenario } from '../../practice/scenario.ts';
import { faultOf, faultsInOrder, hash } from '../../simulator/world.ts';
import { flownOn, planOf, restoredDemo, steppedBack, type SavedDemo } from './demo.ts';
import { showable, surprisesOf } from './surprises.ts';
import {
	MOST_IN_ALL,
	MOST_LOOKS,
	doneOf,
	flightOf as flownThrough,
	goalOf,
	openedAt,
	wayToProblem,
	wayToStep,
	whyNoStep,
	type Flight,
} from './ways.ts';

/** What can be shown on a clock of its own: not what is done with a real app. */
const shown = allScenarios.filter(({ realTime, until }) => !realTime && until !== null);
const known = (id: string): Scenario => {
	const found = scenarioOf(id);
	if (!found) throw new Error(`expected a scenario ${id}`);
	return found;
};

/** Each exercise is gone through once. */
const flights = new Map<Scenario, Flight>();
function flightOf(scenario: Scenario): Flight {
	const flight = flights.get(scenario) ?? flownThrough(scenario);
	flights.set(scenario, flight);
	return flight;
}

/** The recording of what the pilot of the practice does, until all is done. */
function recordedPilot(scenario: Scenario) {
	let exercise = begin(scenario);
	for (const { command } of fly(exercise.world, 2000, (world) =>
		courseOf(scenario).nextMove(world, scenario),
	)) {
		if (scenario.until !== 'all' && isDone(exercise)) break;
		exercise = act(exercise, command, command.at).exercise;
	}
	const made = recordingOf(exercise, { id: 'pilot', name: 'Pilot', kind: 'practice', madeAt: 0 });
	if (!made.ok) throw new Error(made.reason);
	return made.value;
}

describe('the autopilot', () => {
	test.each(shown)('does $id to its end, as it was recorded of the pilot', (scenario) => {
		const { demo } = flightOf(scenario);
		expect(isDone(demo.exercise)).toBe(true);
		expect(hash(demo.exercise.world)).toBe(recordedPilot(scenario).hash);
	});

	test('comes to the end of an exercise with everything in it that can go wrong', () => {
		const faults = faultsInOrder('1');
		expect(faults.length).toBeGreaterThan(50);
		const { demo, looks } = flightOf({ ...known('all-steps'), faults });
		expect(looks).toBeLessThan(MOST_IN_ALL / 2);
		expect(isDone(demo.exercise)).toBe(true);
		expect(planOf(demo)).toBeUndefined();
	});
});

describe('a way to a step', () => {
	const whole = flightOf(known('all-steps'));
	test.each(stepsOf(known('all-steps')))('leads to %s', (goal) => {
		const { demo } = wayToStep(whole, goal);
		const steps = whole.order;
		for (const before of steps.slice(0, steps.indexOf(goal)))
			expect(demo?.exercise.reached).toContain(before);
		// what is a look only may hold already
		expect(steps.indexOf((demo && goalOf(demo, whole)) ?? 'get-help')).toBeGreaterThanOrEqual(
			steps.indexOf(goal),
		);
	});

	test.each(shown)('$id: each step has a way or a reason, and is the one to be at or over', (scenario) => {
		const flight = flightOf(scenario);
		const steps = flight.order;
		for (const goal of stepsOf(scenario)) {
			const { demo, not } = wayToStep(flight, goal);
			expect(not).toBe(whyNoStep(flight, goal));
			expect(demo === undefined).toBe(not !== '');
			if (!demo) continue;
			const here = goalOf(demo, flight);
			if (here) expect(steps.indexOf(here)).toBeGreaterThanOrEqual(steps.indexOf(goal));
			expect(doneOf(demo, flight).has(goal) && here === goal).toBe(false);
		}
	});

	test('what comes late is done in between: Outlook does not wait for the message of LoadSet', () => {
		expect(whole.order.toSorted()).toEqual(stepsOf(known('all-steps')).toSorted());
		const { demo } = wayToStep(whole, 'start-outlook');
		expect(demo?.exercise.reached).not.toContain('start-outlook');
		expect(demo && goalOf(demo, whole)).toBe('start-outlook');
		expect(demo && [...doneOf(demo, whole)]).not.toContain('close-loadset-message');
		expect(wayToStep(whole, 'close-loadset-message').demo?.exercise.reached).toContain('open-mfa-email');
	});

	test('of another course, or that the exercise leaves out, has none', () => {
		const flight = flightOf(known('set-up-outlook'));
		expect(whyNoStep(flight, 'install-app')).toBe('This exercise does not have this step.');
		expect(whyNoStep(flight, 'close-loadset-message')).toMatch(/without coming to this step/);
		expect(openedAt(flight, { step: 'start-outlook' }).notice).toBe('');
		const { demo, notice } = openedAt(flight, { step: 'no-such-step' });
		expect(notice).toBe('This exercise does not have this step. The demo is at its beginning instead.');
		expect(demo.exercise.log).toEqual([]);
	});

	test('back from there is one act back', () => {
		const there = openedAt(whole, { step: 'start-outlook' }).demo;
		expect(steppedBack(there).exercise.log).toHaveLength(there.exercise.log.length - 1);
	});
});

describe('a way to a problem', () => {
	const whole = flightOf(known('all-steps'));
	const all = surprisesOf(begin(known('all-steps')).world, known('all-steps')).map(({ fault }) => fault);

	/** From these the autopilot goes on to the end; from all of them with LONG. */
	const gone: readonly string[] = process.env.LONG
		? all
		: ['caps-lock-on', 'download-held', 'teams-blank', 'zone-jumps-back'];
	test.each(all)('%s is shown in the whole procedure, and the autopilot finds its way on', (fault) => {
		let { demo } = wayToProblem(whole, fault);
		if (!demo) throw new Error(`expected a way to ${fault}`);
		expect(faultOf(fault).seen(demo.exercise.world)).toBe(true);
		expect(fault in demo.exercise.world.faults).toBe(true);
		if (!gone.includes(fault)) return;
		for (let acts = 0; acts < 400 && planOf(demo); acts += 1) demo = flownOn(demo);
		expect(isDone(demo.exercise)).toBe(true);
	});

	test.each([
		['caps-lock-on', 'enter-computer-password'],
		['static-password-must-change', 'enter-static-password'],
		['new-outlook-look', 'start-outlook'],
	] as const)('%s shows at %s, where the guide tells of it', (fault, step) => {
		const { demo } = wayToProblem(whole, fault);
		expect(faultOf(fault).step).toBe(step);
		expect(demo && goalOf(demo, whole)).toBe(step);
	});

	const mistakes = [
		['two-failures-already', 'globalprotect.secret', { kind: 'card', value: 'pin' }],
		['trivial-pin-refused', 'mobilepass.pin-again', { of: { value: 'pin' }, how: 'trivial' }],
		['email-at-other-domain', 'sign-in.email', { of: { value: 'email' }, how: 'other-domain' }],
	] as const;
	test.each(mistakes)(
		'the mistake without which %s does not show is made on purpose',
		(fault, control, entry) => {
			const log = wayToProblem(whole, fault).demo?.exercise.log;
			expect(log?.at(-2)).toMatchObject({ do: 'type', control, entry });
		},
	);

	test('what could be waited for without an end is put in where it shows soon', () => {
		const { demo, looks } = wayToProblem(flightOf(known('android-server-pin-chosen')), 'phone-stranger');
		expect(demo && faultOf('phone-stranger').seen(demo.exercise.world)).toBe(true);
		expect(looks).toBeLessThanOrEqual(MOST_LOOKS);
	});

	test('what does not happen in an exercise is given up, and said', () => {
		const { demo, not, looks } = wayToProblem(flightOf(known('push-all-steps')), 'hello-not-recognized');
		expect(demo).toBeUndefined();
		expect(not).toBe('This does not happen in this exercise.');
		expect(looks).toBeLessThanOrEqual(MOST_LOOKS);
	});

	test('a name that nothing has is answered in words', () => {
		const { demo, notice } = openedAt(whole, { problem: 'no-such-problem' });
		expect(notice).toBe('There is no such problem. The demo is at its beginning instead.');
		expect(demo.exercise.log).toEqual([]);
	});

	/** Every exercise with LONG, else one of each course. */
	const looked = process.env.LONG ? shown : ['use-passcode', 'android-no-pin', 'push-log-in'].map(known);
	test.each(looked)('$id: what is listed shows, and each start is what it says', (scenario) => {
		const flight = flightOf(scenario);
		const listed = [...showable(flight)].filter((one) => one !== undefined);
		expect(new Set(listed.map(({ fault }) => fault)).size).toBe(listed.length);
		for (const { fault } of surprisesOf(begin(scenario).world, scenario)) {
			const { demo, looks } = wayToProblem(flight, fault);
			expect(looks).toBeLessThanOrEqual(MOST_LOOKS);
			expect(demo !== undefined).toBe(listed.some((one) => one.fault === fault));
			const opened = openedAt(flight, { problem: fault });
			expect(opened.notice === '').toBe(demo !== undefined);
			if (!demo) continue;
			const { world } = opened.demo.exercise;
			// some end as soon as they have shown
			expect(fault in world.faults).toBe(true);
			expect(faultOf(fault).seen(world)).toBe(true);
		}
	});
});

test('a kept demo is the same after a reload, and can be gone back through', () => {
	const demo = openedAt(flightOf(drillOf('417-3') ?? known('all-steps')), { step: 'start-outlook' }).demo;
	const { scenario, log } = demo.exercise;
	const again = restoredDemo(JSON.parse(JSON.stringify({ scenario, log })) as SavedDemo);
	expect(hash(again.exercise.world)).toBe(hash(demo.exercise.world));
	expect(again.past).toHaveLength(demo.past.length);
	expect(hash(steppedBack(again).exercise.world)).toBe(hash(steppedBack(demo).exercise.world));
});
