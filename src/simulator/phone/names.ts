import type { PhonePage, PortalPage } from './state.ts';

/** What the phone and the user portal add to the names of the World. */
export type PhoneScreenName =
	| 'phone.lock'
	| 'phone.home'
	| 'phone.camera'
	| `phone-mail.${'list' | 'message' | 'enrollment' | 'verification-code'}`
	| `phone-browser.${'home' | 'enrollment' | 'open-question' | 'refused'}`
	| `phone-portal.${PortalPage}`
	| `phone-store.${'search' | 'app' | 'installing' | 'installed'}`
	| `phone-settings.${'home' | 'mobilepass' | 'time'}`
	| `phone-mobilepass.${Exclude<PhonePage, 'camera' | 'token'> | 'unlock' | 'passcode'}`
	| `portal.${PortalPage}`
	| `self-enrollment.${'devices' | 'android'}`;
export type PhoneDueId = 'phone-app-installed' | 'phone-stranger';
export type PhoneFaultId = (typeof phoneFaultIds)[number];
/** An operator provisions anew: the e-mail of an enrollment that can be used comes. */
export type PhoneDeskTopic = 'new-enrollment';

/** Faults of the phone and of the user portal, in the order of procedure B. */
export const phoneFaultIds = [
	'verification-code-lost',
	'verification-code-in-junk',
	'mail-link-opens-nothing',
	'page-link-opens-nothing',
	'android-not-allowed',
	'qr-code-off',
	'camera-refused',
	'phone-offline',
	'phone-enrollment-expired',
	'phone-enrollment-used',
	'phone-enrollment-locked',
	'phone-notifications-off',
	'phone-clock-by-hand',
	'phone-stranger',
] as const;

/** How a World with a phone begins. */
export type NewPhone = {
	/** MobilePASS+ is on the phone already. */
	readonly installed?: boolean;
};
