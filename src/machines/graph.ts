import type { AnyStateMachine, SnapshotFrom } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';
import type { ProcedureEvent } from '../domain/events.ts';
import { questions, type StepSlug } from '../domain/slugs.ts';
import type { ProcedureContext } from './base.ts';
import { leafOf } from './leaf.ts';
import { troublesOf } from './read.ts';

/** A place in a procedure as guards see it: the leaf state, the way back, the attempt. */
export type GraphNode = {
	key: string;
	/** Slug of the step, detour or other leaf state. */
	slug: string;
	context: ProcedureContext;
	done: boolean;
};
export type GraphEdge = { from: string; event: ProcedureEvent; to: string };
export type Graph = { nodes: Map<string, GraphNode>; edges: GraphEdge[]; start: string };

const keyOf = (slug: string, { returnTo, attempt, forSomeoneElse }: ProcedureContext) =>
	[slug, returnTo.join('<'), attempt, forSomeoneElse ? 'manager' : ''].join('|');

/** What a traversal may visit before it gives up: a machine whose context grows fails here. */
export const traversalLimit = 20_000;

/**
 * Walks everything that a person can do, one node for each state with its way back and attempt.
 *
 * `JUMP` and navigation are no edges: with them a trap would have a way out and an orphan a way in.
 */
export function graphOf(machine: AnyStateMachine, limit = traversalLimit): Graph {
	const troubles = troublesOf(machine);
	const answers = Object.entries(questions).flatMap(([question, known]) =>
		known.map((answer) => ({ type: 'ANSWER', question, answer }) as ProcedureEvent),
	);
	type Snapshot = SnapshotFrom<AnyStateMachine>;
	const map = getAdjacencyMap(machine, {
		limit,
		events: (snapshot: Snapshot) => [
			{ type: 'DONE' },
			{ type: 'FIXED' },
			{ type: 'NOT_FIXED' },
			...answers,
			...Object.keys(troubles[leafOf(snapshot.value) as StepSlug] ?? {}).map((symptom) => ({
				type: 'SYMPTOM',
				symptom,
			})),
		],
		filterEvents: (snapshot: Snapshot, event) => !event.type.startsWith('xstate.') && snapshot.can(event),
		serializeState: (snapshot: Snapshot) =>
			keyOf(leafOf(snapshot.value), snapshot.context as ProcedureContext),
	});
	const nodes = new Map<string, GraphNode>();
	const edges: GraphEdge[] = [];
	for (const [key, { state, transitions }] of Object.entries(map)) {
		nodes.set(key, {
			key,
			slug: leafOf(state.value),
			context: state.context as ProcedureContext,
			done: state.status === 'done',
		});
		for (const { state: next, event } of Object.values(transitions) as {
			state: Snapshot;
			event: unknown;
		}[]) {
			const to = keyOf(leafOf(next.value), next.context as ProcedureContext);
			edges.push({ from: key, event: event as ProcedureEvent, to });
		}
	}
	return { nodes, edges, start: Object.keys(map)[0] ?? '' };
}

/** All nodes from which one of `goals` can be reached by edges whose both ends are `allowed`. */
export function reaching(
	{ edges }: Graph,
	goals: Iterable<string>,
	allowed: (key: string) => boolean = () => true,
): Set<string> {
	const back = byGoal(edges);
	const found = new Set<string>();
	const open = [...goals];
	for (let key = open.pop(); key !== undefined; key = open.pop()) {
		if (found.has(key)) continue;
		found.add(key);
		for (const edge of back.get(key) ?? []) if (allowed(edge.from)) open.push(edge.from);
	}
	return found;
}

function byGoal(edges: readonly GraphEdge[]): Map<string, GraphEdge[]> {
	const groups = new Map<string, GraphEdge[]>();
	for (const edge of edges) groups.set(edge.to, [...(groups.get(edge.to) ?? []), edge]);
	return groups;
}
