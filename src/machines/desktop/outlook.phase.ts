import type { Phase } from '../base.ts';
import { detour, step } from '../states.ts';

/** Steps 12 to 14: Outlook, with the static password for the last time. */
export const outlookPhase = {
	initial: 'start-outlook',
	states: {
		'start-outlook': step('start-outlook', {
			next: 'outlook-static-password',
			troubles: {
				'outlook-looks-different': 'outlook-looks-different',
				'account-type-asked': 'account-type-asked',
				'mailbox-not-found': 'mailbox-not-found',
				'outlook-error-code': 'outlook-error-code',
			},
		}),
		'outlook-static-password': step('outlook-static-password', {
			next: 'skip-outlook-mobile',
			troubles: {
				'outlook-keeps-asking': 'outlook-keeps-asking',
				'outlook-still-asks': 'saved-password-in-the-way',
				'right-password-refused': 'static-password-refused',
				'web-mail-works': 'web-mail-works',
			},
		}),
		'skip-outlook-mobile': step('skip-outlook-mobile', {
			next: 'open-mfa-email',
			troubles: {
				'done-with-box-ticked': 'phone-page-appears',
				'no-phone-box': 'no-phone-box',
				'outlook-must-restart': 'outlook-must-restart',
				'mailbox-slow': 'mailbox-slow',
			},
		}),
		'outlook-looks-different': detour('outlook-looks-different', { from: ['start-outlook'] }),
		'account-type-asked': detour('account-type-asked', { from: ['start-outlook'] }),
		'mailbox-not-found': detour('mailbox-not-found', { from: ['start-outlook'], tries: 2 }),
		'outlook-error-code': detour('outlook-error-code', {
			from: ['start-outlook'],
			answers: [{ question: 'clock', answer: 'wrong', through: 'check-time-zone' }],
		}),
		'outlook-keeps-asking': detour('outlook-keeps-asking', {
			from: ['outlook-static-password'],
			then: 'saved-password-in-the-way',
		}),
		'saved-password-in-the-way': detour('saved-password-in-the-way', {
			from: ['outlook-static-password'],
			deskOnly: true,
		}),
		'web-mail-works': detour('web-mail-works', {
			from: ['outlook-static-password'],
			answers: [{ question: 'restart', answer: 'done', to: 'open-network-sign-in' }],
		}),
		'mailbox-slow': detour('mailbox-slow', { from: ['skip-outlook-mobile'] }),
		'phone-page-appears': detour('phone-page-appears', { from: ['skip-outlook-mobile'] }),
		'no-phone-box': detour('no-phone-box', { from: ['skip-outlook-mobile'] }),
		'outlook-must-restart': detour('outlook-must-restart', { from: ['skip-outlook-mobile'] }),
	},
} satisfies Phase;
