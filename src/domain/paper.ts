import type { DetourSlug } from './slugs.ts';

/**
 * A detour in the few words that paper has room for. Labels of the screen stand in square brackets.
 * `not` goes on after "Do not", `call` after "Call".
 */
export type PaperWords = {
	readonly check: string;
	readonly fix: string;
	readonly again?: string | undefined;
	readonly not: string;
	readonly call: string;
};

/** A way out of a box: under which condition, and to which box; without a box, to where one came from. */
export type PaperEnd = {
	readonly words?: string;
	readonly box?: string;
	/** The box that it leads to gives its visitor back. */
	readonly returns?: boolean;
};

/** One detour as a box on paper. */
export type PaperBox = {
	/** D1, D2 …, in the order in which the steps first name them. D1 is the service desk. */
	readonly box: string;
	readonly slug: DetourSlug;
	readonly title: string;
	/** The spoken code for each step that leads here, with the step's number. */
	readonly codes: readonly { readonly step: string; readonly code: string }[];
	readonly words: PaperWords;
	readonly ends: readonly PaperEnd[];
};
