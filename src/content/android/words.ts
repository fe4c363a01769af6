import { organization } from '../../domain/organization.ts';
import type { OpeningQuestion, ProcedureEnd } from '../../domain/pages.ts';

const { userId } = organization;

/** Goes on after "Have at hand:", in the few words that paper has room for. */
export const atHandOnPaper = `your Android phone, charged and on Wi-Fi; your company e-mail, on the phone or on a computer; your ${userId.short} (${userId.long}).`;

/** The questions that lead to the way that fits the phone. */
export const opening: readonly OpeningQuestion[] = [
	{
		question: 'phone-app',
		words: 'Is MobilePASS+ on your phone already?',
		choices: [
			{ answer: 'yes', words: 'Yes, it is', path: '#enrollment-mail' },
			{ answer: 'no', words: 'No, not yet', path: '/android/install-app/' },
		],
	},
	{
		question: 'enrollment-mail',
		words: 'Did an e-mail come with a link to enroll?',
		choices: [
			{ answer: 'phone', words: 'Yes, and my phone can read it', path: '#phone-link' },
			{ answer: 'computer', words: 'Yes, but only a computer can read it', path: '#phone-camera' },
			{ answer: 'none', words: 'No e-mail came', path: '/android/open-user-portal/' },
		],
	},
	{
		question: 'phone-link',
		words: 'Does the link in it open on the phone?',
		choices: [
			{ answer: 'yes', words: 'Yes, a page opens', path: '/android/open-enrollment-link/' },
			{ answer: 'no', words: 'No, or I may not open it there', path: '#phone-camera' },
		],
	},
	{
		question: 'phone-camera',
		words: 'Can you use the camera of the phone?',
		choices: [
			{ answer: 'yes', words: 'Yes, I can', path: '/android/show-qr-code/' },
			{ answer: 'no', words: 'No, I cannot', path: '/android/copy-activation-string/' },
		],
	},
];

export const end: ProcedureEnd = {
	title: 'Your phone is ready',
	after: { words: 'A further token? The last step says how', path: '/android/keep-phone-ready/' },
};

export const instead = { words: 'I cannot use my phone after all', path: '/desktop/' };
