import type { Entry } from './entries.ts';
import type { ApplyRefusal, PolicyValues } from './service/policy-apply.ts';
import type { CallerRefusal } from './service/caller.ts';
import type { PolicyPageId } from './service/console-records.ts';
import type { Revocation } from './service/service.ts';

/** Where a revoked token goes (facts 5.7). */
export const revokedTo = [
	'Inventory',
	'Initialize',
	'Lost',
	'Faulty',
] as const satisfies readonly Revocation['to'][];

/**
 * What an operator can do (facts 5.7): for the user of the exercise unless another one is named, on the token of a
 * serial, or on a task.
 */
export type Operation = CoreOperation | ConsoleOperation;
export type CoreOperation =
	| {
			readonly act: 'provision' | 'assign' | 'unlock' | 'temporary-password' | 'revoke-static-password';
			readonly user?: string;
	  }
	| { readonly act: 'suspend'; readonly serial: string; readonly staticPassword?: boolean }
	| { readonly act: 'activate'; readonly serial: string; readonly newPin?: boolean }
	| {
			readonly act: 'revoke';
			readonly serial: string;
			/** Inventory unless given. */
			readonly to?: (typeof revokedTo)[number];
			readonly staticPasswordToo?: boolean;
	  }
	| { readonly act: 'reinitialize' | 'remove-token' | 'reset-server-pin'; readonly serial: string }
	/** Two consecutive codes, as the person reads them out. */
	| { readonly act: 'resync'; readonly serial: string; readonly first: Entry; readonly second: Entry }
	| { readonly act: 'remove-task'; readonly task: string }
	/** `stopsAt`: epoch ms UTC. */
	| { readonly act: 'move-stop-date'; readonly task: string; readonly stopsAt: number };

/** What an operator says about a revocation (facts 5.7, "comment"; a choice of these is assumed). */
export const comments = ['Replaced', 'Lost or stolen', 'Left the company', 'Not needed'] as const;
export type Comment = (typeof comments)[number];

/** What an operator can do only in Worlds for which the console was loaded. */
type ConsoleOperation =
	/** One task for several users. */
	| { readonly act: 'provision'; readonly users: readonly string[] }
	| {
			readonly act: 'revoke';
			readonly serial: string;
			readonly to?: 'Inventory' | 'Initialize' | 'Lost' | 'Faulty';
			readonly staticPasswordToo?: boolean;
			readonly comment: Comment;
	  }
	| { readonly act: 'temporary-password'; readonly user?: string; readonly mustChange: boolean }
	/** Unfinished lines of a task, one user's or all; `notify`: they are told by e-mail. */
	| {
			readonly act: 'remove-lines';
			readonly task: string;
			readonly only?: string;
			readonly notify?: boolean;
	  }
	/** "Send Push". */
	| { readonly act: 'verify-caller'; readonly user?: string; readonly numbers?: boolean }
	| { readonly act: 'apply-policy'; readonly page: PolicyPageId; readonly values: PolicyValues };

export type ConsoleRefusal = ApplyRefusal | CallerRefusal;
