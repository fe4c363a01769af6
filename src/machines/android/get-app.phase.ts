import type { Phase } from '../base.ts';
import { detour, step } from '../states.ts';

/** Step 1: the app. It leads back to the question which way fits. */
export const getAppPhase = {
	initial: 'install-app',
	states: {
		'install-app': step('install-app', {
			next: 'asking-enrollment-mail',
			troubles: {
				'app-not-in-store': 'app-not-in-store',
				'device-not-supported': 'device-not-supported',
				'app-does-not-install': 'install-stops',
				'older-app-on-phone': 'older-app-on-phone',
			},
		}),
		'app-not-in-store': detour('app-not-in-store', { from: ['install-app'] }),
		'device-not-supported': detour('device-not-supported', { from: ['install-app'] }),
		'install-stops': detour('install-stops', { from: ['install-app'], tries: 2 }),
	},
} satisfies Phase;
