/**
 * Slugs of procedure D. Links, codes and stored runs hold them: a slug that was ever published stays.
 */
export const migrationPhases = {
	console: ['sign-in-to-console'],
	'look-up': ['find-user', 'verify-caller', 'read-methods', 'read-token-details'],
	'token-acts': [
		'suspend-token',
		'activate-token',
		'unlock-token',
		'new-server-pin',
		'resync-token',
		'revoke-token',
	],
	'new-tokens': ['look-at-stock', 'switch-target', 'provision-users', 'watch-task', 'help-users-enroll'],
	'old-tokens': ['revoke-old-token', 'read-report'],
} as const;

export type MigrationPhase = keyof typeof migrationPhases;
export type MigrationStep = (typeof migrationPhases)[MigrationPhase][number];

/** The steps in the order of their numbers. Nobody does all: 2 to 11 help one user, 12 to 18 are a wave of the move. */
export const migrationSteps: readonly MigrationStep[] = Object.values(migrationPhases).flat();

/** What an operator can see go wrong. */
export const migrationSymptoms = [
	'console-does-not-open',
	'console-login-refused',
	'console-part-missing',
	'nothing-is-listed',
	'send-push-is-gray',
	'caller-gets-no-push',
	'caller-denied-push',
	'no-method-listed',
	'two-tokens-in-list',
	'push-otp-not-applicable',
	'push-otp-looks-wrong',
	'button-is-gray',
	'temporary-password-refused',
	'activate-is-refused',
	'locked-again',
	'new-pin-is-gray',
	'codes-refused',
	'last-method',
	'revoked-the-wrong-one',
	'app-shows-old-token',
	'no-tokens-left',
	'all-are-reserved',
	'row-not-active',
	'some-need-mobilepass-8',
	'user-has-no-email',
	'wrong-user-provisioned',
	'task-says-expired',
	'task-says-locked',
	'task-stays-active',
	'enrolled-but-not-completed',
	'enrolled-on-wrong-app',
	'target-not-allowed',
	'user-opted-out',
	'stock-did-not-grow',
	'some-still-on-mobilepass-8',
	'something-else',
] as const;
export type MigrationSymptom = (typeof migrationSymptoms)[number];

/** Ways out of trouble, in the order in which the steps name them. */
export const migrationDetours = [
	'service-desk',
	'console-not-reached',
	'operator-login-refused',
	'console-part-missing',
	'nothing-listed',
	'caller-has-no-push',
	'caller-push-missing',
	'caller-denied',
	'no-methods-listed',
	'two-tokens-listed',
	'push-not-applicable',
	'push-as-of-enrollment',
	'act-not-offered',
	'temporary-password-refused',
	'activate-refused',
	'locked-again',
	'new-pin-not-offered',
	'codes-do-not-match',
	'last-method-of-operator',
	'wrong-token-revoked',
	'app-still-shows-token',
	'no-tokens-left',
	'all-reserved',
	'target-row-inactive',
	'mobilepass-8-still-needed',
	'user-without-email',
	'wrong-user-provisioned',
	'task-expired',
	'task-locked',
	'task-stays-active',
	'enrolled-not-completed',
	'enrolled-on-wrong-app',
	'target-not-allowed',
	'push-opted-out',
	'not-back-in-inventory',
	'still-on-mobilepass-8',
] as const;
export type MigrationDetour = (typeof migrationDetours)[number];
