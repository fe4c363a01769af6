import { desktopSteps } from '../../domain/desktop.ts';
import type { Phase } from '../base.ts';
import { detour, serviceDesk } from '../states.ts';

/** Trouble that more than one step knows: each detour comes back to whoever called it. */
export const sharedDetours = {
	initial: 'service-desk',
	states: {
		'account-locked': detour('account-locked', {
			from: [
				'enter-computer-password',
				'enter-static-password',
				'log-on-to-windows',
				'use-passcode-on-vpn',
				'sign-in-to-teams',
			],
		}),
		'static-password-refused': detour('static-password-refused', {
			from: ['enter-static-password', 'outlook-static-password'],
			tries: 2,
			then: 'new-static-password',
		}),
		/** The manager's request of step 1, made once more. */
		'new-static-password': detour('new-static-password', {
			from: ['enter-static-password', 'outlook-static-password'],
		}),
		'enrollment-page-closed': detour('enrollment-page-closed', {
			from: ['download-mobilepass', 'enroll-and-create-pin', 'close-self-enrollment'],
			then: 'enrollment-link-refused',
		}),
		'enrollment-link-refused': detour('enrollment-link-refused', {
			from: ['open-mfa-email', 'download-mobilepass', 'enroll-and-create-pin', 'close-self-enrollment'],
			then: 'new-mfa-email',
		}),
		/** The manager's token request: it ends with a new e-mail, so always at step 15. */
		'new-mfa-email': detour('new-mfa-email', {
			from: [
				'open-mfa-email',
				'download-mobilepass',
				'enroll-and-create-pin',
				'close-self-enrollment',
				'use-passcode-on-vpn',
			],
			to: 'open-mfa-email',
		}),
		'wrong-configuration': detour('wrong-configuration', {
			from: ['install-mobilepass', 'enroll-and-create-pin'],
			to: 'accept-license',
		}),
		'pin-forgotten': detour('pin-forgotten', {
			from: ['enroll-and-create-pin', 'use-passcode-on-vpn'],
			then: 'new-mfa-email',
		}),
		'service-desk': serviceDesk(desktopSteps),
	},
} satisfies Phase;
