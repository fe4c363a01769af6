import type { Random } from '../../domain/random.ts';
import type { Result } from '../../domain/result.ts';
import type { HashAlgorithm, OtpMode, PinType, Policy, Target, TokenApp } from '../policy.ts';
import type { Buckets } from './buckets.ts';
import type { Instant, PasswordId, Serial, TaskId, UserId } from './ids.ts';
import type { PortalCode } from './portal-state.ts';
import type { ConsoleRecords } from './console-records.ts';
import type { Pushes } from './push-state.ts';
import type { AuditLog, Due, Mail } from './records.ts';

export type * from './ids.ts';
export type * from './records.ts';

/**
 * The authentication service: plain JSON. Large collections stand in buckets; an act replaces only
 * the buckets that it touches, all others stay the same objects.
 */
export type Service = {
	/** The latest instant that the service has seen. Never goes back. */
	readonly now: Instant;
	readonly random: Random;
	readonly policy: Policy;
	readonly users: Buckets<User>;
	/** E-mail address in lower case → user id. */
	readonly addresses: Buckets<UserId>;
	readonly tokens: Buckets<Token>;
	readonly stock: Stock;
	readonly tasks: Buckets<Task>;
	/** What was delivered to each user, oldest first. */
	readonly mailboxes: Buckets<readonly Mail[]>;
	/** What comes due by itself, soonest first. */
	readonly due: readonly Due[];
	readonly audit: AuditLog;
	readonly numbers: Numbers;
	/** Verification codes of the user portal, each user's oldest first; absent until one is sent. */
	readonly codes?: Buckets<readonly PortalCode[]>;
	/** Absent until somebody asks for a push. */
	readonly push?: Pushes;
	/** What it keeps for its operators; absent unless a console asked for it. */
	readonly console?: ConsoleRecords;
};

/** The last number given out of each kind. */
type Numbers = {
	readonly task: number;
	readonly mail: number;
	readonly password: number;
};

/** What an act gives back: the next service, and the answer. */
export type Outcome<Value, Reason extends string> = {
	readonly service: Service;
	readonly reply: Result<Value, Reason>;
};

export type User = {
	readonly id: UserId;
	readonly firstName: string;
	readonly lastName: string;
	/** `null`: no address on record; nothing can be provisioned. */
	readonly email: string | null;
	/** An operator may not lose the last method to log in (facts 5.7). */
	readonly operator: boolean;
	readonly card: Card;
	/** The Windows password of the domain: a counter and a lock of its own. */
	readonly computer: { readonly failures: number; readonly lockedUntil: Instant | null };
	/** Failed logins in a row. */
	readonly failures: number;
	readonly lock: Lock | null;
	/** The unlock mail waits for the next success (facts 5.11). */
	readonly unlockMailDue: boolean;
	readonly lastAttempt: Instant | null;
	readonly lastSuccess: Instant | null;
	/** Tokens that belong to the user, oldest first. */
	readonly serials: readonly Serial[];
	readonly tasks: readonly TaskId[];
	/** Every static password ever given, oldest first; at most one is `set`. */
	readonly passwords: readonly StaticPassword[];
	/** The question that the last login ended with. */
	readonly pending: Pending | null;
};

/** `until` is `null` when only an operator can end it. */
type Lock = { readonly since: Instant; readonly until: Instant | null };

/** Invented values that the person of an exercise knows, by name. */
export type Card = {
	readonly computerPassword: string;
	readonly pin: string;
	/** For "change PIN" and for a Server PIN that must be set. */
	readonly nextPin: string;
	/** For a static password that must be changed. */
	readonly nextStaticPassword: string;
};

export type Pending =
	/** "Authenticate again": the code of the step after `step` is wanted (result code 5). */
	| { readonly kind: 'second-code'; readonly serial: Serial; readonly step: number; readonly until: Instant }
	/** Result code 6. */
	| { readonly kind: 'change-password'; readonly password: PasswordId; readonly until: Instant }
	/** Result code 4. */
	| { readonly kind: 'set-pin'; readonly serial: Serial; readonly until: Instant };

export type StaticPassword = {
	readonly id: PasswordId;
	readonly text: string;
	readonly state: 'set' | 'changed' | 'replaced' | 'removed' | 'revoked' | 'expired' | 'used-up';
	readonly setAt: Instant;
	readonly expiresAt: Instant;
	/** Logins left; `null` = no limit. */
	readonly usesLeft: number | null;
	readonly mustChange: boolean;
	readonly requestedBy: UserId;
};

/** Facts 5.2. `Initialize`: back in stock, to be initialised first. */
export type TokenState =
	'Initialize' | 'Inventory' | 'Assigned' | 'Active' | 'Suspended' | 'Locked' | 'Lost' | 'Faulty';

/** As of enrollment, in the console's words (facts 5.12). */
export type PushState = 'Enabled' | 'Disabled' | 'Not Applicable';

export type Token = {
	readonly serial: Serial;
	readonly state: TokenState;
	readonly owner: UserId | null;
	/** What its codes are checked against; `null` until it is enrolled. */
	readonly seed: Seed | null;
	/** The seeds of earlier enrollments, oldest first: known, so that an old app's codes can be named. Never accepted. */
	readonly retired: readonly Seed[];
	/** The last step (time) or counter (event) accepted; −1 before the first. Nothing up to it is accepted again. */
	readonly mark: number;
	/** Learned drift, in steps: device minus server. */
	readonly drift: number;
	readonly pin: ServerPin | null;
	readonly device: Device | null;
	/** The task whose line becomes Completed at the first success. */
	readonly task: TaskId | null;
	readonly enrolledAt: Instant | null;
	readonly lastSuccess: Instant | null;
	/** The operator's comment at the last revocation. */
	readonly comment: string;
};

/** What codes are made from. */
export type Seed = {
	/** `OATH`: an authenticator app of the person's own, of any maker (RFC 6238; facts 5.1). */
	readonly app: TokenApp | 'OATH';
	/** base32 */
	readonly secret: string;
	readonly mode: OtpMode;
	readonly digits: 6 | 8;
	readonly algorithm: HashAlgorithm;
	readonly intervalSeconds: 30 | 60;
	readonly pinType: PinType;
};

/** `initial` until the user has changed it (facts 5.7, "Initial PIN"). */
type ServerPin = { readonly text: string; readonly initial: boolean };

/** The "Mobile App" section of a token's details (facts 5.13). */
type Device = {
	readonly target: Target;
	readonly deviceType: string;
	/** Now. */
	readonly push: PushState;
	/** At enrollment, where it has changed since and the service keeps records for a console. */
	readonly enrolledPush?: PushState;
};

/** What an app holds after enrollment. The app goes on making codes whatever happens at the service (facts 8.1). */
export type Credential = Seed & {
	readonly serial: Serial;
	/** Which enrollment of the serial, from 0. */
	readonly activation: number;
	readonly user: UserId;
};

/** Counted for each state, so that the console need not walk all tokens. */
export type Stock = {
	readonly counts: Readonly<Record<TokenState, number>>;
	/** Promised to open task lines. */
	readonly reserved: number;
	/** Serials in Inventory, by bucket. */
	readonly free: { readonly [bucket: string]: readonly Serial[] };
};

export type Task = {
	readonly id: TaskId;
	readonly operator: UserId;
	readonly startsAt: Instant;
	/** The last instant at which it can be used. */
	readonly stopsAt: Instant;
	/** Enrolling ends the user's older MobilePASS+ tokens, as a replacement token does. */
	readonly replaces: boolean;
	readonly lines: Readonly<Record<UserId, TaskLine>>;
};

export type LineStatus = 'Active' | 'Enrolled' | 'Completed' | 'Locked' | 'Expired' | 'Removed';
export type TaskLine = {
	readonly user: UserId;
	readonly status: LineStatus;
	/** Failed enrollment tries. */
	readonly tries: number;
	readonly serial: Serial | null;
	readonly emailedTo: string;
	/** The single-use part of the activation string, base32. */
	readonly code: string;
	/** How often the Self-Enrollment page was opened; the number of its session. */
	readonly openings: number;
	/** The session whose page is open. */
	readonly session: number | null;
};
