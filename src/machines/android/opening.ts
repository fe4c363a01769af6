import type { Answer, Question } from '../../domain/slugs.ts';
import type { Phase } from '../base.ts';

const reply = (question: Question, answer: Answer) => ({
	type: 'answers' as const,
	params: { question, answer },
});

/**
 * Which way fits: by what the phone can do. Each question may be answered again as long as they are asked. Whether
 * a token may be enrolled by QR code shows only when the page is open: step 7 knows the way on.
 */
export const opening = {
	initial: 'asking-phone-app',
	on: {
		ANSWER: [
			{ guard: reply('phone-app', 'no'), target: '#install-app' },
			{ guard: reply('phone-app', 'yes'), target: '.asking-enrollment-mail' },
			// nothing came: it begins in the user portal
			{ guard: reply('enrollment-mail', 'none'), target: '#open-user-portal' },
			{ guard: reply('enrollment-mail', 'phone'), target: '.asking-phone-link' },
			{ guard: reply('enrollment-mail', 'computer'), target: '.asking-phone-camera' },
			{ guard: reply('phone-link', 'yes'), target: '#open-enrollment-link' },
			{ guard: reply('phone-link', 'no'), target: '.asking-phone-camera' },
			{ guard: reply('phone-camera', 'yes'), target: '#show-qr-code' },
			{ guard: reply('phone-camera', 'no'), target: '#copy-activation-string' },
		],
	},
	states: {
		'asking-phone-app': {},
		'asking-enrollment-mail': { id: 'asking-enrollment-mail' },
		'asking-phone-link': {},
		'asking-phone-camera': {},
	},
} satisfies Phase;
