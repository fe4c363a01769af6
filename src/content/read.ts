import * as v from 'valibot';
import { parse } from 'yaml';
import { fill } from '../domain/facts.ts';

const sentence = v.pipe(v.string(), v.trim(), v.nonEmpty());

/** Front matter of a step: what the page says around the instructions. */
export const stepMatterSchema = v.strictObject({
	/** One imperative sentence, no full stop. */
	title: sentence,
	/** What can be seen when the step is done. */
	see: sentence,
	/** The primary control, beginning with "Done" or, where nothing was to be done, "Next". */
	done: v.optional(v.pipe(sentence, v.regex(/^(Done|Next)\b/))),
	/** A question that the primary control answers. */
	question: v.optional(sentence),
	/** Where stopping is not safe: what to do instead. */
	stop: v.optional(sentence),
	/** What happens during the wait. */
	meanwhile: v.optional(sentence),
	/** The symptom that the end of a wait points to. */
	tooLong: v.optional(sentence),
	/** Alternative text of each picture, in their order. */
	pictures: v.optional(v.array(sentence), []),
	/** The person's own words for each symptom of this step. */
	symptoms: v.record(v.string(), sentence),
});

/** A detour in the few words that the paper edition has room for: labels in square brackets. */
const paperSchema = v.strictObject({
	check: sentence,
	fix: sentence,
	/** Where a second try is allowed. */
	again: v.optional(sentence),
	/** Goes on after "Do not". */
	not: sentence,
	/** Goes on after "Call". */
	call: sentence,
});

/** Front matter of a detour. */
export const detourMatterSchema = v.strictObject({
	title: sentence,
	/** The primary control, beginning with "Done". */
	fixed: v.optional(v.pipe(sentence, v.regex(/^Done\b/))),
	/** The control that leads further, where "It still does not work" is not right. */
	notFixed: v.optional(sentence),
	/** Words for the answers that lead elsewhere, by `question=answer`. */
	answers: v.optional(v.record(v.string(), sentence), {}),
	/** Alternative text of its picture, where there is something to see. */
	pictures: v.optional(v.pipe(v.array(sentence), v.maxLength(1)), []),
	paper: paperSchema,
});

/**
 * Reads one content file.
 *
 * @param source the whole `.md` file
 * @param facts fills `{name}` in the front matter
 * @throws Error naming the file and the field that is wrong
 */
export function readContent<Schema extends v.GenericSchema>(
	file: string,
	source: string,
	schema: Schema,
	facts: Readonly<Record<string, string>>,
): { matter: v.InferOutput<Schema>; body: string } {
	const found = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(source);
	if (!found) throw new Error(`${file}: must begin with front matter between two lines of ---`);
	const [, head = '', body = ''] = found;
	const matter: unknown = parse(head, (_, entry: unknown) =>
		typeof entry === 'string' ? fill(entry, facts) : entry,
	);
	const result = v.safeParse(schema, matter);
	if (!result.success) {
		const lines = result.issues.map((issue) => `  ${v.getDotPath(issue) ?? ''}: ${issue.message}`);
		throw new Error(`${file}:\n${lines.join('\n')}`);
	}
	return { matter: result.output, body };
}

/** A label as a body quotes it. */
export type QuotedLabel = { readonly text: string; readonly kind: string };

/** The labels that a body quotes, in their order, with the facts filled in. */
export function labelsIn(body: string, facts: Readonly<Record<string, string>>): QuotedLabel[] {
	return [...body.matchAll(/<Label kind="(\w+)">([\s\S]*?)<\/Label>/g)].map(([, kind = '', text = '']) => ({
		kind,
		text: plainText(text, facts),
	}));
}

/** A body as text: components resolved, marks of Markdown gone, `<` and `>` as they are seen, one line per item or heading. */
export function plainText(body: string, facts: Readonly<Record<string, string>>): string {
	return body
		.replace(/<Fact of="(\w+)" ?\/>/g, (_, name: string) => fill(`{${name}}`, facts))
		.replace(/<Picture [^>]*\/>/g, '')
		.replace(/<\/?Label[^>]*>/g, '')
		.replace(/^(#+|\d+\.|-)\s+/gm, '')
		.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
		.replace(/\*\*|`/g, '')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.trim();
}

/**
 * The numbered and listed items of a body under each of its `##` headings, labels in square brackets. What
 * stands before the first heading has the key ''.
 */
export function itemsOf(
	body: string,
	facts: Readonly<Record<string, string>>,
): Readonly<Partial<Record<string, readonly string[]>>> {
	const marked = body.replace(/<Label[^>]*>([\s\S]*?)<\/Label>/g, '[$1]');
	const [first = '', ...rest] = marked.split(/^## /m);
	const items = (text: string) =>
		(text.match(/^(?:\d+\.|-) .*$/gm) ?? []).map((item) => plainText(item, facts));
	return Object.fromEntries([
		['', items(first)],
		...rest.map((part): [string, string[]] => [part.split('\n')[0]?.trim() ?? '', items(part)]),
	]);
}
