import type { ProcedureEvent } from '../domain/events.ts';
import { ageKey, credentials, renewedBy } from './ages.ts';
import type { Place } from './place.ts';

type Notes = {
	note(key: string): Promise<unknown>;
	setNote(key: string, value: unknown): Promise<unknown>;
};

/** Gives the noted days of a run, or those that wait for the next one, to another run; or forgets them. */
export async function moveAges(notes: Notes, from: string | undefined, to?: string): Promise<void> {
	for (const credential of credentials) {
		const noted = await notes.note(ageKey(from, credential));
		if (typeof noted !== 'string') continue;
		if (to !== undefined) await notes.setNote(ageKey(to, credential), noted);
		await notes.setNote(ageKey(from, credential), null);
	}
}

/** Forgets the day of what came anew with this act. */
export async function forgetRenewed(
	notes: Notes,
	run: string,
	before: Place,
	event: ProcedureEvent,
): Promise<void> {
	const renewed = event.type === 'FIXED' && before.kind === 'detour' && renewedBy[before.detour];
	if (renewed) await notes.setNote(ageKey(run, renewed), null);
}
