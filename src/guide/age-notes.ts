import type { ProcedureEvent } from '../domain/events.ts';
import type { NoteChanges } from '../storage/store.ts';
import { ageKey, credentials, renewedBy } from './ages.ts';
import type { Place } from './place.ts';

type Notes = {
	note(key: string): Promise<unknown>;
	setNote(key: string, value: unknown): Promise<unknown>;
};

/** Gives the noted days of a run, or those that wait for the next one, to another run; or forgets them. */
export async function moveAges(notes: Notes, from: string | undefined, to?: string): Promise<void> {
	for (const [key, value] of await movedAges(notes, from, to)) await notes.setNote(key, value);
}

/** What changes in the notes when days are moved. */
export async function movedAges(
	notes: Pick<Notes, 'note'>,
	from: string | undefined,
	to?: string,
): Promise<NoteChanges> {
	const changes = new Map<string, unknown>();
	for (const credential of credentials) {
		const noted = await notes.note(ageKey(from, credential));
		if (typeof noted !== 'string') continue;
		if (to !== undefined) changes.set(ageKey(to, credential), noted);
		changes.set(ageKey(from, credential), null);
	}
	return changes;
}

/** What came anew with an act has no day yet: the note that goes. */
export function renewedAge(run: string, before: Place, event: ProcedureEvent): string | undefined {
	const renewed = event.type === 'FIXED' && before.kind === 'detour' && renewedBy[before.detour];
	return renewed ? ageKey(run, renewed) : undefined;
}
