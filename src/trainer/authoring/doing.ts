import { ok, refused, type Result } from '../../domain/result.ts';
import { courseOf, worldOf } from '../../practice/course.ts';
import { act, begin, isDone, type Exercise } from '../../practice/exercise.ts';
import { MOST_SOLUTION_ACTS, type SolutionAct } from '../../practice/scenario-file.ts';
import { replaySolution } from '../../practice/scenario-check.ts';
import { typedEntry } from '../../practice/typed-entry.ts';
import {
	allFaultIds,
	faultOf,
	advance,
	type AnyFaultId,
	type Control,
	type Deed,
	type DeviceId,
	type World,
} from '../../simulator/world.ts';
import type { Draft } from './draft.ts';

/** World time of an act of a solution, s. */
const PACE = 2;
/** As many acts as may come before an exercise. */
const MOST_BEFORE = 500;
/** The longest time that may be waited at once, s: 31 days. */
const LONGEST_WAIT = 31 * 86_400;
/** More moves than any way to an end takes. */
const MOST_MOVES = 800;

/** Why something that was done on a device stands nowhere, as a sentence. */
const nothing = 'That is nothing to use here.';
const notTaken = 'The device does not take that now.';
const stopped = 'This is not on the card, so it is not kept. Type a value of the card, or a mistake in one.';
const tooMany = 'That is more than an exercise can hold.';

/**
 * What a person did to a control, as an act. Text that belongs to nothing is forgotten here.
 *
 * @returns the act; or why it is none, as a sentence
 */
export function deedOf(
	world: World,
	device: DeviceId,
	{ id, kind, expects }: Control,
	typed = '',
): Result<Deed, string> {
	if (kind === 'heading' || kind === 'value') return refused(nothing);
	if (kind !== 'field') return ok({ do: kind === 'choice' ? 'choose' : 'press', device, control: id });
	const entry = expects && typedEntry(world, typed, expects);
	return entry ? ok({ do: 'type', device, control: id, entry }) : refused(stopped);
}

/** The World that a draft begins with, or nothing where it cannot be made. */
export function beginningOf({ scenario }: Draft): World | undefined {
	try {
		return worldOf(scenario);
	} catch {
		return undefined;
	}
}

/**
 * Does something before the exercise begins.
 *
 * @param act an act, or seconds to wait
 * @returns the draft with it; or why it cannot be done, as a sentence
 */
export function setUp(draft: Draft, act: Deed | number): Result<Draft, string> {
	const { before = [] } = draft.scenario;
	if (typeof act === 'number' && !(Number.isInteger(act) && act > 0 && act <= LONGEST_WAIT))
		return refused('Seconds: 1 to 2678400.');
	if (before.length >= MOST_BEFORE) return refused(tooMany);
	const next = { ...draft, scenario: { ...draft.scenario, before: [...before, act] }, solution: [] };
	return beginningOf(next) ? ok(next) : refused(notTaken);
}

/** Takes the last act before the beginning back; the solution came after it, and goes too. */
export function setUpUndone(draft: Draft): Draft {
	const { before = [], ...scenario } = draft.scenario;
	if (before.length === 0) return draft;
	const left = before.slice(0, -1);
	return { ...draft, scenario: left.length > 0 ? { ...scenario, before: left } : scenario, solution: [] };
}

/** Something that can go wrong in a draft's course. */
export type Choice = {
	readonly fault: AnyFaultId;
	readonly shows: string;
	readonly cure: string;
	readonly chosen: boolean;
};

/**
 * What can go wrong: what was chosen, and what a World can still have where the exercise begins. In the order of the
 * steps at which it shows, from the first one of the exercise; those of steps before it are rarely met, and come last.
 */
export function choicesOf(draft: Draft): readonly Choice[] {
	const { course, from, faults } = draft.scenario;
	const goals: readonly string[] = courseOf({ course }).goals.map(({ id }) => id);
	const first = goals.indexOf(from);
	const place = (step: string) => (goals.indexOf(step) - first + goals.length) % goals.length;
	const world = beginningOf(draft);
	const can = (fault: AnyFaultId) =>
		world !== undefined && advance(world, { do: 'break', fault, at: world.now }).reply.ok;
	return allFaultIds()
		.filter((fault) => goals.includes(faultOf(fault).step))
		.map((fault) => ({ fault, chosen: faults.includes(fault), ...faultOf(fault) }))
		.filter(({ fault, chosen }) => chosen || can(fault))
		.sort((one, other) => place(one.step) - place(other.step))
		.map(({ fault, shows, cure, chosen }) => ({ fault, shows, cure, chosen }));
}

/** The exercise where a draft's solution has come to, or nothing where it cannot be begun. */
export function solvedSoFar({ scenario, solution }: Draft): Exercise | undefined {
	try {
		return replaySolution(begin(scenario), solution).end;
	} catch {
		return undefined;
	}
}

function withAct(draft: Draft, so: Exercise, deed: Deed, after: number): Result<Draft, string> {
	if (isDone(so)) return refused('The goal is reached.');
	if (draft.solution.length >= MOST_SOLUTION_ACTS) return refused(tooMany);
	const { reply } = act(so, deed, so.world.now + Math.round(after * 1000));
	return reply.ok ? ok({ ...draft, solution: [...draft.solution, { ...deed, after }] }) : refused(notTaken);
}

/**
 * Does something in the solution, after what was done so far.
 *
 * @param after seconds since then
 * @returns the draft with it; or why it cannot be done, as a sentence
 */
export function solve(draft: Draft, deed: Deed, after = PACE): Result<Draft, string> {
	const so = solvedSoFar(draft);
	return so ? withAct(draft, so, deed, after) : refused('The beginning cannot be set up.');
}

/**
 * Lets the autopilot go on with the solution.
 *
 * @param most acts: 1 for the next one
 * @returns the draft with what it did; or that it knows no way, as a sentence
 */
export function solvedByPilot(draft: Draft, most = MOST_MOVES): Result<Draft, string> {
	const { scenario } = draft;
	let so = solvedSoFar(draft);
	const acts: SolutionAct[] = [];
	while (
		so &&
		!isDone(so) &&
		acts.length < most &&
		draft.solution.length + acts.length < MOST_SOLUTION_ACTS
	) {
		const move = courseOf(scenario).nextMove(so.world, scenario);
		if (!move) break;
		const wait = move.deed.do === 'wait' ? move.after : Math.max(move.after, PACE * 1000);
		const after = Math.round(wait) / 1000;
		const taken = act(so, move.deed, so.world.now + Math.round(wait));
		if (!taken.reply.ok) break;
		acts.push({ ...move.deed, after });
		so = taken.exercise;
	}
	if (acts.length === 0)
		return refused(so && isDone(so) ? 'The goal is reached.' : 'No way on is known here.');
	return ok({ ...draft, solution: [...draft.solution, ...acts] });
}

/** Takes the last act of the solution back, or all of it. */
export const solutionUndone = (draft: Draft, all = false): Draft => ({
	...draft,
	solution: all ? [] : draft.solution.slice(0, -1),
});
