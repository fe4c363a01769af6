import type { Phase } from '../base.ts';
import { detour, step } from '../states.ts';

/** Steps 4 to 9: on the logon screen, from network sign-in to the first logon. */
export const signInPhase = {
	initial: 'open-network-sign-in',
	states: {
		'open-network-sign-in': step('open-network-sign-in', {
			next: 'enter-email-address',
			troubles: {
				'no-sign-in-icon': 'no-sign-in-icon',
				'portal-not-found': 'portal-not-found',
				'arrow-does-nothing': 'arrow-does-nothing',
				'connecting-forever': 'connecting-forever',
			},
		}),
		'enter-email-address': step('enter-email-address', {
			next: 'enter-computer-password',
			troubles: {
				'email-refused': 'email-not-accepted',
				'sign-in-box-blank': 'sign-in-box-blank',
				'email-next-gray': 'email-next-gray',
			},
		}),
		'enter-computer-password': step('enter-computer-password', {
			next: 'enter-static-password',
			troubles: {
				'computer-password-refused': 'computer-password-refused',
				'account-locked': 'account-locked',
				'company-box-missing': 'company-box-missing',
			},
		}),
		'enter-static-password': step('enter-static-password', {
			next: 'log-on-to-windows',
			troubles: {
				'static-password-refused': 'static-password-refused',
				'must-change-password': 'static-password-must-change',
				'new-password-refused': 'new-password-refused',
				'asked-twice': 'asked-twice',
				'pressed-no': 'pressed-no',
				'back-at-email-page': 'sign-in-loops-back',
				'account-locked': 'account-locked',
			},
		}),
		'log-on-to-windows': step('log-on-to-windows', {
			next: 'wait-for-logon',
			troubles: {
				'back-shows-sign-in': 'back-shows-sign-in',
				'domain-not-available': 'domain-not-available',
				'user-id-refused': 'user-id-refused',
				'account-locked': 'account-locked',
				'trust-failed': 'trust-relationship-failed',
			},
		}),
		'wait-for-logon': step('wait-for-logon', {
			next: 'wait-for-globalprotect',
			troubles: {
				'stuck-preparing': 'first-logon-slow',
				'black-desktop': 'black-desktop',
				'temporary-profile': 'temporary-profile',
				'thrown-back': 'thrown-back-to-logon',
			},
		}),
		'no-sign-in-icon': detour('no-sign-in-icon', { from: ['open-network-sign-in'], tries: 2 }),
		'portal-not-found': detour('portal-not-found', { from: ['open-network-sign-in'], tries: 2 }),
		'arrow-does-nothing': detour('arrow-does-nothing', { from: ['open-network-sign-in'] }),
		'connecting-forever': detour('connecting-forever', { from: ['open-network-sign-in'] }),
		'email-not-accepted': detour('email-not-accepted', { from: ['enter-email-address'], tries: 2 }),
		'sign-in-box-blank': detour('sign-in-box-blank', {
			from: ['enter-email-address'],
			to: 'open-network-sign-in',
		}),
		'email-next-gray': detour('email-next-gray', { from: ['enter-email-address'] }),
		'computer-password-refused': detour('computer-password-refused', {
			from: ['enter-computer-password'],
			tries: 2,
		}),
		'company-box-missing': detour('company-box-missing', { from: ['enter-computer-password'] }),
		'static-password-must-change': detour('static-password-must-change', { from: ['enter-static-password'] }),
		'new-password-refused': detour('new-password-refused', { from: ['enter-static-password'], tries: 2 }),
		'asked-twice': detour('asked-twice', { from: ['enter-static-password'] }),
		'pressed-no': detour('pressed-no', { from: ['enter-static-password'] }),
		'sign-in-loops-back': detour('sign-in-loops-back', {
			from: ['enter-static-password'],
			tries: 2,
			to: 'enter-email-address',
		}),
		'back-shows-sign-in': detour('back-shows-sign-in', {
			from: ['log-on-to-windows'],
			tries: 2,
			to: 'enter-static-password',
		}),
		'domain-not-available': detour('domain-not-available', {
			from: ['log-on-to-windows'],
			to: 'open-network-sign-in',
		}),
		'user-id-refused': detour('user-id-refused', { from: ['log-on-to-windows'], tries: 2 }),
		'trust-relationship-failed': detour('trust-relationship-failed', {
			from: ['log-on-to-windows'],
			deskOnly: true,
		}),
		'first-logon-slow': detour('first-logon-slow', { from: ['wait-for-logon'] }),
		'black-desktop': detour('black-desktop', { from: ['wait-for-logon'], tries: 2 }),
		'temporary-profile': detour('temporary-profile', {
			from: ['wait-for-logon'],
			tries: 2,
			to: 'open-network-sign-in',
		}),
		'thrown-back-to-logon': detour('thrown-back-to-logon', {
			from: ['wait-for-logon'],
			to: 'log-on-to-windows',
		}),
	},
} satisfies Phase;
