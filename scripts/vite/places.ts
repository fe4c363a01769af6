import type { ProcedureEvent } from '../../src/domain/events.ts';
import { attempts, codeOf, type LocatorPlace } from '../../src/sharing/locator.ts';
import { questions } from '../../src/domain/slugs.ts';
import { actName } from '../../src/sharing/handoff.ts';
import type { CompiledProcedure } from './compile.ts';

/** Every place that has a code of its own, without its attempts: the steps, then the detours by their callers. */
export function placesOf(procedures: readonly CompiledProcedure[]): Omit<LocatorPlace, 'attempt'>[] {
	return procedures.flatMap(({ entry: { id: procedure }, steps, detours }) => [
		...steps.map(({ page }) => ({ procedure, step: page.slug })),
		...steps.flatMap(({ page: { slug: step } }) =>
			detours
				.filter(({ page }) => page.from.includes(step))
				.map(({ page }) => ({ procedure, step, detour: page.slug })),
		),
	]);
}

/** The names of all acts that a run can hold, those without words of their own first. */
export function actsOf(procedures: readonly CompiledProcedure[]): string[] {
	const plain = (['DONE', 'FIXED', 'NOT_FIXED', 'JUMP'] as const).map((type) => type);
	const answers = Object.entries(questions).flatMap(([question, answers]) =>
		answers.map((answer) => ({ type: 'ANSWER', question, answer }) as ProcedureEvent),
	);
	const symptoms = procedures
		.flatMap(({ steps }) => steps)
		.flatMap(({ page }) => page.symptoms)
		.map(({ symptom }): ProcedureEvent => ({ type: 'SYMPTOM', symptom }));
	return [...new Set([...plain, ...[...answers, ...symptoms].map(actName)])];
}

/**
 * Adds numbers for the names that have none to a table of numbers. A number is never used twice: new ones
 * follow the largest that was ever given.
 *
 * @param usable may a number be given? Some codes are better not read out
 */
export function withNumbers(
	table: Readonly<Record<string, string>>,
	names: readonly string[],
	usable: (number: number) => boolean = () => true,
): Record<string, string> {
	const known = new Set(Object.values(table));
	const added: [string, string][] = [];
	let number = Math.max(0, ...Object.keys(table).map(Number));
	for (const name of names) {
		if (known.has(name)) continue;
		do number += 1;
		while (!usable(number));
		added.push([String(number), name]);
	}
	return { ...table, ...Object.fromEntries(added) };
}

/** Every code that a table of numbers gives out, with its place and attempt: "desktop/get-help 0". */
export const codesOf = (table: Readonly<Record<string, string>>): Record<string, string> =>
	Object.fromEntries(
		Object.entries(table).flatMap(([number, address]) => {
			const isDetour = address.split('/').length === 3;
			return attempts
				.slice(0, isDetour ? undefined : 1)
				.map((attempt) => [codeOf(Number(number), attempt), `${address} ${attempt}`]);
		}),
	);
