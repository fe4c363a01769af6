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

/** Is the page looked at the person's place, or is there no place yet? */
export const isPlace = (place: Place | undefined, look: Look): boolean =>
	!place || place.ended || samePage(place, look);
