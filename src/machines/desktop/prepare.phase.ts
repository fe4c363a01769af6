import type { Phase } from '../base.ts';
import { detour, step } from '../states.ts';

const request = step('request-static-password', {
	next: 'boot-and-acknowledge',
	troubles: {
		'no-password-email': 'password-email-missing',
		'form-refuses-user': 'form-refuses-user',
		'old-password-found': 'old-static-password',
		'wrong-user-id-sent': 'wrong-user-id-sent',
	},
});

/** Steps 1 to 3: the static password, the notice, the router. */
export const preparePhase = {
	initial: 'request-static-password',
	states: {
		'request-static-password': {
			...request,
			on: {
				...request.on,
				DONE: [{ guard: 'isForSomeoneElse', target: 'send-on' }, { target: '#boot-and-acknowledge' }],
			},
		},
		/** The manager's part is done: the message for the employee. */
		'send-on': {
			on: {
				DONE: '#handed-on',
				ANSWER: {
					guard: { type: 'answers', params: { question: 'role', answer: 'user' } },
					target: '#boot-and-acknowledge',
					actions: 'orderForMyself',
				},
			},
		},
		'boot-and-acknowledge': step('boot-and-acknowledge', {
			next: 'connect-to-router',
			troubles: {
				'screen-stays-black': 'black-screen-at-start',
				'other-name-shown': 'other-name-shown',
				'keys-do-nothing': 'keys-do-nothing',
				'no-notice': 'no-notice',
			},
		}),
		'connect-to-router': step('connect-to-router', {
			next: 'open-network-sign-in',
			troubles: {
				'no-internet-icon': 'no-internet',
				'guest-wifi': 'guest-wifi',
				'connection-drops': 'connection-drops',
			},
		}),
		'password-email-missing': detour('password-email-missing', { from: ['request-static-password'] }),
		'form-refuses-user': detour('form-refuses-user', { from: ['request-static-password'], deskOnly: true }),
		'old-static-password': detour('old-static-password', { from: ['request-static-password'] }),
		'wrong-user-id-sent': detour('wrong-user-id-sent', { from: ['request-static-password'] }),
		'black-screen-at-start': detour('black-screen-at-start', { from: ['boot-and-acknowledge'] }),
		'other-name-shown': detour('other-name-shown', { from: ['boot-and-acknowledge'] }),
		'keys-do-nothing': detour('keys-do-nothing', { from: ['boot-and-acknowledge'] }),
		'no-notice': detour('no-notice', { from: ['boot-and-acknowledge'] }),
		'no-internet': detour('no-internet', { from: ['connect-to-router'] }),
		'guest-wifi': detour('guest-wifi', { from: ['connect-to-router'] }),
		'connection-drops': detour('connection-drops', { from: ['connect-to-router'] }),
	},
} satisfies Phase;
