import ELK, { type ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { MapDrawing, MapEdge, MapNode } from '../../src/domain/map.ts';
import type { DetourPage, StepPage } from '../../src/domain/pages.ts';
import type { Graph } from '../../src/machines/graph.ts';
import type { CompiledProcedure } from './compile.ts';

const boxWidth = 216;
const lineHeight = 18;
const lineLength = 26;
const rowGap = 28;

/**
 * Lays a procedure's graph out, once, at build time: one row for each step, the steps on one line
 * below each other as on the rail, the detours that a step calls beside it.
 *
 * Drawn: each detour that a symptom opens, and what it leads to when it did not help. A detour that
 * ends at another step than its caller's says so. Not drawn, since all have them: the way back to the
 * caller, and the way to the service desk.
 */
export async function drawMap({ steps, detours }: CompiledProcedure, graph: Graph): Promise<MapDrawing> {
	const elk = new ELK();
	const nodes: MapNode[] = [];
	const edges: MapEdge[] = [];
	const numberOf = (slug: string | undefined) => steps.find(({ page }) => page.slug === slug)?.page.number;
	let top = 0;
	let width = 0;
	let before: MapNode | undefined;

	for (const { page: step } of steps) {
		const called = detours
			.map(({ page }) => page)
			.filter((page) => page.slug !== 'service-desk' && page.from.includes(step.slug));
		const ways = waysOf(graph, step.slug);
		const layout: ElkNode = await elk.layout({
			id: step.slug,
			layoutOptions: {
				'elk.algorithm': 'layered',
				'elk.direction': 'RIGHT',
				'elk.edgeRouting': 'ORTHOGONAL',
				'elk.layered.spacing.nodeNodeBetweenLayers': '40',
				'elk.spacing.nodeNode': '12',
				'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
			},
			children: [
				{ id: step.slug, width: boxWidth, height: heightOf(linesOfStep(step, numberOf(step.next))) },
				...called.map((page) => ({
					id: page.slug,
					width: boxWidth,
					height: heightOf(linesOfDetour(page, numberOf(page.to))),
				})),
			],
			edges: ways
				.filter(({ to }) => called.some(({ slug }) => slug === to))
				.map(({ from, to, kind }) => ({ id: `${from} ${to} ${kind}`, sources: [from], targets: [to] })),
		});
		const boxes = layout.children ?? [];
		const shift = boxes.find(({ id }) => id === step.slug)?.x ?? 0;
		const place = (id: string) => {
			const { x = 0, y = 0, height = 0 } = boxes.find((box) => box.id === id) ?? {};
			return { x: Math.round(x - shift), y: Math.round(y + top), width: boxWidth, height };
		};
		const stepNode: MapNode = {
			slug: step.slug,
			kind: 'step',
			number: step.number,
			place: step.place,
			lines: linesOfStep(step, numberOf(step.next)),
			step: step.slug,
			...place(step.slug),
		};
		if (before && steps.find(({ page }) => page.slug === before?.slug)?.page.next === step.slug)
			edges.push({
				kind: 'next',
				path: `M${middle(before)} ${bottom(before)}L${middle(stepNode)} ${stepNode.y}`,
			});
		before = stepNode;
		nodes.push(
			stepNode,
			...called.map((page) => ({
				slug: page.slug,
				kind: 'detour' as const,
				lines: linesOfDetour(page, numberOf(page.to)),
				step: step.slug,
				...place(page.slug),
			})),
		);
		for (const edge of layout.edges ?? [])
			edges.push({
				kind: edge.id.endsWith(' trouble') ? 'trouble' : 'further',
				path: (edge.sections ?? [])
					.map(({ startPoint, bendPoints = [], endPoint }) =>
						[startPoint, ...bendPoints, endPoint]
							.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${Math.round(x - shift)} ${Math.round(y + top)}`)
							.join(''),
					)
					.join(''),
			});
		width = Math.max(width, (layout.width ?? 0) - shift);
		top += (layout.height ?? 0) + rowGap;
	}
	return { width: Math.ceil(width), height: Math.ceil(top - rowGap), nodes, edges };
}

type Way = { from: string; to: string; kind: 'trouble' | 'further' };

/** The ways from a step into its detours, and from these into further ones. */
function waysOf(graph: Graph, step: string): Way[] {
	const found = new Map<string, Way>();
	for (const { from, event, to } of graph.edges) {
		const [source, target] = [graph.nodes.get(from), graph.nodes.get(to)];
		if (!source || !target || source.slug === target.slug) continue;
		const mine = event.type === 'SYMPTOM' ? source.slug === step : source.context.returnTo.at(-1) === step;
		const kind = event.type === 'SYMPTOM' ? 'trouble' : event.type === 'NOT_FIXED' ? 'further' : undefined;
		if (mine && kind)
			found.set(`${source.slug} ${target.slug}`, { from: source.slug, to: target.slug, kind });
	}
	return [...found.values()];
}

const heightOf = (lines: readonly string[]) => 20 + lines.length * lineHeight;
const middle = ({ x, width }: MapNode) => x + width / 2;
const bottom = ({ y, height }: MapNode) => y + height;
/** A step that does not lead to the one below it says where it leads. */
const linesOfStep = ({ number, title, next }: StepPage, following: number | undefined) => [
	...wrap(`${number}. ${title}`),
	...(following && following !== number + 1 ? [`→ step ${following}`] : []),
	...(next === 'start' ? ['→ the questions'] : []),
];
const linesOfDetour = ({ title }: DetourPage, end: number | undefined) => [
	...wrap(title),
	...(end ? [`→ step ${end}`] : []),
];

/** Breaks a title into lines of at most `lineLength` characters, at spaces. */
function wrap(title: string): string[] {
	const lines: string[] = [];
	for (const word of title.split(' ')) {
		const last = lines.at(-1);
		if (last !== undefined && `${last} ${word}`.length <= lineLength)
			lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	return lines;
}
