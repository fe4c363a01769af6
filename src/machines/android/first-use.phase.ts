import type { Phase } from '../base.ts';
import { detour, step } from '../states.ts';

/** Steps 15 and 16: the first passcode or request, and what stays to do. */
export const firstUsePhase = {
	initial: 'prove-enrollment',
	states: {
		'prove-enrollment': step('prove-enrollment', {
			next: 'keep-phone-ready',
			troubles: {
				'no-push-on-phone': 'no-push-on-phone',
				'phone-passcode-refused': 'phone-passcode-refused',
				'pin-asked-on-page': 'server-pin-asked',
				'phone-pin-forgotten': 'phone-pin-forgotten',
				'push-not-mine': 'push-not-mine',
			},
		}),
		'keep-phone-ready': step('keep-phone-ready', {
			next: 'done',
			troubles: {
				'push-wanted-later': 'push-turned-off',
				'further-token-wanted': 'add-further-token',
				'phone-pin-forgotten': 'phone-pin-forgotten',
				'phone-lost': 'phone-lost',
			},
		}),
		'no-push-on-phone': detour('no-push-on-phone', { from: ['prove-enrollment'], tries: 2 }),
		'phone-passcode-refused': detour('phone-passcode-refused', { from: ['prove-enrollment'], tries: 2 }),
		'server-pin-asked': detour('server-pin-asked', { from: ['prove-enrollment'] }),
		'phone-pin-forgotten': detour('phone-pin-forgotten', {
			from: ['prove-enrollment', 'keep-phone-ready'],
			then: 'new-enrollment-mail',
		}),
		'push-not-mine': detour('push-not-mine', { from: ['prove-enrollment'] }),
		'phone-lost': detour('phone-lost', { from: ['keep-phone-ready'], deskOnly: true }),
	},
} satisfies Phase;
