import type { StepSlug } from '../domain/slugs.ts';
import type { Keeper } from './keeper.ts';
import type { Place } from './place.ts';

const note = 'wait';

/** A person's timer: the step that waits, and since when, epoch ms UTC. */
export type Wait = { readonly step: StepSlug; readonly at: number };

/** The timer that is noted, if there is one that can be read. */
export async function notedWait(keeper: Keeper): Promise<Wait | undefined> {
	const wait = (await keeper.note(note)) as { step?: unknown; at?: unknown } | null | undefined;
	if (typeof wait?.step !== 'string' || typeof wait.at !== 'number') return undefined;
	return { step: wait.step as StepSlug, at: wait.at };
}

export const noteWait = (keeper: Keeper, wait: Wait): Promise<void> => keeper.setNote(note, wait);

export const forgetWait = (keeper: Keeper): Promise<void> => keeper.setNote(note, null);

/** A wait is over when the person is at another step. A detour from its own step does not end it. */
export async function endWait(keeper: Keeper, place: Place): Promise<void> {
	const wait = await notedWait(keeper);
	const same = (place.kind === 'step' || place.kind === 'detour') && place.step === wait?.step;
	if (wait && !same) await forgetWait(keeper);
}
