import { organization } from '../../domain/organization.ts';
import type { OpeningQuestion, ProcedureEnd } from '../../domain/pages.ts';

const { userId } = organization;

/** Goes on after "Have at hand:", in the few words that paper has room for. */
export const atHandOnPaper = `the charger; a network cable, or the name and key of your Wi-Fi; your ${userId.short} (${userId.long}); your computer password; the static password from box 1; your e-mail address.`;

/** The questions that lead to the right step. */
export const opening: readonly OpeningQuestion[] = [
	{
		question: 'phone',
		words: 'Can you use your phone to sign in at work?',
		choices: [
			{ answer: 'no', words: 'No, I use the computer only', path: '#screen' },
			{ answer: 'yes', words: 'Yes, I can use my phone', path: '/android/' },
		],
	},
	{
		question: 'screen',
		words: 'Where will you read this guide?',
		choices: [
			{ answer: 'other', words: 'On another screen', path: '#role' },
			{ answer: 'paper', words: 'On paper', path: '/print/' },
			{
				answer: 'this',
				words: 'I am already on the new computer',
				path: '/desktop/wait-for-globalprotect/',
			},
		],
	},
	{
		question: 'role',
		words: 'Who are you?',
		choices: [
			{ answer: 'user', words: 'The new computer is mine', path: '#static-password' },
			{
				answer: 'manager',
				words: 'I am the manager, coordinator or IT',
				path: '/desktop/request-static-password/',
			},
		],
	},
	{
		question: 'static-password',
		words: 'Do you have a static password?',
		choices: [
			{ answer: 'yes', words: 'Yes, I have it', path: '/desktop/boot-and-acknowledge/' },
			{ answer: 'no', words: 'No, not yet', path: '/desktop/ask-your-manager/' },
		],
	},
];

export const end: ProcedureEnd = {
	title: 'Your computer is set up',
	after: { words: 'Questions? The last step says who helps', path: '/desktop/get-help/' },
};
