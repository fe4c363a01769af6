import { createContext, type Component } from 'svelte';
import type { Control, Screen } from '../simulator/world.ts';

/** What draws only what some devices show, and is loaded with these. */
type Pieces = {
	/** A code for a camera. */
	readonly Qr: Component<{ control: Control }>;
	/** A key to take over into an app of one's own. */
	readonly Key: Component<{ control: Control }>;
	/** Drawings by an app's name, or by what a control does. */
	readonly icons: Readonly<Record<string, string>>;
};

/** What the pieces of a drawn screen share. */
export type Using = {
	readonly screen: Screen;
	/** Ids in the document begin with it: several devices may stand on a page. */
	readonly id: string;
	/** A picture has none: nothing in it can be operated. */
	readonly use: ((control: Control, typed?: string) => void) | undefined;
	/** Controls to look at, with the number of the instruction that names them; '' for a ring alone. */
	readonly marks: Readonly<Record<string, string>>;
	readonly pieces: Pieces | undefined;
	/** Does a field hold text that is not given yet? What waits for it is no longer gray. */
	readonly typing: boolean;
	/** How often something was asked of the device: the same refusal, met again, is said again. */
	readonly asked: number;
	/** A field says whether it holds such text. */
	types(control: string, holds: boolean): void;
};

export const [getUsing, setUsing] = createContext<Using>();

/** What every drawn device takes. */
export type DeviceProps = {
	screen: Screen;
	/** What the device is called for those who do not see it. */
	name: string;
	/** Begins every id in the document; several devices may stand on a page. */
	id: string;
	/** Takes what a person does. A picture has none. */
	use?: ((control: Control, typed?: string) => void) | undefined;
	marks?: Readonly<Record<string, string>>;
	pieces?: Pieces | undefined;
};
