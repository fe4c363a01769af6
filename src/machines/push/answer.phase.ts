import type { Phase } from '../base.ts';
import { detour, step } from '../states.ts';

/** Steps 5 to 9: the request, and what it leads to. */
export const answerPhase = {
	initial: 'open-request',
	states: {
		'open-request': step('open-request', {
			next: 'choose-token',
			troubles: {
				'no-request-arrives': 'no-request-arrives',
				'request-on-phone': 'request-on-other-device',
				'notification-vanished': 'notification-gone',
				'request-expired': 'request-expired',
				'unexpected-request': 'request-not-mine',
				'two-requests': 'two-requests-wait',
			},
		}),
		'choose-token': step('choose-token', {
			next: 'approve-request',
			troubles: {
				'no-arrows': 'which-token',
				'request-expired': 'request-expired',
			},
		}),
		'approve-request': step('approve-request', {
			next: 'confirm-it-is-you',
			troubles: {
				'number-asked': 'number-asked',
				'unexpected-request': 'request-not-mine',
				'denied-by-mistake': 'denied-by-mistake',
				'approved-by-mistake': 'approved-by-mistake',
				'request-expired': 'request-expired',
			},
		}),
		'confirm-it-is-you': step('confirm-it-is-you', {
			next: 'check-logged-in',
			troubles: {
				'request-pin-refused': 'push-pin-refused',
				'request-pin-forgotten': 'push-pin-forgotten',
				'token-removed': 'new-token-for-push',
				'hello-does-not-recognize-me': 'hello-not-recognized',
				'request-expired': 'request-expired',
			},
		}),
		'check-logged-in': step('check-logged-in', {
			next: 'done',
			troubles: {
				'approved-but-refused': 'approved-but-refused',
				'page-still-waits': 'page-still-waits',
				'login-locked': 'push-login-locked',
				'approved-by-mistake': 'approved-by-mistake',
			},
		}),
		'no-request-arrives': detour('no-request-arrives', {
			from: ['open-request'],
			tries: 2,
			then: 'push-not-offered',
		}),
		'request-on-other-device': detour('request-on-other-device', {
			from: ['open-request'],
			to: 'check-logged-in',
			then: 'push-not-offered',
		}),
		'notification-gone': detour('notification-gone', { from: ['open-request'], then: 'no-request-arrives' }),
		'two-requests-wait': detour('two-requests-wait', {
			from: ['open-request'],
			answers: [{ question: 'request-mine', answer: 'no', through: 'deny-and-report' }],
		}),
		'which-token': detour('which-token', { from: ['choose-token'] }),
		'number-asked': detour('number-asked', { from: ['approve-request'] }),
		'push-pin-refused': detour('push-pin-refused', {
			from: ['confirm-it-is-you'],
			tries: 2,
			then: 'push-pin-forgotten',
		}),
		'push-pin-forgotten': detour('push-pin-forgotten', {
			from: ['confirm-it-is-you'],
			then: 'new-token-for-push',
		}),
		'hello-not-recognized': detour('hello-not-recognized', {
			from: ['confirm-it-is-you'],
			then: 'push-pin-forgotten',
		}),
		'approved-but-refused': detour('approved-but-refused', {
			from: ['check-logged-in'],
			tries: 2,
			to: 'choose-autosend',
		}),
		'page-still-waits': detour('page-still-waits', {
			from: ['check-logged-in'],
			tries: 2,
			then: 'push-not-offered',
		}),
	},
} satisfies Phase;
