import type { StepSlug } from '../domain/slugs.ts';
import type { Keeper } from './keeper.ts';
import type { Place } from './place.ts';

/** The name of the note that keeps a person's timer. */
export const waitKey = 'wait';

/** A person's timer: the step that waits, and since when, epoch ms UTC. */
export type Wait = { readonly step: StepSlug; readonly at: number };

/** The timer that is noted, if there is one that can be read. */
export async function notedWait(keeper: Keeper): Promise<Wait | undefined> {
	const wait = (await keeper.note(waitKey)) as { step?: unknown; at?: unknown } | null | undefined;
	if (typeof wait?.step !== 'string' || typeof wait.at !== 'number') return undefined;
	return { step: wait.step as StepSlug, at: wait.at };
}

export const noteWait = (keeper: Keeper, wait: Wait): Promise<void> => keeper.setNote(waitKey, wait);

export const forgetWait = (keeper: Keeper): Promise<void> => keeper.setNote(waitKey, null);

/**
 * Is a wait over? It is when the person goes on to another step; a detour from its own step does not end it.
 * A wait may have begun before the run: what leads a new run to its first step ends none.
 */
export function endsWait(before: Place, after: Place): boolean {
	const from = stepOf(before);
	return from !== undefined && from !== stepOf(after);
}

const stepOf = (place: Place): StepSlug | undefined =>
	place.kind === 'step' || place.kind === 'detour' ? place.step : undefined;
