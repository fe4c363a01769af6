import type { Phase } from '../base.ts';
import { detour, step } from '../states.ts';

/** Steps 22 to 24. Detours of other phases lead through step 23 and get their visitor back. */
export const finishPhase = {
	initial: 'sign-in-to-teams',
	states: {
		'sign-in-to-teams': step('sign-in-to-teams', {
			next: 'check-time-zone',
			troubles: {
				'teams-loops': 'teams-loops',
				'passcode-refused': 'passcode-refused',
				'account-locked': 'account-locked',
				'teams-blank': 'teams-blank',
				'personal-account-asked': 'personal-account-asked',
				'teams-missing': 'teams-missing',
			},
		}),
		'check-time-zone': step('check-time-zone', {
			next: 'get-help',
			visitedFrom: ['start-outlook', 'use-passcode-on-vpn', 'sign-in-to-teams'],
			troubles: {
				'clock-hours-off': 'clock-hours-off',
				'changed-time-by-hand': 'changed-time-by-hand',
				'settings-grayed': 'settings-grayed',
				'zone-jumps-back': 'zone-jumps-back',
				'settings-look-different': 'settings-look-different',
			},
		}),
		'get-help': step('get-help', {
			next: 'done',
			troubles: { 'desk-not-reached': 'desk-not-reached' },
		}),
		'teams-loops': detour('teams-loops', {
			from: ['sign-in-to-teams'],
			answers: [{ question: 'clock', answer: 'wrong', through: 'check-time-zone' }],
		}),
		'teams-blank': detour('teams-blank', { from: ['sign-in-to-teams'] }),
		'personal-account-asked': detour('personal-account-asked', { from: ['sign-in-to-teams'] }),
		'teams-missing': detour('teams-missing', { from: ['sign-in-to-teams'] }),
		'clock-hours-off': detour('clock-hours-off', { from: ['check-time-zone'] }),
		'changed-time-by-hand': detour('changed-time-by-hand', { from: ['check-time-zone'] }),
		'settings-grayed': detour('settings-grayed', { from: ['check-time-zone'], deskOnly: true }),
		'zone-jumps-back': detour('zone-jumps-back', { from: ['check-time-zone'] }),
		'settings-look-different': detour('settings-look-different', { from: ['check-time-zone'] }),
		'desk-not-reached': detour('desk-not-reached', { from: ['get-help'] }),
	},
} satisfies Phase;
