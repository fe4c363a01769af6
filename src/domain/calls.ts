import type { Place, ProcedureId, StepSlug, DetourSlug } from './slugs.ts';

/** A place as it is known in practiced calls: `desktop/step` or `desktop/step/detour`. */
export type CallPlaceKey = string;

/** What a caller at a place can tell, and what helps there: all from the guide. */
export type CallPlace = {
	readonly guide: ProcedureId;
	readonly guideTitle: string;
	readonly step: StepSlug;
	readonly detour?: DetourSlug | undefined;
	/** The step's number. */
	readonly number: number;
	readonly stepTitle: string;
	/** The title of the problem; that of the step where there is none. */
	readonly title: string;
	readonly who: 'manager' | 'user';
	readonly at: Place;
	/** The spoken code of the place. */
	readonly code: string;
	/** What the caller chose, or would choose, at the step; nothing where nothing went wrong. */
	readonly words?: string | undefined;
	/** The titles of the steps that lead here; none where a way begins. */
	readonly before: readonly string[];
	/** The cure in few words, labels in square brackets; nothing where the step itself is what helps. */
	readonly cure?: string | undefined;
	/** What the card warns of, as what it would be to do it: to the caller at a problem, else by the desk. */
	readonly never: readonly string[];
};

/** A question of a call card, with what callers at some of the places answer. */
export type CallAsk = {
	readonly ask: string;
	readonly answers: Readonly<Record<CallPlaceKey, string>>;
};

/** What a caller says first, and the places that it fits. */
export type CallSaying = {
	readonly says: string;
	/** What they leave out: the end of a call tells it. */
	readonly lacks: string;
	/** Two at least, each with what is on the screen there. */
	readonly fits: readonly { readonly place: CallPlaceKey; readonly sees: string }[];
	readonly asks: readonly CallAsk[];
};

/** All that calls are made of. */
export type CallBook = {
	readonly sayings: readonly CallSaying[];
	readonly places: Readonly<Record<CallPlaceKey, CallPlace>>;
};
