import type { Phase } from '../base.ts';
import { detour, step } from '../states.ts';

/** Steps 9 and 10: the activation string, when nothing else fits. */
export const copyPastePhase = {
	initial: 'copy-activation-string',
	states: {
		'copy-activation-string': step('copy-activation-string', {
			next: 'paste-activation-string',
			troubles: {
				'no-string-shown': 'activation-string-not-shown',
				'string-not-selected': 'string-cannot-be-selected',
				'string-on-computer': 'string-on-another-screen',
				'enrollment-expired': 'activation-string-expired',
			},
		}),
		'paste-activation-string': step('paste-activation-string', {
			next: 'pass-info-pages',
			troubles: {
				'no-activate-button': 'no-activate-button',
				'nothing-to-paste': 'nothing-to-paste',
				'string-refused': 'activation-string-refused',
				'string-expired': 'activation-string-expired',
				'string-used': 'activation-string-used',
				'enrollment-is-locked': 'phone-enrollment-locked',
				'server-not-reached': 'server-not-reached',
			},
		}),
		'activation-string-not-shown': detour('activation-string-not-shown', {
			from: ['copy-activation-string'],
		}),
		'string-cannot-be-selected': detour('string-cannot-be-selected', {
			from: ['copy-activation-string'],
			tries: 2,
		}),
		'string-on-another-screen': detour('string-on-another-screen', { from: ['copy-activation-string'] }),
		'nothing-to-paste': detour('nothing-to-paste', { from: ['paste-activation-string'] }),
		'phone-enrollment-locked': detour('phone-enrollment-locked', {
			from: ['paste-activation-string'],
			then: 'new-enrollment-mail',
		}),
	},
} satisfies Phase;
