import type { DesktopStep, DesktopSymptom } from '../../domain/desktop.ts';
import type { FaultId } from './ids.ts';

/** A row of the failure catalogue (facts 7), and how a World shows it. */
export type CatalogueRow = { readonly step: DesktopStep; readonly symptom: DesktopSymptom } & (
	| { readonly faults: readonly [FaultId, ...FaultId[]] }
	/** No fault is needed: every World shows it when the person does this. */
	| { readonly ownAct: string }
	/** No fault is needed: it belongs to the straight road. */
	| { readonly always: string }
	/** No World shows it, and why. */
	| { readonly cannot: string }
);

/** All 96 rows, in the catalogue's order. */
export const catalogue: readonly CatalogueRow[] = [
	{
		step: 'request-static-password',
		symptom: 'no-password-email',
		faults: ['password-email-late', 'password-email-lost', 'wrong-user-id-sent'],
	},
	{ step: 'request-static-password', symptom: 'form-refuses-user', faults: ['old-token-active'] },
	{ step: 'request-static-password', symptom: 'old-password-found', faults: ['old-static-password'] },
	{ step: 'boot-and-acknowledge', symptom: 'screen-stays-black', faults: ['no-power'] },
	{ step: 'boot-and-acknowledge', symptom: 'other-name-shown', faults: ['other-name-shown'] },
	{ step: 'boot-and-acknowledge', symptom: 'keys-do-nothing', faults: ['keyboard-not-ready'] },
	{ step: 'connect-to-router', symptom: 'no-internet-icon', faults: ['cable-loose'] },
	{ step: 'connect-to-router', symptom: 'guest-wifi', faults: ['guest-wifi'] },
	{ step: 'connect-to-router', symptom: 'connection-drops', faults: ['weak-wifi'] },
	{ step: 'open-network-sign-in', symptom: 'no-sign-in-icon', faults: ['no-sign-in-icon'] },
	{ step: 'open-network-sign-in', symptom: 'portal-not-found', faults: ['wrong-portal-left'] },
	{
		step: 'open-network-sign-in',
		symptom: 'arrow-does-nothing',
		ownAct: 'Submit while the portal box is empty.',
	},
	{ step: 'open-network-sign-in', symptom: 'connecting-forever', faults: ['connecting-forever'] },
	{ step: 'enter-email-address', symptom: 'email-refused', faults: ['email-at-other-domain'] },
	{ step: 'enter-email-address', symptom: 'sign-in-box-blank', faults: ['sign-in-box-blank'] },
	{
		step: 'enter-email-address',
		symptom: 'email-next-gray',
		ownAct: 'Leave the field for the e-mail address empty.',
	},
	{ step: 'enter-computer-password', symptom: 'computer-password-refused', faults: ['caps-lock-on'] },
	{ step: 'enter-computer-password', symptom: 'account-locked', faults: ['computer-account-locked'] },
	{ step: 'enter-computer-password', symptom: 'company-box-missing', faults: ['company-box-slow'] },
	{
		step: 'enter-static-password',
		symptom: 'static-password-refused',
		faults: ['old-static-password', 'static-password-used-up'],
	},
	{ step: 'enter-static-password', symptom: 'must-change-password', faults: ['static-password-must-change'] },
	{ step: 'enter-static-password', symptom: 'new-password-refused', faults: ['static-password-must-change'] },
	{
		step: 'enter-static-password',
		symptom: 'asked-twice',
		always: 'The first sign-in asks for portal and gateway.',
	},
	{ step: 'enter-static-password', symptom: 'pressed-no', ownAct: 'Answer "No".' },
	{ step: 'enter-static-password', symptom: 'back-at-email-page', faults: ['sign-in-loops-back'] },
	{
		step: 'log-on-to-windows',
		symptom: 'back-shows-sign-in',
		ownAct: 'Choose "Back" before the network sign-in says that it is connected.',
	},
	{ step: 'log-on-to-windows', symptom: 'domain-not-available', faults: ['tunnel-drops'] },
	{ step: 'log-on-to-windows', symptom: 'user-id-refused', ownAct: 'Type the e-mail address as user name.' },
	{ step: 'log-on-to-windows', symptom: 'trust-failed', faults: ['trust-failed'] },
	{ step: 'wait-for-logon', symptom: 'stuck-preparing', faults: ['profile-slow'] },
	{ step: 'wait-for-logon', symptom: 'black-desktop', faults: ['black-desktop'] },
	{ step: 'wait-for-logon', symptom: 'temporary-profile', faults: ['temporary-profile'] },
	{ step: 'wait-for-globalprotect', symptom: 'vpn-not-connected', faults: ['vpn-not-connected'] },
	{ step: 'wait-for-globalprotect', symptom: 'sign-in-hidden', faults: ['sign-in-hidden'] },
	{ step: 'wait-for-globalprotect', symptom: 'browser-tab-opened', faults: ['browser-tab-opened'] },
	{ step: 'wait-for-globalprotect', symptom: 'welcome-page-stays', faults: ['welcome-page-stays'] },
	{ step: 'wait-for-globalprotect', symptom: 'too-many-messages', faults: ['many-messages'] },
	{
		step: 'close-loadset-message',
		symptom: 'image-message',
		always: 'The message comes four minutes after the first logon.',
	},
	{ step: 'close-loadset-message', symptom: 'wants-restart', faults: ['restart-wanted'] },
	{ step: 'close-loadset-message', symptom: 'loadset-failed', faults: ['loadset-failed'] },
	{ step: 'start-outlook', symptom: 'outlook-looks-different', faults: ['new-outlook-look'] },
	{ step: 'start-outlook', symptom: 'account-type-asked', always: 'Outlook asks for the type of account.' },
	{
		step: 'start-outlook',
		symptom: 'mailbox-not-found',
		faults: ['vpn-not-connected', 'email-at-other-domain'],
	},
	{
		step: 'start-outlook',
		symptom: 'outlook-error-code',
		faults: ['clock-set-by-hand', 'temporary-profile'],
	},
	{ step: 'outlook-static-password', symptom: 'outlook-keeps-asking', faults: ['outlook-password-loop'] },
	{ step: 'outlook-static-password', symptom: 'outlook-still-asks', faults: ['saved-password-in-the-way'] },
	{
		step: 'outlook-static-password',
		symptom: 'right-password-refused',
		faults: ['static-password-must-change', 'static-password-used-up'],
	},
	{ step: 'outlook-static-password', symptom: 'web-mail-works', faults: ['outlook-needs-restart'] },
	{
		step: 'skip-outlook-mobile',
		symptom: 'done-with-box-ticked',
		ownAct: '"Done" with the box still ticked.',
	},
	{ step: 'skip-outlook-mobile', symptom: 'no-phone-box', faults: ['no-phone-box'] },
	{ step: 'skip-outlook-mobile', symptom: 'outlook-must-restart', faults: ['outlook-must-restart'] },
	{
		step: 'open-mfa-email',
		symptom: 'mfa-email-missing',
		faults: ['mfa-email-in-other', 'mfa-email-in-junk', 'mfa-email-late'],
	},
	{ step: 'open-mfa-email', symptom: 'mfa-email-old', faults: ['mfa-email-expired'] },
	{ step: 'open-mfa-email', symptom: 'two-mfa-emails', faults: ['two-mfa-emails'] },
	{ step: 'open-mfa-email', symptom: 'link-expired', faults: ['enrollment-removed', 'mfa-email-expired'] },
	{
		step: 'open-mfa-email',
		symptom: 'link-opens-on-phone',
		cannot: 'It happens on a phone that is not part of this World yet; the phone comes with its own issue.',
	},
	{ step: 'download-mobilepass', symptom: 'download-does-nothing', faults: ['download-held'] },
	{ step: 'download-mobilepass', symptom: 'windows-protected-pc', faults: ['windows-protects-pc'] },
	{
		step: 'download-mobilepass',
		symptom: 'page-closed',
		ownAct: 'Close the Self Enrollment window after the download.',
	},
	{ step: 'download-mobilepass', symptom: 'only-phones-listed', faults: ['only-phones-listed'] },
	{
		step: 'accept-license',
		symptom: 'license-next-gray',
		always: '"Next" is gray until the terms are accepted.',
	},
	{ step: 'accept-license', symptom: 'admin-password-asked', faults: ['admin-password-asked'] },
	{ step: 'accept-license', symptom: 'another-version-installed', faults: ['older-version-installed'] },
	{
		step: 'accept-license',
		symptom: 'another-installation-running',
		faults: ['another-installation-running'],
	},
	{ step: 'install-mobilepass', symptom: 'other-option-chosen', ownAct: 'Choose "Multiple users".' },
	{ step: 'install-mobilepass', symptom: 'install-rolled-back', faults: ['install-rolls-back'] },
	{ step: 'install-mobilepass', symptom: 'install-hangs', faults: ['install-hangs'] },
	{ step: 'enroll-and-create-pin', symptom: 'no-open-question', faults: ['no-open-question'] },
	{ step: 'enroll-and-create-pin', symptom: 'wrong-browser', faults: ['wrong-browser'] },
	{ step: 'enroll-and-create-pin', symptom: 'old-app-opened', faults: ['old-app-opens'] },
	{
		step: 'enroll-and-create-pin',
		symptom: 'code-invalid',
		ownAct: 'Paste the activation string without its end.',
	},
	{ step: 'enroll-and-create-pin', symptom: 'code-used', faults: ['activation-code-used'] },
	{ step: 'enroll-and-create-pin', symptom: 'enrollment-locked', faults: ['enrollment-locked'] },
	{ step: 'enroll-and-create-pin', symptom: 'pins-differ', ownAct: 'Type another PIN the second time.' },
	{ step: 'enroll-and-create-pin', symptom: 'pin-not-accepted', faults: ['trivial-pin-refused'] },
	{
		step: 'enroll-and-create-pin',
		symptom: 'pin-forgotten',
		ownAct: 'Type another PIN than the one that was created.',
	},
	{
		step: 'enroll-and-create-pin',
		symptom: 'account-information-asked',
		ownAct: 'Start the app after "Multiple users".',
	},
	{
		step: 'close-self-enrollment',
		symptom: 'closed-too-early',
		ownAct: 'Close the Self Enrollment window before the token is enrolled.',
	},
	{
		step: 'close-self-enrollment',
		symptom: 'page-still-says-enroll',
		always: 'The page does not refresh itself.',
	},
	{
		step: 'use-passcode-on-vpn',
		symptom: 'passcode-refused',
		faults: ['clock-set-by-hand', 'clock-fast-5-minutes'],
	},
	{ step: 'use-passcode-on-vpn', symptom: 'second-code-asked', faults: ['clock-fast-90-seconds'] },
	{
		step: 'use-passcode-on-vpn',
		symptom: 'static-password-stopped',
		always: 'The static password is removed when the token becomes active.',
	},
	{ step: 'use-passcode-on-vpn', symptom: 'vpn-account-locked', faults: ['two-failures-already'] },
	{ step: 'use-passcode-on-vpn', symptom: 'only-dots', always: 'The code is masked until the PIN is given.' },
	{ step: 'use-passcode-on-vpn', symptom: 'token-gone', ownAct: 'Type wrong PINs until no tries are left.' },
	{
		step: 'use-passcode-on-vpn',
		symptom: 'unexpected-push',
		cannot: 'Push needs requests that somebody else makes; it comes with its own issue.',
	},
	{
		step: 'use-passcode-on-vpn',
		symptom: 'no-push-arrives',
		cannot: 'Push is off on Windows here; it comes with its own issue.',
	},
	{
		step: 'use-passcode-on-vpn',
		symptom: 'old-session-drops',
		always: 'The session ends a minute after the enrollment.',
	},
	{ step: 'sign-in-to-teams', symptom: 'teams-loops', faults: ['teams-loops'] },
	{ step: 'sign-in-to-teams', symptom: 'teams-blank', faults: ['teams-blank'] },
	{ step: 'sign-in-to-teams', symptom: 'personal-account-asked', faults: ['personal-account-asked'] },
	{ step: 'sign-in-to-teams', symptom: 'teams-missing', faults: ['teams-missing'] },
	{ step: 'check-time-zone', symptom: 'clock-hours-off', faults: ['wrong-zone'] },
	{ step: 'check-time-zone', symptom: 'changed-time-by-hand', faults: ['clock-set-by-hand'] },
	{ step: 'check-time-zone', symptom: 'settings-grayed', faults: ['settings-grayed'] },
	{ step: 'check-time-zone', symptom: 'zone-jumps-back', faults: ['zone-jumps-back'] },
];
