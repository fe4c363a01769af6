import type { Component } from 'svelte';
import type { OpeningQuestion, ProcedureEnd } from '../domain/pages.ts';
import type { StepSlug } from '../domain/slugs.ts';

/** What a procedure's first and last page say: `src/content/<procedure>/`. */
export type ProcedureWords = {
	readonly opening: readonly OpeningQuestion[];
	readonly end: ProcedureEnd;
	readonly atHandOnPaper: string;
	/** Below the questions: the guide for whom this one does not fit. */
	readonly instead?: { readonly words: string; readonly path: string } | undefined;
	/** What to have at hand before the first step. */
	readonly AtHand: Component;
	/** What is done, and what is different from now on. */
	readonly AtEnd: Component<{ done: readonly StepSlug[] }>;
};

const words = import.meta.glob<Omit<ProcedureWords, 'AtHand' | 'AtEnd'>>('../content/*/words.ts');
const atHand = import.meta.glob<{ default: ProcedureWords['AtHand'] }>('../content/*/AtHand.svelte');
const atEnd = import.meta.glob<{ default: ProcedureWords['AtEnd'] }>('../content/*/AtEnd.svelte');

/** @throws Error where a procedure lacks one of its three files */
export async function wordsOf(procedure: string): Promise<ProcedureWords> {
	const folder = `../content/${procedure}`;
	const [spoken, hand, end] = await Promise.all([
		words[`${folder}/words.ts`]?.(),
		atHand[`${folder}/AtHand.svelte`]?.(),
		atEnd[`${folder}/AtEnd.svelte`]?.(),
	]);
	if (!spoken || !hand || !end) throw new Error(`${folder} lacks words.ts, AtHand.svelte or AtEnd.svelte`);
	const { opening, end: last, atHandOnPaper, instead } = spoken;
	return { opening, end: last, atHandOnPaper, instead, AtHand: hand.default, AtEnd: end.default };
}
