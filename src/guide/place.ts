import type { DetourSlug, ProcedureId, StepSlug } from '../domain/slugs.ts';

/** What a person looks at: the address says it. */
export type Look =
	| { readonly kind: 'start' }
	| { readonly kind: 'step'; readonly step: StepSlug }
	| { readonly kind: 'detour'; readonly step: StepSlug; readonly detour: DetourSlug }
	/** A page of its own that is no step: `ask-your-manager`, `send-on`, `done`. */
	| { readonly kind: 'page'; readonly page: string };

/** Where a person's place is: the run says it. */
export type Place = Look & {
	/** How often the open detour has failed to help. */
	readonly attempt: number;
	/** The step that a visited step gives its visitor back to. */
	readonly backTo: StepSlug | undefined;
	/** Nothing is left to do in this run. */
	readonly ended: boolean;
};

/** The address of what is looked at, without the base, with its final slash. */
export function addressOf(procedure: ProcedureId, look: Look): string {
	switch (look.kind) {
		case 'start':
			return `/${procedure}/`;
		case 'step':
			return `/${procedure}/${look.step}/`;
		case 'detour':
			return `/${procedure}/${look.step}/${look.detour}/`;
		case 'page':
			return `/${procedure}/${look.page}/`;
	}
}

/** Are two of them the same page? */
export const samePage = (one: Look, other: Look): boolean =>
	addressOf('desktop', one) === addressOf('desktop', other);

/**
 * What an address of a procedure looks at. Slugs are taken as they stand: whether they exist is for the
 * machine to say. Of the pages that are no steps, only `done` and the like have an address of one part,
 * so a part alone counts as a step.
 */
export function lookAt(procedure: ProcedureId, address: string): Look | undefined {
	const [first, step, detour, ...rest] = address.split('/').filter((part) => part !== '');
	if (first !== procedure || rest.length > 0) return undefined;
	if (step === undefined) return { kind: 'start' };
	if (detour === undefined) return { kind: 'step', step: step as StepSlug };
	return { kind: 'detour', step: step as StepSlug, detour: detour as DetourSlug };
}

/** Is the page looked at the person's place, or is there no place yet? */
export const isPlace = (place: Place | undefined, look: Look): boolean =>
	!place || place.ended || samePage(place, look);
