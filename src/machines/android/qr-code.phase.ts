import type { Phase } from '../base.ts';
import { detour, step } from '../states.ts';

/** Steps 7 and 8: the QR code on another screen. */
export const qrCodePhase = {
	initial: 'show-qr-code',
	states: {
		'show-qr-code': step('show-qr-code', {
			next: 'scan-qr-code',
			troubles: {
				'no-enrollment-mail': 'enrollment-mail-missing',
				'android-not-listed': 'device-not-allowed',
				'no-qr-code': 'qr-code-not-shown',
				'enrollment-expired': 'activation-string-expired',
			},
		}),
		'scan-qr-code': step('scan-qr-code', {
			next: 'pass-info-pages',
			troubles: {
				'camera-refused': 'camera-not-allowed',
				'camera-unusable': 'camera-cannot-be-used',
				'qr-code-not-read': 'qr-code-not-read',
				'no-activate-button': 'no-activate-button',
				'activation-refused': 'activation-string-refused',
				'string-expired': 'activation-string-expired',
				'string-used': 'activation-string-used',
				'server-not-reached': 'server-not-reached',
			},
		}),
		'qr-code-not-shown': detour('qr-code-not-shown', {
			from: ['show-qr-code'],
			to: 'copy-activation-string',
		}),
		'camera-not-allowed': detour('camera-not-allowed', {
			from: ['scan-qr-code'],
			tries: 2,
			then: 'camera-cannot-be-used',
		}),
		'camera-cannot-be-used': detour('camera-cannot-be-used', {
			from: ['scan-qr-code'],
			to: 'copy-activation-string',
		}),
		'qr-code-not-read': detour('qr-code-not-read', {
			from: ['scan-qr-code'],
			tries: 2,
			then: 'camera-cannot-be-used',
		}),
	},
} satisfies Phase;
