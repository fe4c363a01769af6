import type { ElkNode } from 'elkjs';
import ELK from 'elkjs';
import type { RoomArrow } from './imports.ts';

/** What each room is for, in a few words: two lines. */
const roles: Readonly<Record<string, readonly [string, string]>> = {
	machines: ['order, detours,', 'proofs'],
	simulator: ['the practice', 'World'],
	storage: ['database,', 'lock'],
	steps: ['facts of', 'each step'],
	content: ['what steps', 'and cures say'],
	sharing: ['codes, links,', 'hand-off'],
	guide: ['a person’s', 'progress'],
	practice: ['exercises,', 'coach'],
	desk: ['search, cards,', 'practiced calls'],
	trainer: ['demo, class,', 'kiosk'],
	ui: ['components,', 'styles'],
	screens: ['draws the', 'devices'],
};
const box = { width: 126, height: 82 };
const bar = 62;
const margin = 16;
const gap = 34;

/**
 * Draws the rooms and the arrows between them as SVG: `routes`, which may import everything, is the roof, and
 * `domain`, which everything imports, the floor.
 *
 * @throws Error when there is an arrow to a room that it does not know
 */
export async function drawRooms(arrows: readonly RoomArrow[]): Promise<string> {
	const between = arrows.filter(({ from, to }) => from !== 'routes' && to !== 'domain');
	const unknown = between.flatMap(({ from, to }) => [from, to]).find((room) => !(room in roles));
	if (unknown) throw new Error(`rooms: ${unknown} has no place in the picture`);
	const wanted: ElkNode = {
		id: 'rooms',
		layoutOptions: {
			'elk.algorithm': 'layered',
			'elk.direction': 'DOWN',
			'elk.edgeRouting': 'ORTHOGONAL',
			'elk.spacing.nodeNode': '16',
			'elk.spacing.edgeNode': '18',
			'elk.spacing.edgeEdge': '12',
			'elk.layered.spacing.nodeNodeBetweenLayers': '56',
			'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
			'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
			'elk.layered.thoroughness': '30',
		},
		children: Object.keys(roles).map((id) => ({ id, ...box })),
		edges: between.map(({ from, to }) => ({ id: `${from} ${to}`, sources: [from], targets: [to] })),
	};
	const graph: ElkNode = await new ELK().layout(wanted);
	const inner = { width: Math.ceil(graph.width ?? 0), height: Math.ceil(graph.height ?? 0) };
	const width = inner.width + 2 * margin;
	const top = margin + bar + gap;
	const floor = top + inner.height + gap;
	const height = floor + bar + margin;
	const dashed = new Set(between.filter(({ typeOnly }) => typeOnly).map(({ from, to }) => `${from} ${to}`));
	const rooms = (graph.children ?? []).map((node) => room(node, top));
	const lines = (graph.edges ?? []).map(({ id = '', sections = [] }) =>
		sections
			.map(({ startPoint, bendPoints = [], endPoint }) => {
				const points = [startPoint, ...bendPoints, endPoint].map(
					({ x, y }) => `${Math.round(x + margin)},${Math.round(y + top)}`,
				);
				return `<polyline points="${points.join(' ')}" marker-end="url(#tip)"${dashed.has(id) ? ' stroke-dasharray="5 4"' : ''}><title>${id.replace(' ', ' imports ')}${dashed.has(id) ? ', types only' : ''}</title></polyline>`;
			})
			.join(''),
	);
	const wide = (y: number, name: string, role: string) =>
		`<rect x="${margin}" y="${y}" width="${inner.width}" height="${bar}" rx="9"/>${words(width / 2, y, name, [role])}`;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc">
<title id="title">The rooms of the code, and who imports whom</title>
<desc id="desc">${between.map(({ from, to }) => `${from} imports ${to}`).join('; ')}. All import domain; routes imports all.</desc>
<style>
text { font-family: system-ui, 'Segoe UI', Roboto, sans-serif; font-size: 15px; fill: #1d2733; text-anchor: middle }
.name { font-size: 19px; font-weight: 700 }
rect { fill: #fff; stroke: #2b5c7d; stroke-width: 2 }
polyline { fill: none; stroke: #53606e; stroke-width: 1.6 }
</style>
<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z" fill="#53606e"/></marker></defs>
<rect width="${width}" height="${height}" style="fill:#f6f8fa;stroke:none"/>
${wide(margin, 'routes', 'address → page; puts everything together, and may import every room')}
${wide(floor, 'domain', 'slugs, labels, facts, results: what every room stands on')}
${lines.join('\n')}
${rooms.join('\n')}
</svg>
`;
}

const words = (x: number, y: number, name: string, lines: readonly string[]) =>
	[
		`<text class="name" x="${x}" y="${y + 27}">${name}</text>`,
		...lines.map((line, at) => `<text x="${x}" y="${y + 48 + at * 20}">${line}</text>`),
	].join('');

function room({ id, x = 0, y = 0 }: ElkNode, top: number): string {
	const [left, above] = [Math.round(x + margin), Math.round(y + top)];
	return `<rect x="${left}" y="${above}" width="${box.width}" height="${box.height}" rx="9"/>${words(left + box.width / 2, above, id, roles[id] ?? [])}`;
}
