import { initialTransition, transition, type AnyStateMachine, type SnapshotFrom } from 'xstate';
import type { ProcedureEvent } from '../domain/events.ts';
import type { DetourSlug, ProcedureId, StepSlug } from '../domain/slugs.ts';
import type { DetourMeta, ProcedureContext } from '../machines/base.ts';
import { leafOf } from '../machines/leaf.ts';
import { nodesOf } from '../machines/read.ts';
import type { ReadEvent } from './events.ts';
import { addressOf, lookAt, type Look, type Place } from './place.ts';

type Snapshot = SnapshotFrom<AnyStateMachine>;

/** Leaf states of the opening that have no page of their own. */
const openingQuestions = /^(asking-|use-phone$)/;

/** What a run's events come to: everything that a page shows is derived from this. */
export type Replayed = {
	readonly snapshot: Snapshot;
	readonly place: Place;
	/** Steps that were marked done, in the order of the marks. */
	readonly done: readonly StepSlug[];
	/** The step that the person last said to be at, or to have a problem at: those before it were done elsewhere. */
	readonly arrivedAt: StepSlug | undefined;
	/** Detours that were entered before. */
	readonly entered: ReadonlySet<DetourSlug>;
	/** Detours that were entered more than once: the same trouble again. */
	readonly repeated: ReadonlySet<DetourSlug>;
	/** The last answer to each question. */
	readonly answers: Readonly<Record<string, string>>;
};

// pure steps of a machine whose own types are not known here
const first = initialTransition as (machine: AnyStateMachine) => [Snapshot, unknown];
const step = transition as (
	machine: AnyStateMachine,
	at: Snapshot,
	event: ProcedureEvent,
) => [Snapshot, unknown];

export function begin(machine: AnyStateMachine): Replayed {
	const [snapshot] = first(machine);
	return {
		snapshot,
		place: placeOf(snapshot),
		done: [],
		arrivedAt: undefined,
		entered: new Set(),
		repeated: new Set(),
		answers: {},
	};
}

/** Adds one event. @returns nothing when the machine does not accept it at this place */
export function follow(
	machine: AnyStateMachine,
	before: Replayed,
	event: ProcedureEvent,
): Replayed | undefined {
	if (!before.snapshot.can(event)) return undefined;
	const [snapshot] = step(machine, before.snapshot, event);
	const { place } = before;
	const placeAfter = placeOf(snapshot);
	return {
		snapshot,
		place: placeAfter,
		done: event.type === 'DONE' && place.kind === 'step' ? [...before.done, place.step] : before.done,
		arrivedAt: arrival(event, placeAfter) ?? before.arrivedAt,
		...enteredAfter(before, placeAfter),
		answers: event.type === 'ANSWER' ? { ...before.answers, [event.question]: event.answer } : before.answers,
	};
}

/** The step that an event says the person came to from elsewhere. */
function arrival(event: ProcedureEvent, after: Place): StepSlug | undefined {
	if (event.type === 'JUMP') return event.slug;
	const onNewComputer = event.type === 'ANSWER' && event.question === 'screen' && after.kind === 'step';
	return onNewComputer ? after.step : undefined;
}

function enteredAfter({ place, entered, repeated }: Replayed, after: Place) {
	const stays = place.kind === 'detour' && after.kind === 'detour' && place.detour === after.detour;
	if (after.kind !== 'detour' || stays) return { entered, repeated };
	return {
		entered: new Set([...entered, after.detour]),
		repeated: entered.has(after.detour) ? new Set([...repeated, after.detour]) : repeated,
	};
}

/** A run replayed through today's machine, and where it was when that is another place. */
export type ReplayedRun = {
	readonly replayed: Replayed;
	readonly movedFrom: string | undefined;
	/** The jump that brought it here, where its events alone lead elsewhere today. */
	readonly landing: ProcedureEvent | undefined;
};

/**
 * Replays stored events through today's machine. A run of an older procedure lands on the place that
 * was stored with its last event or, when that is gone, on the nearest before it that still is there.
 */
export function replayRun(
	machine: AnyStateMachine,
	procedure: ProcedureId,
	events: readonly ReadEvent[],
): ReplayedRun {
	let replayed = begin(machine);
	for (const { event } of events) replayed = follow(machine, replayed, event) ?? replayed;

	const stored = events.at(-1)?.place;
	if (!stored || stored === addressOf(procedure, replayed.place)) {
		return { replayed, movedFrom: undefined, landing: undefined };
	}
	const places = events.map(({ place }) => lookAt(procedure, place)).filter((look) => look !== undefined);
	// a problem that is gone leaves the step that had it
	const nearest = places
		.reverse()
		.flatMap((look): Look[] => (look.kind === 'detour' ? [look, { kind: 'step', step: look.step }] : [look]));
	for (const look of nearest) {
		const jump = jumpTo(look);
		const landed = jump && exists(machine, look) ? follow(machine, replayed, jump) : undefined;
		if (landed) {
			const same = addressOf(procedure, landed.place) === stored;
			return { replayed: landed, movedFrom: same ? undefined : stored, landing: jump };
		}
	}
	return { replayed, movedFrom: stored, landing: undefined };
}

/** Is what is looked at a step, or a detour of one, in this machine? */
function exists(machine: AnyStateMachine, look: Look): boolean {
	const nodes = new Map(nodesOf(machine).map((node) => [node.key, node]));
	if (look.kind === 'step') return nodes.get(look.step)?.transitions.has('SYMPTOM') ?? false;
	if (look.kind !== 'detour') return false;
	const meta = nodes.get(look.detour)?.meta as DetourMeta | undefined;
	return meta?.from.includes(look.step) ?? false;
}

/** "I am here now", for what can be jumped to. */
export function jumpTo(look: Look): Extract<ProcedureEvent, { type: 'JUMP' }> | undefined {
	if (look.kind === 'step') return { type: 'JUMP', slug: look.step };
	if (look.kind === 'detour') return { type: 'JUMP', slug: look.step, detour: look.detour };
	return undefined;
}

function placeOf(snapshot: Snapshot): Place {
	const leaf = leafOf(snapshot.value);
	const { returnTo, attempt } = snapshot.context as ProcedureContext;
	const rest = { attempt, backTo: undefined, ended: snapshot.status === 'done' };
	const node = snapshot._nodes.find(({ key }: { key: string }) => key === leaf);
	const caller = returnTo.at(-1);
	if (openingQuestions.test(leaf)) return { kind: 'start', ...rest };
	if (node?.meta?.kind === 'detour' && caller)
		return { kind: 'detour', step: caller, detour: leaf as DetourSlug, ...rest };
	if (node?.transitions.has('SYMPTOM'))
		return { kind: 'step', step: leaf as StepSlug, ...rest, backTo: caller };
	return { kind: 'page', page: leaf, ...rest };
}
