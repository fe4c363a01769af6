import { migrationSteps } from '../../domain/migration.ts';
import type { Phase } from '../base.ts';
import { detour, serviceDesk } from '../states.ts';

/** Trouble that more than one part knows: each detour comes back to whoever called it. */
export const sharedDetours = {
	initial: 'service-desk',
	states: {
		'two-tokens-listed': detour('two-tokens-listed', { from: ['read-methods', 'revoke-old-token'] }),
		'enrolled-not-completed': detour('enrolled-not-completed', { from: ['watch-task', 'revoke-old-token'] }),
		'last-method-of-operator': detour('last-method-of-operator', {
			from: ['revoke-token', 'revoke-old-token'],
		}),
		// what is revoked stays revoked
		'wrong-token-revoked': detour('wrong-token-revoked', {
			from: ['revoke-token', 'revoke-old-token'],
			to: 'provision-users',
		}),
		'app-still-shows-token': detour('app-still-shows-token', { from: ['revoke-token', 'revoke-old-token'] }),
		'service-desk': serviceDesk(migrationSteps),
	},
} satisfies Phase;
