import type { Phase } from '../base.ts';
import { detour, step } from '../states.ts';

/** Steps 19 to 21: the token, its PIN, and the first passcode. */
export const enrollPhase = {
	initial: 'enroll-and-create-pin',
	states: {
		'enroll-and-create-pin': step('enroll-and-create-pin', {
			next: 'close-self-enrollment',
			troubles: {
				'no-open-question': 'no-open-question',
				'wrong-browser': 'wrong-browser',
				'old-app-opened': 'old-app-opened',
				'code-invalid': 'activation-code-invalid',
				'code-used': 'activation-code-used',
				'enrollment-locked': 'enrollment-locked',
				'pins-differ': 'pins-differ',
				'pin-not-accepted': 'pin-not-accepted',
				'pin-forgotten': 'pin-forgotten',
				'account-information-asked': 'wrong-configuration',
				'page-closed': 'enrollment-page-closed',
			},
		}),
		'close-self-enrollment': step('close-self-enrollment', {
			next: 'use-passcode-on-vpn',
			troubles: {
				'closed-too-early': 'enrollment-page-closed',
				'page-still-says-enroll': 'page-still-says-enroll',
				'no-token-listed': 'no-token-listed',
			},
		}),
		'use-passcode-on-vpn': step('use-passcode-on-vpn', {
			next: 'sign-in-to-teams',
			troubles: {
				'passcode-refused': 'passcode-refused',
				'second-code-asked': 'second-code-asked',
				'static-password-stopped': 'static-password-stopped',
				'vpn-account-locked': 'account-locked',
				'only-dots': 'only-dots',
				'pin-forgotten': 'pin-forgotten',
				'token-gone': 'token-gone',
				'unexpected-push': 'unexpected-push',
				'no-push-arrives': 'no-push-arrives',
				'old-session-drops': 'old-session-drops',
			},
		}),
		'no-open-question': detour('no-open-question', { from: ['enroll-and-create-pin'], tries: 2 }),
		'wrong-browser': detour('wrong-browser', { from: ['enroll-and-create-pin'] }),
		'old-app-opened': detour('old-app-opened', { from: ['enroll-and-create-pin'] }),
		'activation-code-invalid': detour('activation-code-invalid', {
			from: ['enroll-and-create-pin'],
			tries: 2,
		}),
		'activation-code-used': detour('activation-code-used', {
			from: ['enroll-and-create-pin'],
			then: 'new-mfa-email',
		}),
		'enrollment-locked': detour('enrollment-locked', {
			from: ['enroll-and-create-pin'],
			then: 'new-mfa-email',
		}),
		'pins-differ': detour('pins-differ', { from: ['enroll-and-create-pin'], tries: 2 }),
		'pin-not-accepted': detour('pin-not-accepted', { from: ['enroll-and-create-pin'] }),
		'page-still-says-enroll': detour('page-still-says-enroll', {
			from: ['close-self-enrollment'],
			answers: [{ question: 'token-listed', answer: 'no', to: 'enroll-and-create-pin' }],
		}),
		'no-token-listed': detour('no-token-listed', {
			from: ['close-self-enrollment'],
			to: 'enroll-and-create-pin',
		}),
		'passcode-refused': detour('passcode-refused', {
			from: ['use-passcode-on-vpn', 'sign-in-to-teams'],
			tries: 2,
			answers: [{ question: 'clock', answer: 'wrong', through: 'check-time-zone' }],
		}),
		'second-code-asked': detour('second-code-asked', { from: ['use-passcode-on-vpn'] }),
		'static-password-stopped': detour('static-password-stopped', { from: ['use-passcode-on-vpn'] }),
		'only-dots': detour('only-dots', { from: ['use-passcode-on-vpn'], then: 'pin-forgotten' }),
		'token-gone': detour('token-gone', { from: ['use-passcode-on-vpn'], then: 'new-mfa-email' }),
		'unexpected-push': detour('unexpected-push', { from: ['use-passcode-on-vpn'], deskOnly: true }),
		'no-push-arrives': detour('no-push-arrives', { from: ['use-passcode-on-vpn'] }),
		'old-session-drops': detour('old-session-drops', { from: ['use-passcode-on-vpn'] }),
	},
} satisfies Phase;
