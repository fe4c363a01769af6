import type { Entry } from '../entries.ts';
import type { Credential, TokenPin } from '../service/service.ts';

/** Zone names (IANA) that the laptop's settings offer. */
export const zones = [
	'America/New_York',
	'America/Chicago',
	'America/Denver',
	'America/Phoenix',
	'America/Los_Angeles',
	'Asia/Manila',
	'UTC',
] as const;
export type ZoneName = (typeof zones)[number];

/** The zone of the place where the exercise happens. */
export const HOME_ZONE: ZoneName = 'America/Chicago';

type Drafts = Readonly<Record<string, Entry>>;

/** The new computer. */
export type Laptop = {
	readonly power: 'off' | 'starting' | 'on';
	/** How often it was started. */
	readonly boot: number;
	readonly charger: boolean;
	readonly keyboard: 'dock' | 'built-in';
	readonly capsLock: boolean;
	readonly clock: Clock;
	readonly network: Network;
	readonly logon: Logon;
	readonly vpn: Vpn;
	/** The profile of the user was built: later logons are quick. */
	readonly profile: boolean;
	/** What lies over the windows. */
	readonly overlay: Overlay | null;
	/** Open windows, the front one last. */
	readonly windows: readonly WindowId[];
	/** Windows that are put away on the task bar. */
	readonly minimized: readonly WindowId[];
	readonly drafts: Drafts;
	readonly outlook: Outlook;
	readonly browser: Browser;
	readonly installer: Installer;
	readonly mobilepass: MobilePass;
	readonly teams: Teams;
	readonly settings: 'home' | 'time' | 'apps' | 'notifications' | 'credentials';
	/** Entries that Windows keeps for Office (facts 7, step 13). */
	readonly savedCredential: boolean;
	readonly loadset: 'none' | 'complete' | 'failed' | 'restart' | 'closed';
};

export type Clock = {
	/** Device clock minus true time, ms. Zones never change it. */
	readonly skew: number;
	readonly zone: ZoneName;
	readonly autoZone: boolean;
	readonly autoTime: boolean;
};

export type Network = {
	readonly cable: 'plugged' | 'loose' | 'none';
	readonly wifi: 'home' | 'guest' | null;
	/** Chosen in the list, key not yet accepted. */
	readonly joining: 'home' | null;
	readonly message: MessageId | null;
};

export type Logon = {
	readonly page: LogonPage;
	/** Where the network list goes back to. */
	readonly back: LogonPage;
	readonly message: MessageId | null;
	/** The tile of somebody else is in the way. */
	readonly otherTile: boolean;
	/** The notice was acknowledged since the last start. */
	readonly acknowledged: boolean;
	/** Sign-ins at portal and gateway that were accepted. */
	readonly rounds: number;
	/** The network sign-in stands: the company's network can be reached. */
	readonly tunnel: boolean;
	readonly stay: boolean | null;
};

export type LogonPage =
	| 'lock'
	| 'notice'
	| 'windows'
	| 'network'
	| 'network-sign-in'
	| 'connecting'
	| 'sign-in-email'
	| 'sign-in-blank'
	| 'sign-in-password'
	| 'company-loading'
	| 'company-box'
	| 'company-password'
	| 'change-password'
	| 'stay-signed-in'
	| 'connected'
	| 'building'
	| 'desktop';

export type Vpn = {
	readonly state: 'off' | 'on';
	/** How the session was opened. */
	readonly by: 'network-sign-in' | 'password' | 'passcode' | null;
	readonly page: 'welcome' | 'message' | 'panel' | 'sign-in' | 'change-password';
	/** The first passcode was right, the next one is wanted too. */
	readonly again: boolean;
	/** Informational messages still to close. */
	readonly messages: number;
	readonly message: MessageId | null;
};

export type Overlay =
	| 'start-menu'
	| 'clock'
	| 'network'
	| 'black'
	| 'security'
	| 'smartscreen'
	| 'smartscreen-details'
	| 'open-prompt';

export const windowIds = [
	'globalprotect',
	'vpn-browser',
	'loadset',
	'outlook',
	'browser',
	'installer',
	'mobilepass',
	'mobilepass-8',
	'teams',
	'settings',
] as const;
export type WindowId = (typeof windowIds)[number];

export type Outlook = {
	readonly page:
		| 'welcome'
		| 'email'
		| 'server-settings'
		| 'password'
		| 'change-password'
		| 'error'
		| 'added'
		| 'phone'
		| 'setting-up'
		| 'restart'
		| 'mailbox';
	readonly asksType: boolean;
	readonly phoneBox: boolean;
	readonly folder: 'Focused' | 'Other' | 'Junk';
	/** Id of the mail that is open. */
	readonly mail: string | null;
	readonly message: MessageId | null;
	/** Refused by the saved password or the loop, not by the service, since it was opened. */
	readonly looped: boolean;
};

/** The page of an enrollment link. */
export type EnrollmentPage = {
	readonly task: string;
	readonly user: string;
	/** Number of the Self-Enrollment session at the service. */
	readonly session: number;
	/** The page lists this kind of device. */
	readonly offered: boolean;
};

export type Browser = {
	readonly page: 'home' | 'enrollment' | 'refused' | 'downloads';
	/** The other browser, which cannot hand links to apps. */
	readonly wrong: boolean;
	readonly enrollment: EnrollmentPage | null;
	/** The enrollment link that was opened last: what its address, typed elsewhere, leads to. */
	readonly lastLink: { readonly task: string; readonly user: string } | null;
	readonly download: 'none' | 'running' | 'held' | 'ready' | 'opened';
	readonly allowed: boolean;
	readonly message: MessageId | null;
};

export type Catalog = {
	readonly page: 'search' | 'static-password-form' | 'token-form' | 'submitted' | 'refused';
	readonly item: 'static-password' | 'token' | null;
	/** Number of the request, for the page that confirms it. */
	readonly request: number;
};

export type Installer = {
	readonly page:
		| 'welcome'
		| 'busy'
		| 'older'
		| 'license'
		| 'configuration'
		| 'admin'
		| 'progress'
		| 'finish'
		| 'rolled-back';
	readonly accepted: boolean;
	readonly kind: 'standard' | 'shared' | null;
};

/** A token in the app. */
export type AppToken = {
	readonly credential: Credential;
	/** `null` for tokens that the app asks no PIN for. */
	readonly pin: TokenPin | null;
	/** Counter of the code on show, for event-based tokens. */
	readonly counter: number;
};

export type Pending =
	| { readonly by: 'link'; readonly task: string; readonly user: string; readonly session: number }
	| { readonly by: 'string'; readonly entry: Entry };

export type MobilePass = {
	readonly installed: 'standard' | 'shared' | 'older' | null;
	/** MobilePASS 8 is there too, and opens enrollment links. */
	readonly eight: boolean;
	/** Was started at least once: its links are known to Windows. */
	readonly launched: boolean;
	readonly page:
		| 'account-information'
		| 'sharing-error'
		| 'welcome'
		| 'string'
		| 'start'
		| 'create-pin'
		| 'confirm-pin'
		| 'enrolled'
		| 'list'
		| 'token'
		| 'details'
		| 'removed';
	/** How the activation under way began. */
	readonly pending: Pending | null;
	readonly tokens: readonly AppToken[];
	/** Serial of the token on show. */
	readonly serial: string | null;
	/** Serials whose PIN was given since the app was opened. */
	readonly unlocked: readonly string[];
	readonly message: MessageId | null;
};

export type Teams = {
	readonly page: 'blank' | 'account' | 'email' | 'passcode' | 'ready';
	readonly message: MessageId | null;
	readonly looped: boolean;
};

/** The manager's computer: a browser with the catalog, and mail. */
export type OtherComputer = {
	readonly front: 'browser' | 'mail';
	readonly catalog: Catalog;
	/** Id of the mail that is open. */
	readonly mail: string | null;
	readonly drafts: Drafts;
};

/** Everything that a device says when it refuses. Generic, like the real thing. */
export type MessageId =
	| 'user-or-password'
	| 'account-locked'
	| 'domain-not-available'
	| 'trust-failed'
	| 'temporary-profile'
	| 'portal-not-found'
	| 'email-refused'
	| 'password-refused'
	| 'sign-in-failed'
	| 'sign-in-again'
	| 'next-code'
	| 'new-password-refused'
	| 'passwords-differ'
	| 'wifi-key-refused'
	| 'mailbox-not-found'
	| 'something-went-wrong'
	| 'string-not-valid'
	| 'server-not-reached'
	| 'enrollment-over'
	| 'enrollment-done'
	| 'enrollment-locked'
	| 'device-not-permitted'
	| 'pin-not-accepted'
	| 'pins-differ'
	| 'pin-wrong'
	| 'link-does-nothing'
	| 'try-later';
