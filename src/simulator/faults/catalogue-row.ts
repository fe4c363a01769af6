import type { DesktopStep, DesktopSymptom } from '../../domain/desktop.ts';
import type { Refusal } from '../commands.ts';
import type { ScreenName } from '../laptop/screens.ts';
import type { FaultId } from './ids.ts';

/** A row of the failure catalogue (facts 7), and how a World shows it. */
export type CatalogueRow = { readonly step: DesktopStep; readonly symptom: DesktopSymptom } & (
	| { readonly faults: readonly [FaultId, ...FaultId[]] }
	/** No fault is needed: every World shows it when the person does this. */
	| { readonly ownAct: string; readonly shows: Showing }
	/** No fault is needed: it belongs to the straight road. */
	| { readonly always: string; readonly shows: Showing }
	/** No World shows it, and why. */
	| { readonly cannot: string }
);

/** Where a row without a fault shows, and what the person then reads or cannot do there. */
export type Showing = { readonly screen: ScreenName } & (
	| { readonly reads: string }
	/** The control that the person wants is refused. */
	| { readonly control: string; readonly refused: Extract<Refusal, 'grayed-out' | 'not-on-screen'> }
	/** The control was used, and nothing came of it. */
	| { readonly unanswered: string }
);
