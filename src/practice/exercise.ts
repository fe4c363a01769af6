import type { StepSlug } from '../domain/slugs.ts';
import { advance, dueNext, type Command, type Deed, type Reply, type World } from '../simulator/world.ts';
import { finished, goals } from './goals.ts';
import { mistakeOf, type Mistake } from './mistakes.ts';
import { worldOf, type Scenario } from './scenarios.ts';
import { straightRoad } from './straight-road.ts';

/** A person's try at a scenario: the World is what the log leads to from the scenario's beginning. */
export type Exercise = {
	readonly scenario: Scenario;
	readonly start: World;
	readonly log: readonly Command[];
	readonly world: World;
	/** Steps whose goal held at some time since the beginning; some cease to hold later. */
	readonly reached: ReadonlySet<StepSlug>;
	/** What was refused, in its order. */
	readonly mistakes: readonly Mistake[];
};

const road: readonly StepSlug[] = straightRoad.map(({ step }) => step);

/** The steps that a scenario goes over, in their order. */
export function stepsOf({ from, until }: Scenario): readonly StepSlug[] {
	const last = until === null || until === 'all' ? road.length - 1 : road.indexOf(until);
	return road.slice(road.indexOf(from), last + 1);
}

/** @throws Error when the scenario itself is wrong */
export function begin(scenario: Scenario): Exercise {
	const start = worldOf(scenario);
	return {
		scenario,
		start,
		log: [],
		world: start,
		reached: holding(scenario, start, new Set()),
		mistakes: [],
	};
}

/** An exercise as it was left, from what is kept of it: the scenario and the log. */
export function restore(scenario: Scenario, log: readonly Command[]): Exercise {
	let exercise = begin(scenario);
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
	const mistake = mistakeOf(exercise.world.truth, world.truth, reply);
	const mistakes = mistake ? [...exercise.mistakes, mistake] : exercise.mistakes;
	return { exercise: { ...exercise, log: [...exercise.log, command], world, reached, mistakes }, reply };
}

/** Takes the last act back, with the waiting after it. At the beginning there is none. */
export function undo(exercise: Exercise): Exercise {
	const last = exercise.log.findLastIndex(({ do: what }) => what !== 'wait');
	return last < 0 ? exercise : restore(exercise.scenario, exercise.log.slice(0, last));
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

function holding(scenario: Scenario, world: World, before: ReadonlySet<StepSlug>): ReadonlySet<StepSlug> {
	const fresh = stepsOf(scenario).filter((step) => !before.has(step) && goals[step](world));
	return fresh.length > 0 ? new Set([...before, ...fresh]) : before;
}

/** The step to be at: the first whose goal has not been reached. Nothing when all have. */
export const stepNow = ({ scenario, reached }: Exercise): StepSlug | undefined =>
	stepsOf(scenario).find((step) => !reached.has(step));

/** The steps to tick off: those before the one to be at. Goals that hold ahead of their time are no news yet. */
export function ticked(exercise: Exercise): ReadonlySet<StepSlug> {
	if (isDone(exercise)) return exercise.reached;
	const steps = stepsOf(exercise.scenario);
	const next = stepNow(exercise);
	return new Set(next ? steps.slice(0, steps.indexOf(next)) : steps);
}

/** Does what the scenario asks for hold right now? Free play never ends. */
export function isDone({ scenario: { until }, world }: Exercise): boolean {
	if (until === null) return false;
	return until === 'all' ? finished(world) : goals[until](world);
}
