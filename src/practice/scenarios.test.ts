import { describe, expect, test } from 'vitest';
import { hash } from '../simulator/world.ts';
import { act, begin, isDone, restore, skipWait, stepNow, stepsOf, undo, type Exercise } from './exercise.ts';
import { courseOf, worldOf } from './course.ts';
import './testing/all-courses.ts';
import { allScenarios, drill, drillOf, exercisePath, scenarioOf, scenarios } from './scenarios.ts';

/** Solves an exercise by controls on the screens, as a person would. */
function solved(start: Exercise, limit = 600): Exercise {
	let exercise = start;
	for (let moves = 0; moves < limit && !isDone(exercise); moves += 1) {
		const move = courseOf(exercise.scenario).nextMove(exercise.world, exercise.scenario);
		if (!move) break;
		exercise = act(exercise, move.deed, exercise.world.now + move.after).exercise;
	}
	return exercise;
}

const withGoal = allScenarios.filter(({ until }) => until !== null);

describe('scenarios', () => {
	test('are at least 20, each with an id of its own', () => {
		expect(scenarios.length).toBeGreaterThanOrEqual(20);
		expect(new Set(allScenarios.map(({ id }) => id)).size).toBe(allScenarios.length);
		for (const { id } of allScenarios) expect(id).toMatch(/^[a-z]+(-[a-z]+|-\d+)*$/);
	});

	test.each(withGoal)(
		'$id: is not done at the beginning, and is done at the end of its solution',
		(scenario) => {
			const start = begin(scenario);
			expect(isDone(start)).toBe(false);
			const end = solved(start);
			expect(isDone(end)).toBe(true);
			for (const fault of scenario.faults)
				expect(end.world.shown, 'what goes wrong was met').toContain(fault);
		},
	);

	test('of a drill can be made from any seed, and meet what they put in', () => {
		for (let seed = 0; seed < (process.env.LONG ? 1000 : 20); seed += 1) {
			const end = solved(begin(drill(seed, 1 + (seed % 6))));
			expect(isDone(end), `seed ${seed}`).toBe(true);
		}
	});

	test('of a drill are found by its number, as by its address', () => {
		const found = scenarioOf('drill-417-2');
		expect(found).toEqual({ ...drill(417, 2), id: 'drill-417-2', title: 'Drill 417' });
		expect(drillOf('417-2')).toEqual(found);
		expect(found && exercisePath(found)).toBe('/practice/drill/#417-2');
		expect(exercisePath(scenarios[0]!)).toBe('/practice/all-steps/');
		for (const none of ['', '417', '0417-2', '417-0', '417-7', '1234567-2', '-1-2', '4.5-2', '417-2x'])
			expect(drillOf(none), none).toBeUndefined();
	});

	test('free play has no end', () => {
		const free = scenarioOf('free-play');
		expect(free && isDone(begin(free))).toBe(false);
	});

	test('one that is wrong in itself says so', () => {
		const [first] = scenarios;
		if (!first) throw new Error('There are no scenarios');
		const wrong = { ...first, from: 'sign-in-to-teams', faults: ['no-power'] } as const;
		expect(() => worldOf(wrong)).toThrow('is refused');
	});
});

describe('an exercise', () => {
	const scenario = scenarioOf('first-sign-in')!;
	const start = begin(scenario);
	const end = solved(start);

	test('says which step is next, and ticks off those that were reached', () => {
		expect(stepNow(start)).toBe('boot-and-acknowledge');
		expect(stepNow(end)).toBeUndefined();
		expect([...end.reached].sort()).toEqual([...stepsOf(scenario)].sort());
	});

	test('is the same again when its log is replayed', () => {
		expect(hash(restore(scenario, end.log).world)).toBe(hash(end.world));
	});

	test('takes one act back', () => {
		const one = act(start, { do: 'press', control: 'power.on' }, start.world.now + 1000).exercise;
		const two = act(one, { do: 'wait' }, one.world.now + 40_000).exercise;
		expect(hash(undo(two).world)).toBe(hash(start.world));
		expect(undo(start)).toBe(start);
	});

	test('skips a wait', () => {
		const one = act(start, { do: 'press', control: 'power.on' }, start.world.now + 1000).exercise;
		expect(skipWait(one, 3_600_000).world.laptop.power).toBe('on');
	});
});
