import { describe, expect, test } from 'vitest';
import { pushSteps } from '../../domain/push.ts';
import { hash } from '../../simulator/world.ts';
import { act, begin, isDone, restore, stepsOf, ticked, type Exercise } from '../exercise.ts';
import { hintFor } from '../hints.ts';
import { scenarioOf } from '../scenarios.ts';
import { courseOf } from '../course.ts';
import '../push-course.ts';
import { pushRoads, pushSteps as alone, pushTroubles } from '../scenarios/push.ts';

const course = courseOf({ course: 'push' });
const { nextMove } = course;
const pushScenarios = [...pushRoads, ...pushTroubles, ...alone];

/** Solves an exercise by controls on the screens, as a person would; nothing may be refused on the way. */
function solved(start: Exercise, limit = 120): Exercise {
	let exercise = start;
	for (let moves = 0; moves < limit && !isDone(exercise); moves += 1) {
		const move = nextMove(exercise.world, exercise.scenario);
		if (!move) break;
		const { exercise: next, reply } = act(exercise, move.deed, exercise.world.now + move.after);
		expect({ deed: move.deed, reply }).toMatchObject({ reply: { ok: true } });
		exercise = next;
	}
	return exercise;
}

describe('exercises of procedure C', () => {
	test('have ids of their own that name the course, and one for each step', () => {
		const ids = pushScenarios.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const id of ids) expect(id).toMatch(/^(push(-[a-z]+)+|at(-[a-z]+)+)$/);
		for (const step of pushSteps) expect(ids).toContain(`at-${step}`);
		for (const { id } of pushScenarios) expect(scenarioOf(id)?.course).toBe('push');
	});

	test.each(pushScenarios)(
		'$id: is not done at the beginning, is done at the end of its solution, and is replayed to the same World',
		(scenario) => {
			const start = begin(scenario);
			expect(isDone(start)).toBe(false);
			const end = solved(start);
			expect(isDone(end)).toBe(true);
			for (const fault of scenario.faults)
				expect(end.world.shown, 'what goes wrong was met').toContain(fault);
			expect(hash(restore(scenario, end.log).world)).toBe(hash(end.world));
		},
	);

	test.each(pushScenarios)('$id: a hint is there at every moment of the way', (scenario) => {
		let exercise = begin(scenario);
		for (let moves = 0; moves < 120 && !isDone(exercise); moves += 1) {
			const hint = hintFor({ exercise, world: exercise.world });
			expect(hint?.what, JSON.stringify(hint?.deed)).toMatch(/^\S.*[.]$/);
			exercise = act(exercise, hint!.deed, exercise.world.now + (hint!.wait ?? 3000)).exercise;
		}
		expect(isDone(exercise)).toBe(true);
	});

	test('all the steps are ticked in their order on the whole way', () => {
		const scenario = scenarioOf('push-all-steps')!;
		let exercise = begin(scenario);
		const order: string[] = [];
		for (let moves = 0; moves < 120 && !isDone(exercise); moves += 1) {
			const move = nextMove(exercise.world, scenario)!;
			exercise = act(exercise, move.deed, exercise.world.now + move.after).exercise;
			for (const step of ticked(exercise)) if (!order.includes(step)) order.push(step);
		}
		expect(order).toEqual(stepsOf(scenario));
		expect(order).toEqual(pushSteps.slice(0, 9));
	});
});
