import type { Entry } from '../entries.ts';
import type { MessageId } from '../laptop/app-state.ts';

/** What push adds to a World: the login page in the laptop's browser, and the requests in its app. */
export type Push = {
	readonly page: LoginPage;
	/** What the method page has chosen. */
	readonly method: 'autosend' | 'passcode' | null;
	/** What was typed on the login page; checked together with the second factor (facts 5.10, code 9). */
	readonly first: { readonly user: Entry; readonly password: Entry } | null;
	/** What the page waits for: a request, or nothing at all (code 9), until when. */
	readonly waits: {
		readonly request: string | null;
		readonly until: number;
		/** Number matching: what the page shows. */
		readonly number: number | null;
	} | null;
	readonly message: PushMessage | null;
	/** Logins that came through on this laptop, oldest first. */
	readonly logins: readonly { readonly at: number; readonly request: string | null }[];
	/** Requests whose notification was opened or closed. */
	readonly noticed: readonly string[];
	/** What the app shows of a request, in the place of its own pages. */
	readonly window: RequestWindow | null;
	/** Windows Hello stands for the PIN. */
	readonly hello: boolean;
	readonly stranger: { readonly after: 'start' | 'login'; readonly seconds: number } | null;
};

export type LoginPage =
	| 'none'
	| 'resource'
	| 'company-sign-in'
	| 'sign-in-method'
	| 'sign-in-passcode'
	| 'pin-given'
	| 'set-pin'
	| 'sign-in-waiting'
	| 'signed-in';

export type RequestWindow = {
	readonly page:
		| 'request'
		| 'request-number'
		| 'hello-owner'
		| 'hello-choices'
		| 'request-pin'
		| 'request-approved'
		| 'request-denied'
		| 'request-reported'
		| 'request-over'
		| 'history';
	readonly request: string;
	/** The token that answers. */
	readonly serial: string;
	/** Number matching: the number that was chosen. */
	readonly number: number | null;
	readonly message: PushMessage | null;
};

export type PushMessage =
	MessageId | 'no-answer' | 'not-recognized' | 'request-expired' | 'request-not-accepted';
