import type { Page } from '@playwright/test';
import { androidPhases } from '../src/domain/android.ts';
import { desktopPhases } from '../src/domain/desktop.ts';
import { migrationPhases } from '../src/domain/migration.ts';
import { pushPhases } from '../src/domain/push.ts';
import type { GuideId } from '../src/domain/slugs.ts';
import type { GraphEdge } from '../src/machines/graph.ts';
import { expectPage, follow, isQuestion, nodeOf, pathOf } from './support/follow.ts';
import { expect, test, type Guide } from './support/guide.ts';
import { readGuide } from './support/read-guide.ts';
import { storedEvents } from './support/stored.ts';
import { coveringWalks, nameOf, type Walk } from './support/walks.ts';
import { watch, type Watched } from './support/watch.ts';

/** The part of the procedure that an edge is walked with: the questions and the manager's way, or a phase. */
function partOf(guide: Guide, { from }: GraphEdge): string {
	const { slug, context } = nodeOf(guide, from);
	const step = guide.steps.find((one) => one.slug === (context.returnTo[0] ?? slug));
	return context.forSomeoneElse || !step ? 'opening' : step.phase;
}

/** Nodes that a walk may begin at: the first question, or a step of the part that is opened by its link. */
function startsOf({ graph, steps }: Guide, part: string): string[] {
	if (part === 'opening') return [graph.start];
	return [...graph.nodes.values()]
		.filter(({ context }) => context.returnTo.length === 0 && !context.forSomeoneElse)
		.filter(({ slug }) => steps.some((step) => step.slug === slug && step.phase === part))
		.map(({ key }) => key);
}

/**
 * Makes the browser hold nothing of the site. A context for each walk would do so too, but load and compile all
 * scripts anew.
 */
async function forget(page: Page, base: string): Promise<void> {
	// a file of the site that runs no script: what is cleared is open nowhere, and is not made again
	await page.goto(`${base}index.json`);
	const tools = await page.context().newCDPSession(page);
	await tools.send('Storage.clearDataForOrigin', { origin: new URL(base).origin, storageTypes: 'all' });
	await tools.detach();
	const held = await page.evaluate(async () => {
		sessionStorage.clear();
		return {
			databases: await indexedDB.databases(),
			caches: await caches.keys(),
			local: localStorage.length,
			session: sessionStorage.length,
			locks: await navigator.locks.query(),
		};
	});
	const cookies = await page.context().cookies();
	expect({ ...held, cookies }).toEqual({
		databases: [],
		caches: [],
		local: 0,
		session: 0,
		locks: { held: [], pending: [] },
		cookies: [],
	});
}

/** Walks in a browser that holds nothing yet, and looks at what it stored in the end. */
async function take(walk: Walk, guide: Guide, page: Page, base: string, { found }: Watched): Promise<void> {
	await forget(page, base);
	const start = nodeOf(guide, walk.start);
	await page.goto(base + pathOf(guide, start));
	await expect(page.locator('main[data-ready]')).toBeVisible();
	if (!isQuestion(start)) await expectPage(page, guide, base, start);
	for (const edge of walk.edges) await test.step(nameOf(edge), () => follow(page, guide, base, edge));
	await expect(page.locator('[data-saved]')).toBeVisible();
	const walked = walk.edges.map(({ event }) => event);
	const jump = isQuestion(start) ? [] : [{ type: 'JUMP', slug: start.slug }];
	expect(await storedEvents(page)).toEqual([...jump, ...walked]);
	expect(found).toEqual([]);
}

const parts = ['opening', ...Object.keys(desktopPhases)];

for (const part of parts)
	test(`every way of "${part}" is walked`, async ({ page, guide, site }) => {
		test.setTimeout(300_000);
		const walks = coveringWalks(guide.graph, (edge) => partOf(guide, edge) === part, startsOf(guide, part));
		const watched = await watch(page, [site.url]);
		for (const walk of walks) await take(walk, guide, page, site.url, watched);
	});

test('the walks go along every edge of the graph', ({ guide }) => {
	const walked = new Set(
		parts.flatMap((part) =>
			coveringWalks(guide.graph, (edge) => partOf(guide, edge) === part, startsOf(guide, part)).flatMap(
				({ edges }) => edges,
			),
		),
	);
	expect(walked).toEqual(new Set(guide.graph.edges));
});

/** Of the other guides a few walks; with `LONG` every edge of them. */
const otherGuides: readonly { id: GuideId; phases: readonly string[]; few: number }[] = [
	{ id: 'android', phases: Object.keys(androidPhases), few: 6 },
	{ id: 'push', phases: Object.keys(pushPhases), few: 6 },
	{ id: 'migration', phases: Object.keys(migrationPhases), few: 2 },
];

for (const { id, phases, few } of otherGuides) {
	for (const part of process.env.LONG ? ['opening', ...phases] : ['opening'])
		test(`ways of "${part}" of ${id} are walked`, async ({ page, site }) => {
			test.setTimeout(300_000);
			const guide = await readGuide(id);
			const walks = coveringWalks(guide.graph, (edge) => partOf(guide, edge) === part, startsOf(guide, part));
			const watched = await watch(page, [site.url]);
			for (const walk of process.env.LONG ? walks : walks.slice(0, few))
				await take(walk, guide, page, site.url, watched);
		});

	test(`the walks go along every edge of the graph of ${id}`, async () => {
		const guide = await readGuide(id);
		const walked = new Set(
			['opening', ...phases].flatMap((part) =>
				coveringWalks(guide.graph, (edge) => partOf(guide, edge) === part, startsOf(guide, part)).flatMap(
					({ edges }) => edges,
				),
			),
		);
		expect(walked).toEqual(new Set(guide.graph.edges));
	});
}
