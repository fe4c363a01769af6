import type { CodeId, Instant } from './ids.ts';

/** A code that the user portal has sent by e-mail (facts 4.1; figures assumed). */
export type PortalCode = {
	readonly id: CodeId;
	readonly text: string;
	/** The last instant at which it is taken. */
	readonly until: Instant;
	readonly triesLeft: number;
	/** `right`: it was typed, and an authenticator may be added once. Only the newest code can be `sent` or `right`. */
	readonly state: 'sent' | 'right' | 'over';
};
