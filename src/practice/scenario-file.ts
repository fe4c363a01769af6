import * as v from 'valibot';
import { ok, refused, type Result } from '../domain/result.ts';
import { hashOf } from '../simulator/hash.ts';
import { asCommand, type Deed } from '../simulator/world.ts';
import { readScenario } from './scenario-data.ts';
import type { Scenario } from './scenario.ts';

/** One act of a solution. `after`: seconds since the one before it, or since the beginning. */
export type SolutionAct = Deed & { readonly after: number };

/**
 * An exercise as a file, in this repository as on a trainer's disk: what is practiced, the acts of somebody who can
 * do it, and what the trainer wants to remember. Plain JSON, in which values stand by name only.
 */
export type ScenarioFile = {
	readonly handrail: 'exercise';
	readonly version: 1;
	readonly scenario: Scenario;
	readonly solution: readonly SolutionAct[];
	/** For the trainer: they may say what goes wrong. */
	readonly notes: string;
};

/** The most text of a file, in characters. */
export const LARGEST_FILE = 500_000;
/** More than the longest exercise needs. */
export const MOST_SOLUTION_ACTS = 2000;
export const LONGEST_NOTES = 2000;
/** As long as a World may be left alone, s. */
const LONGEST_WAIT = 31 * 86_400;

export const tooLargeWords = 'This file is too large to be an exercise.';
const newerWords = 'This exercise was made by a newer version. Load the newer version, then try again.';

const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(LONGEST_WAIT));
const shape = v.strictObject({
	handrail: v.literal('exercise'),
	version: v.literal(1),
	scenario: v.unknown(),
	solution: v.pipe(
		v.array(v.looseObject({ after: seconds })),
		v.maxLength(MOST_SOLUTION_ACTS, `expected at most ${MOST_SOLUTION_ACTS} acts`),
	),
	notes: v.pipe(
		v.string(),
		v.maxLength(LONGEST_NOTES, `expected at most ${LONGEST_NOTES} characters`),
		v.regex(/^[^\p{Cc}]*(\n[^\p{Cc}]*)*$/u, 'expected plain text'),
	),
});

/**
 * Takes anything as the data of an exercise's file: known members and names by their form. Whether its course knows
 * them, and whether its solution solves it, is for `scenario-check.ts`.
 *
 * @returns the file; or what is wrong with it, in plain words
 */
export function asScenarioFile(data: unknown): Result<ScenarioFile, string> {
	const { handrail, version } = (data ?? {}) as { readonly handrail?: unknown; readonly version?: unknown };
	if (handrail !== 'exercise') return refused('This file is no exercise.');
	if (typeof version === 'number' && version > 1) return refused(newerWords);
	const parsed = v.safeParse(shape, data, { abortEarly: true });
	if (!parsed.success) {
		const [issue] = parsed.issues;
		return refused(damaged(v.getDotPath(issue), issue.message));
	}
	const { scenario: given, solution: acts, notes } = parsed.output;
	const scenario = readScenario(given);
	if (!scenario.ok) return refused(damaged(null, scenario.reason));
	if (JSON.stringify([scenario.value.before, acts]).includes('"kind":"raw"'))
		return refused('This exercise holds typed text, which none may.');
	const solution: SolutionAct[] = [];
	for (const [index, { after, ...rest }] of acts.entries()) {
		const command = asCommand({ ...rest, at: 0 });
		if ('at' in rest || !command.ok)
			return refused(damaged(`solution.${index}`, command.ok ? 'expected no time' : command.reason));
		const { at: _, ...deed } = command.value;
		solution.push({ ...deed, after });
	}
	return ok({ handrail: 'exercise', version: 1, scenario: scenario.value, solution, notes });
}

const damaged = (where: string | null, words: string): string =>
	`This exercise is damaged: ${where ? `"${where}": ` : ''}${words}.`;

/** Reads the text of a file, as {@link asScenarioFile} does its data. */
export function readScenarioFile(text: string): Result<ScenarioFile, string> {
	if (text.length > LARGEST_FILE) return refused(tooLargeWords);
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch {
		return refused('This file is no exercise, or it was cut short.');
	}
	return asScenarioFile(data);
}

/** An exercise as the text of a file, one member a line. */
export const writeScenarioFile = (file: ScenarioFile): string => `${JSON.stringify(file, null, '\t')}\n`;

/**
 * The id (see {@link isOwnId}) that a scenario has by what it asks for: the same wherever its file comes to, and another one for any other
 * exercise, whatever that is called. So the tries at one are never taken for tries at the other.
 */
export function ownIdOf({ id: _, ...asked }: Scenario): string {
	const digits = BigInt(`0x${hashOf(asked).slice(0, 16)}`) % 10n ** 15n;
	return `own-${String(digits).padStart(15, '0')}`;
}

/** The same file under the id that its contents give it. */
export const asOwn = (file: ScenarioFile): ScenarioFile => ({
	...file,
	scenario: { ...file.scenario, id: ownIdOf(file.scenario) },
});
