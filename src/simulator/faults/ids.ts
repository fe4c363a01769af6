import type { PartFaultId } from '../part-names.ts';

/** Faults by the step at which they show. The registry says what each does. */
export const faultIds = [
	'password-email-late',
	'password-email-lost',
	'old-token-active',
	'old-static-password',
	'wrong-user-id-sent',
	'no-power',
	'other-name-shown',
	'keyboard-not-ready',
	'notice-absent',
	'cable-loose',
	'guest-wifi',
	'weak-wifi',
	'no-sign-in-icon',
	'wrong-portal-left',
	'connecting-forever',
	'email-at-other-domain',
	'sign-in-box-blank',
	'caps-lock-on',
	'computer-account-locked',
	'company-box-slow',
	'static-password-used-up',
	'static-password-must-change',
	'sign-in-loops-back',
	'tunnel-drops',
	'trust-failed',
	'thrown-back',
	'profile-slow',
	'black-desktop',
	'temporary-profile',
	'vpn-not-connected',
	'sign-in-hidden',
	'browser-tab-opened',
	'welcome-page-stays',
	'many-messages',
	'restart-wanted',
	'loadset-failed',
	'loadset-missing',
	'new-outlook-look',
	'outlook-password-loop',
	'saved-password-in-the-way',
	'outlook-needs-restart',
	'no-phone-box',
	'outlook-must-restart',
	'mfa-email-in-other',
	'mfa-email-in-junk',
	'mfa-email-late',
	'mfa-email-expired',
	'two-mfa-emails',
	'enrollment-removed',
	'download-held',
	'windows-protects-pc',
	'only-phones-listed',
	'admin-password-asked',
	'older-version-installed',
	'another-installation-running',
	'install-rolls-back',
	'install-hangs',
	'no-open-question',
	'wrong-browser',
	'old-app-opens',
	'activation-code-used',
	'enrollment-locked',
	'trivial-pin-refused',
	'clock-set-by-hand',
	'clock-fast-5-minutes',
	'clock-fast-90-seconds',
	'two-failures-already',
	'teams-loops',
	'teams-blank',
	'personal-account-asked',
	'teams-missing',
	'wrong-zone',
	'zone-jumps-back',
	'settings-grayed',
] as const;
export type FaultId = (typeof faultIds)[number];
/** A fault of procedure A or of a part. */
export type AnyFaultId = FaultId | PartFaultId;

/** Faults put in on purpose. `false`: mended. */
export type Faults = Readonly<Partial<Record<AnyFaultId, boolean>>>;
type WithFaults = { readonly faults: Faults };

/** Is this fault in the World and not mended? */
export const faulty = (world: WithFaults, id: AnyFaultId): boolean => world.faults[id] === true;

/** With a fault mended; the same World if it is not there. */
export function mended<World extends WithFaults>(world: World, id: AnyFaultId): World {
	return faulty(world, id) ? { ...world, faults: { ...world.faults, [id]: false } } : world;
}
