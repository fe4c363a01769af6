import { hash, type Command } from '../simulator/world.ts';
import { act, begin, isDone, stepsOf, type Exercise } from './exercise.ts';
import { mistakeKinds, type Mistake } from './mistakes.ts';
import type { Claimed } from './result-file.ts';
import { checkScenario } from './scenario-data.ts';
import { missedOf } from './rules.ts';
import type { GoalId, Scenario } from './scenario.ts';
import { scenarioOf } from './scenarios.ts';

/**
 * What came of a try. `not-passed`: done, but with help, or not by its rules; `open`: not done yet; `unchecked`:
 * what the file says does not fit what was done, so nothing of it counts.
 */
type Outcome = 'passed' | 'not-passed' | 'open' | 'unchecked';

/** A try after it was replayed: plain data, without its log. */
export type Checked = {
	readonly id: string;
	readonly revision: number;
	readonly scenario: Pick<Scenario, 'id' | 'title' | 'course'>;
	readonly startedAt: number;
	/** When all that is asked for held, epoch ms UTC; `null` before that. */
	readonly doneAt: number | null;
	readonly outcome: Outcome;
	/** Why it does not check, or was done and not passed: a sentence. Empty otherwise. */
	readonly why: string;
	/** Time of work, ms. */
	readonly spent: number;
	readonly hints: number;
	readonly mistakes: Readonly<Record<Mistake, number>>;
	/** The goals that it goes over, in their order. */
	readonly steps: readonly GoalId[];
	/** The World's time from one goal to the next, ms; only where it was the learner's own work. */
	readonly times: Readonly<Partial<Record<GoalId, number>>>;
};

/** Gives others their turn now and then. */
export type Turn = () => Promise<unknown> | undefined;

/** No learner leaves an exercise open for longer, ms: a log that goes on for ever is not replayed. */
const LONGEST = 92 * 86_400_000;

/**
 * Replays a try and compares what its file says with what was done. The numbers of hints and of helping acts, and
 * the time of work, stand in no log and are taken from the file.
 *
 * @param loaded brings what an exercise needs before it is replayed
 * @param turn asked after each act: what it gives is waited for, so that a long log holds nothing up
 */
export async function checkClaim(
	claim: Claimed,
	loaded: (scenario: Scenario) => Promise<unknown>,
	turn: Turn = () => undefined,
): Promise<Checked> {
	const { id, revision, scenario, startedAt, tally } = claim;
	const base = {
		...{ id, revision, startedAt, spent: tally.spent, hints: tally.hints },
		scenario: { id: scenario.id, title: scenario.title, course: scenario.course },
	};
	const nothing = { doneAt: null, mistakes: count([], 0), steps: [], times: {} };
	const unchecked = (why: string): Checked => ({ ...base, ...nothing, outcome: 'unchecked', why });

	const shipped = scenarioOf(scenario.id);
	if (shipped && canonical(shipped) !== canonical(scenario))
		return unchecked('It has the name of an exercise of ours, and is another one.');
	const led = claim.doneLog ?? claim.log;
	const acts = [...claim.log, ...(claim.doneLog ?? [])];
	if (acts.some(({ at }) => at > claim.startsAt + LONGEST)) return unchecked('It goes on for too long.');
	if (acts.some(({ do: what }) => what === 'break' || what === 'operate'))
		return unchecked('It holds acts that no learner has.');
	let end: Replayed;
	let way: Replayed;
	try {
		await loaded(scenario);
		const checked = checkScenario(scenario);
		if (!checked.ok) return unchecked(`There is no such exercise: ${checked.reason}.`);
		end = await replay(claim, claim.log, turn);
		way = claim.doneLog ? await replay(claim, claim.doneLog, turn) : end;
	} catch {
		return unchecked('It cannot be replayed.');
	}
	if (claim.hash !== null && hash(end.last.world) !== claim.hash)
		return unchecked('What was done does not lead to where the file says.');
	if (tally.done && !way.done)
		return unchecked('It says that it was done. What was done does not reach the end.');
	if (tally.done?.passed && tally.helped > 0) return unchecked('It says that it was passed, with help.');
	// where the exercise is to wait, waiting is what passes
	if (tally.done?.passed && way.heldAtFirst && !led.some(({ do: what }) => what !== 'wait'))
		return unchecked('It says that it was passed, and nothing was done.');

	// what came after the end is no part of the try
	const judged = (tally.done && way.done) || end.last;
	const missed = tally.done ? missedOf(judged, tally) : [];
	const passed = tally.done?.passed === true && missed.length === 0;
	const claimed = tally.done && !passed ? ['The file itself says that it was not passed.'] : [];
	return {
		...base,
		doneAt: tally.done?.at ?? null,
		outcome: passed ? 'passed' : tally.done ? 'not-passed' : 'open',
		why: (missed.length > 0 ? missed : claimed).join(' '),
		mistakes: count(judged.mistakes, tally.stopped),
		...{ steps: stepsOf(scenario), times: tally.helped === 0 ? way.times : {} },
	};
}

/** Where a log leads to, and as it was when all that is asked for held first. */
type Replayed = {
	last: Exercise;
	done: Exercise | null;
	heldAtFirst: boolean;
	times: Checked['times'];
};

async function replay(
	{ scenario, startsAt }: Claimed,
	log: readonly Command[],
	turn: Turn,
): Promise<Replayed> {
	let last = begin(scenario, startsAt);
	let done: Exercise | null = null;
	const heldAtFirst = isDone(last);
	const steps = stepsOf(scenario);
	const from = last.world.now;
	const reachedAt = new Map<GoalId, number>();
	const note = () => {
		for (const goal of last.reached) if (!reachedAt.has(goal)) reachedAt.set(goal, last.world.now);
	};
	note();
	for (const command of log) {
		if (command.at < last.world.now) throw new Error('expected times in their order');
		last = act(last, command, command.at).exercise;
		if (!done && isDone(last)) done = last;
		note();
		const wait = turn();
		if (wait) await wait;
	}
	return { last, done, heldAtFirst, times: timesOf(steps, reachedAt, from) };
}

/**
 * The time of each step: from when those before it were reached until it was. One that was reached ahead of its
 * turn took no time of its own, and has none here; nor has any after one that was left out.
 */
function timesOf(steps: readonly GoalId[], reachedAt: ReadonlyMap<GoalId, number>, from: number) {
	const times: Partial<Record<GoalId, number>> = {};
	let since = from;
	for (const step of steps) {
		const at = reachedAt.get(step);
		if (at === undefined) break;
		if (at > since) times[step] = at - since;
		since = Math.max(since, at);
	}
	return times;
}

function count(mistakes: readonly Mistake[], stopped: number): Record<Mistake, number> {
	const counts = mistakeKinds.map((kind) => [
		kind,
		kind === 'foreign' ? stopped : mistakes.filter((one) => one === kind).length,
	]);
	return Object.fromEntries(counts) as Record<Mistake, number>;
}

/** JSON with its members in one order. */
const canonical = (value: unknown): string =>
	JSON.stringify(value, (_, one: unknown) =>
		typeof one === 'object' && one !== null && !Array.isArray(one)
			? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
			: one,
	);
