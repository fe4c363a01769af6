import * as v from 'valibot';
import { parse } from 'yaml';
import { fill } from '../domain/facts.ts';

const sentence = v.pipe(v.string(), v.trim(), v.nonEmpty());
/** Never shown: only search reads it. */
const heard = v.array(sentence);

/** What the service desk says and asks at one step. */
export const deskStepSchema = v.strictObject({
	/** Three questions in order, each with what its answer tells. */
	ask: v.pipe(
		v.array(v.strictObject({ ask: v.pipe(sentence, v.regex(/[?.]$/)), hint: sentence })),
		v.length(3),
	),
	/** What not to suggest. */
	never: v.pipe(v.array(v.pipe(sentence, v.regex(/^Do not .*\.$/s))), v.minLength(1), v.maxLength(4)),
	manager: v.optional(sentence),
	/** How callers and screens put it, for search: `step` for the step itself, else by symptom. */
	heard: v.record(v.string(), heard),
});

/** What the service desk needs of detours beside their own text. */
export const deskDetoursSchema = v.strictObject({
	/** What the manager has to do, by detour. */
	manager: v.record(v.string(), sentence),
	/** What not to suggest at any of them. */
	always: v.array(v.pipe(sentence, v.regex(/^Do not .*\.$/s))),
	/** As above, for detours that no step's symptom names. */
	heard: v.record(v.string(), heard),
});

export type DeskStepWords = v.InferOutput<typeof deskStepSchema>;

/**
 * Reads one of the desk's files.
 *
 * @param source YAML; `{name}` is a fact
 * @throws Error naming the file and the field that is wrong
 */
export function readDesk<Schema extends v.GenericSchema>(
	file: string,
	source: string,
	schema: Schema,
	facts: Readonly<Record<string, string>>,
): v.InferOutput<Schema> {
	const words: unknown = parse(source, (_, entry: unknown) =>
		typeof entry === 'string' ? fill(entry, facts) : entry,
	);
	const result = v.safeParse(schema, words);
	if (result.success) return result.output;
	const lines = result.issues.map((issue) => `  ${v.getDotPath(issue) ?? ''}: ${issue.message}`);
	throw new Error(`${file}:\n${lines.join('\n')}`);
}
