import type { DetourPage, PagePicture, StepPage } from './pages.ts';

/** A question for the caller, and what the answer tells. Labels of the screen stand in square brackets. */
export type DeskQuestion = { readonly ask: string; readonly hint?: string | undefined };

/** What the service desk needs for a call about one step. */
export type DeskStep = StepPage & {
	/** What the caller should see. */
	readonly pictures: readonly PagePicture[];
	/** Three, in the order in which to ask them. */
	readonly ask: readonly DeskQuestion[];
	/** What not to suggest: whole sentences that begin with "Do not". */
	readonly never: readonly string[];
	/** What the manager has to do, where anything is. */
	readonly manager: string | undefined;
	/** For each symptom's detour: its cure in few words. */
	readonly fixes: Readonly<Partial<Record<string, string>>>;
};

/** What the service desk needs for a call about one detour: the parts of its text, item by item. */
export type DeskDetour = DetourPage & {
	readonly check: readonly string[];
	readonly fix: readonly string[];
	/** What to do when the first try failed. */
	readonly again: readonly string[];
	readonly never: readonly string[];
	/** When the caller is told to call. */
	readonly call: readonly string[];
	readonly manager: string | undefined;
};

/** All call cards of a procedure, by slug. */
export type DeskBook = {
	readonly steps: Readonly<Partial<Record<string, DeskStep>>>;
	readonly detours: Readonly<Partial<Record<string, DeskDetour>>>;
};

/** A place that search can find: a step, or a detour with all steps that call it. */
export type SearchPlace = {
	readonly procedure: string;
	/** The title of its procedure, where that is not the first. */
	readonly of?: string | undefined;
	readonly title: string;
	/** Each step that leads there, by number; a step itself has only itself. */
	readonly at: readonly { readonly step: string; readonly number: number }[];
	/** The detour's slug; none for a step. */
	readonly detour?: string | undefined;
};
