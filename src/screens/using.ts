import { createContext } from 'svelte';
import type { Control, Screen } from '../simulator/world.ts';

/** What the pieces of a drawn screen share. */
export type Using = {
	readonly screen: Screen;
	/** Ids in the document begin with it: several devices may stand on a page. */
	readonly id: string;
	/** A picture has none: nothing in it can be operated. */
	readonly use: ((control: Control, typed?: string) => void) | undefined;
	/** Controls to look at, with the number of the instruction that names them; '' for a ring alone. */
	readonly marks: Readonly<Record<string, string>>;
	/** Does a field hold text that is not given yet? What waits for it is no longer gray. */
	readonly typing: boolean;
	/** A field says whether it holds such text. */
	types(control: string, holds: boolean): void;
};

export const [getUsing, setUsing] = createContext<Using>();
