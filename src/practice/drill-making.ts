import { randomFrom, shuffle } from '../domain/random.ts';
import { ok, refused, type Result } from '../domain/result.ts';
import { excluded, type AnyFaultId } from '../simulator/world.ts';
import { courseOf, worldOf } from './course.ts';
import { drillTable, scenarioOfDrill, type Drill, type DrillFault } from './drill-link.ts';
import { act, begin, isDone } from './exercise.ts';
import type { Scenario } from './scenario.ts';

/** More than any way through a drill takes. */
const MOST_MOVES = 800;

/** Can the World of a drill be made? Its course must have been loaded. */
export function checkDrill(scenario: Scenario): Result<Scenario, DrillFault> {
	const { from, until, faults } = scenario;
	if (faults.some((one, at) => faults.slice(at + 1).some((other) => one === other || excluded(one, other))))
		return refused('clash');
	const goals = courseOf(scenario).goals.map(({ id }) => id);
	const last = until === null || until === 'all' ? goals.length - 1 : goals.indexOf(until);
	if (last < goals.indexOf(from)) return refused('impossible');
	try {
		worldOf(scenario);
		return ok(scenario);
	} catch {
		return refused('impossible');
	}
}

/** How a drill goes for somebody who makes no mistake but those that lead on. */
export type Rehearsal = {
	/** Is its end reached, and not from the start? */
	readonly ends: boolean;
	/** What goes wrong, in the order in which the class meets it. */
	readonly met: readonly AnyFaultId[];
};

/**
 * Goes through a drill as the pilot does. Its World must be one that can be made.
 *
 * @returns what the class will meet; of its surprises some may stay unseen between these steps
 */
export function rehearse(scenario: Scenario): Rehearsal {
	let exercise = begin(scenario);
	if (isDone(exercise)) return { ends: false, met: [] };
	const { nextMove } = courseOf(scenario);
	for (let moves = 0; moves < MOST_MOVES && !isDone(exercise); moves += 1) {
		const move = nextMove(exercise.world, scenario);
		if (!move) break;
		exercise = act(exercise, move.deed, exercise.world.now + move.after).exercise;
	}
	const met = exercise.world.shown.filter((fault) => scenario.faults.includes(fault));
	return { ends: isDone(exercise), met };
}

/**
 * Draws so many surprises for a drill by its seed: such as show between its steps, and no two that exclude each
 * other. The list is written into the link, so that a later version meets the same.
 *
 * @returns the drill with its surprises; fewer than asked for where no more can show
 */
export function withDrawnFaults(drill: Drill, count: number): Drill {
	const { value: order } = shuffle(randomFrom(`drill/${drill.seed}`), drillTable(drill.course).faults);
	let found: Drill = { ...drill, faults: [] };
	for (const fault of order) {
		if (found.faults.length >= count) break;
		const next: Drill = { ...found, faults: [...found.faults, fault] };
		const scenario = scenarioOfDrill(next);
		if (!checkDrill(scenario).ok) continue;
		const { ends, met } = rehearse(scenario);
		if (ends && next.faults.every((one) => met.includes(one))) found = next;
	}
	return found;
}
