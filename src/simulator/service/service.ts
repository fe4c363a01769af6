/**
 * The authentication service: the only door to this folder.
 *
 * Every act is `(service, input, now) => { service, reply }`: pure and total. `now` is true time,
 * epoch ms UTC; a `now` before the service's own counts as the service's own. Whatever came due by
 * then (e-mails, unlocking, ends of tasks and static passwords) is done first.
 */
import type { Result } from '../../domain/result.ts';
import type { PolicyOverrides, PinType, Target, TokenApp, Policy } from '../policy.ts';
import type { Entry } from './entry.ts';
import type {
	Card,
	Credential,
	Instant,
	Mail,
	Outcome,
	PasswordId,
	PushState,
	Seed,
	Serial,
	Service,
	TaskId,
	Token,
	TokenState,
	User,
	UserId,
} from './state.ts';

export type { CardValue, Entry, NearMiss } from './entry.ts';
export type * from './state.ts';

const later = (): never => {
	throw new Error('not built yet');
};

// ── making and moving ──────────────────────────────────────────────────────────────────────────

export type NewUser = {
	readonly id: UserId;
	readonly firstName: string;
	readonly lastName: string;
	readonly email?: string | null;
	readonly operator?: boolean;
	/** Values left out are drawn from the seed. */
	readonly card?: Partial<Card>;
	/** Tokens that the user has already, enrolled at `startsAt`. */
	readonly tokens?: readonly {
		readonly state?: 'Active' | 'Suspended' | 'Assigned';
		readonly app?: TokenApp;
		readonly target?: Target;
		readonly push?: PushState;
	}[];
};
export type NewService = {
	readonly seed: string | number;
	readonly startsAt: Instant;
	readonly policy?: PolicyOverrides;
	readonly users?: readonly NewUser[];
	/** Software tokens in Inventory beside those that users have. Default 20. */
	readonly stock?: number;
};
export const createService: (input: NewService) => Service = later;
/** Brings everything due by `now` about. Every act does this first. */
export const settle: (service: Service, now: Instant) => Service = later;
/** When something comes due next; `null` if nothing waits. */
export const nextDue: (service: Service) => Instant | null = later;

// ── reading ────────────────────────────────────────────────────────────────────────────────────

export const userOf: (service: Service, user: UserId) => User | undefined = later;
/** Upper and lower case do not matter. */
export const userByEmail: (service: Service, email: string) => User | undefined = later;
export const tokenOf: (service: Service, serial: Serial) => Token | undefined = later;
export const tokensOf: (service: Service, user: UserId) => Token[] = later;
/** Delivered e-mails of a user, oldest first. */
export const mailOf: (service: Service, user: UserId) => readonly Mail[] = later;
/** The text an entry stands for; `null` if it stands for nothing. Card values are those of `user`. */
export const textOf: (service: Service, user: UserId, entry: Entry) => string | null = later;
/** The code of a seed for a time step or counter. */
export const passcode: (seed: Seed, step: number) => string = later;
/** The time step of a device: `floor(deviceNow / interval)`, RFC 6238 section 4.2. */
export const stepAt: (seed: Seed, deviceNow: Instant) => number = later;
export type StockFigures = {
	readonly total: number;
	/** Free to promise. */
	readonly available: number;
	readonly reserved: number;
	/** Belongs to a user: Assigned, Active, Suspended, Locked. */
	readonly assigned: number;
	/** Initialize, Lost, Faulty. */
	readonly outOfUse: number;
};
export const stockOf: (service: Service) => StockFigures = later;

// ── logging in ─────────────────────────────────────────────────────────────────────────────────

export type LoggedIn =
	| { readonly by: 'static-password'; readonly password: PasswordId }
	| { readonly by: 'passcode'; readonly serial: Serial; readonly step: number };

/** For the coach and the trainer. The device shows a generic text, made from `resultCode` alone. */
export type LoginRefusal =
	| 'nothing-typed'
	| 'unknown-user'
	| 'account-locked'
	/** Neither a static password is set nor a token active. */
	| 'no-method'
	| 'wrong'
	/** A static password that was valid once: removed, replaced, expired, used up. */
	| 'old-password'
	/** A code of a token that is suspended, revoked or enrolled anew since. */
	| 'old-token'
	/** The code of this step, or a later one, was used. */
	| 'used-already'
	/** Right token, but the device's clock is beyond the outer window. */
	| 'clock-off'
	/** Right token, counter beyond the outer window: resync. */
	| 'out-of-step'
	/** The second code was not the one that follows the first. */
	| 'not-consecutive'
	/** Right code, but the Server PIN is missing or wrong. */
	| 'wrong-pin'
	/** Outer window: authenticate again with the next code. */
	| 'again'
	| 'change-password'
	/** The server has drawn a new Server PIN; log in with it. */
	| 'pin-given'
	| 'set-pin';
export type LoginInput = {
	readonly user: UserId;
	readonly entry: Entry;
	/** What the login is for; kept in the audit log only. */
	readonly resource?: string;
};
export const login: (service: Service, input: LoginInput, now: Instant) => Outcome<LoggedIn, LoginRefusal> =
	later;

export type ResultCode = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
/** The result code of a login, a change of the static password or a setting of the PIN (facts 5.10). */
export const resultCode: (reply: Result<unknown, string>) => ResultCode = later;

export type ChangePasswordRefusal =
	| 'unknown-user'
	| 'account-locked'
	/** No login asked for a change, or it was too long ago. */
	| 'not-asked'
	| PasswordProblem
	| 'same-as-before'
	/** The second entry differs from the first. */
	| 'entries-differ';
export type PasswordProblem = 'too-short' | 'too-long' | 'too-simple';
/** Answers result code 6. Accepted: the new password is set and the login complete. */
export const changeStaticPassword: (
	service: Service,
	input: { readonly user: UserId; readonly entry: Entry; readonly again: Entry },
	now: Instant,
) => Outcome<{ readonly password: PasswordId }, ChangePasswordRefusal> = later;

export type PinProblem = 'too-short' | 'too-long' | 'wrong-characters' | 'trivial';
export type SetPinRefusal =
	'unknown-user' | 'account-locked' | 'not-asked' | PinProblem | 'same-as-before' | 'entries-differ';
/** Answers result code 4. Accepted: log in again with the new PIN and the next code. */
export const setServerPin: (
	service: Service,
	input: { readonly user: UserId; readonly entry: Entry; readonly again: Entry },
	now: Instant,
) => Outcome<{ readonly serial: Serial }, SetPinRefusal> = later;

export type ComputerPasswordRefusal = 'unknown-user' | 'account-locked' | 'wrong' | 'nothing-typed';
/** The Windows password of the domain. Counts apart: right or wrong, it never touches the login counter. */
export const checkComputerPassword: (
	service: Service,
	input: { readonly user: UserId; readonly entry: Entry },
	now: Instant,
) => Outcome<{ readonly user: UserId }, ComputerPasswordRefusal> = later;

// ── requests of the catalog ────────────────────────────────────────────────────────────────────

export type StaticPasswordRefusal = 'unknown-requester' | 'unknown-user' | 'not-allowed' | 'token-active';
/** "MobilePass+ Static Password Request": set at once, mailed to both after the delay. */
export const requestStaticPassword: (
	service: Service,
	input: {
		readonly requester: UserId;
		readonly user: UserId;
		readonly mustChange?: boolean;
		readonly maxUses?: number | null;
	},
	now: Instant,
) => Outcome<{ readonly password: PasswordId }, StaticPasswordRefusal> = later;

export type ProvisionRefusal =
	'unknown-operator' | 'nobody-chosen' | 'unknown-user' | 'no-email' | 'inventory-exhausted';
/** "Replacement Software Token": one line, ends older open lines, enrolling ends the older MobilePASS+ tokens. */
export const requestReplacementToken: (
	service: Service,
	input: { readonly requester: UserId; readonly user: UserId },
	now: Instant,
) => Outcome<{ readonly task: TaskId }, ProvisionRefusal> = later;

// ── Self-Enrollment and activation ─────────────────────────────────────────────────────────────

export type LineRefusal = 'unknown-link' | 'already-completed' | 'expired' | 'enrollment-locked' | 'removed';
export type EnrollmentPage = {
	readonly session: number;
	/** The devices that the page offers: the allowed targets. */
	readonly targets: readonly Target[];
	readonly stopsAt: Instant;
};
/** Opens the link of the enrollment e-mail. Opening again ends the page opened before. */
export const openEnrollment: (
	service: Service,
	input: { readonly task: TaskId; readonly user: UserId },
	now: Instant,
) => Outcome<EnrollmentPage, LineRefusal> = later;
/** The page was closed: its enroll link works no more (assumed); the string does. */
export const closeEnrollment: (
	service: Service,
	input: { readonly task: TaskId; readonly user: UserId; readonly session: number },
	now: Instant,
) => Outcome<null, 'unknown-link' | 'not-open'> = later;

/** By the page's link (automatic), or by the string that was copied and pasted. */
export type ActivationBy =
	| { readonly by: 'link'; readonly task: TaskId; readonly user: UserId; readonly session: number }
	| { readonly by: 'string'; readonly entry: Entry };
export type ActivationInput = ActivationBy & { readonly target: Target; readonly app: TokenApp };
export type ActivationRefusal =
	| LineRefusal
	/** Unreadable or truncated; counts as a try where the line can still be read from it. */
	| 'string-invalid'
	| 'session-closed'
	| 'target-not-allowed'
	/** The target is set to the other app. */
	| 'wrong-app';
export type Activation = {
	readonly task: TaskId;
	readonly user: UserId;
	readonly pinType: PinType;
	readonly pin: Policy['pin'];
	readonly push: boolean;
};
/** "Contacting server": checks, promises nothing. Nothing is saved until `enroll` (assumed, facts 8.4). */
export const checkActivation: (
	service: Service,
	input: ActivationInput,
	now: Instant,
) => Outcome<Activation, ActivationRefusal> = later;
/** The end of the app's pages: checks everything again, takes a serial, makes the secret, removes the static password. */
export const enroll: (
	service: Service,
	input: ActivationInput & { readonly deviceType: string; readonly allowPush?: boolean },
	now: Instant,
) => Outcome<Credential, ActivationRefusal> = later;

// ── Token PIN: state of the app, no service involved ───────────────────────────────────────────

/** Kept by the app beside its credential. `gone`: too many wrong tries, the token is removed from the app. */
export type TokenPin = { readonly text: string; readonly triesLeft: number };
export const pinProblem: (policy: Policy['pin'], text: string) => PinProblem | null = later;
export const createTokenPin: (
	policy: Policy['pin'],
	text: string,
	again: string,
) => Result<TokenPin, PinProblem | 'entries-differ'> = later;
export const tryTokenPin: (
	policy: Policy['pin'],
	pin: TokenPin,
	text: string,
) => { readonly pin: TokenPin; readonly reply: Result<null, 'wrong' | 'gone'> } = later;
export const changeTokenPin: (
	policy: Policy['pin'],
	pin: TokenPin,
	input: { readonly current: string; readonly text: string; readonly again: string },
) => {
	readonly pin: TokenPin;
	readonly reply: Result<null, 'wrong' | 'gone' | PinProblem | 'entries-differ'>;
} = later;

// ── operator acts (facts 5.7): `operator` must be a user with operator: true ───────────────────

type Operator = { readonly operator: UserId };
type OnToken = Operator & { readonly serial: Serial };
export type TokenRefusal = 'unknown-operator' | 'unknown-token' | 'wrong-state';

export const provision: (
	service: Service,
	input: Operator & { readonly users: readonly UserId[]; readonly replaces?: boolean },
	now: Instant,
) => Outcome<{ readonly task: TaskId }, ProvisionRefusal> = later;
export const removeTaskLines: (
	service: Service,
	/** All lines without `user`. */
	input: Operator & { readonly task: TaskId; readonly user?: UserId; readonly notify?: boolean },
	now: Instant,
) => Outcome<{ readonly removed: number }, 'unknown-operator' | 'unknown-task' | 'nothing-open'> = later;
export const moveStopDate: (
	service: Service,
	input: Operator & { readonly task: TaskId; readonly stopsAt: Instant },
	now: Instant,
) => Outcome<null, 'unknown-operator' | 'unknown-task' | 'in-the-past'> = later;
export const assign: (
	service: Service,
	input: Operator & { readonly user: UserId },
	now: Instant,
) => Outcome<{ readonly serial: Serial }, 'unknown-operator' | 'unknown-user' | 'inventory-exhausted'> =
	later;
export const suspend: (
	service: Service,
	/** `staticPassword`: give one at the same time (assumed). */
	input: OnToken & { readonly staticPassword?: boolean; readonly comment?: string },
	now: Instant,
) => Outcome<{ readonly password: PasswordId | null }, TokenRefusal | StaticPasswordRefusal> = later;
export const activate: (
	service: Service,
	input: OnToken & { readonly newPin?: boolean },
	now: Instant,
) => Outcome<null, TokenRefusal> = later;
/** Ends a lock of the account and of its tokens. */
export const unlock: (
	service: Service,
	input: Operator & { readonly user: UserId },
	now: Instant,
) => Outcome<null, 'unknown-operator' | 'unknown-user' | 'not-locked'> = later;
export const revoke: (
	service: Service,
	input: OnToken & {
		readonly to: Extract<TokenState, 'Inventory' | 'Initialize' | 'Lost' | 'Faulty'>;
		readonly comment?: string;
		readonly staticPasswordToo?: boolean;
	},
	now: Instant,
) => Outcome<null, TokenRefusal | 'last-method-of-operator'> = later;
export const revokeStaticPassword: (
	service: Service,
	input: Operator & { readonly user: UserId },
	now: Instant,
) => Outcome<null, 'unknown-operator' | 'unknown-user' | 'none-set' | 'last-method-of-operator'> = later;
export const reinitialize: (service: Service, input: OnToken, now: Instant) => Outcome<null, TokenRefusal> =
	later;
export const removeToken: (service: Service, input: OnToken, now: Instant) => Outcome<null, TokenRefusal> =
	later;
export const resetServerPin: (
	service: Service,
	/** Without `entry` a PIN is drawn. */
	input: OnToken & { readonly entry?: Entry },
	now: Instant,
) => Outcome<null, TokenRefusal | 'no-server-pin' | PinProblem> = later;
/** Two consecutive codes bring a token into step again. */
export const resync: (
	service: Service,
	input: OnToken & { readonly first: Entry; readonly second: Entry },
	now: Instant,
) => Outcome<{ readonly drift: number }, TokenRefusal | 'no-match'> = later;
export const changePolicy: (
	service: Service,
	input: Operator & { readonly policy: PolicyOverrides },
	now: Instant,
) => Outcome<null, 'unknown-operator'> = later;
