import type { Phase } from '../base.ts';
import { detour, step } from '../states.ts';

/** Steps 6 to 11: one of them is done, and that is all. */
export const tokenActsPhase = {
	initial: 'suspend-token',
	states: {
		'suspend-token': step('suspend-token', {
			next: 'done',
			troubles: {
				'button-is-gray': 'act-not-offered',
				'temporary-password-refused': 'temporary-password-refused',
			},
		}),
		'activate-token': step('activate-token', {
			next: 'done',
			troubles: {
				'button-is-gray': 'act-not-offered',
				'activate-is-refused': 'activate-refused',
			},
		}),
		'unlock-token': step('unlock-token', {
			next: 'done',
			troubles: {
				'button-is-gray': 'act-not-offered',
				'locked-again': 'locked-again',
			},
		}),
		'new-server-pin': step('new-server-pin', {
			next: 'done',
			troubles: { 'new-pin-is-gray': 'new-pin-not-offered' },
		}),
		'resync-token': step('resync-token', {
			next: 'done',
			troubles: {
				'button-is-gray': 'act-not-offered',
				'codes-refused': 'codes-do-not-match',
			},
		}),
		'revoke-token': step('revoke-token', {
			next: 'done',
			troubles: {
				'button-is-gray': 'act-not-offered',
				'last-method': 'last-method-of-operator',
				'revoked-the-wrong-one': 'wrong-token-revoked',
				'app-shows-old-token': 'app-still-shows-token',
			},
		}),
		'act-not-offered': detour('act-not-offered', {
			from: ['suspend-token', 'activate-token', 'unlock-token', 'resync-token', 'revoke-token'],
		}),
		'temporary-password-refused': detour('temporary-password-refused', { from: ['suspend-token'] }),
		'activate-refused': detour('activate-refused', { from: ['activate-token'] }),
		'locked-again': detour('locked-again', { from: ['unlock-token'], tries: 2 }),
		// a PIN that the app asks for is on the device: nobody can set it
		'new-pin-not-offered': detour('new-pin-not-offered', {
			from: ['new-server-pin'],
			answers: [{ question: 'pin-in-app', answer: 'yes', to: 'provision-users' }],
		}),
		'codes-do-not-match': detour('codes-do-not-match', { from: ['resync-token'], tries: 2 }),
	},
} satisfies Phase;
