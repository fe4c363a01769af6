import * as v from 'valibot';
import type { ProcedureEvent } from '../domain/events.ts';
import type { StoredEvent, StoredRun } from '../storage/store.ts';

const slug = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/));
const time = v.pipe(v.number(), v.finite());

const procedureEvent = v.variant('type', [
	v.strictObject({ type: v.literal('DONE') }),
	v.strictObject({ type: v.literal('FIXED') }),
	v.strictObject({ type: v.literal('NOT_FIXED') }),
	v.strictObject({ type: v.literal('SYMPTOM'), symptom: slug }),
	v.strictObject({ type: v.literal('ANSWER'), question: slug, answer: slug }),
	v.strictObject({ type: v.literal('JUMP'), slug, detour: v.optional(slug) }),
]);

const storedRun = v.strictObject({
	id: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
	procedure: slug,
	version: v.pipe(v.string(), v.maxLength(40)),
	startedAt: time,
});

const storedEvent = v.strictObject({
	run: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
	seq: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
	at: time,
	event: procedureEvent,
	place: v.pipe(v.string(), v.maxLength(200)),
});

/** An event of a run that has the right form. Its slugs may be of another version of the procedure. */
export type ReadEvent = Omit<StoredEvent, 'event'> & { readonly event: ProcedureEvent };

/** @returns the run, or nothing when the record is not one */
export function readRun(record: unknown): StoredRun | undefined {
	const result = v.safeParse(storedRun, record);
	return result.success ? result.output : undefined;
}

/** @returns the event, or nothing when the record is not one of this run */
function readEvent(record: unknown, run: string): ReadEvent | undefined {
	const result = v.safeParse(storedEvent, record);
	return result.success && result.output.run === run ? (result.output as ReadEvent) : undefined;
}

/**
 * Parts a run's records into what can be read and what cannot. A number that comes twice counts once;
 * what is left is in the order of the numbers.
 */
export function readEvents(records: readonly unknown[], run: string): { good: ReadEvent[]; bad: unknown[] } {
	const good = new Map<number, ReadEvent>();
	const bad: unknown[] = [];
	for (const record of records) {
		const event = readEvent(record, run);
		if (event && !good.has(event.seq)) good.set(event.seq, event);
		else bad.push(record);
	}
	return { good: [...good.values()].sort((one, other) => one.seq - other.seq), bad };
}
