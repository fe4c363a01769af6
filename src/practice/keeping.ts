import { asCommand, type Command } from '../simulator/world.ts';
import type { ExerciseStore, StoredExercise } from '../storage/exercises.ts';
import { restore, type Exercise } from './exercise.ts';
import type { Scenario } from './scenario.ts';
import { readTally, type Tally } from './tally.ts';

/** How the last act was kept. `memory`: there is no store that takes it. */
export type Kept = 'nothing' | 'saving' | 'saved' | 'memory';

/** Where one exercise after the other is kept. */
export type Keeping = {
	/** Keeps an exercise as it is now. `taken`: another window was first, and what it did counts. */
	keep(exercise: Pick<Exercise, 'log' | 'startsAt'>, tally: Tally): Promise<'saved' | 'memory' | 'taken'>;
	/** The exercise as it was left: the one that was asked for, or the newest that is not done. */
	load(scenario: Scenario): Promise<{ exercise: Exercise; tally: Tally } | undefined>;
	/** The next one that is kept is another one. */
	anew(): void;
	settled(): Promise<void>;
};

/**
 * @param wanted the exercise to go on with; nothing for the newest of the scenario
 * @param store nothing where there is none
 */
export function keepIn(
	store: ExerciseStore | undefined,
	scenario: Scenario,
	newId: () => string,
	clock: () => number,
	wanted?: string,
): Keeping {
	let id = wanted ?? newId();
	let startedAt = clock();
	let revision = 0;
	let known: readonly Command[] = [];
	let last: Promise<unknown> = Promise.resolve();
	const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
		const mine = last.then(work);
		last = mine.catch(() => undefined);
		return mine;
	};

	return {
		keep: ({ log, startsAt }, tally) =>
			inTurn(async () => {
				if (!store) return 'memory';
				if (scenario.realTime) startedAt = startsAt;
				const same = log.findIndex((command, i) => command !== known[i]);
				const from = same < 0 ? log.length : same;
				const exercise = { id, scenario: scenario.id, startedAt, revision: revision + 1, notes: tally };
				const answer = await store.keep(exercise, from, log.slice(from));
				if (!answer.ok) return answer.reason === 'taken' ? 'taken' : 'memory';
				revision += 1;
				known = log;
				return 'saved';
			}),
		load: ({ id: of }) =>
			inTurn(async () => {
				const found = store && (await newest(store, of, revision > 0 ? id : wanted));
				if (!found) return undefined;
				const { stored, log } = found;
				const exercise = restore(scenario, log, beganAt(scenario, stored));
				({ id, startedAt, revision } = stored);
				known = exercise.log;
				return { exercise, tally: readTally(stored.notes) };
			}),
		anew() {
			void inTurn(async () => {
				await Promise.resolve();
				id = newId();
				startedAt = clock();
				revision = 0;
				known = [];
			});
		},
		settled: async () => void (await last),
	};
}

/** When the World of a kept exercise began: at the same time as all of its scenario, but for real time. */
export const beganAt = ({ realTime }: Scenario, { startedAt }: StoredExercise): number | undefined =>
	realTime && startedAt;

async function newest(store: ExerciseStore, scenario: string, wanted: string | undefined) {
	const all = await store.all();
	if (!all.ok) return undefined;
	const candidates = all.value
		.map(readExercise)
		.filter((one) => one !== undefined)
		.filter((one) => one.scenario === scenario)
		.filter((one) => (wanted ? one.id === wanted : !readTally(one.notes).done))
		.sort((one, other) => other.startedAt - one.startedAt);
	const [stored] = candidates;
	const records = stored && (await store.commands(stored.id));
	return stored && records?.ok ? { stored, log: await readLog(records.value) } : undefined;
}

/** A stored exercise, if it is one. */
export function readExercise(record: unknown): StoredExercise | undefined {
	const one = record as Partial<Record<keyof StoredExercise, unknown>> | null;
	const good =
		typeof one?.id === 'string' &&
		typeof one.scenario === 'string' &&
		typeof one.startedAt === 'number' &&
		typeof one.revision === 'number';
	return good ? (one as StoredExercise) : undefined;
}

/** The commands of a log as far as they can be read: what comes after a gap or a damaged one led elsewhere. */
export async function readLog(records: readonly unknown[]): Promise<Command[]> {
	// what an operator did from a console beside it reads only with the console's acts
	if (records.some((record) => (record as { command?: { do?: unknown } } | null)?.command?.do === 'operate'))
		await import('../simulator/console/acts-alone.ts');
	const log: Command[] = [];
	for (const record of records) {
		const { seq, command } = (record ?? {}) as { seq?: unknown; command?: unknown };
		const read = seq === log.length ? asCommand(command) : undefined;
		if (!read?.ok) break;
		log.push(read.value);
	}
	return log;
}
