/** An operating system on which an app may be enrolled: one row of the targets policy (facts 5.6). */
export type Target = 'Windows 10' | 'Android' | 'iOS' | 'Windows 10 Mobile' | 'macOS' | 'Chrome OS';
/** The two apps. Tokens never move from one to the other (facts 2, 5.6). */
export type TokenApp = 'MobilePASS+' | 'MobilePASS 8';
export type PinType = 'None' | 'Token' | 'Server';
export type OtpMode = 'time' | 'event';
export type HashAlgorithm = 'SHA1' | 'SHA256' | 'SHA512';
/** Where an e-mail lands: Inbox in two halves, and Junk. */
export type MailFolder = 'Focused' | 'Other' | 'Junk';
type MailKind =
	| 'enrollment'
	| 'static-password'
	| 'locked'
	| 'unlocked'
	| 'task-removed'
	| 'push-denied'
	| 'verification-code';

/**
 * Everything an organization or a scenario may set. The defaults are those of facts 9; "assumed"
 * stands where the facts say so.
 */
export type Policy = {
	/** Domains of the organization's e-mail addresses, today's first. Given by whoever builds the World. */
	readonly emailDomains: readonly string[];
	readonly pin: {
		readonly type: PinType;
		/** Digits or characters of a Token PIN. */
		readonly length: number;
		readonly characters: 'digits' | 'letters-and-digits';
		/** Refuses repeats and straight sequences (assumed, off). */
		readonly refuseTrivial: boolean;
		/** Wrong Token PINs until the app removes the token (facts 3.3; the figure is assumed). */
		readonly maxTries: number;
	};
	readonly serverPin: {
		readonly minLength: number;
		readonly maxLength: number;
		readonly generatedLength: number;
		readonly changeOnFirstUse: boolean;
		/** The server draws the new PIN (result code 3); off: the user chooses one (code 4). */
		readonly random: boolean;
		readonly place: 'before' | 'after';
	};
	readonly otp: {
		readonly mode: OtpMode;
		readonly digits: 6 | 8;
		readonly algorithm: HashAlgorithm;
		readonly intervalSeconds: 30 | 60;
	};
	readonly window: {
		/** Steps to either side of the server's own, accepted at once / only with the next code (assumed). */
		readonly time: { readonly inner: number; readonly outer: number };
		/** Codes looked ahead; the inner default is documented (O6), the outer assumed. */
		readonly event: { readonly inner: number; readonly outer: number };
		/** How long "authenticate again" waits for the second code (assumed). */
		readonly againMinutes: number;
		/** How far an operator's resync searches, steps to either side / codes ahead (assumed). */
		readonly resync: { readonly time: number; readonly event: number };
	};
	readonly lock: {
		/** Failures in a row that lock the account; 0 = never (O9). */
		readonly threshold: number;
		/** `null`: only an operator unlocks. The figure is assumed. */
		readonly durationMinutes: number | null;
		readonly mailOnLock: boolean;
		readonly mailOnUnlock: boolean;
	};
	/** The Windows password of the domain; a counter of its own (assumed). */
	readonly computerPassword: {
		readonly warnAfter: number;
		readonly threshold: number;
		readonly durationMinutes: number;
	};
	readonly task: {
		readonly validDays: number;
		/** Failed enrollment tries until the line is locked (assumed). */
		readonly maxTries: number;
		/** Enrolling a MobilePASS+ token ends the user's older MobilePASS+ tokens (assumed). */
		readonly newTokenEndsOld: boolean;
		/** Phones may enroll by QR code: "only where the token is configured for it" (procedure B). On unless given. */
		readonly qr?: boolean;
	};
	readonly mail: {
		/** Between submitting and arriving, drawn by lot. */
		readonly delaySeconds: { readonly min: number; readonly max: number };
		/** Where enrollment e-mails land. All others land in Focused. */
		readonly enrollmentFolder: MailFolder;
		/** Where verification codes of the user portal land. Focused unless given. */
		readonly codeFolder?: MailFolder;
		/** Kinds that never arrive: for faults. */
		readonly lost: readonly MailKind[];
	};
	readonly staticPassword: {
		readonly allowed: boolean;
		readonly minLength: number;
		readonly maxLength: number;
		readonly complexity: 'none' | 'letters-and-digits';
		readonly changeOnFirstUse: boolean;
		/** Assumed. */
		readonly lifetimeDays: number;
		/** Logins until it is used up; `null` = no limit (assumed). */
		readonly maxUses: number | null;
	};
	/** Resources that take a passcode only: a static password is refused there (facts 6.6). */
	readonly passcodeOnly: readonly string[];
	readonly push: {
		/** How long a request can be answered (assumed). */
		readonly timeoutSeconds: number;
		/** Requests that ended and are kept for each user (T7). */
		readonly history: number;
		/** The login page shows a number, to be chosen in the app (O25). Off unless given. */
		readonly numberMatching?: boolean;
		/** Rejection policy: an e-mail to the user for each push that is denied (O14). Off unless given. */
		readonly mailOnDenial?: boolean;
	};
	readonly targets: Readonly<
		Record<Target, { readonly allowed: boolean; readonly app: TokenApp; readonly push: boolean }>
	>;
	readonly networkSignIn: { readonly doublePrompt: boolean };
	readonly report: { readonly autoRemoveDays: number };
};

/** The defaults of facts 9. */
export const defaultPolicy: Policy = {
	emailDomains: ['example.com', 'example.org'],
	pin: { type: 'Token', length: 4, characters: 'digits', refuseTrivial: false, maxTries: 6 },
	serverPin: {
		minLength: 4,
		maxLength: 16,
		generatedLength: 4,
		changeOnFirstUse: true,
		random: true,
		place: 'before',
	},
	otp: { mode: 'time', digits: 6, algorithm: 'SHA1', intervalSeconds: 30 },
	window: {
		time: { inner: 1, outer: 5 },
		event: { inner: 3, outer: 10 },
		againMinutes: 5,
		resync: { time: 500, event: 1000 },
	},
	lock: { threshold: 3, durationMinutes: 15, mailOnLock: false, mailOnUnlock: false },
	computerPassword: { warnAfter: 3, threshold: 5, durationMinutes: 15 },
	task: { validDays: 30, maxTries: 3, newTokenEndsOld: true },
	mail: { delaySeconds: { min: 120, max: 180 }, enrollmentFolder: 'Focused', lost: [] },
	staticPassword: {
		allowed: true,
		minLength: 8,
		maxLength: 16,
		complexity: 'letters-and-digits',
		changeOnFirstUse: false,
		lifetimeDays: 5,
		maxUses: null,
	},
	passcodeOnly: ['teams'],
	push: { timeoutSeconds: 60, history: 20 },
	targets: {
		'Windows 10': { allowed: true, app: 'MobilePASS+', push: false },
		Android: { allowed: true, app: 'MobilePASS+', push: true },
		iOS: { allowed: true, app: 'MobilePASS+', push: true },
		'Windows 10 Mobile': { allowed: false, app: 'MobilePASS+', push: false },
		macOS: { allowed: false, app: 'MobilePASS+', push: false },
		'Chrome OS': { allowed: false, app: 'MobilePASS+', push: false },
	},
	networkSignIn: { doublePrompt: true },
	report: { autoRemoveDays: 365 },
};

/** A policy of which only some values are given. Lists are given whole. */
export type PolicyOverrides = Overrides<Policy>;
type Overrides<Value> = Value extends readonly unknown[]
	? Value
	: Value extends object
		? { readonly [Key in keyof Value]?: Overrides<Value[Key]> | undefined }
		: Value;

/** `base` with the values given put over it, to any depth; `base` itself stays as it is. */
export function policyWith(overrides: PolicyOverrides, base: Policy = defaultPolicy): Policy {
	return merge(base, overrides) as Policy; // same keys, same kinds: checked by the parameter's type
}

function merge(base: unknown, over: unknown): unknown {
	if (over === undefined) return base;
	if (!isPlain(base) || !isPlain(over)) return over;
	const merged: Record<string, unknown> = { ...base };
	// a value that is off unless given is not in the base
	for (const [key, value] of Object.entries(over))
		if (value !== undefined) merged[key] = merge(base[key], value);
	return merged;
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
