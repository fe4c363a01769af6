import type { Entry } from '../entries.ts';
import type { Browser, Catalog, Installer, MessageId, MobilePass, Outlook, Teams } from './app-state.ts';

export type * from './app-state.ts';

/** Zone names (IANA) that the laptop's settings offer. */
export const zones = [
	'America/Halifax',
	'America/New_York',
	'America/Chicago',
	'America/Denver',
	'America/Phoenix',
	'America/Los_Angeles',
	'Asia/Manila',
	'UTC',
] as const;
export type ZoneName = (typeof zones)[number];

/** How Windows lists them: the figure is that without summer time and stays all year. */
export const zoneTexts: Readonly<Record<ZoneName, string>> = {
	'America/Halifax': '(UTC-04:00) Atlantic Time (Canada)',
	'America/New_York': '(UTC-05:00) Eastern Time (US & Canada)',
	'America/Chicago': '(UTC-06:00) Central Time (US & Canada)',
	'America/Denver': '(UTC-07:00) Mountain Time (US & Canada)',
	'America/Phoenix': '(UTC-07:00) Arizona',
	'America/Los_Angeles': '(UTC-08:00) Pacific Time (US & Canada)',
	'Asia/Manila': '(UTC+08:00) Kuala Lumpur, Singapore',
	UTC: '(UTC) Coordinated Universal Time',
};

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
	readonly settings: 'home' | 'time' | 'apps' | 'uninstall' | 'notifications' | 'credentials';
	/** Windows shows the notifications of MobilePASS+ (procedure C). */
	readonly notifications: boolean;
	/** Entries that Windows keeps for Office (facts 7, step 13). */
	readonly savedCredential: boolean;
	/** `missing`: its time is over, and it did not come. */
	readonly loadset: 'none' | 'missing' | 'complete' | 'failed' | 'restart' | 'closed';
};

type Clock = {
	/** Device clock minus true time, ms. Zones never change it. */
	readonly skew: number;
	readonly zone: ZoneName;
	readonly autoZone: boolean;
	/** The zone had been set right, and a start has put it back. */
	readonly jumped: boolean;
	readonly autoTime: boolean;
};

export type Network = {
	readonly cable: 'plugged' | 'loose' | 'none';
	readonly wifi: 'home' | 'guest' | null;
	/** Chosen in the list, key not yet accepted. */
	readonly joining: 'home' | null;
	readonly message: MessageId | null;
};

type Logon = {
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
	| 'pin-given'
	| 'set-pin'
	| 'stay-signed-in'
	| 'connected'
	| 'building'
	| 'desktop';

export type Vpn = {
	readonly state: 'off' | 'on';
	/** How the session was opened. */
	readonly by: 'network-sign-in' | 'password' | 'passcode' | null;
	readonly page: 'welcome' | 'message' | 'panel' | 'sign-in' | 'change-password' | 'pin-given' | 'set-pin';
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

export type WindowId =
	| 'globalprotect'
	| 'vpn-browser'
	| 'loadset'
	| 'outlook'
	| 'browser'
	| 'installer'
	| 'mobilepass'
	| 'mobilepass-8'
	| 'teams'
	| 'settings';

/** The manager's computer: a browser with the catalog, and mail. */
export type OtherComputer = {
	readonly front: 'browser' | 'mail';
	readonly catalog: Catalog;
	/** Id of the mail that is open. */
	readonly mail: string | null;
	readonly drafts: Drafts;
};
