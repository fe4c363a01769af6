import type { Random } from '../../domain/random.ts';
import type { PolicyValues } from '../service/operator.ts';
import type { Instant, Serial, Service, TaskId, TokenState, UserId } from '../service/state.ts';
import type { Person } from './people.ts';

/** A population that moves from one app to the other, day by day: plain JSON. */
export type Drill = {
	readonly options: DrillOptions;
	readonly service: Service;
	/** Draws of what people do; the service has its own. */
	readonly random: Random;
	readonly people: Readonly<Record<UserId, Person>>;
	/** What people are going to do, the soonest first. */
	readonly plans: readonly PersonsPlan[];
	/** Working days that have passed. */
	readonly day: number;
	/** How it stood in the evening of each day; the first is the evening before. */
	readonly evenings: readonly Evening[];
	/** Users who had no way to sign in on some day, each once. */
	readonly stranded: readonly UserId[];
	/** Tokens that were enrolled on the old app after the beginning. */
	readonly wrongApp: number;
	/** Provisioning tasks that took in people who had none before: the waves. */
	readonly waves: number;
};

export type DrillOptions = {
	readonly seed: number;
	/** People on MobilePASS 8. */
	readonly users: number;
	/** Free tokens. */
	readonly spare: number;
};

export type PersonsPlan = {
	readonly at: Instant;
	readonly user: UserId;
	/** Acts on the e-mail of a task; signs in with the new token for the first time. */
	readonly does: 'enrolls' | 'signs-in';
	readonly task: TaskId;
};

export type Evening = {
	readonly day: number;
	/** Users whose new token was used. */
	readonly moved: number;
	/** Users whose new token waits for its first use. */
	readonly enrolled: number;
	/** Users with an open line of a task. */
	readonly asked: number;
	/** Old tokens with a user. */
	readonly old: number;
	/** Tokens to promise. */
	readonly available: number;
	/** Users with no way to sign in. */
	readonly without: number;
};

/** What the operator does. Lists may be of any length; each command is all or none unless it says otherwise. */
export type DrillCommand =
	/** "Apply" on Software Token & Push OTP Settings. */
	| { readonly do: 'apply'; readonly values: PolicyValues }
	| { readonly do: 'provision'; readonly users: readonly UserId[] }
	| { readonly do: 'extend'; readonly task: TaskId; readonly days: number }
	| { readonly do: 'remove'; readonly task: TaskId; readonly user?: UserId }
	/** One after the other; the reply counts those that were refused. */
	| {
			readonly do: 'revoke';
			readonly serials: readonly Serial[];
			readonly to: Extract<TokenState, 'Inventory' | 'Initialize' | 'Lost' | 'Faulty'>;
	  }
	| { readonly do: 'reinitialize'; readonly serials: readonly Serial[] }
	/** Work goes on until the evening, and the next days' too. */
	| { readonly do: 'pass'; readonly days: number };
