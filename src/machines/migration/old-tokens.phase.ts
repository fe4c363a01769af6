import type { Phase } from '../base.ts';
import { detour, step } from '../states.ts';

/** Steps 17 and 18: the old tokens come back to stock, and the report says whether another wave is needed. */
export const oldTokensPhase = {
	initial: 'revoke-old-token',
	states: {
		'revoke-old-token': step('revoke-old-token', {
			next: 'read-report',
			troubles: {
				'two-tokens-in-list': 'two-tokens-listed',
				'enrolled-but-not-completed': 'enrolled-not-completed',
				'last-method': 'last-method-of-operator',
				'revoked-the-wrong-one': 'wrong-token-revoked',
				'app-shows-old-token': 'app-still-shows-token',
				'stock-did-not-grow': 'not-back-in-inventory',
			},
		}),
		'read-report': step('read-report', {
			next: 'done',
			troubles: { 'some-still-on-mobilepass-8': 'still-on-mobilepass-8' },
		}),
		'not-back-in-inventory': detour('not-back-in-inventory', { from: ['revoke-old-token'] }),
		// the next wave
		'still-on-mobilepass-8': detour('still-on-mobilepass-8', { from: ['read-report'], to: 'look-at-stock' }),
	},
} satisfies Phase;
