import type { Answer, Question } from '../../domain/slugs.ts';
import type { Phase } from '../base.ts';

const reply = (question: Question, answer: Answer) => ({
	type: 'answers' as const,
	params: { question, answer },
});

/** What brings the person here. A request that nobody here started is denied, whatever else was wanted. */
export const opening = {
	initial: 'asking-push-wish',
	on: {
		ANSWER: [
			{ guard: reply('push-wish', 'turn-on'), target: '#turn-push-on' },
			{ guard: reply('push-wish', 'sign-in'), target: '#open-resource' },
			{ guard: reply('push-wish', 'request'), target: '.asking-request-mine' },
			{ guard: reply('push-wish', 'turn-off'), target: '#turn-push-off' },
			{ guard: reply('request-mine', 'yes'), target: '#open-request' },
			{ guard: reply('request-mine', 'no'), target: '#deny-and-report' },
		],
	},
	states: {
		'asking-push-wish': {},
		'asking-request-mine': {},
	},
} satisfies Phase;
