import type { Phase } from '../base.ts';
import { detour, step } from '../states.ts';

/** Step 1: the console. It leads back to the question what it is wanted for. */
export const consolePhase = {
	initial: 'sign-in-to-console',
	states: {
		'sign-in-to-console': step('sign-in-to-console', {
			next: 'asking-console-wish',
			troubles: {
				'console-does-not-open': 'console-not-reached',
				'console-login-refused': 'operator-login-refused',
				'console-part-missing': 'console-part-missing',
			},
		}),
		'console-not-reached': detour('console-not-reached', { from: ['sign-in-to-console'], tries: 2 }),
		'operator-login-refused': detour('operator-login-refused', { from: ['sign-in-to-console'], tries: 2 }),
		'console-part-missing': detour('console-part-missing', { from: ['sign-in-to-console'] }),
	},
} satisfies Phase;
