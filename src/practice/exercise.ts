import { advance, dueNext, type Command, type Deed, type Reply, type World } from '../simulator/world.ts';
import './desktop-course.ts';
import { courseOf, STARTS_AT, worldOf } from './course.ts';
import { mistakeOf, type Mistake } from './mistakes.ts';
import type { GoalId, Scenario } from './scenario.ts';

/** A person's try at a scenario: the World is what the log leads to from the scenario's beginning. */
export type Exercise = {
	readonly scenario: Scenario;
	/** Epoch ms UTC: with the scenario and the log all that makes an exercise. */
	readonly startsAt: number;
	readonly log: readonly Command[];
	readonly world: World;
	/** Steps whose goal held at some time since the beginning; some cease to hold later. */
	readonly reached: ReadonlySet<GoalId>;
	/** What was refused, in its order. */
	readonly mistakes: readonly Mistake[];
};

/** The goals that a scenario goes over, in their order: most are steps of a guide. */
export function stepsOf(scenario: Scenario): readonly GoalId[] {
	const { from, until } = scenario;
	const { goals, leadsOver = () => true } = courseOf(scenario);
	const road = goals.map(({ id }) => id).filter((id) => leadsOver(id, scenario));
	const last = until === null || until === 'all' ? road.length - 1 : road.indexOf(until);
	return road.slice(road.indexOf(from), last + 1);
}

/**
 * @param startsAt epoch ms UTC; only an exercise in real time has another one than all others
 * @throws Error when the scenario itself is wrong, or its course was not loaded
 */
export function begin(scenario: Scenario, startsAt = STARTS_AT): Exercise {
	const start = worldOf(scenario, startsAt);
	return {
		scenario,
		startsAt,
		log: [],
		world: start,
		reached: holding(scenario, start, new Set()),
		mistakes: [],
	};
}

/** An exercise as it was left, from what is kept of it: the scenario, when it began, and the log. */
export function restore(scenario: Scenario, log: readonly Command[], startsAt?: number): Exercise {
	let exercise = begin(scenario, startsAt);
	for (const command of log) exercise = take(exercise, command).exercise;
	return exercise;
}

/** What an act led to. */
export type Taken = { readonly exercise: Exercise; readonly reply: Reply };

/**
 * Does something in the exercise. A refused act stands in the log too: it may have counted.
 *
 * @param at the World's time of the act, epoch ms UTC; never before the act that came last
 */
export const act = (exercise: Exercise, deed: Deed, at: number): Taken =>
	take(exercise, { ...deed, at: Math.max(at, exercise.world.now) });

function take(exercise: Exercise, command: Command): Taken {
	const { world, reply } = advance(exercise.world, command);
	const reached = holding(exercise.scenario, world, exercise.reached);
	// what an operator was refused is no mistake of the learner
	const mistake = command.do === 'operate' ? undefined : mistakeOf(exercise.world.truth, world.truth, reply);
	const mistakes = mistake ? [...exercise.mistakes, mistake] : exercise.mistakes;
	return { exercise: { ...exercise, log: [...exercise.log, command], world, reached, mistakes }, reply };
}

/** Takes the last act back, with the waiting after it. At the beginning there is none. */
export function undo(exercise: Exercise): Exercise {
	const last = exercise.log.findLastIndex(({ do: what }) => what !== 'wait');
	return last < 0 ? exercise : restore(exercise.scenario, exercise.log.slice(0, last), exercise.startsAt);
}

/**
 * Waits until the next thing comes due, but not longer than is said.
 *
 * @param most ms
 */
export function skipWait(exercise: Exercise, most: number): Exercise {
	const until = exercise.world.now + most;
	return act(exercise, { do: 'wait' }, Math.min(dueNext(exercise.world) ?? until, until)).exercise;
}

/** What came due until a time stands in the log; time alone does not. */
export function passTime(exercise: Exercise, at: number): Exercise {
	const due = dueNext(exercise.world);
	return due === null || due > at ? exercise : act(exercise, { do: 'wait' }, at).exercise;
}

/** The World of an exercise at a time after its last act, with nothing done. */
export const worldAt = ({ world }: Exercise, at: number): World =>
	at <= world.now ? world : advance(world, { do: 'wait', at }).world;

function holding(scenario: Scenario, world: World, before: ReadonlySet<GoalId>): ReadonlySet<GoalId> {
	const over = stepsOf(scenario);
	const fresh = courseOf(scenario).goals.filter(
		({ id, holds }) => over.includes(id) && !before.has(id) && holds(world),
	);
	return fresh.length > 0 ? new Set([...before, ...fresh.map(({ id }) => id)]) : before;
}

/** The step to be at: the first whose goal has not been reached. Nothing when all have. */
export const stepNow = ({ scenario, reached }: Exercise): GoalId | undefined =>
	stepsOf(scenario).find((step) => !reached.has(step));

/** The steps to tick off: those before the one to be at. Goals that hold ahead of their time are no news yet. */
export function ticked(exercise: Exercise): ReadonlySet<GoalId> {
	if (isDone(exercise)) return exercise.reached;
	const steps = stepsOf(exercise.scenario);
	const next = stepNow(exercise);
	return new Set(next ? steps.slice(0, steps.indexOf(next)) : steps);
}

/** Does what the scenario asks for hold right now? Free play never ends. */
export function isDone({ scenario, world }: Exercise): boolean {
	const { until } = scenario;
	if (until === null) return false;
	const { goals, finished } = courseOf(scenario);
	return until === 'all' ? finished(world) : goals.some(({ id, holds }) => id === until && holds(world));
}
