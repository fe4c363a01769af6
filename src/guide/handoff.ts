import type { Result } from '../domain/result.ts';
import { refused, ok } from '../domain/result.ts';
import type { ProcedureId } from '../domain/slugs.ts';
import { machineOf } from '../machines/index.ts';
import { readHandoff, type Handoff, type HandoffFault } from '../sharing/handoff.ts';
import type { StoredRun } from '../storage/store.ts';
import type { ReadEvent } from './events.ts';
import { addressOf } from './place.ts';
import { begin, follow, replayRun, type Replayed } from './replay.ts';

/** A run to hand over, with the days that its person noted. */
export function handoffOf(run: StoredRun, events: readonly ReadEvent[], noted: Handoff['noted']): Handoff {
	const last = events.at(-1);
	return {
		run: { ...run, procedure: run.procedure as ProcedureId },
		lastAt: last?.at ?? run.startedAt,
		at: last?.place.split('/').filter(Boolean).join('/'),
		acts: events.map(({ event }) => event),
		noted,
	};
}

/** What came from another screen, in the shape in which this one keeps it. */
export type Received = {
	readonly run: StoredRun;
	readonly events: readonly ReadEvent[];
	readonly noted: Handoff['noted'];
	/** Where it leads today. */
	readonly replayed: Replayed;
};

/**
 * Reads a hand-off and replays it through today's machine. Nothing is stored by that.
 *
 * @returns the run; or why it is refused: also `newer` where this guide does not have its procedure
 */
export function receive(text: string): Result<Received, HandoffFault> {
	const read = readHandoff(text);
	if (!read.ok) return read;
	const { run, acts, lastAt, at, noted } = read.value;
	const machine = machineOf[run.procedure];
	if (!machine) return refused('newer');
	if (acts.length === 0) return refused('empty');
	let replayed = begin(machine);
	const events = acts.map((event, seq): ReadEvent => {
		replayed = follow(machine, replayed, event) ?? replayed;
		const last = seq === acts.length - 1;
		// where it was stands beside the acts, for a procedure that has changed since
		const place = last && at ? `/${at}/` : addressOf(run.procedure, replayed.place);
		return { run: run.id, seq, at: last ? lastAt : run.startedAt, event, place };
	});
	const moved = events.at(-1)?.place !== addressOf(run.procedure, replayed.place);
	if (moved) replayed = replayRun(machine, run.procedure, events).replayed;
	return ok({ run, events, noted, replayed });
}

/**
 * How a run that came relates to what this screen keeps of it: `new` to it; all of it is `here`, and perhaps
 * more; it `adds` acts; both went on by themselves, `apart`.
 */
export type Relation = 'new' | 'here' | 'adds' | 'apart';

export function relationOf(kept: readonly ReadEvent[] | undefined, came: readonly ReadEvent[]): Relation {
	if (!kept) return 'new';
	const acts = (events: readonly ReadEvent[]) =>
		events.map(({ event }) => JSON.stringify(keysInOrder(event)));
	const [mine, theirs] = [acts(kept), acts(came)];
	const shorter = Math.min(mine.length, theirs.length);
	if (mine.slice(0, shorter).some((act, at) => act !== theirs[at])) return 'apart';
	return theirs.length > mine.length ? 'adds' : 'here';
}

const keysInOrder = (act: object) => Object.entries(act).sort(([one], [other]) => one.localeCompare(other));
