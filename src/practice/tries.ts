import type { ExerciseStore, StoredExercise } from '../storage/exercises.ts';
import type { Command } from '../simulator/world.ts';
import { begin, restore } from './exercise.ts';
import { beganAt, readExercise, readLog } from './keeping.ts';
import { mistakeKinds, type Mistake } from './mistakes.ts';
import { isOwnId, type Scenario } from './scenario.ts';
import { scenarioOf } from './scenarios.ts';
import { readTally, type Tally } from './tally.ts';

/** One try at an exercise, as it is kept. */
export type Try = {
	readonly stored: StoredExercise;
	readonly scenario: Scenario;
	readonly tally: Tally;
	readonly log: readonly Command[];
	/** How often what was refused. */
	readonly mistakes: Readonly<Record<Mistake, number>>;
};

/**
 * All tries that are kept, the newest first, and how many records could not be read.
 *
 * @param loaded brings what an exercise needs before it is replayed
 * @param own finds an exercise that somebody made, by its id
 */
export async function readTries(
	store: ExerciseStore,
	loaded: (scenario: Scenario) => Promise<unknown>,
	own: (id: string) => Promise<Scenario | undefined> = () => Promise.resolve(undefined),
): Promise<{ tries: Try[]; unreadable: number }> {
	const all = await store.all();
	const records = all.ok ? all.value : [];
	const tries = (await Promise.all(records.map((record) => readTry(store, loaded, own, record)))).filter(
		(one) => one !== undefined,
	);
	return {
		tries: tries.sort((one, other) => other.stored.startedAt - one.stored.startedAt),
		unreadable: records.length - tries.length,
	};
}

async function readTry(
	store: ExerciseStore,
	loaded: (scenario: Scenario) => Promise<unknown>,
	own: (id: string) => Promise<Scenario | undefined>,
	record: unknown,
): Promise<Try | undefined> {
	const stored = readExercise(record);
	const id = stored?.scenario;
	const scenario = id && (scenarioOf(id) ?? (isOwnId(id) ? await own(id) : undefined));
	if (!scenario) return undefined;
	await loaded(scenario);
	const kept = await store.commands(stored.id);
	const log = kept.ok ? await readLog(kept.value) : [];
	const { mistakes } = log.length > 0 ? restore(scenario, log, beganAt(scenario, stored)) : begin(scenario);
	const tally = readTally(stored.notes);
	return { stored, scenario, tally, log, mistakes: count(mistakes, tally.stopped) };
}

function count(mistakes: readonly Mistake[], stopped: number): Record<Mistake, number> {
	const of = (kind: Mistake) => mistakes.filter((one) => one === kind).length;
	const counts = mistakeKinds.map((kind) => [kind, kind === 'foreign' ? stopped : of(kind)] as const);
	return Object.fromEntries(counts) as Record<Mistake, number>;
}
