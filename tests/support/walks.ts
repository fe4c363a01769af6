import type { Graph, GraphEdge } from '../../src/machines/graph.ts';

/** A way through the graph: the node that it begins at, and its edges one after the other. */
export type Walk = { readonly start: string; readonly edges: readonly GraphEdge[] };

/** How many edges that were walked before are worth going again, rather than beginning a new walk. */
const patience = 3;

/**
 * Walks that together go along every wanted edge.
 *
 * @param starts nodes that a walk may begin at
 * @throws Error when an edge cannot be reached from any of them
 */
export function coveringWalks(
	graph: Graph,
	wanted: (edge: GraphEdge) => boolean,
	starts: readonly string[],
): Walk[] {
	const open = new Set(graph.edges.filter(wanted));
	// the way on comes last, so that a step's troubles are walked before it is left
	const order = [...graph.edges].sort((one, other) => weight(one) - weight(other));
	const from = new Map<string, GraphEdge[]>();
	for (const edge of order) from.set(edge.from, [...(from.get(edge.from) ?? []), edge]);

	const walks: Walk[] = [];
	while (open.size > 0) {
		const first = nearest(starts, from, open, Infinity);
		if (!first) throw new Error(`No way to ${[...open].map(nameOf).join('; ')}`);
		const edges: GraphEdge[] = [];
		for (let way: GraphEdge[] | undefined = first; way; way = nearest([last(edges).to], from, open, patience))
			for (const edge of way) {
				edges.push(edge);
				open.delete(edge);
			}
		walks.push({ start: edges[0]?.from ?? '', edges });
	}
	return walks;
}

/** The shortest way from one of the nodes that ends with an edge not walked yet. */
function nearest(
	starts: readonly string[],
	from: ReadonlyMap<string, readonly GraphEdge[]>,
	open: ReadonlySet<GraphEdge>,
	most: number,
): GraphEdge[] | undefined {
	const seen = new Set(starts);
	let ways: { at: string; way: GraphEdge[] }[] = starts.map((at) => ({ at, way: [] }));
	for (let length = 0; ways.length > 0 && length <= most; length += 1) {
		for (const { at, way } of ways) {
			const edge = from.get(at)?.find((one) => open.has(one));
			if (edge) return [...way, edge];
		}
		ways = ways.flatMap(({ at, way }) =>
			(from.get(at) ?? [])
				.filter(({ to }) => !seen.has(to) && seen.add(to))
				.map((edge) => ({ at: edge.to, way: [...way, edge] })),
		);
	}
	return undefined;
}

const weight = ({ event }: GraphEdge) => (event.type === 'DONE' ? 1 : 0);
const last = (edges: readonly GraphEdge[]): GraphEdge => edges[edges.length - 1] as GraphEdge;

/** An edge in words, for messages. */
export const nameOf = ({ from, event, to }: GraphEdge): string => `${from} ${JSON.stringify(event)} ${to}`;
