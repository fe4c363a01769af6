import type { Entry } from '../entries.ts';
import type { AppToken, EnrollmentPage, MessageId, Pending } from '../laptop/state.ts';
import type { MailFolder, Target } from '../policy.ts';

/** The phone, in a World that has one, and the user portal, which the laptop's browser and the phone's open. */
export type Phone = {
	readonly locked: boolean;
	/** The app in front; `null` for the home screen. */
	readonly app: PhoneApp | null;
	readonly drafts: Readonly<Record<string, Entry>>;
	readonly clock: {
		/** Phone clock minus true time, ms. */
		readonly skew: number;
		readonly autoTime: boolean;
	};
	readonly airplane: boolean;
	readonly permissions: {
		readonly camera: 'ask' | 'allowed' | 'refused';
		/** Android shows the notifications of MobilePASS+. */
		readonly notifications: boolean;
	};
	/** What was copied last. Every app can read it. */
	readonly clipboard: Entry | null;
	readonly selection: Selection | null;
	readonly mail: { readonly folder: MailFolder; readonly open: string | null };
	readonly browser: PhoneBrowser;
	readonly store: 'search' | 'app' | 'installing';
	readonly settings: 'home' | 'mobilepass' | 'time';
	readonly mobilepass: PhonePass;
	readonly portals: Readonly<Record<PortalDevice, Portal>>;
	/** The laptop's browser is at the user portal. */
	readonly portalOpen: boolean;
	/** The kind of device that was chosen on the laptop's Self-Enrollment page. */
	readonly picked: Target | null;
};

export type PhoneApp = 'mail' | 'browser' | 'store' | 'settings' | 'mobilepass';

/** Text that a long tap has selected: at first a piece of it, until the handles are dragged. */
type Selection = { readonly size: 'part' | 'all'; readonly menu: boolean; readonly copied: boolean };

export type PhoneBrowser = {
	readonly page: 'home' | 'portal' | 'enrollment' | 'refused';
	readonly enrollment: EnrollmentPage | null;
	/** The enrollment of the user portal's page, where its link was used instead of that of an e-mail. */
	readonly portalTask: string | null;
	/** "Open" or not: the question that comes before a link starts an app. */
	readonly asks: boolean;
	readonly message: MessageId | null;
};

export type PhonePage =
	| 'welcome'
	| 'quick-setup'
	| 'camera-question'
	| 'no-camera'
	| 'camera'
	| 'string'
	| 'one-time-passcode'
	| 'push-authentication'
	| 'allow-push'
	| 'create-pin'
	| 'confirm-pin'
	| 'success'
	| 'list'
	| 'token'
	| 'details'
	| 'rename'
	| 'biometrics-pin'
	| 'change-pin'
	| 'delete'
	| 'removed'
	| 'app-settings'
	| 'history'
	| 'request'
	| 'request-pin'
	| 'approved'
	| 'denied'
	| 'reported'
	| 'not-sent';

/** A token in the app on the phone. Its name is the phone's own: the service does not know it (facts 3.2). */
export type PhoneToken = AppToken & { readonly name: TokenName | null; readonly biometrics: boolean };
/** Names that can be chosen: typed text never enters the World. */
export const tokenNames = ['Work', 'Practice', 'VPN'] as const;
type TokenName = (typeof tokenNames)[number];

export type PhonePass = {
	readonly installed: boolean;
	/** Was opened at least once. */
	readonly opened: boolean;
	readonly page: PhonePage;
	readonly pending: Pending | null;
	/** The answer to "Push Authentication": `null` until it was given. */
	readonly allowsPush: boolean | null;
	/** The switch "Autosend Passcode". */
	readonly autosend: boolean;
	readonly tokens: readonly PhoneToken[];
	readonly serial: string | null;
	readonly unlocked: readonly string[];
	/** The login request on show. */
	readonly request: string | null;
	/** Number matching: the number that was chosen with "Approve". */
	readonly number: number | null;
	readonly message: PhoneMessageId | null;
};

export const portalDevices = ['laptop', 'phone'] as const;
export type PortalDevice = (typeof portalDevices)[number];

export type PortalPage =
	| 'start'
	| 'username'
	| 'add'
	| 'identity'
	| 'password'
	| 'kind'
	| 'platform'
	| 'set-up'
	| 'choose-method'
	| 'waiting'
	| 'passcode'
	| 'pin-given'
	| 'set-pin'
	| 'signed-in';

export type Portal = {
	readonly page: PortalPage;
	/** What was chosen on the page in front. */
	readonly kind: 'app' | null;
	readonly method: 'autosend' | 'passcode' | null;
	readonly target: Target | null;
	/** The enrollment of the page "Set Up MobilePASS+ on Android". */
	readonly task: string | null;
	/** Id of the login request that the page waits for. */
	readonly request: string | null;
	readonly message: PhoneMessageId | null;
};

/** What only the phone and the user portal say. */
export type OwnMessageId =
	| 'code-refused'
	| 'code-sent-again'
	| 'code-needed-anew'
	| 'too-many-authenticators'
	| 'qr-not-seen'
	| 'qr-not-read'
	| 'nothing-to-paste'
	| 'request-denied'
	| 'request-expired'
	| 'request-over';
export type PhoneMessageId = MessageId | OwnMessageId;
