import type { Answer, Question } from '../../domain/slugs.ts';
import type { Phase } from '../base.ts';

const reply = (question: Question, answer: Answer) => ({
	type: 'answers' as const,
	params: { question, answer },
});

/**
 * The questions before step 1. Each may be answered again as long as they are asked.
 *
 * Leaves for step 1 (a manager), for step 2 (a user with a static password), for step 10 (who reads this
 * on the new computer), or waits at `ask-your-manager` until the password has come.
 */
export const opening = {
	initial: 'asking-phone',
	on: {
		ANSWER: [
			{ guard: reply('phone', 'yes'), target: '.use-phone' },
			{ guard: reply('phone', 'no'), target: '.asking-screen' },
			{ guard: reply('screen', 'other'), target: '.asking-role' },
			{ guard: reply('screen', 'paper'), target: '.asking-role' },
			// its desktop is open: what comes before that was done without the guide
			{ guard: reply('screen', 'this'), target: '#wait-for-globalprotect' },
			{
				guard: reply('role', 'manager'),
				target: '#request-static-password',
				actions: 'orderForSomeoneElse',
			},
			{ guard: reply('role', 'user'), target: '.asking-static-password' },
			{ guard: reply('static-password', 'yes'), target: '#boot-and-acknowledge' },
			{ guard: reply('static-password', 'no'), target: '.ask-your-manager' },
		],
	},
	states: {
		'asking-phone': {},
		'use-phone': {},
		'asking-screen': {},
		'asking-role': {},
		'asking-static-password': {},
		// the questions are not asked here any more: the password comes, or the person starts afresh
		'ask-your-manager': { on: { DONE: '#boot-and-acknowledge', ANSWER: {} } },
	},
} satisfies Phase;
