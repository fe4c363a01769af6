import { createContext } from 'svelte';
import type { Look } from '../guide/place.ts';
import type { Progress, Session } from '../guide/session.ts';
import type { ProcedureEvent } from '../machines/base.ts';
import type { ProcedureId } from '../domain/slugs.ts';
import type { Live } from '../ui/live.svelte.ts';

/** What every page shares: the person's progress, and the ways to change it. */
export type Guide = {
	readonly progress: Live<Progress>;
	/** Has the stored progress been read? */
	readonly ready: boolean;
	session(): Promise<Session>;
	/**
	 * Does what a control says and goes to the place that follows.
	 *
	 * @param click on the control: where the script that acts does not come, its own link is followed
	 */
	act(procedure: ProcedureId, look: Look, event: ProcedureEvent, click?: MouseEvent): Promise<void>;
};

export const [getGuide, setGuide] = createContext<Guide>();

export const noProgress: Progress = {
	run: undefined,
	replayed: undefined,
	place: undefined,
	since: undefined,
	saved: 'nothing',
	trouble: undefined,
};
