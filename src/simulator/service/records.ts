import type { MailFolder } from '../policy.ts';
import type { Instant, PasswordId, TaskId, UserId } from './ids.ts';

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
	| { readonly kind: 'locked'; readonly user: UserId }
	| { readonly kind: 'unlocked'; readonly user: UserId }
	| { readonly kind: 'task-removed'; readonly task: TaskId };

export type Due = { readonly at: Instant } & (
	| { readonly kind: 'mail'; readonly mail: Mail }
	| { readonly kind: 'unlock'; readonly user: UserId }
	/** The Windows lock of the domain ends. */
	| { readonly kind: 'computer-unlock'; readonly user: UserId }
	| { readonly kind: 'task-end'; readonly task: TaskId }
	| { readonly kind: 'password-end'; readonly user: UserId; readonly password: PasswordId }
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
