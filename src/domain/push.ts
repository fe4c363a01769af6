/**
 * Slugs of procedure C. Links, codes and stored runs hold them: a slug that was ever published stays.
 */
export const pushPhases = {
	'get-ready': ['turn-push-on'],
	'log-in': ['open-resource', 'enter-credentials', 'choose-autosend'],
	answer: ['open-request', 'choose-token', 'approve-request', 'confirm-it-is-you', 'check-logged-in'],
	'stay-safe': ['deny-and-report', 'turn-push-off'],
} as const;

export type PushPhase = keyof typeof pushPhases;
export type PushStep = (typeof pushPhases)[PushPhase][number];

/** The steps in the order of their numbers. Nobody does all: 1 to 9 are a sign-in, 10 and 11 stand alone. */
export const pushSteps: readonly PushStep[] = Object.values(pushPhases).flat();

/** What a person can see go wrong. */
export const pushSymptoms = [
	'notification-settings-differ',
	'app-not-listed',
	'switch-is-gray',
	'no-token-here',
	'page-does-not-open',
	'page-looks-odd',
	'signed-in-already',
	'login-refused',
	'login-locked',
	'push-not-offered',
	'passcode-field-only',
	'no-request-arrives',
	'request-on-phone',
	'notification-vanished',
	'request-expired',
	'unexpected-request',
	'two-requests',
	'no-arrows',
	'number-asked',
	'denied-by-mistake',
	'approved-by-mistake',
	'request-pin-refused',
	'request-pin-forgotten',
	'token-removed',
	'hello-does-not-recognize-me',
	'approved-but-refused',
	'page-still-waits',
	'requests-keep-coming',
	'no-report-button',
	'something-else',
] as const;
export type PushSymptom = (typeof pushSymptoms)[number];

/** Ways out of trouble, in the order in which the steps name them. */
export const pushDetours = [
	'service-desk',
	'push-settings-differ',
	'app-not-in-notifications',
	'push-switch-gray',
	'no-token-for-push',
	'login-page-does-not-open',
	'login-page-looks-odd',
	'signed-in-already',
	'push-login-refused',
	'push-login-locked',
	'push-not-offered',
	'only-passcode-field',
	'no-request-arrives',
	'request-on-other-device',
	'notification-gone',
	'request-expired',
	'request-not-mine',
	'two-requests-wait',
	'which-token',
	'number-asked',
	'denied-by-mistake',
	'approved-by-mistake',
	'push-pin-refused',
	'push-pin-forgotten',
	'new-token-for-push',
	'hello-not-recognized',
	'approved-but-refused',
	'page-still-waits',
	'requests-keep-coming',
	'report-missing',
] as const;
export type PushDetour = (typeof pushDetours)[number];
