import type { Buckets } from './buckets.ts';
import type { Instant, Serial, UserId } from './ids.ts';

/** What the service keeps of push; a service that was never asked for a push has none of it. */
export type Pushes = {
	/** The last number given to a request. */
	readonly last: number;
	/** Each user's: those that wait, and the last ones that ended, oldest first. */
	readonly requests: Buckets<readonly PushRequest[]>;
	/** Requests that were reported, oldest first: what the organization is alerted to. */
	readonly alerts: readonly PushAlert[];
};

/** A login that waits, or waited, for an answer in an app (facts 5.12). */
export type PushRequest = {
	readonly id: string;
	readonly user: UserId;
	/** What the login is for. */
	readonly resource: string;
	/** Where it was asked for: at the person's own place, or at another. */
	readonly origin: PushOrigin;
	readonly askedAt: Instant;
	/** The last instant at which it can be answered. */
	readonly expiresAt: Instant;
	/** Tokens to which it went; it can be answered with any one of them. */
	readonly serials: readonly Serial[];
	/** Number matching: the number on the login page, and the numbers that the app offers. */
	readonly match: { readonly shown: number; readonly choices: readonly number[] } | null;
	/** `failed`: approved, but the code that the app sent was not accepted. */
	readonly state: 'waiting' | 'approved' | 'denied' | 'failed' | 'expired';
	/** With which token it was answered, and when it ended. */
	readonly answeredBy: Serial | null;
	readonly endedAt: Instant | null;
	readonly reported: boolean;
};
export type PushOrigin = 'here' | 'elsewhere';

export type PushAlert = { readonly at: Instant; readonly user: UserId; readonly request: string };
