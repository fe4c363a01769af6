import { androidSteps } from '../../domain/android.ts';
import type { Phase } from '../base.ts';
import { detour, serviceDesk } from '../states.ts';

/** Trouble that more than one part knows: each detour comes back to whoever called it. */
export const sharedDetours = {
	initial: 'service-desk',
	states: {
		'older-app-on-phone': detour('older-app-on-phone', { from: ['install-app', 'start-app-from-page'] }),
		'device-not-allowed': detour('device-not-allowed', {
			from: ['choose-authenticator', 'show-qr-code'],
			deskOnly: true,
		}),
		'enrollment-mail-missing': detour('enrollment-mail-missing', {
			from: ['open-enrollment-link', 'show-qr-code'],
			tries: 2,
			then: 'new-enrollment-mail',
			answers: [{ question: 'enrollment-way', answer: 'portal', to: 'open-user-portal' }],
		}),
		'activation-string-expired': detour('activation-string-expired', {
			from: [
				'open-enrollment-link',
				'show-qr-code',
				'scan-qr-code',
				'copy-activation-string',
				'paste-activation-string',
			],
			then: 'new-enrollment-mail',
		}),
		'activation-string-used': detour('activation-string-used', {
			from: ['open-enrollment-link', 'scan-qr-code', 'paste-activation-string'],
			then: 'new-enrollment-mail',
		}),
		'activation-string-refused': detour('activation-string-refused', {
			from: ['start-app-from-page', 'scan-qr-code', 'paste-activation-string'],
			tries: 2,
			then: 'new-enrollment-mail',
		}),
		'server-not-reached': detour('server-not-reached', {
			from: ['start-app-from-page', 'scan-qr-code', 'paste-activation-string', 'pass-info-pages'],
			tries: 2,
		}),
		'no-activate-button': detour('no-activate-button', { from: ['scan-qr-code', 'paste-activation-string'] }),
		'push-turned-off': detour('push-turned-off', { from: ['allow-push', 'keep-phone-ready'] }),
		'add-further-token': detour('add-further-token', {
			from: ['check-phone-token', 'keep-phone-ready'],
			answers: [
				{ question: 'enrollment-way', answer: 'link', to: 'open-enrollment-link' },
				{ question: 'enrollment-way', answer: 'qr', to: 'show-qr-code' },
				{ question: 'enrollment-way', answer: 'copy', to: 'copy-activation-string' },
			],
		}),
		'new-enrollment-mail': detour('new-enrollment-mail', {
			from: [
				'open-enrollment-link',
				'start-app-from-page',
				'show-qr-code',
				'scan-qr-code',
				'copy-activation-string',
				'paste-activation-string',
				'prove-enrollment',
				'keep-phone-ready',
			],
			to: 'open-enrollment-link',
			answers: [
				{ question: 'enrollment-way', answer: 'qr', to: 'show-qr-code' },
				{ question: 'enrollment-way', answer: 'copy', to: 'copy-activation-string' },
			],
		}),
		'service-desk': serviceDesk(androidSteps),
	},
} satisfies Phase;
