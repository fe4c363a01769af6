import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { ok, refused, type Result } from '../domain/result.ts';
import { asCommand, hash, type Command } from '../simulator/world.ts';
import type { Exercise } from './exercise.ts';
import { checkOf, replayOf, type Check } from './replay.ts';
import { checkScenario, readScenario } from './scenario-data.ts';
import type { Scenario } from './scenario.ts';

/** Who did what is recorded: a person in practice, or the trainer's demo. */
export type RecordingKind = 'practice' | 'demo';

/**
 * A practice run or a demo, so that it can be seen again: where it began, what was done when, and what came of it.
 * Plain JSON. It holds values of the World by name only, never text that somebody typed.
 */
export type Recording = {
	readonly handrail: 'recording';
	readonly version: 1;
	readonly id: string;
	/** As the trainer calls it. */
	readonly name: string;
	readonly kind: RecordingKind;
	/** When it was saved, epoch ms UTC. */
	readonly madeAt: number;
	readonly scenario: Scenario;
	/** When its World began, epoch ms UTC. */
	readonly startsAt: number;
	readonly log: readonly Command[];
	/** What came of each command when it was saved: a later version that differs can say where. */
	readonly checks?: readonly Check[];
	/** Of the World after the last command. */
	readonly hash: string;
};

/** The most text of a file, in characters. */
export const LARGEST = 4_000_000;
export const tooLargeWords = 'This file is too large to be a recording.';
/** More than anybody does in one go: a day of work at one act in three seconds. */
const MOST_ACTS = 10_000;
const LONGEST_NAME = 100;

const isId = /^[\w-]{1,64}$/;
const time = v.pipe(v.number(), v.safeInteger());
const shape = v.strictObject({
	handrail: v.literal('recording'),
	version: v.literal(1),
	id: v.pipe(v.string(), v.regex(isId, 'expected an id')),
	name: v.pipe(
		v.string(),
		v.regex(/^[^\p{Cc}]*\S[^\p{Cc}]*$/u, 'expected one line of text'),
		v.maxLength(LONGEST_NAME, `expected at most ${LONGEST_NAME} characters`),
	),
	kind: v.picklist(['practice', 'demo']),
	madeAt: v.pipe(time, v.minValue(0)),
	scenario: v.unknown(),
	startsAt: time,
	log: v.pipe(v.array(v.unknown()), v.maxLength(MOST_ACTS, `expected at most ${MOST_ACTS} acts`)),
	checks: v.optional(
		v.array(
			v.strictObject({
				screen: v.pipe(v.string(), v.regex(/^[\w.-]{1,80}$/, 'expected the name of a screen')),
				refused: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/, 'expected a reason'))),
			}),
		),
	),
	hash: v.pipe(v.string(), v.regex(/^[\da-f]{64}$/, 'expected 64 digits of a hash')),
});

/**
 * Records an exercise from its beginning to its last act.
 *
 * @param about what it is to be called; a random id; and the time now, epoch ms UTC
 * @returns the recording; or why there can be none, in plain words
 */
export function recordingOf(
	{ scenario, startsAt, log }: Pick<Exercise, 'scenario' | 'startsAt' | 'log'>,
	about: Pick<Recording, 'id' | 'name' | 'kind' | 'madeAt'>,
): Result<Recording, string> {
	const { start, acts } = replayOf({ scenario, startsAt, log });
	const checks = acts.map(checkOf);
	const last = acts.at(-1)?.world ?? start;
	return asRecording({
		handrail: 'recording',
		version: 1,
		...about,
		name: about.name.trim().slice(0, LONGEST_NAME),
		scenario,
		startsAt,
		log,
		checks,
		hash: hash(last),
	});
}

/** A recording as the text of a file, with a checksum: what is cut short or changed is seen. */
export const writeRecording = (recording: Recording): string =>
	`${JSON.stringify({ ...recording, checksum: checksumOf(recording) }, null, '\t')}\n`;

/** Over the members in the order in which they stand. */
const checksumOf = (recording: object): string =>
	bytesToHex(sha256(utf8ToBytes(JSON.stringify(recording)))).slice(0, 32);

/**
 * Reads the text of a file as a recording. The courses must have been loaded.
 *
 * @returns the recording, whole; or what is wrong with the file, in plain words
 */
export function readRecording(text: string): Result<Recording, string> {
	if (text.length > LARGEST) return refused(tooLargeWords);
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch {
		return refused('This file is no recording, or it was cut short.');
	}
	if (typeof data !== 'object' || data === null || (data as { handrail?: unknown }).handrail !== 'recording')
		return refused('This file is no recording.');
	const { checksum, ...rest } = data as Readonly<Record<string, unknown>>;
	if (isNewer(rest)) return refused(newerWords);
	if (checksum !== checksumOf(rest)) return refused('This file was changed, or it is not whole.');
	return asRecording(rest);
}

const isNewer = ({ version }: { readonly version?: unknown }): boolean =>
	typeof version === 'number' && version > 1;
const newerWords = 'This recording was made by a newer version. Load the newer version, then try again.';

/**
 * Takes anything as a recording, as {@link readRecording} does: what is kept in the library, without a checksum.
 */
export function asRecording(data: unknown): Result<Recording, string> {
	const parsed = v.safeParse(shape, data, { abortEarly: true });
	if (!parsed.success) {
		if (isNewer(data ?? {})) return refused(newerWords);
		const [issue] = parsed.issues;
		return refused(`This recording is damaged: ${placed(v.getDotPath(issue), issue.message)}.`);
	}
	const { scenario: given, log: commands, checks, ...rest } = parsed.output;
	const read = readScenario(given);
	const scenario = read.ok ? checkScenario(read.value) : read;
	if (!scenario.ok) return refused(`This version does not know its exercise: ${scenario.reason}.`);
	const log = readCommands(commands, rest.startsAt);
	if (!log.ok) return log;
	if (checks && checks.length !== log.value.length)
		return refused('This recording is damaged: its acts and what came of them differ in number.');
	// a check that has no refusal has no such member
	return ok({ ...rest, scenario: scenario.value, log: log.value, ...(checks && { checks }) } as Recording);
}

const placed = (where: string | null, words: string): string => (where ? `"${where}": ${words}` : words);

function readCommands(commands: readonly unknown[], startsAt: number): Result<Command[], string> {
	const log: Command[] = [];
	let before = startsAt;
	for (const [index, one] of commands.entries()) {
		const read = asCommand(one);
		const act = `Act ${index + 1} of this recording`;
		if (!read.ok) return refused(`${act} is none that this version knows: ${read.reason}.`);
		// only files for tests hold digits as such
		if (JSON.stringify(one).includes('"kind":"raw"'))
			return refused(`${act} holds typed text, which no recording may.`);
		if (read.value.at < before) return refused(`${act} comes before the one in front of it.`);
		before = read.value.at;
		log.push(read.value);
	}
	return ok(log);
}
