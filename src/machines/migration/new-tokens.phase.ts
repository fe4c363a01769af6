import type { Phase } from '../base.ts';
import { detour, step } from '../states.ts';

/** Steps 12 to 16: a wave of users gets new tokens, on the new app. */
export const newTokensPhase = {
	initial: 'look-at-stock',
	states: {
		'look-at-stock': step('look-at-stock', {
			next: 'switch-target',
			troubles: {
				'no-tokens-left': 'no-tokens-left',
				'all-are-reserved': 'all-reserved',
			},
		}),
		'switch-target': step('switch-target', {
			next: 'provision-users',
			troubles: {
				'row-not-active': 'target-row-inactive',
				'some-need-mobilepass-8': 'mobilepass-8-still-needed',
			},
		}),
		'provision-users': step('provision-users', {
			next: 'watch-task',
			troubles: {
				'no-tokens-left': 'no-tokens-left',
				'user-has-no-email': 'user-without-email',
				'wrong-user-provisioned': 'wrong-user-provisioned',
			},
		}),
		'watch-task': step('watch-task', {
			next: 'help-users-enroll',
			troubles: {
				'task-says-expired': 'task-expired',
				'task-says-locked': 'task-locked',
				'task-stays-active': 'task-stays-active',
				'enrolled-but-not-completed': 'enrolled-not-completed',
			},
		}),
		'help-users-enroll': step('help-users-enroll', {
			next: 'revoke-old-token',
			troubles: {
				'enrolled-on-wrong-app': 'enrolled-on-wrong-app',
				'target-not-allowed': 'target-not-allowed',
				'user-opted-out': 'push-opted-out',
			},
		}),
		'no-tokens-left': detour('no-tokens-left', { from: ['look-at-stock', 'provision-users'], tries: 2 }),
		'all-reserved': detour('all-reserved', { from: ['look-at-stock'], then: 'no-tokens-left' }),
		'target-row-inactive': detour('target-row-inactive', { from: ['switch-target'] }),
		'mobilepass-8-still-needed': detour('mobilepass-8-still-needed', { from: ['switch-target'] }),
		'user-without-email': detour('user-without-email', { from: ['provision-users'] }),
		'wrong-user-provisioned': detour('wrong-user-provisioned', { from: ['provision-users'] }),
		// an ended line is not begun again: the user is provisioned anew
		'task-expired': detour('task-expired', { from: ['watch-task'], to: 'provision-users' }),
		'task-locked': detour('task-locked', { from: ['watch-task'], to: 'provision-users' }),
		'task-stays-active': detour('task-stays-active', { from: ['watch-task'], tries: 2 }),
		'enrolled-on-wrong-app': detour('enrolled-on-wrong-app', {
			from: ['help-users-enroll'],
			to: 'switch-target',
		}),
		'target-not-allowed': detour('target-not-allowed', { from: ['help-users-enroll'], to: 'switch-target' }),
		'push-opted-out': detour('push-opted-out', { from: ['help-users-enroll'] }),
	},
} satisfies Phase;
