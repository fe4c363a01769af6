import { expect, test } from 'vitest';
import { ok } from '../domain/result.ts';
import { hash, tokensOf, type World } from '../simulator/world.ts';
import type { ExerciseStore } from '../storage/exercises.ts';
import { keepIn, readLog } from './keeping.ts';
import { missedOf } from './rules.ts';
import { scenarioOf } from './scenarios.ts';
import './testing/all-courses.ts';
import { noTally } from './tally.ts';
import { openWorkspace } from './workspace.ts';

const scenario = scenarioOf('first-sign-in')!;
const lock = { act: 'apply-policy', page: 'lockout', values: { 'lock-threshold': 1 } } as const;

/** Opens the exercise with a log that was kept. */
async function opened(log: readonly unknown[]) {
	const kept = { id: 'try', scenario: scenario.id, startedAt: 1, revision: 1, notes: noTally };
	const store = {
		all: () => Promise.resolve(ok([kept])),
		commands: () => Promise.resolve(ok(log.map((command, seq) => ({ seq, command })))),
		keep: () => Promise.resolve(ok(undefined)),
	} as unknown as ExerciseStore;
	const clock = () => 1_000_000;
	const bench = openWorkspace(scenario, Promise.resolve(keepIn(store, scenario, () => 'try', clock)), clock);
	await bench.settled();
	return bench;
}
const states = ({ service, people }: World) => tokensOf(service, people.user).map(({ state }) => state);

test('what an operator did from a console is read again', async () => {
	const at = (await opened([])).getSnapshot().world.now;
	const command = { do: 'operate', operation: lock, at };
	const bench = await opened([command]);
	expect(bench.getSnapshot().world.service.policy.lock.threshold).toBe(1);
	expect(await readLog([{ seq: 0, command }])).toEqual([command]);
});

test('an operator’s act shows at once, stands in the log, says nothing to the learner, and can be taken back', async () => {
	const bench = await opened([]);
	const before = hash(bench.getSnapshot().world);
	const [{ serial } = { serial: '' }] = tokensOf(
		bench.getSnapshot().world.service,
		bench.getSnapshot().world.people.user,
	);
	bench.operate({ act: 'revoke', serial, to: 'Lost', comment: 'Replaced' });
	const { world, remark, exercise, tally } = bench.getSnapshot();
	expect([states(world), remark, exercise.log.length, tally.done]).toEqual([[], null, 1, null]);
	expect(missedOf(exercise, tally)).toEqual(['Done by an operator: 1. None may be.']);
	bench.operate({ act: 'revoke', serial, to: 'Lost', comment: 'Replaced' });
	expect([bench.getSnapshot().remark, bench.getSnapshot().exercise.mistakes]).toEqual([null, []]);
	bench.undo();
	bench.undo();
	expect(hash(bench.getSnapshot().world)).toBe(before);
	expect(missedOf(bench.getSnapshot().exercise, tally)).toEqual([]);
});
