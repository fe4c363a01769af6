import type { DeskBook, DeskDetour, DeskStep } from '../../src/domain/desk.ts';
import type { CompiledProcedure } from './compile.ts';

/** The way on is below on the caller's page, and not on the card. */
const onCard = (items: readonly string[] = []): string[] =>
	items.map((item) => item.replace(/(choose "[^"]+") below\b/gi, '$1'));

/** The service desk's view of a procedure: each step with its questions, each detour item by item. */
export function deskBook({ steps, detours }: CompiledProcedure): DeskBook {
	const fixOf = new Map<string, string>(detours.map(({ page, paper }) => [page.slug, paper.fix]));
	return {
		steps: Object.fromEntries(
			steps.map(({ page, pictures, desk: { ask, never, manager } }): [string, DeskStep] => [
				page.slug,
				{
					...page,
					pictures,
					ask,
					never,
					manager,
					fixes: Object.fromEntries(page.symptoms.map(({ detour }) => [detour, fixOf.get(detour)])),
				},
			]),
		),
		detours: Object.fromEntries(
			detours.map(({ page, items, manager, neverAtDesk }): [string, DeskDetour] => [
				page.slug,
				{
					...page,
					check: onCard(items['Check first']),
					fix: onCard(items['Fix it']),
					again: onCard(items['If it happens again']),
					never: [...(items['Do not'] ?? []), ...neverAtDesk],
					call: onCard(items.Call),
					manager,
				},
			]),
		),
	};
}
