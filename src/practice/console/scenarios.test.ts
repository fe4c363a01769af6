import { describe, expect, test } from 'vitest';
import { migrationSteps } from '../../domain/migration.ts';
import { hash } from '../../simulator/world.ts';
import { courseOf } from '../course.ts';
import { act, begin, isDone, restore, stepsOf, ticked, type Exercise } from '../exercise.ts';
import { hintFor } from '../hints.ts';
import '../migration-course.ts';
import { scenarioOf } from '../scenarios.ts';
import {
	migrationRoads,
	migrationStepScenarios as alone,
	migrationTroubles,
} from '../scenarios/migration.ts';

const { nextMove } = courseOf({ course: 'migration' });
const all = [...migrationRoads, ...migrationTroubles, ...alone];

/** More than the longest takes: one user moves from end to end. */
const MOST_MOVES = 150;

/** Solves an exercise by controls on the screens, as a person would; but for `refused` nothing is refused. */
function solved(start: Exercise, look: (exercise: Exercise) => void = () => undefined): Exercise {
	let exercise = start;
	for (let moves = 0; moves < MOST_MOVES && !isDone(exercise); moves += 1) {
		look(exercise);
		const move = nextMove(exercise.world, exercise.scenario);
		if (!move) break;
		const { exercise: next, reply } = act(exercise, move.deed, exercise.world.now + move.after);
		expect({ deed: move.deed, reply }).toMatchObject({ reply: { ok: true } });
		exercise = next;
	}
	return exercise;
}

describe('exercises of procedure D', () => {
	test('have ids of their own that name the console, and one for each step', () => {
		const ids = all.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const id of ids) expect(id).toMatch(/^(console(-[a-z]+)+|at(-[a-z]+)+)$/);
		for (const step of migrationSteps) expect(ids).toContain(`at-${step}`);
		for (const { id } of all) expect(scenarioOf(id)?.course).toBe('migration');
	});

	test.each(all)(
		'$id: is not done at the beginning, is done at the end of its solution, and is replayed to the same World',
		(scenario) => {
			const start = begin(scenario);
			expect(isDone(start)).toBe(false);
			const end = solved(start, (exercise) =>
				expect(hintFor({ exercise, world: exercise.world })?.what).toMatch(/^\S.*[.]$/),
			);
			expect(isDone(end)).toBe(true);
			expect(end.mistakes).toEqual([]);
			expect(hash(restore(scenario, end.log).world)).toBe(hash(end.world));
		},
	);

	test('the steps of the move are ticked in their order', () => {
		const scenario = scenarioOf('console-one-wave')!;
		const order: string[] = [];
		const end = solved(begin(scenario), (exercise) => {
			for (const step of ticked(exercise)) if (!order.includes(step)) order.push(step);
		});
		for (const step of ticked(end)) if (!order.includes(step)) order.push(step);
		expect(order.filter((step) => step !== 'sign-in-to-console')).toEqual(
			stepsOf(scenario).filter((step) => step !== 'sign-in-to-console'),
		);
		expect(order.slice(-6)).toEqual(migrationSteps.slice(-6));
	});
});
