import type { Result } from '../domain/result.ts';
import type { DeskTopic } from './desk.ts';
import type { Entry } from './entries.ts';
import type { AnyFaultId } from './faults/ids.ts';
import type { ScreenName } from './device-screen.ts';
import type { DeviceId } from './state.ts';
import type { Operation, OperationRefusal } from './operations.ts';

/**
 * What a World can be told. `at` is true time, epoch ms UTC, never before the World's own: time passes
 * only with commands.
 */
export type Command = { readonly at: number } & Deed;

export type Deed =
	/** Nothing but time. */
	| { readonly do: 'wait' }
	/** A button, a link or a key. `device` is the laptop unless given. */
	| { readonly do: 'press'; readonly device?: DeviceId; readonly control: string }
	/** A choice. */
	| { readonly do: 'choose'; readonly device?: DeviceId; readonly control: string }
	/** Replaces what stands in a field. */
	| { readonly do: 'type'; readonly device?: DeviceId; readonly control: string; readonly entry: Entry }
	/** An operator of the service acts. */
	| { readonly do: 'operate'; readonly operation: Operation }
	/** The service desk is asked to mend something. */
	| { readonly do: 'call-desk'; readonly about: AnyFaultId | DeskTopic }
	/** A fault is put in while the exercise runs. */
	| { readonly do: 'break'; readonly fault: AnyFaultId };

/** Why a command was refused. The World is as before, but for the time that passed. */
export type Refusal =
	/** Not a command: a time that is no time, or a word that is not known. */
	| 'malformed'
	/** `at` lies before the World's own time. Nothing passed. */
	| 'time-goes-back'
	/** The control is not on the screen in front. */
	| 'not-on-screen'
	/** It is there, but gray. */
	| 'grayed-out'
	/** A label, or a control of another kind: a button is pressed, a choice chosen, a field typed into. */
	| 'not-for-this-control'
	/** The entry cannot stand in this field: a clock time elsewhere than in the clock. */
	| 'entry-does-not-fit'
	/** The desk has nothing to mend there. */
	| 'not-for-the-desk'
	| 'already-broken'
	/** The fault can show no more: what it spoils is done, or not there. */
	| 'too-late'
	/** Another fault of the World keeps it from showing. */
	| 'hidden-by-another'
	| OperationRefusal;

/** Accepted: the screen that the device then shows. */
export type Reply = Result<{ readonly screen: ScreenName }, Refusal>;
