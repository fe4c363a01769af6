import type { GoalId } from './scenario.ts';

/** What is known of a try besides its commands. Nothing is counted after it was done, but `undone`. */
export type Tally = {
	readonly hints: number;
	/** Acts that the workspace did for the person: one of them, and it never counts as passed. */
	readonly helped: number;
	/** Texts that belonged to nothing, and were stopped. */
	readonly stopped: number;
	readonly undone: number;
	/** Mistakes that were taken back: a drill counts them all the same. Absent where none was. */
	readonly mistakesUndone?: number;
	/** Time spent, ms: pauses and skipped waits do not count. */
	readonly spent: number;
	readonly done: Done | null;
};

/** All that is asked for held for the first time. */
type Done = {
	/** Epoch ms UTC. */
	readonly at: number;
	/** Was it the person's own work? */
	readonly passed: boolean;
	/** The steps of the procedure that were gone over. */
	readonly steps: readonly GoalId[];
	/**
	 * The log as it was before acts were taken back: what shows that it was done. Absent where none were; not read as
	 * commands here.
	 */
	readonly log?: readonly unknown[];
};

export const noTally: Tally = { hints: 0, helped: 0, stopped: 0, undone: 0, spent: 0, done: null };

/** What is known of a try; what cannot be read counts as nothing. */
export function readTally(notes: unknown): Tally {
	const given = (notes ?? {}) as Partial<Record<keyof Tally, unknown>>;
	const count = (value: unknown) => (typeof value === 'number' && value >= 0 ? value : 0);
	return {
		hints: count(given.hints),
		helped: count(given.helped),
		stopped: count(given.stopped),
		undone: count(given.undone),
		...(count(given.mistakesUndone) > 0 && { mistakesUndone: count(given.mistakesUndone) }),
		spent: count(given.spent),
		done: readDone(given.done),
	};
}

function readDone(given: unknown): Done | null {
	const { at, passed, steps, log } = (given ?? {}) as Partial<Record<keyof Done, unknown>>;
	if (typeof at !== 'number' || typeof passed !== 'boolean') return null;
	const known = Array.isArray(steps) ? steps.filter((step) => typeof step === 'string') : [];
	return { at, passed, steps: known as GoalId[], ...(Array.isArray(log) && { log }) };
}

/** The steps that were practiced: those that a passed exercise went over. From records as they are kept. */
export const practicedSteps = (records: readonly unknown[]): ReadonlySet<GoalId> =>
	new Set(passedOf(records).flatMap(({ done }) => done.steps));

/** The ids of the exercises that were passed. From records as they are kept. */
export const passedExercises = (records: readonly unknown[]): ReadonlySet<string> =>
	new Set(passedOf(records).flatMap(({ scenario }) => (typeof scenario === 'string' ? [scenario] : [])));

const passedOf = (records: readonly unknown[]): { scenario: unknown; done: Done }[] =>
	records.flatMap((record) => {
		const { scenario, notes } = (record ?? {}) as { scenario?: unknown; notes?: unknown };
		const { done } = readTally(notes);
		return done?.passed ? [{ scenario, done }] : [];
	});
