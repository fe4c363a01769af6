import type { Locator, Page } from '@playwright/test';
import type { GraphEdge, GraphNode } from '../../src/machines/graph.ts';
import { expect, type Guide } from './guide.ts';
import { press, type Pressed } from './press.ts';

const main = (page: Page) => page.getByRole('main');

/** The control by which a page says "done": found as a person finds it, by its name. */
export const primary = (page: Page): Locator =>
	main(page)
		.getByRole('link', { name: /^(Done|Next)\b/ })
		.and(page.locator('[data-primary]'));

/** The control on the page of an edge's beginning that does what the edge says. */
function controlOf(guide: Guide, { from, event }: GraphEdge): Pressed {
	switch (event.type) {
		case 'DONE':
		case 'FIXED':
			return { selector: 'main a[data-primary]' };
		case 'NOT_FIXED':
			return { selector: 'main a[data-not-fixed]' };
		case 'ANSWER':
			return { selector: `main a[data-answer="${event.question}=${event.answer}"]` };
		case 'SYMPTOM': {
			const { symptoms } = guide.step(nodeOf(guide, from).slug);
			const words = symptoms.find(({ symptom }) => symptom === event.symptom)?.words;
			return { selector: 'main a', name: words ?? 'no words' };
		}
		case 'JUMP':
			throw new Error('A jump is no edge');
	}
}

/** @throws Error when the graph has no such node */
export function nodeOf({ graph }: Guide, key: string): GraphNode {
	const node = graph.nodes.get(key);
	if (!node) throw new Error(`There is no node ${key}`);
	return node;
}

/** Is a node one of the questions before step 1? They share a page. */
export const isQuestion = ({ slug }: GraphNode): boolean =>
	slug.startsWith('asking-') || slug === 'use-phone';

/** The address of a node's page, from the site's root, without a slash in front. */
export function pathOf(guide: Guide, node: GraphNode): string {
	const { id } = guide.entry;
	if (isQuestion(node)) return `${id}/`;
	const caller = guide.detours.has(node.slug) ? `${node.context.returnTo.at(-1)}/` : '';
	return `${id}/${caller}${node.slug}/`;
}

/** What a page shows, read in one go: a walk looks at some hundred pages. */
const shownBy = (page: Page) =>
	page.evaluate(() => {
		const texts = (selector: string) =>
			[...document.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());
		const { procedure, step, stepNumber, detour } = document.querySelector('main')?.dataset ?? {};
		return {
			address: location.href,
			title: document.title,
			titleSaysHeading: document.title.startsWith(`${texts('h1')[0]} – `),
			headings: texts('h1'),
			headingHasFocus: document.activeElement?.matches('h1') ?? false,
			main: { procedure, step, stepNumber, detour },
			notes: texts('main [role="note"]'),
			links: [...document.querySelectorAll<HTMLElement>('main a')]
				.filter((link) => link.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
				.map(({ textContent, dataset }) => ({
					words: textContent.trim(),
					answer: dataset.answer,
					isPrimary: 'primary' in dataset,
					isNotFixed: 'notFixed' in dataset,
				})),
		};
	});
type Shown = Awaited<ReturnType<typeof shownBy>>;

/** Waits until a page shows what it must. */
const expectShown = (page: Page, what: string, shown: { [Part in keyof Shown]?: unknown }) =>
	expect
		.poll(() => shownBy(page).catch(() => undefined), { message: what, intervals: [20, 40, 80, 160] })
		.toMatchObject(shown);

/** Clicks what an edge says and looks at everything that must hold on the page after it. */
export async function follow(page: Page, guide: Guide, base: string, edge: GraphEdge): Promise<void> {
	const [from, to] = [nodeOf(guide, edge.from), nodeOf(guide, edge.to)];
	if (isQuestion(from) && !page.url().endsWith(`/${pathOf(guide, from)}`)) {
		// the answer led into another guide, whose steps are other ones
		if (from.slug === 'use-phone') await page.goBack();
		else
			await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'All steps' }).click();
		await page.locator('main[data-ready] a[data-answer]').first().waitFor();
	}
	const { href } = await press(page, controlOf(guide, edge));

	if (isQuestion(to)) return answered(page, base, href);
	await expectPage(page, guide, base, to, to.slug === from.slug ? undefined : true);
}

/** An answer shows the next question, or a page that says more about it. */
async function answered(page: Page, base: string, href: string): Promise<void> {
	if (href.startsWith('#')) return expect(page.locator(href).getByRole('link').first()).toBeFocused();
	await expectShown(page, href, {
		address: expect.stringMatching(new RegExp(`^${base}(?!desktop/$).+/$`)),
		headingHasFocus: true,
	});
}

/**
 * Looks at everything that must hold on the page of a node: address, one heading with the content's title,
 * the document's title, the contract of `main`, the try, and a control for every way on.
 *
 * @param headingHasFocus nothing where it does not matter
 */
export async function expectPage(
	page: Page,
	guide: Guide,
	base: string,
	node: GraphNode,
	headingHasFocus?: boolean,
): Promise<void> {
	const { app } = guide.organization;
	const { slug, context } = node;
	const caller = context.returnTo.at(-1);
	const detour = guide.detours.get(slug);
	const step = guide.steps.find((one) => one.slug === slug);
	const looked = detour ? guide.step(caller ?? '') : step;
	const procedure = guide.entry.id;
	const title = (detour ?? step)?.title ?? '';
	const number = looked && `Step ${looked.number} of ${guide.steps.length}`;
	await expectShown(page, node.key, {
		address: base + pathOf(guide, node),
		...(headingHasFocus === undefined ? {} : { headingHasFocus }),
		headings: [looked ? title : expect.stringMatching(/./)],
		title: detour
			? `${title} – ${number?.replace(/ of .*/, '').toLowerCase()} – ${app}`
			: looked
				? `${number}: ${title} – ${app}`
				: expect.stringMatching(new RegExp(` – ${app}$`)),
		...(looked ? {} : { titleSaysHeading: true }),
		main: looked
			? { procedure, step: looked.slug, stepNumber: String(looked.number), detour: detour && slug }
			: { procedure },
		...(context.attempt > 0 ? { notes: [expect.stringContaining(`try ${context.attempt + 1}`)] } : {}),
		links: expect.arrayContaining(
			guide.graph.edges
				.filter(({ from }) => from === node.key)
				.map((edge) => expect.objectContaining(linkOf(guide, node, edge)) as unknown),
		),
	});
}

/** The link that goes an edge, as it must be shown. */
function linkOf(guide: Guide, { slug, context }: GraphNode, { event }: GraphEdge): Record<string, unknown> {
	const back = guide.steps.some((one) => one.slug === slug) && context.returnTo.at(-1);
	switch (event.type) {
		case 'DONE':
		case 'FIXED':
			return {
				isPrimary: true,
				words: expect.stringMatching(
					back ? new RegExp(`step ${guide.step(back).number}$`) : /^(Done|Next)\b/,
				),
			};
		case 'NOT_FIXED':
			return { isNotFixed: true };
		case 'ANSWER':
			return { answer: `${event.question}=${event.answer}` };
		case 'SYMPTOM':
			return { words: guide.step(slug).symptoms.find(({ symptom }) => symptom === event.symptom)?.words };
		case 'JUMP':
			throw new Error('A jump is no edge');
	}
}
