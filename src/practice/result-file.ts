import * as v from 'valibot';
import { ok, refused, type Result } from '../domain/result.ts';
import { asCommand, hash, type Command } from '../simulator/world.ts';
import { STARTS_AT } from './course.ts';
import { restore } from './exercise.ts';
import { readScenario } from './scenario-data.ts';
import type { Scenario } from './scenario.ts';
import { scenarioOf } from './scenarios.ts';
import { readTally, type Tally } from './tally.ts';
import type { Try } from './tries.ts';

/** The most that a result file may have: far more than a learner practices in a year. Bytes, exercises, acts. */
export const limits = { bytes: 8_000_000, exercises: 500, acts: 20_000 } as const;
/** As long as a learner's name may be. */
const LONGEST_NAME = 80;

/** An exercise as a result file tells of it: nothing of it is believed before it is replayed. */
export type Claimed = {
	/** The try's random id: the same in every file that holds it. */
	readonly id: string;
	/** Counts how often it was kept; of two files the one with the higher is the newer. */
	readonly revision: number;
	readonly scenario: Scenario;
	/** The beginning of its World, epoch ms UTC. */
	readonly startsAt: number;
	/** When the learner began it, epoch ms UTC. */
	readonly startedAt: number;
	readonly tally: Tally;
	readonly log: readonly Command[];
	/** The log that led to the end, where acts were taken back after it. */
	readonly doneLog: readonly Command[] | null;
	/** Of the World at the end of the log; version 1 had none. */
	readonly hash: string | null;
};

/** A result file that was read. */
export type ResultFile = {
	/** As the learner typed it when saving; may be empty. */
	readonly name: string;
	/** Epoch ms UTC; the newest try's beginning in version 1, which did not say. */
	readonly madeAt: number;
	readonly exercises: readonly Claimed[];
	/** Tries that cannot be read, each with the reason in words. */
	readonly unreadable: readonly string[];
};

/**
 * The file that a learner gives to the trainer: their name, and each try with its log and the hash that it leads
 * to. What was typed is in it by name only.
 *
 * @param name as typed; spaces around it and what does not print are taken out
 * @param madeAt epoch ms UTC
 */
export const resultOf = (tries: readonly Try[], name: string, madeAt: number): string =>
	JSON.stringify(
		{
			handrail: 'result',
			version: 2,
			name: nameOf(name).slice(0, LONGEST_NAME),
			madeAt,
			exercises: tries.map(({ stored: { id, revision, startedAt }, scenario, tally, log }) => {
				const { world, startsAt } = restore(scenario, log, scenario.realTime && startedAt);
				return { id, revision, scenario, startsAt, startedAt, tally, log, hash: hash(world) };
			}),
		},
		null,
		'\t',
	);

// what does not print, and what turns the direction of text around, would hide what a name is
const nameOf = (typed: string): string =>
	typed
		.replace(/[\p{Cc}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, ' ')
		.replace(/ +/g, ' ')
		.trim();

/** Epoch ms UTC from 1970 to the year 2286. */
const time = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(9_999_999_999_999));
const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'expected an id'));
const revision = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const exercises = v.pipe(
	v.array(v.unknown()),
	v.maxLength(limits.exercises, `expected at most ${limits.exercises} exercises`),
);
const log = v.pipe(v.array(v.unknown()), v.maxLength(limits.acts, `expected at most ${limits.acts} acts`));

const first = v.strictObject({ handrail: v.literal('practice'), version: v.literal(1), exercises });
const second = v.strictObject({
	handrail: v.literal('result'),
	version: v.literal(2),
	name: v.pipe(v.string(), v.maxLength(LONGEST_NAME, `expected at most ${LONGEST_NAME} characters`)),
	madeAt: time,
	exercises,
});
const firstExercise = v.object({
	...{ id, revision, scenario: v.string(), startedAt: time, notes: v.unknown(), log },
});
const secondExercise = v.strictObject({
	...{ id, revision, scenario: v.unknown(), startsAt: time, startedAt: time, tally: v.unknown(), log },
	hash: v.pipe(v.string(), v.regex(/^[\da-f]{64}$/, 'expected a checksum')),
});

/** What other files of this house are called by. */
const others: Readonly<Record<string, string>> = {
	recording: 'This is a recording, not a result.',
	scenario: 'This is an exercise, not a result.',
};

/**
 * Reads a result file of any version there was. What it says is only read here: `checkClaim` replays it.
 *
 * @returns the file; or in a sentence what is wrong with it
 */
export function readResult(text: string): Result<ResultFile, string> {
	if (text.length > limits.bytes) return refused(tooLarge);
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch {
		return refused('This is no file that practice saved, or it was cut short.');
	}
	const { handrail, version } = (data ?? {}) as { handrail?: unknown; version?: unknown };
	if (handrail !== 'practice' && handrail !== 'result')
		return refused(
			(typeof handrail === 'string' && Object.hasOwn(others, handrail) && others[handrail]) ||
				'This is no result of practice.',
		);
	if (typeof version !== 'number' || version !== (handrail === 'practice' ? 1 : 2))
		return refused('It was saved by another version of this guide, which this page cannot read.');
	return handrail === 'practice' ? readFirst(data) : readSecond(data);
}

/** Why a file is not even read. */
export const tooLarge = `It is larger than ${limits.bytes / 1_000_000} MB. No result is.`;

const wrong = (issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string => {
	const [issue] = issues;
	const where = v.getDotPath(issue);
	return `${where ? `"${where}": ` : ''}${issue.message}`;
};

function readFirst(data: unknown): Result<ResultFile, string> {
	const read = v.safeParse(first, data, { abortEarly: true });
	if (!read.success) return refused(`It is damaged: ${wrong(read.issues)}.`);
	const { claimed, unreadable } = each(read.output.exercises, (one) => {
		const given = v.safeParse(firstExercise, one, { abortEarly: true });
		if (!given.success) return refused(wrong(given.issues));
		const { scenario: named, notes, log: acts, ...rest } = given.output;
		const scenario = scenarioOf(named);
		if (!scenario) return refused(`there is no exercise "${named.slice(0, 60)}"`);
		const startsAt = scenario.realTime ? rest.startedAt : STARTS_AT;
		return withLog(acts, { ...rest, scenario, startsAt, tally: readTally(notes), hash: null });
	});
	const madeAt = claimed.reduce((newest, { startedAt }) => Math.max(newest, startedAt), 0);
	return ok({ name: '', madeAt, exercises: claimed, unreadable });
}

function readSecond(data: unknown): Result<ResultFile, string> {
	const read = v.safeParse(second, data, { abortEarly: true });
	if (!read.success) return refused(`It is damaged: ${wrong(read.issues)}.`);
	const { claimed, unreadable } = each(read.output.exercises, (one) => {
		const given = v.safeParse(secondExercise, one, { abortEarly: true });
		if (!given.success) return refused(wrong(given.issues));
		const { scenario: data, tally, log: acts, ...rest } = given.output;
		const scenario = readScenario(data);
		if (!scenario.ok) return scenario;
		return withLog(acts, { ...rest, scenario: scenario.value, tally: readTally(tally) });
	});
	const { name, madeAt } = read.output;
	return ok({ name: nameOf(name), madeAt, exercises: claimed, unreadable });
}

function withLog(acts: readonly unknown[], rest: Omit<Claimed, 'log' | 'doneLog'>): Result<Claimed, string> {
	const read = commandsOf(acts);
	if (!read.ok) return read;
	const { done } = rest.tally;
	if (!done?.log) return ok({ ...rest, log: read.value, doneLog: null });
	if (done.log.length > limits.acts) return refused(`expected at most ${limits.acts} acts until it was done`);
	const led = commandsOf(done.log);
	return led.ok ? ok({ ...rest, log: read.value, doneLog: led.value }) : led;
}

function commandsOf(acts: readonly unknown[]): Result<readonly Command[], string> {
	const read = acts.map(asCommand);
	const bad = read.findIndex((one) => !one.ok);
	if (bad >= 0) return refused(`act ${bad + 1} is none`);
	return ok(read.flatMap((one) => (one.ok ? [one.value] : [])));
}

function each(exercises: readonly unknown[], read: (one: unknown) => Result<Claimed, string>) {
	const claimed: Claimed[] = [];
	const unreadable: string[] = [];
	for (const [at, one] of exercises.entries()) {
		const answer = read(one);
		if (answer.ok) claimed.push(answer.value);
		else unreadable.push(`Try ${at + 1} cannot be read: ${answer.reason}.`);
	}
	return { claimed, unreadable };
}
