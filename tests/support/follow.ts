import type { Locator, Page } from '@playwright/test';
import type { GraphEdge, GraphNode } from '../../src/machines/graph.ts';
import { expect, type Guide } from './guide.ts';

const main = (page: Page) => page.getByRole('main');

/** The control by which a page says "done": found as a person finds it, by its name. */
export const primary = (page: Page): Locator =>
	main(page)
		.getByRole('link', { name: /^(Done|Next)\b/ })
		.and(page.locator('[data-primary]'));

/** The control on the page of an edge's beginning that does what the edge says. */
export function controlOf(page: Page, guide: Guide, { from, event }: GraphEdge): Locator {
	const links = main(page).getByRole('link');
	switch (event.type) {
		case 'DONE':
		case 'FIXED':
			return primary(page);
		case 'NOT_FIXED':
			return links.and(page.locator('[data-not-fixed]'));
		case 'ANSWER':
			return links.and(page.locator(`[data-answer="${event.question}=${event.answer}"]`));
		case 'SYMPTOM': {
			const { symptoms } = guide.step(nodeOf(guide, from).slug);
			const words = symptoms.find(({ symptom }) => symptom === event.symptom)?.words;
			return main(page).getByRole('link', { name: words ?? 'no words', exact: true });
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

/** Clicks what an edge says and looks at everything that must hold on the page after it. */
export async function follow(page: Page, guide: Guide, base: string, edge: GraphEdge): Promise<void> {
	const [from, to] = [nodeOf(guide, edge.from), nodeOf(guide, edge.to)];
	if (isQuestion(from) && !page.url().endsWith(`/${pathOf(guide, from)}`))
		await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'All steps' }).click();
	const control = controlOf(page, guide, edge);
	const href = await control.getAttribute('href');
	await control.click();

	if (isQuestion(to)) return answered(page, base, href ?? '');
	await expect(page).toHaveURL(base + pathOf(guide, to));
	await expectPage(page, guide, to);
	if (to.slug !== from.slug) await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
}

/** An answer shows the next question, or a page that says more about it. */
async function answered(page: Page, base: string, href: string): Promise<void> {
	if (href.startsWith('#')) return expect(page.locator(href).getByRole('link').first()).toBeFocused();
	await expect(page).toHaveURL(new RegExp(`^${base}(?!desktop/).+/$`));
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
}

/** One heading with the content's title, the document's title, the contract of `main`, the right primary. */
export async function expectPage(page: Page, guide: Guide, { slug, context }: GraphNode): Promise<void> {
	const { app } = guide.organization;
	const heading = page.getByRole('heading', { level: 1 });
	const caller = context.returnTo.at(-1);
	const detour = guide.detours.get(slug);
	const step = guide.steps.find((one) => one.slug === slug);
	await expect(heading).toHaveCount(1);
	if (!detour && !step) {
		await expect(page).toHaveTitle(`${await heading.textContent()} – ${app}`);
		return expect(main(page)).toHaveAttribute('data-procedure', guide.entry.id);
	}
	const looked = step ?? guide.step(caller ?? '');
	const { number } = looked;
	const title = (detour ?? looked).title;
	await expect(heading).toHaveText(title);
	await expect(page).toHaveTitle(
		detour
			? `${title} – step ${number} – ${app}`
			: `Step ${number} of ${guide.steps.length}: ${title} – ${app}`,
	);
	await expect(main(page)).toHaveAttribute('data-procedure', guide.entry.id);
	await expect(main(page)).toHaveAttribute('data-step', looked.slug);
	await expect(main(page)).toHaveAttribute('data-step-number', String(number));
	if (detour) await expect(main(page)).toHaveAttribute('data-detour', slug);
	else await expect(main(page)).not.toHaveAttribute('data-detour');
	if (context.attempt > 0)
		await expect(main(page).getByRole('note')).toContainText(`try ${context.attempt + 1}`);
	if (step && caller)
		await expect(primary(page)).toHaveText(new RegExp(`step ${guide.step(caller).number}$`));
}
