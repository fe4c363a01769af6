import type { Phase } from '../base.ts';
import { detour, step } from '../states.ts';

/**
 * Steps 10 and 11 stand alone: what to do about a request that nobody here started, and no more requests. Who met
 * such a request in the middle of a sign-in is led through step 10 and gets back to it.
 */
export const staySafePhase = {
	initial: 'deny-and-report',
	states: {
		'deny-and-report': step('deny-and-report', {
			next: 'done',
			visitedFrom: ['open-request', 'approve-request'],
			troubles: {
				'requests-keep-coming': 'requests-keep-coming',
				'no-report-button': 'report-missing',
				'approved-by-mistake': 'approved-by-mistake',
				'denied-by-mistake': 'denied-by-mistake',
			},
		}),
		'turn-push-off': step('turn-push-off', {
			next: 'done',
			troubles: {
				'notification-settings-differ': 'push-settings-differ',
				'app-not-listed': 'app-not-in-notifications',
				'switch-is-gray': 'push-switch-gray',
			},
		}),
		'requests-keep-coming': detour('requests-keep-coming', { from: ['deny-and-report'], deskOnly: true }),
		'report-missing': detour('report-missing', { from: ['deny-and-report'] }),
	},
} satisfies Phase;
