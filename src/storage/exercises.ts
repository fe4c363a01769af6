import { Dexie, type Table } from 'dexie';
import { ok, refused, type Result } from '../domain/result.ts';
import { attemptsOn } from './attempt.ts';
import { openIn } from './open-in.ts';
import type { StorageTrouble, StoredAnswer } from './store.ts';

/** An exercise as it is kept. What its commands mean is not the store's business. */
export type StoredExercise = {
	readonly id: string;
	readonly scenario: string;
	/** Epoch ms UTC. */
	readonly startedAt: number;
	/** Counts how often it was kept, from 1. */
	readonly revision: number;
	/** What is known of it besides its commands: hints that were given, whether it was passed. Opaque JSON. */
	readonly notes: unknown;
};

/** One command of an exercise. Numbers count from 0 without gaps. */
export type StoredCommand = {
	readonly exercise: string;
	readonly seq: number;
	/** Opaque JSON. */
	readonly command: unknown;
};

/**
 * Where practice is kept: a database of its own, so that nothing here can hold up or touch the progress of the
 * real procedure. Nothing throws: trouble is a reason.
 */
export type ExerciseStore = {
	/** Every record of an exercise that there is, readable or not. */
	all(): Promise<StoredAnswer<unknown[]>>;
	/** Every record of an exercise's commands, in the order of their numbers. */
	commands(exercise: string): Promise<StoredAnswer<unknown[]>>;
	/**
	 * Keeps an exercise as it is now, in one transaction: its commands from a number on are the given ones, and
	 * no others. One whose revision is not the next is refused: another window was first.
	 */
	keep(
		exercise: StoredExercise,
		from: number,
		commands: readonly unknown[],
	): Promise<Result<void, StorageTrouble | 'taken'>>;
	remove(exercise: string): Promise<StoredAnswer<void>>;
	wipe(): Promise<StoredAnswer<void>>;
	close(): void;
};

type Tables = {
	exercises: Table<StoredExercise, string>;
	commands: Table<StoredCommand, [string, number]>;
};

/** The newest version of the shape below. */
export const exercisesVersion = 1;

/** Every shape that was ever released, oldest first; a version that is out is never changed. */
function shape(name: string): Dexie & Tables {
	const database = new Dexie(name, { chromeTransactionDurability: 'strict' }) as Dexie & Tables;
	database.on('blocked', () => false);
	database.version(1).stores({ exercises: 'id, scenario', commands: '[exercise+seq], exercise' });
	return database;
}

/**
 * Opens the place where practice is kept.
 *
 * @param name of the database; another one in tests
 * @returns the store, or why there is none
 */
export async function openExercises(name = 'handrail-practice'): Promise<StoredAnswer<ExerciseStore>> {
	const opened = await openIn(() => shape(name), exercisesVersion);
	return opened.ok ? ok(storeOn(opened.value)) : opened;
}

function storeOn(database: Dexie & Tables): ExerciseStore {
	const { exercises, commands } = database;
	const attempt = attemptsOn(database);
	const both = [exercises, commands];
	const from = (exercise: string, seq: number) =>
		commands.where('[exercise+seq]').between([exercise, seq], [exercise, Dexie.maxKey]);
	const done = (work: () => PromiseLike<unknown>) => () => work().then(() => undefined);
	return {
		all: () => attempt('r', [exercises], () => exercises.toArray()),
		commands: (exercise) => attempt('r', [commands], () => from(exercise, 0).toArray()),
		keep: async (exercise, seq, added) => {
			const { id, revision } = exercise;
			const answer = await attempt('rw', both, async () => {
				const kept = await exercises.get(id);
				if ((kept?.revision ?? 0) !== revision - 1) return false;
				await from(id, seq).delete();
				await commands.bulkAdd(added.map((command, i) => ({ exercise: id, seq: seq + i, command })));
				await exercises.put(exercise);
				return true;
			});
			if (!answer.ok) return answer;
			return answer.value ? ok(undefined) : refused('taken');
		},
		remove: (exercise) =>
			attempt(
				'rw',
				both,
				done(() => Promise.all([exercises.delete(exercise), from(exercise, 0).delete()])),
			),
		wipe: () =>
			attempt(
				'rw',
				both,
				done(() => Promise.all([exercises.clear(), commands.clear()])),
			),
		close: () => database.close(),
	};
}
