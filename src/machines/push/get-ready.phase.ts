import type { Phase } from '../base.ts';
import { detour, step } from '../states.ts';

/** Step 1: Windows shows the notifications of MobilePASS+. */
export const getReadyPhase = {
	initial: 'turn-push-on',
	states: {
		'turn-push-on': step('turn-push-on', {
			next: 'open-resource',
			troubles: {
				'notification-settings-differ': 'push-settings-differ',
				'app-not-listed': 'app-not-in-notifications',
				'switch-is-gray': 'push-switch-gray',
				'no-token-here': 'no-token-for-push',
			},
		}),
		'no-token-for-push': detour('no-token-for-push', { from: ['turn-push-on'] }),
	},
} satisfies Phase;
