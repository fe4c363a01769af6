import { procedures } from 'virtual:guide';
import { textOf } from 'virtual:steps';
import type { OpeningQuestion, StepPage } from '../domain/pages.ts';

/** How long a phase takes, and which of its steps wait. */
export type PhaseOverview = {
	title: string;
	first: number;
	last: number;
	/** Usual minutes of work and of waiting. */
	work: number;
	wait: number;
	waits: { number: number; title: string; usual: number }[];
};

/** How much of a procedure one person does, where it has several ways: the shortest and the longest of them. */
export type Ways = { steps: Range; minutes: Range };
type Range = { fewest: number; most: number };

/**
 * The ways through a procedure from its first question; nothing where each step leads to the next.
 *
 * @param opening its questions. A step that leads back to them leads to the one after that which it was reached by
 */
export async function waysOf(id: string, opening: readonly OpeningQuestion[]): Promise<Ways | undefined> {
	const pages = await pagesOf(id);
	if (pages.every(({ next, number }) => !pages[number] || pages[number].slug === next)) return undefined;
	const bySlug = new Map<string, StepPage>(pages.map((page) => [page.slug, page]));
	const waysFrom = (at: number): StepPage[][] =>
		(opening[at]?.choices ?? []).flatMap(({ path }) => {
			const other = opening.findIndex(({ question }) => path === `#${question}`);
			if (other >= 0) return waysFrom(other);
			const way: StepPage[] = [];
			const first = pages.find(({ slug }) => path === `/${id}/${slug}/`);
			for (let page = first; page; page = bySlug.get(page.next)) way.push(page);
			if (way.at(-1)?.next === 'start') return waysFrom(at + 1).map((rest) => [...way, ...rest]);
			return way.length > 0 ? [way] : [];
		});
	const ways = waysFrom(0);
	const range = (of: (way: readonly StepPage[]) => number): Range => ({
		fewest: Math.min(...ways.map(of)),
		most: Math.max(...ways.map(of)),
	});
	return {
		steps: range((way) => way.length),
		minutes: range((way) => way.reduce((sum, { minutes, wait }) => sum + minutes + (wait?.usual ?? 0), 0)),
	};
}

async function pagesOf(id: string): Promise<StepPage[]> {
	const procedure = procedures.find((one) => one.id === id);
	const loaded = await Promise.all((procedure?.steps ?? []).map(async ({ slug }) => textOf(id, slug)));
	return loaded.map((one) => one?.page).filter((page) => page !== undefined);
}

/** How long a procedure takes, phase by phase: added up from the facts of its steps. */
export async function overviews(id: string): Promise<PhaseOverview[]> {
	const procedure = procedures.find((one) => one.id === id);
	if (!procedure) return [];
	const steps = await pagesOf(id);
	return procedure.phases.map(({ slug, title }) => {
		const mine = steps.filter(({ phase }) => phase === slug);
		const waits = mine.flatMap(({ number, title: step, wait }) =>
			wait ? [{ number, title: step, usual: wait.usual }] : [],
		);
		return {
			title,
			first: mine[0]?.number ?? 0,
			last: mine.at(-1)?.number ?? 0,
			work: mine.reduce((sum, { minutes }) => sum + minutes, 0),
			wait: waits.reduce((sum, { usual }) => sum + usual, 0),
			waits,
		};
	});
}
