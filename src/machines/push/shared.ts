import { pushSteps } from '../../domain/push.ts';
import type { Phase } from '../base.ts';
import { detour, serviceDesk } from '../states.ts';

/** Trouble that more than one part knows: each detour comes back to whoever called it, or ends where a sign-in goes on. */
export const sharedDetours = {
	initial: 'service-desk',
	states: {
		'push-settings-differ': detour('push-settings-differ', { from: ['turn-push-on', 'turn-push-off'] }),
		'app-not-in-notifications': detour('app-not-in-notifications', {
			from: ['turn-push-on', 'turn-push-off'],
			tries: 2,
		}),
		'push-switch-gray': detour('push-switch-gray', { from: ['turn-push-on', 'turn-push-off'] }),
		'push-login-locked': detour('push-login-locked', { from: ['enter-credentials', 'check-logged-in'] }),
		// a passcode is the sure way: it ends at the check of the sign-in
		'push-not-offered': detour('push-not-offered', {
			from: ['choose-autosend', 'open-request', 'check-logged-in'],
			to: 'check-logged-in',
		}),
		'request-expired': detour('request-expired', {
			from: ['open-request', 'choose-token', 'approve-request', 'confirm-it-is-you'],
			to: 'choose-autosend',
		}),
		'request-not-mine': detour('request-not-mine', {
			from: ['open-request', 'approve-request'],
			answers: [{ question: 'request-mine', answer: 'no', through: 'deny-and-report' }],
		}),
		'denied-by-mistake': detour('denied-by-mistake', {
			from: ['approve-request', 'deny-and-report'],
			to: 'choose-autosend',
		}),
		'approved-by-mistake': detour('approved-by-mistake', {
			from: ['approve-request', 'check-logged-in', 'deny-and-report'],
			deskOnly: true,
		}),
		'new-token-for-push': detour('new-token-for-push', {
			from: ['confirm-it-is-you'],
			to: 'turn-push-on',
		}),
		'service-desk': serviceDesk(pushSteps),
	},
} satisfies Phase;
