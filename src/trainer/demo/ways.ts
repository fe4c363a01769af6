import { isDone, stepNow, stepsOf } from '../../practice/exercise.ts';
import type { GoalId, Scenario } from '../../practice/scenario.ts';
import { advance, allFaultIds, faultOf, type AnyFaultId, type World } from '../../simulator/world.ts';
import { awaited, broken, demoOf, flownOn, planOf, waited, type Demo, type Look } from './demo.ts';

/** A demo at a place that was asked for; or why there is no way there, in plain words. */
export type Way = {
	readonly demo: Demo | undefined;
	readonly not: string;
	/** Worlds that were looked at to find it. */
	readonly looks: number;
};

/** So many Worlds are looked at for one way at most, so that every choice is answered at once. */
export const MOST_LOOKS = 1000;
/** An exercise with everything in it that can go wrong takes fewer. */
export const MOST_IN_ALL = 3000;
/** A wait that has led to nothing for so many looks leads nowhere. */
const PATIENCE = 240;
/** At so many moments something is put in, until it shows. */
const TRIES = 6;

type Flown = { readonly demo: Demo; readonly there: boolean; readonly looks: number };

/** Lets the autopilot go on until something shows, also in the middle of a wait, or until all is done. */
function flown(start: Demo, shows: Look, most: number): Flown {
	let demo = start;
	let looks = 1;
	while (looks + 1 < most && !shows(demo.exercise.world) && planOf(demo)) {
		const wait = awaited(demo, shows, Math.min(PATIENCE, most - looks - 1));
		demo = wait.looks > 0 ? waited(demo, wait.until) : flownOn(demo);
		looks += wait.looks + 1;
		if (wait.looks >= PATIENCE) break;
	}
	return { demo: { ...demo, remark: null }, there: shows(demo.exercise.world), looks };
}

/** An exercise as the autopilot does it, from which all ways are taken. */
export type Flight = {
	/** At its end. */
	readonly demo: Demo;
	/** The steps that it comes to, as they follow one another: what comes late is done in between. */
	readonly order: readonly GoalId[];
	/** Worlds that were looked at. */
	readonly looks: number;
};

/** Goes through an exercise once, from its beginning to its end. */
export function flightOf(scenario: Scenario): Flight {
	const { demo, looks } = flown(demoOf(scenario), () => false, MOST_IN_ALL);
	return { demo, looks, order: orderOf(demo, stepsOf(scenario)) };
}

/** Steps by when they are reached. What holds from the beginning is looked at when the steps before it are done. */
function orderOf({ past, exercise }: Demo, steps: readonly GoalId[]): readonly GoalId[] {
	const moments = [...past, exercise];
	let before = 0;
	const reached = steps.flatMap((step) => {
		const index = moments.findIndex(({ reached }) => reached.has(step));
		before = Math.max(before, index);
		return index < 0 ? [] : [{ step, index: index || before }];
	});
	return reached.sort((one, other) => one.index - other.index).map(({ step }) => step);
}

/** The step to be at: the first that was not reached yet, of those that the autopilot comes to. */
export const goalOf = ({ exercise }: Pick<Demo, 'exercise'>, { order }: Flight): GoalId | undefined =>
	order.find((step) => !exercise.reached.has(step)) ?? stepNow(exercise);

/** The steps to tick off: those that were reached before the one to be at. */
export function doneOf({ exercise }: Pick<Demo, 'exercise'>, flight: Flight): ReadonlySet<GoalId> {
	const { order } = flight;
	const index = isDone(exercise) ? -1 : order.findIndex((step) => step === goalOf({ exercise }, flight));
	const before = index < 0 ? stepsOf(exercise.scenario) : order.slice(0, index);
	return new Set(before.filter((step) => exercise.reached.has(step)));
}

/** Every moment of a flight, the first one first. */
const momentsOf = ({ demo: { past, exercise } }: Flight) => [...past, exercise];
const at = (flight: Flight, index: number): Demo => ({
	exercise: momentsOf(flight)[index] ?? flight.demo.exercise,
	past: flight.demo.past.slice(0, index),
	remark: null,
});

/** Why there is no way to a step; nothing where there is one. */
export function whyNoStep({ demo, order }: Flight, goal: GoalId): string {
	if (!stepsOf(demo.exercise.scenario).includes(goal)) return 'This exercise does not have this step.';
	return order.includes(goal) ? '' : 'This exercise ends without coming to this step.';
}

/** To where a step begins: all that is done before it was done by the autopilot. */
export function wayToStep(flight: Flight, goal: GoalId): Way {
	const looks = flight.demo.past.length;
	const not = whyNoStep(flight, goal);
	if (not) return { demo: undefined, not, looks };
	return { demo: at(flight, beginOf(flight, goal)), not, looks };
}

/** The moment at which a step begins; -1 for one that is not come to. */
function beginOf(flight: Flight, goal: GoalId): number {
	const index = flight.order.indexOf(goal);
	const before = flight.order.slice(0, index);
	if (index < 0) return -1;
	return momentsOf(flight).findIndex(({ reached }) => before.every((step) => reached.has(step)));
}

/**
 * To where something that goes wrong shows: it is put in when the step that it belongs to begins, or at the latest
 * moment before; where that leads to nothing, as late as it can be. The autopilot goes on until it is in sight.
 */
export function wayToProblem(flight: Flight, fault: AnyFaultId): Way {
	const { seen } = faultOf(fault);
	let looks = 0;
	const fly = (start: Demo): Demo | undefined => {
		const way = flown(start, seen, MOST_LOOKS - looks);
		looks += way.looks;
		return way.there ? way.demo : undefined;
	};
	const own = at(flight, 0);
	const found = own.exercise.world.faults[fault] ? fly(own) : undefined;
	if (found) return { demo: found, not: '', looks };
	for (const index of candidates(flight, fault)) {
		const demo = fly(broken(at(flight, index), fault));
		if (demo) return { demo, not: '', looks };
		if (looks >= MOST_LOOKS) break;
	}
	return { demo: undefined, not: 'This does not happen in this exercise.', looks };
}

/** The moments at which to put something in: for its own step, then the latest, then earlier ones over all that is left. */
function candidates(flight: Flight, fault: AnyFaultId): readonly number[] {
	const open = momentsOf(flight).flatMap(({ world }, index) => (canBreak(world, fault) ? [index] : []));
	const begin = beginOf(flight, faultOf(fault).step as GoalId);
	const own = open.findLast((index) => index <= begin);
	const last = open.length - 1;
	const spread = Array.from(
		{ length: TRIES },
		(_, nth) => open[Math.round(last - (last * nth) / (TRIES - 1))],
	);
	return [...new Set([own, ...spread])].filter((index) => index !== undefined);
}

const canBreak = (world: World, fault: AnyFaultId): boolean =>
	advance(world, { do: 'break', fault, at: world.now }).reply.ok;

/** Where a demo is asked to begin: at a step, or where something goes wrong; else at its beginning. */
export type Place = { readonly step?: string; readonly problem?: string };

/** The demo at the place that was asked for; where there is no way, at its beginning, with the reason. */
export function openedAt(flight: Flight, { step, problem }: Place): { demo: Demo; notice: string } {
	const way = problem ? toProblem(flight, problem) : step ? wayToStep(flight, step as GoalId) : undefined;
	if (way?.demo) return { demo: way.demo, notice: '' };
	const notice = way ? `${way.not} The demo is at its beginning instead.` : '';
	return { demo: at(flight, 0), notice };
}

const toProblem = (flight: Flight, problem: string): Pick<Way, 'demo' | 'not'> => {
	const fault = allFaultIds().find((one) => one === problem);
	return fault ? wayToProblem(flight, fault) : { demo: undefined, not: 'There is no such problem.' };
};
