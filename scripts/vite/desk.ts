import type { DeskBook, DeskDetour, DeskStep } from '../../src/domain/desk.ts';
import type { CompiledProcedure } from './compile.ts';

/** The service desk's view of a procedure: each step with its questions, each detour item by item. */
export function deskBook({ steps, detours }: CompiledProcedure): DeskBook {
	const fixOf = new Map<string, string>(detours.map(({ page, paper }) => [page.slug, paper.fix]));
	return {
		steps: Object.fromEntries(
			steps.map(({ page, desk: { ask, never, manager } }): [string, DeskStep] => [
				page.slug,
				{
					...page,
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
					check: items['Check first'] ?? [],
					fix: items['Fix it'] ?? [],
					again: items['If it happens again'] ?? [],
					never: [...(items['Do not'] ?? []), ...neverAtDesk],
					call: items.Call ?? [],
					manager,
				},
			]),
		),
	};
}
