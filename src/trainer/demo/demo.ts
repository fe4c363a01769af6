import { remarkOn, remarkOnRefusal, stopped, type Remark } from '../../practice/coach.ts';
import { courseOf } from '../../practice/course.ts';
import { act, begin, isDone, stepNow, stepsOf, type Exercise } from '../../practice/exercise.ts';
import { hintFor, waitFor, type Hint } from '../../practice/hints.ts';
import type { GoalId, Scenario } from '../../practice/scenario.ts';
import { typedEntry } from '../../practice/typed-entry.ts';
import {
	faultOf,
	type AnyFaultId,
	type Command,
	type Control,
	type Deed,
	type DeviceId,
} from '../../simulator/world.ts';

/**
 * A demo as it stands: an exercise that nobody does, and every moment before it. Its clock goes on with its acts
 * only, so that slides and screen agree.
 */
export type Demo = {
	readonly exercise: Exercise;
	/** The moments before each act, the oldest first: what "back" leads to. */
	readonly past: readonly Exercise[];
	/** What the coach says of the last act. */
	readonly remark: Remark | null;
};

/** What the autopilot does next. */
export type Plan = Hint;

/** World time of an act, ms. */
const PACE = 2000;
/** More acts than any exercise takes. */
const MOST_ACTS = 2000;

/** A demo at the beginning of a scenario, whose course must have been loaded. */
export const demoOf = (scenario: Scenario): Demo => ({ exercise: begin(scenario), past: [], remark: null });

/** The next act of the autopilot from wherever the World stands; nothing when all is done. */
export const planOf = ({ exercise }: Demo): Plan | undefined =>
	isDone(exercise) ? undefined : hintFor({ exercise, world: exercise.world });

/** The same demo after an act. */
function after(demo: Demo, deed: Deed, wait = PACE): Demo {
	const before = demo.exercise;
	const { exercise, reply } = act(before, deed, before.world.now + wait);
	const own = courseOf(before.scenario).remark?.(before.world, exercise.world);
	const remark = reply.ok ? (own ?? remarkOn(before.world, exercise.world)) : remarkOnRefusal(reply.reason);
	return { exercise, past: [...demo.past, before], remark };
}

/** Lets the autopilot act once: a wait lasts until there is something to do. */
export function flownOn(demo: Demo): Demo {
	const plan = planOf(demo);
	if (!plan) return demo;
	const { exercise } = demo;
	if (plan.deed.do !== 'wait') return after(demo, plan.deed, Math.max(PACE, plan.wait ?? 0));
	return after(demo, plan.deed, waitFor({ exercise, world: exercise.world }) ?? plan.wait ?? PACE);
}

/** What a person did in it: a control was used, or something typed into a field. Other text is stopped. */
export function usedByHand(demo: Demo, device: DeviceId, control: Control, typed = ''): Demo {
	const { id, kind, expects } = control;
	if (kind === 'heading' || kind === 'value')
		return { ...demo, remark: remarkOnRefusal('not-for-this-control') };
	if (kind !== 'field')
		return after(demo, { do: kind === 'choice' ? 'choose' : 'press', device, control: id });
	const entry = expects && typedEntry(demo.exercise.world, typed, expects);
	return entry ? after(demo, { do: 'type', device, control: id, entry }) : { ...demo, remark: stopped };
}

/** Something goes wrong from now on. A fault that can show no more changes nothing but the remark. */
export const broken = (demo: Demo, fault: AnyFaultId): Demo => after(demo, { do: 'break', fault }, 0);

/** One act back; at the beginning the same. */
export function steppedBack(demo: Demo): Demo {
	const last = demo.past.at(-1);
	return last ? { exercise: last, past: demo.past.slice(0, -1), remark: null } : demo;
}

/**
 * The same scenario where a step begins: everything before it was done by the autopilot.
 *
 * @throws Error where no way leads there
 */
export function jumpedTo({ exercise: { scenario } }: Demo, goal: GoalId): Demo {
	const before = stepsOf(scenario).slice(0, stepsOf(scenario).indexOf(goal));
	return flownUntil(demoOf(scenario), `the step ${goal}`, ({ exercise }) =>
		before.every((step) => exercise.reached.has(step)),
	);
}

/**
 * The same scenario with a fault of its own course, where that shows.
 *
 * @throws Error where it never shows
 */
export function jumpedToProblem({ exercise: { scenario } }: Demo, fault: AnyFaultId): Demo {
	return flownUntil(demoOf({ ...scenario, faults: [fault] }), `a sight of ${fault}`, ({ exercise }) =>
		faultOf(fault).seen(exercise.world),
	);
}

function flownUntil(start: Demo, goal: string, there: (demo: Demo) => boolean): Demo {
	let demo = start;
	for (let acts = 0; acts < MOST_ACTS && !there(demo); acts += 1) {
		const next = flownOn(demo);
		if (next === demo) break;
		demo = next;
	}
	if (!there(demo))
		throw new Error(`Scenario ${start.exercise.scenario.id}: expected a way to ${goal}, got none`);
	return { ...demo, remark: null };
}

/** The step to be at. */
export const goalOf = ({ exercise }: Demo): GoalId | undefined => stepNow(exercise);

/** A demo as it is kept over a reload: the exercise, and what was done. */
export type SavedDemo = { readonly scenario: Scenario; readonly log: readonly Command[] };
export const savedDemo = ({ exercise: { scenario, log } }: Demo): SavedDemo => ({ scenario, log });
/** A kept demo, which can be gone back through like any other. */
export const restoredDemo = ({ scenario, log }: SavedDemo): Demo =>
	log.reduce<Demo>(({ exercise, past }, { at, ...deed }) => {
		const next = act(exercise, deed, at).exercise;
		return { exercise: next, past: [...past, exercise], remark: null };
	}, demoOf(scenario));
