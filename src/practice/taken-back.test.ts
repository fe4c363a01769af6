import { describe, expect, test } from 'vitest';
import { screenOf } from '../simulator/world.ts';
import { keepIn } from './keeping.ts';
import { hintFor } from './hints.ts';
import { checkClaim, type Checked } from './result-check.ts';
import { readResult, resultOf } from './result-file.ts';
import { missedOf } from './rules.ts';
import { scenarioOf } from './scenarios.ts';
import { readTally } from './tally.ts';
import './testing/all-courses.ts';
import { tryAt } from './testing/tries.ts';
import { openWorkspace, type Bench } from './workspace.ts';

const scenario = scenarioOf('at-connect-to-router')!;

/** An exercise that a person has passed with presses alone. */
async function passedBy(of = scenario): Promise<Bench> {
	const clock = () => 1_000_000;
	const bench = openWorkspace(of, Promise.resolve(keepIn(undefined, of, () => 'try', clock)), clock);
	await bench.settled();
	for (let acts = 0; acts < 20 && !bench.getSnapshot().tally.done; acts += 1) {
		const deed = hintFor(bench.getSnapshot())?.deed;
		if (deed?.do === 'press') press(bench, deed.control);
		else bench.skip();
	}
	expect(bench.getSnapshot().tally.done?.passed).toBe(true);
	return bench;
}
function press(bench: Bench, id: string): void {
	const control = screenOf(bench.getSnapshot().world).controls.find((one) => one.id === id);
	if (!control) throw new Error(`${id} is not on the screen`);
	bench.use('laptop', control);
}

/** What a trainer's page makes of the file; `change` is made to the file on its way. */
async function checked(bench: Bench, change = (text: string) => text): Promise<Checked | string> {
	const { exercise, tally } = bench.getSnapshot();
	const kept = tryAt(exercise.scenario, exercise.log, readTally(JSON.parse(JSON.stringify(tally))));
	const read = readResult(change(resultOf([kept], '', 1)));
	if (!read.ok) throw new Error(read.reason);
	const [claim] = read.value.exercises;
	return claim ? checkClaim(claim, () => Promise.resolve()) : (read.value.unreadable[0] ?? '');
}

describe('a try that was passed', () => {
	test('stays passed when acts are taken back, and checks', async () => {
		const bench = await passedBy();
		const before = await checked(bench);
		if (typeof before === 'string') throw new Error(before);
		const whole = bench.getSnapshot().exercise.log;
		bench.undo();
		expect(bench.getSnapshot().exercise.log.length).toBeLessThan(whole.length);
		bench.undo();
		expect(bench.getSnapshot().tally).toMatchObject({ undone: 2, done: { passed: true, log: whole } });
		const { revision, ...after } = (await checked(bench)) as Checked;
		const { id } = before;
		expect({ ...after, id, revision: before.revision }).toEqual(before);
		expect([revision, after.outcome]).toEqual([bench.getSnapshot().exercise.log.length, 'passed']);
	});

	test('stays passed whatever help comes after its end', async () => {
		const bench = await passedBy();
		bench.undo();
		bench.help();
		bench.doIt();
		expect(bench.getSnapshot().tally).toMatchObject({ hints: 0, helped: 0 });
		expect(missedOf(bench.getSnapshot().exercise, bench.getSnapshot().tally)).toEqual([]);
		expect(await checked(bench)).toMatchObject({ outcome: 'passed', hints: 0 });
	});

	test('stays passed by its rules whatever is refused after its end', async () => {
		const drill = { ...scenario, id: 'class-drill', rules: { hints: true, mistakes: 0, minutes: null } };
		const bench = await passedBy(drill);
		const { log } = bench.getSnapshot().exercise;
		const early = { do: 'press', control: 'teams.sign-in', at: log.at(-1)!.at } as const;
		const more = tryAt(drill, [...log, early], bench.getSnapshot().tally);
		expect(more.mistakes.order).toBe(1);
		const read = readResult(resultOf([more], '', 1));
		if (!read.ok) throw new Error(read.reason);
		const result = await checkClaim(read.value.exercises[0]!, () => Promise.resolve());
		expect(result).toMatchObject({ outcome: 'passed', why: '' });
		expect(Object.values(result.mistakes).every((count) => count === 0)).toBe(true);
	});

	test.each([
		['that does not reach the end', { log: [] }, /does not reach the end/],
		['that goes back in time', 'reversed', /cannot be replayed|does not reach/],
		['with an act of the trainer', { log: [{ do: 'break', fault: 'caps-lock-on', at: 1 }] }, /no learner/],
		['with what is no act', { log: [{ do: 'dance', at: 1 }] }, /act 1 is none/],
		['without an end', { log: Array<number>(20_001).fill(0) }, /at most 20000 acts/],
	] as const)('does not check by a log %s', async (_, change, words) => {
		const bench = await passedBy();
		bench.undo();
		const result = await checked(bench, (text) => {
			type Data = { exercises: { tally: { done: { log: unknown[] } } }[] };
			const data = JSON.parse(text) as Data;
			const { done } = data.exercises[0]!.tally;
			done.log = change === 'reversed' ? done.log.toReversed() : [...change.log];
			return JSON.stringify(data);
		});
		if (typeof result === 'string') expect(result).toMatch(words);
		else {
			expect(result.outcome).toBe('unchecked');
			expect(result.why).toMatch(words);
		}
	});
});
