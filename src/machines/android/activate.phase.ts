import type { Phase } from '../base.ts';
import { detour, step } from '../states.ts';

/** Steps 11 to 14: what the app asks, whichever way the token came. */
export const activatePhase = {
	initial: 'pass-info-pages',
	states: {
		'pass-info-pages': step('pass-info-pages', {
			next: 'allow-push',
			troubles: {
				'app-closes-itself': 'app-closes-itself',
				'server-not-reached': 'server-not-reached',
			},
		}),
		'allow-push': step('allow-push', {
			next: 'create-phone-pin',
			troubles: {
				'push-not-asked': 'push-not-asked',
				'push-declined': 'push-turned-off',
				'permission-refused': 'permission-refused',
			},
		}),
		'create-phone-pin': step('create-phone-pin', {
			next: 'check-phone-token',
			troubles: {
				'phone-pins-differ': 'phone-pins-differ',
				'phone-pin-refused': 'phone-pin-not-accepted',
				'no-pin-asked': 'no-pin-asked',
				'app-closes-itself': 'app-closes-itself',
			},
		}),
		'check-phone-token': step('check-phone-token', {
			next: 'prove-enrollment',
			troubles: {
				'no-token-on-phone': 'no-token-on-phone',
				'passcode-hidden': 'phone-passcode-hidden',
				'further-token-wanted': 'add-further-token',
			},
		}),
		'app-closes-itself': detour('app-closes-itself', { from: ['pass-info-pages', 'create-phone-pin'] }),
		'push-not-asked': detour('push-not-asked', { from: ['allow-push'] }),
		'permission-refused': detour('permission-refused', { from: ['allow-push'] }),
		'phone-pins-differ': detour('phone-pins-differ', { from: ['create-phone-pin'], tries: 2 }),
		'phone-pin-not-accepted': detour('phone-pin-not-accepted', { from: ['create-phone-pin'] }),
		'no-pin-asked': detour('no-pin-asked', { from: ['create-phone-pin'] }),
		'no-token-on-phone': detour('no-token-on-phone', {
			from: ['check-phone-token'],
			answers: [
				{ question: 'enrollment-way', answer: 'link', to: 'open-enrollment-link' },
				{ question: 'enrollment-way', answer: 'qr', to: 'show-qr-code' },
				{ question: 'enrollment-way', answer: 'copy', to: 'copy-activation-string' },
			],
		}),
		'phone-passcode-hidden': detour('phone-passcode-hidden', { from: ['check-phone-token'] }),
	},
} satisfies Phase;
