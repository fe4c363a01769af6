import { getNextSnapshot, initialTransition, type AnyStateMachine, type SnapshotFrom } from 'xstate';
import type { DetourSlug, ProcedureId, StepSlug } from '../domain/slugs.ts';
import type { ProcedureContext, ProcedureEvent } from '../machines/base.ts';
import { desktopMachine } from '../machines/desktop/desktop.machine.ts';
import { leafOf } from '../machines/leaf.ts';
import type { Place } from './place.ts';

/** The machine of a procedure. One without a machine yet has none. */
export const machineOf: Partial<Record<ProcedureId, AnyStateMachine>> = { desktop: desktopMachine };

type Snapshot = SnapshotFrom<AnyStateMachine>;

/** Leaf states of the opening that have no page of their own. */
const openingQuestions = /^(asking-|use-phone$)/;

/** What a run's events come to: everything that a page shows is derived from this. */
export type Replayed = {
	readonly snapshot: Snapshot;
	readonly place: Place;
	/** Steps that were marked done, in the order of the marks. */
	readonly done: readonly StepSlug[];
	/** Detours that were entered before. */
	readonly entered: ReadonlySet<DetourSlug>;
	/** Detours that were entered more than once: the same trouble again. */
	readonly repeated: ReadonlySet<DetourSlug>;
	/** The last answer to each question. */
	readonly answers: Readonly<Record<string, string>>;
	/** Events that today's machine did not accept. */
	readonly skipped: number;
};

export function begin(machine: AnyStateMachine): Replayed {
	const [snapshot] = (initialTransition as (logic: AnyStateMachine) => [Snapshot, unknown])(machine);
	return {
		snapshot,
		place: placeOf(snapshot),
		done: [],
		entered: new Set(),
		repeated: new Set(),
		answers: {},
		skipped: 0,
	};
}

/** Adds one event. An event that the machine does not accept here changes nothing but `skipped`. */
export function follow(machine: AnyStateMachine, before: Replayed, event: ProcedureEvent): Replayed {
	if (!before.snapshot.can(event)) return { ...before, skipped: before.skipped + 1 };
	const snapshot = getNextSnapshot(machine, before.snapshot, event as never) as Snapshot;
	const { place } = before;
	const placeAfter = placeOf(snapshot);
	return {
		...before,
		snapshot,
		place: placeAfter,
		done: event.type === 'DONE' && place.kind === 'step' ? [...before.done, place.step] : before.done,
		...enteredAfter(before, placeAfter),
		answers: event.type === 'ANSWER' ? { ...before.answers, [event.question]: event.answer } : before.answers,
	};
}

function enteredAfter({ place, entered, repeated }: Replayed, after: Place) {
	const stays = place.kind === 'detour' && after.kind === 'detour' && place.detour === after.detour;
	if (after.kind !== 'detour' || stays) return { entered, repeated };
	return {
		entered: new Set([...entered, after.detour]),
		repeated: entered.has(after.detour) ? new Set([...repeated, after.detour]) : repeated,
	};
}

/** Replays stored events through today's machine. */
export const replay = (machine: AnyStateMachine, events: readonly ProcedureEvent[]): Replayed =>
	events.reduce((state, event) => follow(machine, state, event), begin(machine));

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
