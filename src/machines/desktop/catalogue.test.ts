import { describe, expect, test } from 'vitest';
import { desktopSteps, desktopSymptoms, type DesktopSymptom } from '../../domain/desktop.ts';
import { troublesOf } from '../read.ts';
import { desktopMachine } from './desktop.machine.ts';

/** The rows of the failure catalogue, in its order, a list for each step. */
const catalogue: Record<number, DesktopSymptom[]> = {
	1: ['no-password-email', 'form-refuses-user', 'old-password-found'],
	2: ['screen-stays-black', 'other-name-shown', 'keys-do-nothing'],
	3: ['no-internet-icon', 'guest-wifi', 'connection-drops'],
	4: ['no-sign-in-icon', 'portal-not-found', 'arrow-does-nothing', 'connecting-forever'],
	5: ['email-refused', 'sign-in-box-blank', 'email-next-gray'],
	6: ['computer-password-refused', 'account-locked', 'company-box-missing'],
	7: [
		'static-password-refused',
		'must-change-password',
		'new-password-refused',
		'asked-twice',
		'pressed-no',
		'back-at-email-page',
	],
	8: ['back-shows-sign-in', 'domain-not-available', 'user-id-refused', 'trust-failed'],
	9: ['stuck-preparing', 'black-desktop', 'temporary-profile'],
	10: [
		'vpn-not-connected',
		'sign-in-hidden',
		'browser-tab-opened',
		'welcome-page-stays',
		'too-many-messages',
	],
	11: ['image-message', 'wants-restart', 'loadset-failed'],
	12: ['outlook-looks-different', 'account-type-asked', 'mailbox-not-found', 'outlook-error-code'],
	13: ['outlook-keeps-asking', 'outlook-still-asks', 'right-password-refused', 'web-mail-works'],
	14: ['done-with-box-ticked', 'no-phone-box', 'outlook-must-restart'],
	15: ['mfa-email-missing', 'mfa-email-old', 'two-mfa-emails', 'link-expired', 'link-opens-on-phone'],
	16: ['download-does-nothing', 'windows-protected-pc', 'page-closed', 'only-phones-listed'],
	17: [
		'license-next-gray',
		'admin-password-asked',
		'another-version-installed',
		'another-installation-running',
	],
	18: ['other-option-chosen', 'install-rolled-back', 'install-hangs'],
	19: [
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
	20: ['closed-too-early', 'page-still-says-enroll'],
	21: [
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
	22: ['teams-loops', 'teams-blank', 'personal-account-asked', 'teams-missing'],
	23: ['clock-hours-off', 'changed-time-by-hand', 'settings-grayed', 'zone-jumps-back'],
};

describe('the failure catalogue', () => {
	const troubles = troublesOf(desktopMachine);

	test('has 96 rows', () => expect(Object.values(catalogue).flat()).toHaveLength(96));

	test.each(Object.entries(catalogue))('every row of step %s is a symptom of that step', (number, rows) => {
		const slug = desktopSteps[Number(number) - 1];
		expect(Object.keys(slug ? (troubles[slug] ?? {}) : {})).toEqual(expect.arrayContaining(rows));
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
