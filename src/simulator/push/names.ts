/** What push adds to the names of the World. */
export type PushScreenName =
	| 'browser.resource'
	| 'browser.company-sign-in'
	| 'browser.sign-in-method'
	| 'browser.sign-in-passcode'
	| 'browser.pin-given'
	| 'browser.set-pin'
	| 'browser.sign-in-waiting'
	| 'browser.signed-in'
	| 'mobilepass.request'
	| 'mobilepass.request-number'
	| 'mobilepass.request-pin'
	| 'mobilepass.request-approved'
	| 'mobilepass.request-denied'
	| 'mobilepass.request-reported'
	| 'mobilepass.request-over'
	| 'mobilepass.history'
	| 'windows-hello.owner'
	| 'windows-hello.choices';
export type PushDueId = 'push-page-over' | 'push-stranger';
/** Faults of procedure C. */
export const pushFaultIds = [
	'push-notifications-off',
	'push-app-closed',
	'push-not-permitted',
	'push-not-allowed',
	'push-stranger',
	'push-second-request',
	'push-clock-fast',
	'hello-not-recognized',
] as const;
export type PushFaultId = (typeof pushFaultIds)[number];

/** How a World with push begins. */
export type NewPush = {
	/**
	 * `enrolled`, unless given: the laptop stands on its desktop, connected, with MobilePASS+ running and its tokens
	 * enrolled. `new`: as procedure A begins.
	 */
	readonly laptop?: 'enrolled' | 'new';
	/** Tokens of the laptop; one unless given. */
	readonly tokens?: 1 | 2;
	/** Windows Hello stands for the PIN of the tokens (facts 3.3, "Biometric"). */
	readonly hello?: boolean;
	/** Windows shows the notifications of MobilePASS+; unless given, it does. */
	readonly notifications?: boolean;
	/** Somebody else, who knows the password, logs in as the person: so many seconds after the start or after each login. */
	readonly stranger?: { readonly after: 'start' | 'login'; readonly seconds: number };
};
