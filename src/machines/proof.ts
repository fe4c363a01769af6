import type { AnyStateMachine } from 'xstate';
import type { ProcedureEvent } from '../domain/events.ts';
import type { DetourSlug } from '../domain/slugs.ts';
import type { DetourMeta } from './base.ts';
import { graphOf, reaching, traversalLimit, type Graph, type GraphEdge, type GraphNode } from './graph.ts';
import { detoursOf, nodesOf } from './read.ts';

/** One thing that must not be, in words that name the state. */
export type Violation = { proof: string; what: string };

/** The outcome of all proofs over one machine. It holds only what was counted. */
export type Certificate = {
	machine: string;
	states: number;
	places: number;
	ways: number;
	detours: number;
	/** Pairs of a detour and a step that it comes back to, each of them walked. */
	returns: number;
	deskOnly: string[];
	proofs: { name: string; holds: boolean }[];
	violations: Violation[];
};

const known: Record<ProcedureEvent['type'], true> = {
	DONE: true,
	SYMPTOM: true,
	FIXED: true,
	NOT_FIXED: true,
	ANSWER: true,
	JUMP: true,
};

const proofs: Record<string, (graph: Graph, machine: AnyStateMachine) => string[]> = {
	'every state is reachable': unreached,
	'from every state the end is reachable without the service desk': traps,
	'every detour comes back, for every caller': lostReturns,
	'the context is bounded': unbounded,
	'every event is a known one': misspelled,
};

/** Runs every proof over a machine. Sound machines have no violations. */
export function prove(machine: AnyStateMachine, limit = traversalLimit): Certificate {
	const graph = graphOf(machine, limit);
	const detours = detoursOf(machine);
	const results = Object.entries(proofs).map(([name, proof]) => ({ name, found: proof(graph, machine) }));
	return {
		machine: machine.id,
		states: nodesOf(machine).length,
		places: graph.nodes.size,
		ways: graph.edges.length,
		detours: Object.keys(detours).length,
		returns: Object.values(detours).reduce((sum, detour) => sum + detour.from.length, 0),
		deskOnly: Object.keys(detours).filter((slug) => detours[slug as DetourSlug].deskOnly),
		proofs: results.map(({ name, found }) => ({ name, holds: found.length === 0 })),
		violations: results.flatMap(({ name, found }) => found.map((what) => ({ proof: name, what }))),
	};
}

function unreached(graph: Graph, machine: AnyStateMachine): string[] {
	const reached = new Set([...graph.nodes.values()].map((node) => node.slug));
	return nodesOf(machine)
		.filter((node) => node.type === 'atomic' || node.type === 'final')
		.filter((node) => !reached.has(node.key))
		.map((node) => `${node.key} cannot be reached`);
}

function traps(graph: Graph, machine: AnyStateMachine): string[] {
	const ends = [...graph.nodes.values()].filter((node) => node.done).map((node) => node.key);
	const slugOf = (key: string) => graph.nodes.get(key)?.slug ?? '';
	const detours = detoursOf(machine);
	const alone = reaching(graph, ends, (key) => slugOf(key) !== 'service-desk');
	const helped = reaching(graph, ends);
	return [...graph.nodes.values()].flatMap(({ key, slug }) => {
		const listed = slug === 'service-desk' || detours[slug as DetourSlug]?.deskOnly;
		if (!helped.has(key)) return [`${key} has no way to the end`];
		if (!alone.has(key) && !listed) return [`${key} has no way to the end but the service desk`];
		if (alone.has(key) && listed && slug !== 'service-desk')
			return [`${key} is listed as curable by the service desk only, and has another way`];
		return [];
	});
}

function lostReturns(graph: Graph, machine: AnyStateMachine): string[] {
	const detours = detoursOf(machine);
	const edgesFrom = new Map<string, GraphEdge[]>();
	for (const edge of graph.edges) edgesFrom.set(edge.from, [...(edgesFrom.get(edge.from) ?? []), edge]);
	const found: string[] = [];
	const called = new Map<string, Set<string>>();

	for (const node of graph.nodes.values()) {
		const detour: DetourMeta | undefined = detours[node.slug as DetourSlug];
		const caller = node.context.returnTo.at(-1);
		const event = detour ? 'FIXED' : 'DONE';
		if (caller === undefined) {
			if (detour) found.push(`${node.key} was entered without a caller`);
			continue;
		}
		if (detour) called.set(node.slug, (called.get(node.slug) ?? new Set()).add(caller));
		if (detour?.deskOnly) continue;
		const back = edgesFrom.get(node.key)?.filter((edge) => edge.event.type === event) ?? [];
		if (back.length !== 1) found.push(`${node.key} has ${back.length} ways back by ${event}`);
		for (const edge of back) found.push(...wrongReturn(node, graph.nodes.get(edge.to), detour?.to));
	}
	for (const [slug, detour] of Object.entries(detours))
		for (const caller of detour.from)
			if (!called.get(slug)?.has(caller))
				found.push(`${slug} names the caller ${caller}, which never calls it`);
	return found;
}

function wrongReturn(from: GraphNode, to: GraphNode | undefined, named: string | undefined): string[] {
	const goal = named ?? from.context.returnTo.at(-1);
	const rest = named ? [] : from.context.returnTo.slice(0, -1);
	const right = to?.slug === goal && to?.context.returnTo.join() === rest.join() && to?.context.attempt === 0;
	return right ? [] : [`${from.key} comes back to ${to?.key ?? 'nowhere'} instead of ${goal}`];
}

function unbounded(graph: Graph): string[] {
	return [...graph.nodes.values()]
		.filter(({ context }) => context.returnTo.length > 2 || context.attempt > 2)
		.map(({ key }) => `${key} remembers too much`);
}

function misspelled(_: Graph, machine: AnyStateMachine): string[] {
	return machine.events
		.filter((event) => !event.startsWith('xstate.') && !(event in known))
		.map((event) => `${event} is no event of a procedure`);
}
