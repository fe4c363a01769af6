import { describe, expect, test } from 'vitest';
import type { ExerciseStore } from '../storage/exercises.ts';
import { act, begin } from './exercise.ts';
import { ownIdOf } from './scenario-file.ts';
import type { Scenario } from './scenario.ts';
import { exercisePath, scenarioOf } from './scenarios.ts';
import { noTally } from './tally.ts';
import { readTries } from './tries.ts';
import './testing/all-courses.ts';

const shipped = scenarioOf('guest-network')!;
const asked: Scenario = { ...shipped, title: 'Wi-Fi of the neighbors' };
const own: Scenario = { ...asked, id: ownIdOf(asked) };

/** A store with one try at each of these. */
function storeWith(...ids: readonly string[]): ExerciseStore {
	const { exercise } = act(begin(own), { do: 'press', control: 'logon.network' }, begin(own).world.now);
	const records = ids.map((scenario, at) => ({
		id: `try-${at}`,
		scenario,
		startedAt: at,
		revision: 1,
		notes: noTally,
	}));
	const commands = exercise.log.map((command, seq) => ({ seq, command }));
	return {
		all: () => Promise.resolve({ ok: true, value: records }),
		commands: () => Promise.resolve({ ok: true, value: commands }),
	} as unknown as ExerciseStore;
}

describe('the tries that are kept', () => {
	test('find an exercise that somebody made through the lookup, and only through it', async () => {
		const asks: string[] = [];
		const find = (id: string) => {
			asks.push(id);
			return Promise.resolve(id === own.id ? own : undefined);
		};
		const gone = 'own-000000000000000';
		const store = storeWith(shipped.id, own.id, gone, 'no-such-exercise');
		const { tries, unreadable } = await readTries(store, () => Promise.resolve(), find);
		expect(tries.map(({ scenario }) => scenario.title)).toEqual(['Wi-Fi of the neighbors', shipped.title]);
		expect(tries.map(({ log }) => log.length)).toEqual([1, 1]);
		expect(unreadable).toBe(2);
		expect(asks).toEqual([own.id, gone]);
		expect((await readTries(store, () => Promise.resolve())).unreadable).toBe(3);
	});

	test('lead back to the exercise', () => {
		expect(exercisePath(own)).toBe(`/practice/own/#${own.id}`);
		expect(exercisePath(shipped)).toBe('/practice/guest-network/');
	});
});
