import type { Phase } from '../base.ts';
import { detour, step } from '../states.ts';

/** Steps 2 to 4: self-enrollment, begun on a computer or on the phone. It leads to the QR code. */
export const userPortalPhase = {
	initial: 'open-user-portal',
	states: {
		'open-user-portal': step('open-user-portal', {
			next: 'confirm-your-identity',
			troubles: {
				'portal-does-not-open': 'user-portal-not-found',
				'portal-login-refused': 'portal-login-refused',
				'no-add-authenticator': 'add-authenticator-missing',
			},
		}),
		'confirm-your-identity': step('confirm-your-identity', {
			next: 'choose-authenticator',
			troubles: {
				'no-verification-code': 'verification-code-missing',
				'verification-code-refused': 'verification-code-refused',
				'portal-password-refused': 'portal-login-refused',
			},
		}),
		'choose-authenticator': step('choose-authenticator', {
			next: 'scan-qr-code',
			troubles: {
				'no-android-choice': 'device-not-allowed',
				'qr-code-on-phone': 'qr-code-on-same-phone',
			},
		}),
		'user-portal-not-found': detour('user-portal-not-found', { from: ['open-user-portal'] }),
		'portal-login-refused': detour('portal-login-refused', {
			from: ['open-user-portal', 'confirm-your-identity'],
			tries: 2,
		}),
		'add-authenticator-missing': detour('add-authenticator-missing', { from: ['open-user-portal'] }),
		'verification-code-missing': detour('verification-code-missing', {
			from: ['confirm-your-identity'],
			tries: 2,
		}),
		'verification-code-refused': detour('verification-code-refused', { from: ['confirm-your-identity'] }),
		'qr-code-on-same-phone': detour('qr-code-on-same-phone', {
			from: ['choose-authenticator'],
			answers: [{ question: 'enrollment-way', answer: 'copy', to: 'copy-activation-string' }],
		}),
	},
} satisfies Phase;
