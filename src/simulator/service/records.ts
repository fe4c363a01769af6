import type { MailFolder } from '../policy.ts';
import type { CodeId, Instant, PasswordId, TaskId, UserId } from './ids.ts';

export type Mail = {
	readonly id: string;
	readonly to: UserId;
	/** When it arrived. */
	readonly at: Instant;
	readonly folder: MailFolder;
	readonly content: MailContent;
};
/** Links, strings and passwords by reference. */
export type MailContent =
	| { readonly kind: 'enrollment'; readonly task: TaskId; readonly user: UserId }
	| { readonly kind: 'static-password'; readonly user: UserId; readonly password: PasswordId }
	/** `denials`: the last failure was a push that was denied (rejection policy, O14). */
	| { readonly kind: 'locked'; readonly user: UserId; readonly denials?: true }
	| { readonly kind: 'unlocked'; readonly user: UserId }
	| { readonly kind: 'task-removed'; readonly task: TaskId }
	/** The code that the user portal asks for (facts 4.1). */
	| { readonly kind: 'verification-code'; readonly user: UserId; readonly code: CodeId }
	/** Somebody has denied a push in the user's name (O14). */
	| { readonly kind: 'push-denied'; readonly request: string };

export type Due = { readonly at: Instant } & (
	| { readonly kind: 'mail'; readonly mail: Mail }
	| { readonly kind: 'unlock'; readonly user: UserId }
	/** The Windows lock of the domain ends. */
	| { readonly kind: 'computer-unlock'; readonly user: UserId }
	| { readonly kind: 'task-end'; readonly task: TaskId }
	| { readonly kind: 'password-end'; readonly user: UserId; readonly password: PasswordId }
	/** A push request was not answered in its time. */
	| { readonly kind: 'push-end'; readonly user: UserId; readonly request: string }
);

/** Chunks of at most 256 entries, oldest first: an entry copies only the last chunk. */
export type AuditLog = readonly (readonly AuditEntry[])[];
export type AuditEntry = {
	readonly at: Instant;
	/** Who did it: a user id, or `service` for what comes due by itself. */
	readonly by: UserId;
	readonly act: string;
	/** What it was done to: a user id, serial or task id. */
	readonly to: string;
	/** `ok`, or the reason of the refusal. */
	readonly outcome: string;
};
