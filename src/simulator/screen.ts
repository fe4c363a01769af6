import type { LabelKind } from '../domain/label.ts';
import type { DeviceId, World } from './state.ts';
import type { Entry, Expects } from './entries.ts';
import { draftOf, drafted, emptied } from './drafts.ts';

/** One thing on a screen. `id` is unique on its screen and stays the same from screen to screen. */
export type Control = {
	readonly id: string;
	readonly text: string;
	readonly kind: LabelKind;
	readonly enabled: boolean;
	/** A choice that is on; a field that holds something. */
	readonly chosen?: true;
	/** What belongs into a field. */
	readonly expects?: Expects;
	/** A code for a camera holds exactly this text; `text` says what it is. */
	readonly qr?: string;
	/** What copying it takes to the real clipboard: for a real app, outside the World. */
	readonly copies?: string;
	/** Where it stands in a table: in which, in which row, and below which heading of a column. */
	readonly cell?: Cell;
};
/** Several controls may share a cell. Rows and columns stand in the order in which they first appear. */
type Cell = { readonly table: string; readonly row: string; readonly column: string };

/** What a control does when it is used. Pure: the World after it. */
export type Act = (world: World, entry: Entry) => World;
/** A control together with what it does: one source for what can be seen and what can be done. */
export type Live = Control & { readonly act?: Act };

const control = (kind: LabelKind, id: string, text: string, act?: Act, enabled = true): Live => ({
	id,
	text,
	kind,
	enabled,
	...(act && { act }),
});

export const button = (id: string, text: string, act: Act, enabled = true): Live =>
	control('button', id, text, act, enabled);
export const link = (id: string, text: string, act: Act): Live => control('link', id, text, act);
export const choice = (id: string, text: string, act: Act, chosen = false, enabled = true): Live => ({
	...control('choice', id, text, act, enabled),
	...(chosen && { chosen: true }),
});
export const heading = (id: string, text: string): Live => control('heading', id, text);
export const value = (id: string, text: string): Live => control('value', id, text);
/** A key or keys to press, as the screen or the habit of a thousand logons names them. */
export const keys = (id: string, text: string, act: Act): Live => control('typed', id, text, act);

/**
 * A field, and what it holds as a `typed` label below it.
 *
 * @param shown how its content reads on the screen; `null` for dots
 */
export function field(
	world: World,
	device: DeviceId,
	id: string,
	text: string,
	expects: Expects,
	shown: ((entry: Entry) => string) | null = null,
): Live[] {
	const entry = draftOf(world, device, id);
	const type: Act = (before, typed) =>
		typed.kind === 'nothing' ? emptied(before, device, id) : drafted(before, device, id, typed);
	const input: Live = {
		...control('field', id, text, type),
		expects,
		...(entry && { chosen: true }),
	};
	if (!entry) return [input];
	return [input, control('typed', `${id}:content`, shown ? shown(entry) : '••••••••')];
}
