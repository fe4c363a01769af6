import type { Entry } from '../entries.ts';
import type { Target } from '../policy.ts';
import type { Credential, TokenPin } from '../service/service.ts';

export type Outlook = {
	readonly page:
		| 'welcome'
		| 'email'
		| 'server-settings'
		| 'password'
		| 'change-password'
		| 'pin-given'
		| 'set-pin'
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
	/** Since when it cannot synchronize; what came later is not in the mailbox. `null`: it does. */
	readonly offlineSince: number | null;
	readonly message: MessageId | null;
	/** Refused by the saved password or the loop, not by the service, since it was opened. */
	readonly looped: boolean;
	/** It was opened anew after it had asked again. */
	readonly reopened: boolean;
};

/** The page of an enrollment link. */
export type EnrollmentPage = {
	readonly task: string;
	readonly user: string;
	/** Number of the Self-Enrollment session at the service. */
	readonly session: number;
	/** The kinds of device that the page lists. */
	readonly offered: readonly Target[];
};

export type Browser = {
	readonly page: 'home' | 'enrollment' | 'refused' | 'downloads' | 'unreachable' | 'web-mail';
	/** The other browser, which cannot hand links to apps. */
	readonly wrong: boolean;
	readonly enrollment: EnrollmentPage | null;
	/** The enrollment link that was opened last: what its address, typed elsewhere, leads to. */
	readonly lastLink: { readonly task: string; readonly user: string } | null;
	readonly download: 'none' | 'running' | 'held' | 'ready' | 'opened';
	/** The tick in the question that is open: kept only with "Open". */
	readonly ticked: boolean;
	/** The answer that is remembered for the site: no question any more. */
	readonly allowed: boolean;
	readonly message: MessageId | null;
};

export type Catalog = {
	readonly page: 'search' | 'static-password-form' | 'token-form' | 'submitted' | 'refused';
	readonly item: 'static-password' | 'token' | null;
	/** The kind of token was chosen. */
	readonly kindChosen: boolean;
	/** Number of the request, for the page that confirms it. */
	readonly request: number;
};

export type Installer = {
	readonly page:
		| 'welcome'
		| 'busy'
		| 'older'
		| 'maintenance'
		| 'license'
		| 'configuration'
		| 'admin'
		| 'progress'
		| 'finish'
		| 'rolled-back';
	readonly accepted: boolean;
	readonly kind: 'standard' | 'shared' | null;
	/** Authenticators that an update has kept; `null` where none was there to be kept. */
	readonly kept: number | null;
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
		| 'change-pin'
		| 'delete'
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
	readonly page: 'blank' | 'account' | 'email' | 'passcode' | 'pin-given' | 'set-pin' | 'ready';
	readonly message: MessageId | null;
	readonly looped: boolean;
};

/** Everything that a device says when it refuses. Generic, like the real thing. */
export type MessageId =
	| 'user-or-password'
	| 'lock-warning'
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
	| 'connection-lost'
	| 'mailbox-not-found'
	| 'something-went-wrong'
	| 'string-not-valid'
	| 'server-not-reached'
	| 'enrollment-expired'
	| 'enrollment-removed'
	| 'page-closed'
	| 'enrollment-done'
	| 'enrollment-locked'
	| 'device-not-permitted'
	| 'pin-set'
	| 'pin-changed'
	| 'pin-not-accepted'
	| 'pins-differ'
	| 'pin-wrong'
	| 'link-does-nothing'
	| 'try-later';
