import type { Phase } from '../base.ts';
import { detour, step } from '../states.ts';

/** Steps 10 and 11: what appears on the desktop by itself. */
export const firstDesktopPhase = {
	initial: 'wait-for-globalprotect',
	states: {
		'wait-for-globalprotect': step('wait-for-globalprotect', {
			next: 'close-loadset-message',
			troubles: {
				'vpn-not-connected': 'vpn-not-connected',
				'no-vpn-message': 'no-vpn-message',
				'sign-in-hidden': 'sign-in-window-hidden',
				'browser-tab-opened': 'browser-tab-sign-in',
				'welcome-page-stays': 'welcome-page-stays',
				'too-many-messages': 'too-many-messages',
			},
		}),
		'close-loadset-message': step('close-loadset-message', {
			next: 'start-outlook',
			troubles: {
				'image-message': 'image-message',
				'wants-restart': 'restart-wanted',
				'loadset-failed': 'loadset-failed',
			},
		}),
		'vpn-not-connected': detour('vpn-not-connected', { from: ['wait-for-globalprotect'], tries: 3 }),
		'no-vpn-message': detour('no-vpn-message', {
			from: ['wait-for-globalprotect'],
			then: 'vpn-not-connected',
		}),
		'sign-in-window-hidden': detour('sign-in-window-hidden', { from: ['wait-for-globalprotect'] }),
		'browser-tab-sign-in': detour('browser-tab-sign-in', { from: ['wait-for-globalprotect'] }),
		'welcome-page-stays': detour('welcome-page-stays', { from: ['wait-for-globalprotect'] }),
		'too-many-messages': detour('too-many-messages', { from: ['wait-for-globalprotect'] }),
		'image-message': detour('image-message', { from: ['close-loadset-message'] }),
		'restart-wanted': detour('restart-wanted', {
			from: ['close-loadset-message'],
			answers: [{ question: 'restart', answer: 'done', to: 'open-network-sign-in' }],
		}),
		'loadset-failed': detour('loadset-failed', { from: ['close-loadset-message'], deskOnly: true }),
	},
} satisfies Phase;
