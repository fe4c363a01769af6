import { createContext } from 'svelte';
import type { Look } from '../guide/place.ts';
import type { Progress } from '../guide/progress.ts';
import type { Session } from '../guide/session.ts';
import type { ProcedureEvent } from '../domain/events.ts';
import type { ProcedureId } from '../domain/slugs.ts';

/** What every page shares: the person's progress, and the ways to change it. */
export type Guide = {
	readonly progress: { readonly value: Progress };
	/** Has the stored progress been read? */
	readonly ready: boolean;
	session(): Promise<Session>;
	/**
	 * Does what a control says and goes to the place that follows.
	 *
	 * @param link where the control leads when the page turns out not to be the person's place
	 */
	act(procedure: ProcedureId, look: Look, event: ProcedureEvent, link?: string): Promise<void>;
};

export const [getGuide, setGuide] = createContext<Guide>();

/** Where a clicked link leads, as long as the click is being handled. */
export const linkOf = (click: MouseEvent): string => (click.currentTarget as HTMLAnchorElement).href;
