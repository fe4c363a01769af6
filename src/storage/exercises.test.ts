import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { Dexie } from 'dexie';
import { exercisesVersion, openExercises, type ExerciseStore } from './exercises.ts';

let count = 0;
const newName = () => `exercises-test-${(count += 1)}`;
async function opened(name: string): Promise<ExerciseStore> {
	const answer = await openExercises(name);
	if (!answer.ok) throw new Error(answer.reason);
	return answer.value;
}
const exercise = (revision: number, id = 'a') => ({
	id,
	scenario: 'all-steps',
	startedAt: 1,
	revision,
	notes: {},
});
const commands = (...at: number[]) => at.map((one) => ({ do: 'wait', at: one }));
const kept = (...at: number[]) => commands(...at).map((command, seq) => ({ exercise: 'a', seq, command }));
const done = { ok: true, value: undefined };

describe('kept exercises', () => {
	test('are there again with their commands, in order', async () => {
		const name = newName();
		const store = await opened(name);
		const many = Array.from({ length: 12 }, (_, at) => at);
		expect(await store.keep(exercise(1), 0, commands(0))).toEqual(done);
		expect(await store.keep(exercise(2), 1, commands(...many.slice(1)))).toEqual(done);
		await store.keep(exercise(1, 'b'), 0, commands(0));
		store.close();
		const again = await opened(name);
		expect(await again.all()).toEqual({ ok: true, value: [exercise(2), exercise(1, 'b')] });
		expect(await again.commands('a')).toEqual({ ok: true, value: kept(...many) });
	});

	test('are kept by one window at a time: who missed something changes nothing', async () => {
		const store = await opened(newName());
		await store.keep(exercise(1), 0, commands(0));
		await store.keep(exercise(2), 1, commands(1));
		const taken = { ok: false, reason: 'taken' };
		expect(await store.keep(exercise(2), 1, commands(9))).toEqual(taken);
		expect(await store.keep(exercise(1), 0, [])).toEqual(taken);
		expect(await store.keep(exercise(4), 0, [])).toEqual(taken);
		expect(await store.commands('a')).toEqual({ ok: true, value: kept(0, 1) });
		expect(await store.all()).toEqual({ ok: true, value: [exercise(2)] });
	});

	test('lose the commands that are taken back, and no others', async () => {
		const store = await opened(newName());
		await store.keep(exercise(1), 0, commands(0, 1, 2));
		await store.keep(exercise(1, 'b'), 0, commands(0, 1, 2));
		expect(await store.keep(exercise(2), 1, [])).toEqual(done);
		expect(await store.commands('a')).toEqual({ ok: true, value: kept(0) });
		expect(await store.commands('b')).toMatchObject({ ok: true, value: { length: 3 } });
	});

	test('are removed one by one, or all', async () => {
		const store = await opened(newName());
		for (const id of ['a', 'b']) await store.keep(exercise(1, id), 0, commands(0));
		await store.remove('a');
		expect(await store.all()).toEqual({ ok: true, value: [exercise(1, 'b')] });
		expect(await store.commands('a')).toEqual({ ok: true, value: [] });
		await store.wipe();
		expect([await store.all(), await store.commands('b')]).toEqual([
			{ ok: true, value: [] },
			{ ok: true, value: [] },
		]);
	});

	test('of a newer version are left alone', async () => {
		const name = newName();
		const newer = new Dexie(name);
		newer.version(exercisesVersion + 1).stores({ exercises: 'id', commands: '[exercise+seq], exercise' });
		await newer.open();
		newer.close();
		expect(await openExercises(name)).toEqual({ ok: false, reason: 'newer' });
	});
});
