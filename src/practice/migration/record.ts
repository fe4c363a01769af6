import * as v from 'valibot';
import type { Result } from '../../domain/result.ts';
import {
	beginDrill,
	commandDrill,
	MOST_DAYS,
	MOST_USERS,
	type Drill,
	type DrillCommand,
	type DrillOptions,
	type DrillReply,
} from '../../simulator/migration/index.ts';

/** A drill with what was commanded in it, from which it can be made again. */
export type Run = { readonly drill: Drill; readonly log: readonly DrillCommand[] };

export const beginRun = (options: DrillOptions): Run => ({ drill: beginDrill(options), log: [] });

/** Does a command; one that is refused is not part of the run. */
export function commandRun({ drill, log }: Run, command: DrillCommand): { run: Run; reply: DrillReply } {
	const done = commandDrill(drill, command);
	return {
		run: done.reply.ok ? { drill: done.drill, log: [...log, command] } : { drill, log },
		reply: done.reply,
	};
}

const id = v.pipe(v.string(), v.maxLength(40));
const ids = v.pipe(v.array(id), v.maxLength(MOST_USERS * 2));
const days = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_DAYS));
const value = v.union([v.boolean(), v.number(), v.string(), v.null()]);
const commandSchema = v.variant('do', [
	v.strictObject({ do: v.literal('apply'), values: v.record(id, value) }),
	v.strictObject({ do: v.literal('provision'), users: ids }),
	v.strictObject({ do: v.literal('extend'), task: id, days }),
	v.strictObject({ do: v.literal('remove'), task: id, user: v.exactOptional(id) }),
	v.strictObject({
		do: v.literal('revoke'),
		serials: ids,
		to: v.picklist(['Inventory', 'Initialize', 'Lost', 'Faulty']),
	}),
	v.strictObject({ do: v.literal('reinitialize'), serials: ids }),
	v.strictObject({ do: v.literal('pass'), days }),
]);
const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_USERS));
const recordSchema = v.strictObject({
	handrail: v.literal('migration'),
	version: v.literal(1),
	options: v.strictObject({ seed: v.pipe(v.number(), v.safeInteger()), users: count, spare: count }),
	log: v.pipe(v.array(commandSchema), v.maxLength(10_000)),
});

/** A run as text, to be kept. */
export const writeRun = ({ drill: { options }, log }: Run): string =>
	JSON.stringify({ handrail: 'migration', version: 1, options, log });

/** A run that was kept: done again, command by command. What is no run says why, in plain words. */
export function readRun(text: string): Result<Run, string> {
	let given: unknown;
	try {
		given = JSON.parse(text);
	} catch {
		return { ok: false, reason: 'The migration that was kept here cannot be read.' };
	}
	const read = v.safeParse(recordSchema, given);
	if (!read.success) return { ok: false, reason: 'The migration that was kept here is of another version.' };
	let run = beginRun(read.output.options);
	for (const command of read.output.log) {
		const done = commandRun(run, command);
		if (!done.reply.ok) return { ok: false, reason: 'The migration that was kept here no longer fits.' };
		run = done.run;
	}
	return { ok: true, value: run };
}
