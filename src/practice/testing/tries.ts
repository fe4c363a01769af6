import type { Command } from '../../simulator/world.ts';
import { courseOf } from '../course.ts';
import { act, begin, isDone, restore, stepsOf } from '../exercise.ts';
import { mistakeKinds, type Mistake } from '../mistakes.ts';
import type { Scenario } from '../scenario.ts';
import { scenarioOf } from '../scenarios.ts';
import { noTally, type Tally } from '../tally.ts';
import type { Try } from '../tries.ts';

const STARTED_AT = Date.UTC(2026, 10, 20, 9);
/** More moves than any exercise takes. */
const MOST_MOVES = 600;
let made = 0;

/** A try as the page keeps one. */
export function tryAt(scenario: Scenario, log: readonly Command[], tally: Tally, id?: string): Try {
	made += 1;
	const { mistakes } = restore(scenario, log, scenario.realTime && STARTED_AT);
	const count = (kind: Mistake) =>
		kind === 'foreign' ? tally.stopped : mistakes.filter((one) => one === kind).length;
	return {
		stored: {
			id: id ?? `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
			scenario: scenario.id,
			startedAt: STARTED_AT,
			revision: log.length,
			notes: tally,
		},
		...{ scenario, tally, log },
		mistakes: Object.fromEntries(mistakeKinds.map((kind) => [kind, count(kind)])) as Try['mistakes'],
	};
}

/**
 * A passed try, made by the pilot as a person would.
 *
 * @param spent time of work, ms
 */
export function flown(id: string, spent = 300_000): Try {
	const scenario = scenarioOf(id);
	if (!scenario) throw new Error(`expected a scenario, got "${id}"`);
	let exercise = begin(scenario, scenario.realTime && STARTED_AT);
	for (let moves = 0; moves < MOST_MOVES && !isDone(exercise); moves += 1) {
		const move = courseOf(scenario).nextMove(exercise.world, scenario);
		if (!move) break;
		exercise = act(exercise, move.deed, exercise.world.now + move.after).exercise;
	}
	const done = { at: STARTED_AT + spent, passed: true, steps: stepsOf(scenario) };
	return tryAt(scenario, exercise.log, { ...noTally, spent, done });
}

/** The tally of a try that was done, with help. */
export const withHelp = (tally: Tally, change: Partial<Tally>): Tally => ({
	...{ ...tally, ...change },
	done: tally.done && { ...tally.done, passed: false },
});
