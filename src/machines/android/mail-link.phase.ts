import type { Phase } from '../base.ts';
import { detour, step } from '../states.ts';

/** Steps 5 and 6: automatic enrollment by the link in the e-mail. */
export const mailLinkPhase = {
	initial: 'open-enrollment-link',
	states: {
		'open-enrollment-link': step('open-enrollment-link', {
			next: 'start-app-from-page',
			troubles: {
				'no-enrollment-mail': 'enrollment-mail-missing',
				'mail-link-opens-nothing': 'mail-link-opens-nothing',
				'enrollment-expired': 'activation-string-expired',
				'enrollment-completed': 'activation-string-used',
			},
		}),
		'start-app-from-page': step('start-app-from-page', {
			next: 'pass-info-pages',
			troubles: {
				'page-link-opens-nothing': 'page-link-opens-nothing',
				'store-opened': 'store-opens-instead',
				'older-app-opened': 'older-app-on-phone',
				'activation-refused': 'activation-string-refused',
				'server-not-reached': 'server-not-reached',
			},
		}),
		'mail-link-opens-nothing': detour('mail-link-opens-nothing', {
			from: ['open-enrollment-link'],
			tries: 2,
			answers: [
				{ question: 'enrollment-way', answer: 'qr', to: 'show-qr-code' },
				{ question: 'enrollment-way', answer: 'copy', to: 'copy-activation-string' },
			],
		}),
		'page-link-opens-nothing': detour('page-link-opens-nothing', {
			from: ['start-app-from-page'],
			tries: 2,
			answers: [{ question: 'enrollment-way', answer: 'copy', to: 'copy-activation-string' }],
		}),
		'store-opens-instead': detour('store-opens-instead', {
			from: ['start-app-from-page'],
			to: 'install-app',
		}),
	},
} satisfies Phase;
