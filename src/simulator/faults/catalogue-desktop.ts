import { messages } from '../laptop/messages.ts';
import { DAY } from '../queue.ts';
import type { CatalogueRow } from './catalogue-row.ts';

/** The rows of steps 10 to 15: from the desktop to the MFA e-mail. */
export const desktopRows: readonly CatalogueRow[] = [
	{
		step: 'wait-for-globalprotect',
		symptom: 'vpn-not-connected',
		faults: ['vpn-not-connected'],
		shows: { screen: 'globalprotect.message', reads: 'Not connected' },
	},
	{
		step: 'wait-for-globalprotect',
		symptom: 'sign-in-hidden',
		faults: ['sign-in-hidden'],
		shows: { screen: 'desktop.plain', reads: 'GlobalProtect' },
	},
	{
		step: 'wait-for-globalprotect',
		symptom: 'browser-tab-opened',
		faults: ['browser-tab-opened'],
		shows: { screen: 'browser.vpn-sign-in', reads: 'Password or passcode' },
	},
	{
		step: 'wait-for-globalprotect',
		symptom: 'welcome-page-stays',
		faults: ['welcome-page-stays'],
		shows: { screen: 'globalprotect.welcome', reads: 'Welcome' },
	},
	{
		step: 'wait-for-globalprotect',
		symptom: 'too-many-messages',
		faults: ['many-messages'],
		shows: { screen: 'globalprotect.message', reads: 'Connected', after: 'globalprotect.close' },
	},
	{
		step: 'close-loadset-message',
		symptom: 'image-message',
		always: 'The message comes four minutes after the first logon.',
		shows: { screen: 'desktop.loadset', reads: 'Image and Loadset are complete.' },
	},
	{
		step: 'close-loadset-message',
		symptom: 'wants-restart',
		faults: ['restart-wanted'],
		shows: { screen: 'desktop.loadset', reads: 'Restart now' },
	},
	{
		step: 'close-loadset-message',
		symptom: 'loadset-failed',
		faults: ['loadset-failed'],
		shows: { screen: 'desktop.loadset', reads: 'Loadset failed. Code 1603.' },
	},
	{
		step: 'start-outlook',
		symptom: 'outlook-looks-different',
		faults: ['new-outlook-look'],
		shows: { screen: 'outlook.welcome', reads: 'Meet the new Outlook' },
	},
	{
		step: 'start-outlook',
		symptom: 'account-type-asked',
		always: 'Outlook asks for the type of account.',
		shows: { screen: 'outlook.email', reads: 'Microsoft 365' },
	},
	{
		step: 'start-outlook',
		symptom: 'mailbox-not-found',
		faults: ['vpn-not-connected', 'email-at-other-domain'],
		shows: { screen: 'outlook.email', reads: messages['mailbox-not-found'] },
	},
	{
		step: 'start-outlook',
		symptom: 'outlook-error-code',
		faults: ['clock-set-by-hand', 'temporary-profile'],
		shows: { screen: 'outlook.error', reads: messages['something-went-wrong'] },
	},
	{
		step: 'outlook-static-password',
		symptom: 'outlook-keeps-asking',
		faults: ['outlook-password-loop'],
		shows: { screen: 'outlook.password', reads: messages['sign-in-again'] },
	},
	{
		step: 'outlook-static-password',
		symptom: 'outlook-still-asks',
		faults: ['saved-password-in-the-way'],
		shows: { screen: 'outlook.password', reads: messages['sign-in-again'] },
	},
	{
		step: 'outlook-static-password',
		symptom: 'right-password-refused',
		faults: ['static-password-must-change', 'static-password-used-up', 'caps-lock-on'],
		shows: { screen: 'outlook.password', reads: messages['password-refused'] },
	},
	{
		step: 'outlook-static-password',
		symptom: 'web-mail-works',
		faults: ['outlook-needs-restart'],
		shows: { screen: 'browser.web-mail', reads: 'Inbox' },
	},
	{
		step: 'skip-outlook-mobile',
		symptom: 'done-with-box-ticked',
		ownAct: '"Done" with the box still ticked.',
		shows: { screen: 'outlook.phone', reads: 'Outlook on your phone' },
	},
	{
		step: 'skip-outlook-mobile',
		symptom: 'no-phone-box',
		faults: ['no-phone-box'],
		shows: { screen: 'outlook.added', lacks: 'outlook.phone-box' },
	},
	{
		step: 'skip-outlook-mobile',
		symptom: 'outlook-must-restart',
		faults: ['outlook-must-restart'],
		shows: { screen: 'outlook.restart', reads: 'Outlook must be restarted.' },
	},
	{
		step: 'open-mfa-email',
		symptom: 'mfa-email-missing',
		faults: ['mfa-email-in-other', 'mfa-email-in-junk', 'mfa-email-late'],
		shows: { screen: 'outlook.mailbox', lacks: 'MFA: set up your MobilePASS+ token' },
	},
	{
		step: 'open-mfa-email',
		symptom: 'mfa-email-old',
		faults: ['mfa-email-expired'],
		shows: { screen: 'outlook.mfa-email', olderThan: 30 * DAY },
	},
	{
		step: 'open-mfa-email',
		symptom: 'two-mfa-emails',
		faults: ['two-mfa-emails'],
		shows: { screen: 'outlook.mailbox', reads: 'MFA: set up your MobilePASS+ token' },
	},
	{
		step: 'open-mfa-email',
		symptom: 'link-expired',
		faults: ['enrollment-removed', 'mfa-email-expired', 'two-mfa-emails'],
		shows: { screen: 'browser.refused', reads: messages['enrollment-removed'] },
		differs: { 'mfa-email-expired': { screen: 'browser.refused', reads: messages['enrollment-expired'] } },
	},
	{
		step: 'open-mfa-email',
		symptom: 'link-opens-on-phone',
		cannot: 'It happens on a phone that is not part of this World yet; the phone comes with its own issue.',
	},
];
