import { describe, expect, test } from 'vitest';
import { desktopSymptoms, type DesktopStep, type DesktopSymptom } from '../../domain/desktop.ts';
import { troublesOf } from '../read.ts';
import { desktopMachine } from './desktop.machine.ts';

/** The rows of the failure catalogue, in its order, a list for each step. */
const catalogue: Partial<Record<DesktopStep, DesktopSymptom[]>> = {
	'request-static-password': ['no-password-email', 'form-refuses-user', 'old-password-found'],
	'boot-and-acknowledge': ['screen-stays-black', 'other-name-shown', 'keys-do-nothing'],
	'connect-to-router': ['no-internet-icon', 'guest-wifi', 'connection-drops'],
	'open-network-sign-in': ['no-sign-in-icon', 'portal-not-found', 'arrow-does-nothing', 'connecting-forever'],
	'enter-email-address': ['email-refused', 'sign-in-box-blank', 'email-next-gray'],
	'enter-computer-password': ['computer-password-refused', 'account-locked', 'company-box-missing'],
	'enter-static-password': [
		'static-password-refused',
		'must-change-password',
		'new-password-refused',
		'asked-twice',
		'pressed-no',
		'back-at-email-page',
	],
	'log-on-to-windows': ['back-shows-sign-in', 'domain-not-available', 'user-id-refused', 'trust-failed'],
	'wait-for-logon': ['stuck-preparing', 'black-desktop', 'temporary-profile'],
	'wait-for-globalprotect': [
		'vpn-not-connected',
		'sign-in-hidden',
		'browser-tab-opened',
		'welcome-page-stays',
		'too-many-messages',
	],
	'close-loadset-message': ['image-message', 'wants-restart', 'loadset-failed'],
	'start-outlook': [
		'outlook-looks-different',
		'account-type-asked',
		'mailbox-not-found',
		'outlook-error-code',
	],
	'outlook-static-password': [
		'outlook-keeps-asking',
		'outlook-still-asks',
		'right-password-refused',
		'web-mail-works',
	],
	'skip-outlook-mobile': ['done-with-box-ticked', 'no-phone-box', 'outlook-must-restart'],
	'open-mfa-email': [
		'mfa-email-missing',
		'mfa-email-old',
		'two-mfa-emails',
		'link-expired',
		'link-opens-on-phone',
	],
	'download-mobilepass': [
		'download-does-nothing',
		'windows-protected-pc',
		'page-closed',
		'only-phones-listed',
	],
	'accept-license': [
		'license-next-gray',
		'admin-password-asked',
		'another-version-installed',
		'another-installation-running',
	],
	'install-mobilepass': ['other-option-chosen', 'install-rolled-back', 'install-hangs'],
	'enroll-and-create-pin': [
		'no-open-question',
		'wrong-browser',
		'old-app-opened',
		'code-invalid',
		'code-used',
		'enrollment-locked',
		'pins-differ',
		'pin-not-accepted',
		'pin-forgotten',
		'account-information-asked',
	],
	'close-self-enrollment': ['closed-too-early', 'page-still-says-enroll'],
	'use-passcode-on-vpn': [
		'passcode-refused',
		'second-code-asked',
		'static-password-stopped',
		'vpn-account-locked',
		'only-dots',
		'token-gone',
		'unexpected-push',
		'no-push-arrives',
		'old-session-drops',
	],
	'sign-in-to-teams': ['teams-loops', 'teams-blank', 'personal-account-asked', 'teams-missing'],
	'check-time-zone': ['clock-hours-off', 'changed-time-by-hand', 'settings-grayed', 'zone-jumps-back'],
};

describe('the failure catalogue', () => {
	const troubles = troublesOf(desktopMachine);

	test('has 96 rows', () => expect(Object.values(catalogue).flat()).toHaveLength(96));

	test.each(Object.entries(catalogue))('every row of step %s is a symptom of that step', (step, rows) => {
		expect(Object.keys(troubles[step as DesktopStep] ?? {})).toEqual(expect.arrayContaining(rows));
	});

	test('every symptom that there is belongs to a step', () => {
		const used = new Set(Object.values(troubles).flatMap((one) => Object.keys(one)));
		expect(desktopSymptoms.filter((symptom) => !used.has(symptom))).toEqual([]);
	});

	test.each([
		['enter-static-password', 'static-password-refused', 'static-password-refused'],
		['outlook-static-password', 'right-password-refused', 'static-password-refused'],
		['open-mfa-email', 'mfa-email-old', 'new-mfa-email'],
		['download-mobilepass', 'page-closed', 'enrollment-page-closed'],
		['close-self-enrollment', 'closed-too-early', 'enrollment-page-closed'],
		['use-passcode-on-vpn', 'vpn-account-locked', 'account-locked'],
	] as const)('at %s, %s leads to %s', (step, symptom, detour) => {
		expect(troubles[step]?.[symptom]).toBe(detour);
	});
});
