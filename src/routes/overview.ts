import { procedures } from 'virtual:guide';
import { textOf } from 'virtual:steps';
import type { StepPage } from '../domain/pages.ts';

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

/** The ways through a procedure; nothing where each step leads to the next. */
export async function waysOf(id: string): Promise<Ways | undefined> {
	const pages = await pagesOf(id);
	if (pages.every(({ next, number }) => !pages[number] || pages[number].slug === next)) return undefined;
	const bySlug = new Map<string, StepPage>(pages.map((page) => [page.slug, page]));
	const firsts = pages.filter(({ slug }) => !pages.some(({ next }) => next === slug));
	const chains = firsts.map((first) => {
		const chain: StepPage[] = [];
		for (let page: StepPage | undefined = first; page; page = bySlug.get(page.next)) chain.push(page);
		return chain;
	});
	const isLast = (chain: readonly StepPage[]) => chain.at(-1)?.next === 'done';
	const range = (of: (chain: readonly StepPage[]) => number): Range => {
		const ends = chains.filter(isLast).map(of);
		// what comes before the questions may be done already
		const before = chains.filter((chain) => !isLast(chain)).map(of);
		return {
			fewest: Math.min(...ends),
			most: Math.max(...ends) + before.reduce((sum, one) => sum + one, 0),
		};
	};
	return {
		steps: range((chain) => chain.length),
		minutes: range((chain) =>
			chain.reduce((sum, { minutes, wait }) => sum + minutes + (wait?.usual ?? 0), 0),
		),
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
