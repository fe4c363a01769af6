import type { Phase } from '../base.ts';
import { detour, step } from '../states.ts';

/** Steps 2 to 4: from the page that is wanted to the request. */
export const logInPhase = {
	initial: 'open-resource',
	states: {
		'open-resource': step('open-resource', {
			next: 'enter-credentials',
			troubles: {
				'page-does-not-open': 'login-page-does-not-open',
				'page-looks-odd': 'login-page-looks-odd',
				'signed-in-already': 'signed-in-already',
				'login-refused': 'push-login-refused',
			},
		}),
		'enter-credentials': step('enter-credentials', {
			next: 'choose-autosend',
			troubles: {
				'page-looks-odd': 'login-page-looks-odd',
				'login-refused': 'push-login-refused',
				'login-locked': 'push-login-locked',
			},
		}),
		'choose-autosend': step('choose-autosend', {
			next: 'open-request',
			troubles: {
				'push-not-offered': 'push-not-offered',
				'passcode-field-only': 'only-passcode-field',
			},
		}),
		'login-page-does-not-open': detour('login-page-does-not-open', { from: ['open-resource'], tries: 2 }),
		'login-page-looks-odd': detour('login-page-looks-odd', { from: ['open-resource', 'enter-credentials'] }),
		'signed-in-already': detour('signed-in-already', { from: ['open-resource'], to: 'check-logged-in' }),
		'push-login-refused': detour('push-login-refused', {
			from: ['open-resource', 'enter-credentials'],
			tries: 2,
		}),
		'only-passcode-field': detour('only-passcode-field', {
			from: ['choose-autosend'],
			to: 'open-request',
			then: 'push-not-offered',
		}),
	},
} satisfies Phase;
