import { remarkOn, remarkOnRefusal, stopped, type Remark } from '../../practice/coach.ts';
import { courseOf } from '../../practice/course.ts';
import { act, begin, isDone, type Exercise } from '../../practice/exercise.ts';
import { hintFor, type Hint } from '../../practice/hints.ts';
import type { Scenario } from '../../practice/scenario.ts';
import { typedEntry } from '../../practice/typed-entry.ts';
import {
	advance,
	dueNext,
	type AnyFaultId,
	type Command,
	type Control,
	type Deed,
	type DeviceId,
	type World,
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
/** Four hours, a minute at a time: nothing that comes takes longer. */
const MOST_LOOKS = 240;

/** A demo at the beginning of a scenario, whose course must have been loaded. */
export const demoOf = (scenario: Scenario): Demo => ({ exercise: begin(scenario), past: [], remark: null });

/**
 * The next act of the autopilot from wherever the World stands; nothing when all is done. What shows only to who
 * makes a mistake is shown: it makes the mistake.
 */
export const planOf = ({ exercise }: Pick<Demo, 'exercise'>): Plan | undefined =>
	isOver(exercise) ? undefined : hintFor({ exercise, world: exercise.world }, true);

/** An exercise of a whole course ends where the pilot does: what was put in may show after all else is done. */
const isOver = (exercise: Exercise): boolean => exercise.scenario.until !== 'all' && isDone(exercise);

/** The same demo after an act. */
function after(demo: Demo, deed: Deed, wait = PACE): Demo {
	const before = demo.exercise;
	const { exercise, reply } = act(before, deed, before.world.now + wait);
	const own = courseOf(before.scenario).remark?.(before.world, exercise.world);
	const remark = reply.ok ? (own ?? remarkOn(before.world, exercise.world)) : remarkOnRefusal(reply.reason);
	return { exercise, past: [...demo.past, before], remark };
}

/** What a look at a World is for: to see whether something shows. */
export type Look = (world: World) => boolean;
const nothing: Look = () => false;

/**
 * The time until there is something to do, as the pilot of the practice spends it: what comes due meanwhile may
 * change the screen, so it looks again after each.
 *
 * @param shows ends it early
 * @param most Worlds that are looked at
 */
export function awaited({ exercise }: Pick<Demo, 'exercise'>, shows = nothing, most = MOST_LOOKS) {
	let { world } = exercise;
	let looks = 0;
	let plan = planOf({ exercise });
	while (plan && looks < most) {
		const due = dueNext(world);
		const then = world.now + (plan.wait ?? PACE);
		const early = due !== null && due <= then;
		if (plan.deed.do !== 'wait' && !early) break;
		world = advance(world, { do: 'wait', at: early ? due : then }).world;
		looks += 1;
		if (shows(world)) break;
		plan = planOf({ exercise: { ...exercise, world } });
	}
	return { until: world.now, looks, plan };
}

/** Lets the autopilot act once: a wait is one act, and lasts until there is something to do. */
export function flownOn(demo: Demo): Demo {
	const { until, looks, plan } = awaited(demo);
	if (looks > 0) return waited(demo, until);
	return plan ? after(demo, plan.deed) : demo;
}

/** The same demo at a later time, with nothing done. */
export const waited = (demo: Demo, until: number): Demo =>
	after(demo, { do: 'wait' }, until - demo.exercise.world.now);

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

/** A demo as it is kept over a reload: the exercise, and what was done. */
export type SavedDemo = { readonly scenario: Scenario; readonly log: readonly Command[] };
/** A kept demo, which can be gone back through like any other. */
export const restoredDemo = ({ scenario, log }: SavedDemo): Demo =>
	log.reduce<Demo>(({ exercise, past }, { at, ...deed }) => {
		const next = act(exercise, deed, at).exercise;
		return { exercise: next, past: [...past, exercise], remark: null };
	}, demoOf(scenario));
