import type { Phase } from '../base.ts';
import { detour, step } from '../states.ts';

/** Steps 2 to 5: who is meant, whether it is them, and what they have. It leads back to the question what to do. */
export const lookUpPhase = {
	initial: 'find-user',
	states: {
		'find-user': step('find-user', {
			next: 'verify-caller',
			troubles: { 'nothing-is-listed': 'nothing-listed' },
		}),
		'verify-caller': step('verify-caller', {
			next: 'read-methods',
			troubles: {
				'send-push-is-gray': 'caller-has-no-push',
				'caller-gets-no-push': 'caller-push-missing',
				'caller-denied-push': 'caller-denied',
			},
		}),
		'read-methods': step('read-methods', {
			next: 'read-token-details',
			troubles: {
				'no-method-listed': 'no-methods-listed',
				'two-tokens-in-list': 'two-tokens-listed',
			},
		}),
		'read-token-details': step('read-token-details', {
			next: 'asking-token-act',
			troubles: {
				'nothing-is-listed': 'nothing-listed',
				'push-otp-not-applicable': 'push-not-applicable',
				'push-otp-looks-wrong': 'push-as-of-enrollment',
			},
		}),
		'nothing-listed': detour('nothing-listed', { from: ['find-user', 'read-token-details'] }),
		'caller-has-no-push': detour('caller-has-no-push', { from: ['verify-caller'] }),
		'caller-push-missing': detour('caller-push-missing', {
			from: ['verify-caller'],
			tries: 2,
			then: 'caller-has-no-push',
		}),
		// nobody goes on with a caller who may be somebody else
		'caller-denied': detour('caller-denied', { from: ['verify-caller'], deskOnly: true }),
		'no-methods-listed': detour('no-methods-listed', { from: ['read-methods'], to: 'provision-users' }),
		'push-not-applicable': detour('push-not-applicable', { from: ['read-token-details'] }),
		'push-as-of-enrollment': detour('push-as-of-enrollment', { from: ['read-token-details'] }),
	},
} satisfies Phase;
