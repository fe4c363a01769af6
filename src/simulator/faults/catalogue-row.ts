import type { DesktopStep, DesktopSymptom } from '../../domain/desktop.ts';
import type { Refusal } from '../commands.ts';
import type { ScreenName } from '../device-screen.ts';
import type { DeviceId } from '../state.ts';
import type { FaultId } from './ids.ts';

/** A row of the failure catalogue (facts 7), and how a World shows it. */
export type CatalogueRow = { readonly step: DesktopStep; readonly symptom: DesktopSymptom } & (
	| {
			readonly faults: readonly [FaultId, ...FaultId[]];
			readonly shows: Showing;
			/** Faults that show the row in another way. */
			readonly differs?: Readonly<Partial<Record<FaultId, Showing>>>;
	  }
	/** No fault is needed: every World shows it when the person does this. */
	| { readonly ownAct: string; readonly shows: Showing }
	/** No fault is needed: it belongs to the straight road. */
	| { readonly always: string; readonly shows: Showing }
	/** No World shows it, and why. */
	| { readonly cannot: string }
);

/** Where a row shows, and what the person then reads or cannot do there. */
export type Showing = {
	readonly screen: ScreenName;
	/** The laptop, if it is not said. */
	readonly device?: DeviceId;
	/** The control that was used last, where the screen alone tells nothing. */
	readonly after?: string;
} & (
	| { readonly reads: string }
	/** No control has this id or this text. */
	| { readonly lacks: string }
	/** The control that the person wants is refused. */
	| { readonly control: string; readonly refused: Extract<Refusal, 'grayed-out' | 'not-on-screen'> }
	/** The control was used, and nothing came of it. */
	| { readonly unanswered: string }
	/** The e-mail in front came this long ago, ms. */
	| { readonly olderThan: number }
);
