import { describe, expect, test } from 'vitest';
import type { StoredExercise } from '../storage/exercises.ts';
import { checkClaim, type Checked } from './result-check.ts';
import { limits, readResult, resultOf } from './result-file.ts';
import { scenarioOf } from './scenarios.ts';
import './testing/all-courses.ts';
import { flown, withHelp, tryAt } from './testing/tries.ts';
import type { Try } from './tries.ts';

const loaded = () => Promise.resolve();
const MADE_AT = Date.UTC(2026, 10, 23, 9);
const signIn = flown('first-sign-in');

type Data = { exercises: Record<string, unknown>[] } & Record<string, unknown>;
const dataOf = (tries: readonly Try[], name = 'Ada'): Data =>
	JSON.parse(resultOf(tries, name, MADE_AT)) as Data;
/** The file of one passed try, with something changed. */
const changed = (change: object): string => {
	const data = dataOf([signIn]);
	return JSON.stringify({ ...data, exercises: [{ ...data.exercises[0], ...change }] });
};

async function checked(text: string): Promise<Checked[]> {
	const read = readResult(text);
	if (!read.ok) throw new Error(read.reason);
	expect(read.value.unreadable).toEqual([]);
	return Promise.all(read.value.exercises.map((claim) => checkClaim(claim, loaded)));
}

describe('a result file', () => {
	test.each(['first-sign-in', 'at-scan-qr-code', 'drill-417-2', 'own-authenticator', 'at-wait-for-logon'])(
		'of %s is read again and checks',
		async (id) => {
			const one = flown(id);
			const [result] = await checked(resultOf([one], 'Ada', MADE_AT));
			expect(result).toMatchObject({
				...{ id: one.stored.id, outcome: 'passed', why: '', spent: one.tally.spent },
				...{ mistakes: one.mistakes, scenario: { id, title: one.scenario.title } },
			});
			expect(result?.steps).toEqual(one.tally.done?.steps);
		},
	);

	test('says how long each step took, and all of them together no longer than the World went on', async () => {
		const [result] = await checked(resultOf([signIn], '', MADE_AT));
		const times = Object.values(result?.times ?? {});
		expect(times.length).toBeGreaterThan(2);
		for (const time of times) expect(time).toBeGreaterThan(0);
		const [first, last] = [signIn.log[0]!.at, signIn.log.at(-1)!.at];
		const sum = times.reduce((all, time) => all + time, 0);
		expect(sum).toBeGreaterThan((last - first) / 2);
		expect(sum).toBeLessThanOrEqual(last - first + 60_000);
	});

	test('of version 1 is read, and its exercises are found by their names', async () => {
		const { stored, log, mistakes, tally } = signIn;
		const exercises = [{ ...stored, notes: tally, mistakes, log }];
		const text = JSON.stringify({ handrail: 'practice', version: 1, exercises });
		const read = readResult(text);
		expect(read).toMatchObject({ ok: true, value: { name: '', madeAt: stored.startedAt } });
		expect(await checked(text)).toMatchObject([{ outcome: 'passed', scenario: { id: 'first-sign-in' } }]);
	});

	test('keeps a name as it is typed, but for what does not print', () => {
		const name = (typed: string) => {
			const read = readResult(resultOf([], typed, MADE_AT));
			return read.ok ? read.value.name : read.reason;
		};
		expect(name('  Zoë  O’Neil \n')).toBe('Zoë O’Neil');
		expect(name('a\u202eb')).toBe('a b');
		expect(name('=1+1')).toBe('=1+1');
		expect(name('x'.repeat(500))).toHaveLength(80);
	});

	test.each([
		['no JSON', 'hello', 'This is no file that practice saved, or it was cut short.'],
		['a file cut short', resultOf([signIn], 'Ada', MADE_AT).slice(0, -40), /cut short/],
		['other JSON', '[1, 2]', 'This is no result of practice.'],
		['nothing', 'null', 'This is no result of practice.'],
		['a recording', '{"handrail":"recording","version":1}', 'This is a recording, not a result.'],
		['a prototype key', '{"handrail":"constructor"}', 'This is no result of practice.'],
		['a newer version', JSON.stringify({ ...dataOf([]), version: 3 }), /another version/],
		['version 1 by the new name', JSON.stringify({ ...dataOf([]), version: 1 }), /another version/],
		['a name that is none', JSON.stringify({ ...dataOf([]), name: { a: 1 } }), /damaged: "name"/],
		['an endless name', JSON.stringify({ ...dataOf([]), name: 'x'.repeat(81) }), /80 characters/],
		['an unknown member', JSON.stringify({ ...dataOf([]), pin: '1234' }), /damaged: "pin"/],
		['too many exercises', JSON.stringify({ ...dataOf([]), exercises: Array(501).fill(0) }), /500/],
		['too much', ' '.repeat(limits.bytes + 1), 'It is larger than 8 MB. No result is.'],
	])('%s is refused in a sentence', (_, text, words) => {
		const read = readResult(text);
		expect(read.ok).toBe(false);
		if (!read.ok) expect(read.reason).toMatch(words);
	});

	test.each([
		['a scenario that is none', { scenario: 'x' }, /Try 1 cannot be read: .*Invalid type/],
		[
			'a log with typed text',
			{ log: [{ do: 'type', control: 'a', entry: 'hunter2', at: 1 }] },
			/act 1 is none/,
		],
		['a checksum that is none', { hash: 'abc' }, /"hash"/],
		['an id with a path in it', { id: '../x' }, /"id"/],
	])('of two tries, one with %s, the other is read', (_, change, words) => {
		const data = JSON.parse(changed(change)) as Data;
		const read = readResult(
			JSON.stringify({ ...data, exercises: [...data.exercises, dataOf([signIn]).exercises[0]] }),
		);
		if (!read.ok) throw new Error(read.reason);
		expect(read.value.exercises).toHaveLength(1);
		expect(read.value.unreadable).toHaveLength(1);
		expect(read.value.unreadable[0]).toMatch(words);
	});

	test('of which an exercise is unknown in version 1 says so', () => {
		const stored: StoredExercise = { ...signIn.stored, scenario: 'juggling' };
		const exercises = [{ ...stored, log: [] }];
		const read = readResult(JSON.stringify({ handrail: 'practice', version: 1, exercises }));
		expect(read).toMatchObject({
			value: { exercises: [], unreadable: ['Try 1 cannot be read: there is no exercise "juggling".'] },
		});
	});
});

describe('what a file says is checked against what was done', () => {
	const { tally, log } = signIn;
	const scenario = scenarioOf('first-sign-in')!;
	const drill = { ...scenario, id: 'class-drill' };
	const shifted = (by: number) => log.map((command) => ({ ...command, at: command.at + by }));

	test.each([
		['another checksum', { hash: '0'.repeat(64) }, /does not lead to where the file says/],
		['a log that was cut', { log: log.slice(0, -5) }, /does not lead/],
		['a log at other times', { log: shifted(1000) }, /does not lead/],
		['a log that goes back', { log: log.toReversed() }, /cannot be replayed/],
		['no act at all', { log: [] }, /does not lead/],
		['a log for ever', { log: shifted(200 * 86_400_000) }, /too long/],
		[
			'an act of the trainer',
			{ log: [{ do: 'break', fault: 'caps-lock-on', at: log[0]!.at }] },
			/no learner/,
		],
		[
			'an easier exercise by the same name',
			{ scenario: { ...scenario, until: scenario.from } },
			/another one/,
		],
		[
			'a step of another course',
			{ scenario: { ...drill, from: 'scan-qr-code' } },
			/There is no such exercise: there is no step/,
		],
		['passed with help', { tally: { ...tally, helped: 1 } }, /passed, with help/],
	])('%s', async (_, change, words) => {
		const [result] = await checked(changed(change));
		expect(result).toMatchObject({ outcome: 'unchecked', times: {}, steps: [], doneAt: null });
		expect(result?.why).toMatch(words);
	});

	test('a file whose hash fits a log that does not reach the end', async () => {
		const short = tryAt(scenario, log.slice(0, 5), tally);
		expect(await checked(resultOf([short], '', MADE_AT))).toMatchObject([
			{ outcome: 'unchecked', why: expect.stringMatching(/does not reach the end/) as string },
		]);
		const open = { ...short, tally: { ...tally, done: null } };
		expect(await checked(resultOf([open], '', MADE_AT))).toMatchObject([{ outcome: 'open' }]);
	});

	test('done with help is not passed, and gives no times', async () => {
		const done = withHelp(tally, { helped: 2 });
		expect(await checked(resultOf([tryAt(scenario, log, done)], '', MADE_AT))).toMatchObject([
			{ outcome: 'not-passed', why: 'Done for you: 2. None may be.', times: {} },
		]);
	});

	test('one that says itself that it was not passed is not', async () => {
		const done = { ...tally.done!, passed: false };
		expect(await checked(resultOf([tryAt(scenario, log, { ...tally, done })], '', MADE_AT))).toMatchObject([
			{ outcome: 'not-passed', why: 'The file itself says that it was not passed.' },
		]);
	});

	test.each([
		[{ hints: false, mistakes: null, minutes: null }, { hints: 1 }, /Hints/],
		[{ hints: true, mistakes: 0, minutes: null }, { stopped: 1 }, /^Mistakes: 1. Allowed: 0.$/],
		[{ hints: true, mistakes: 0, minutes: null }, { mistakesUndone: 1 }, /^Mistakes: 1/],
		[{ hints: true, mistakes: null, minutes: 1 }, { spent: 60_001 }, /^Minutes: 2/],
		[{ hints: true, mistakes: 1, minutes: 1 }, { hints: 9, stopped: 1, spent: 60_000 }, null],
	])('the rules %j of a drill', async (rules, change, words) => {
		const one = tryAt({ ...drill, rules }, log, { ...tally, ...change });
		const [result] = await checked(resultOf([one], '', MADE_AT));
		expect(result?.outcome).toBe(words ? 'not-passed' : 'passed');
		if (words) expect(result?.why).toMatch(words);
	});
});
