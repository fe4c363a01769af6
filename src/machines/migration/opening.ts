import type { Answer, Question } from '../../domain/slugs.ts';
import type { Phase } from '../base.ts';

const reply = (question: Question, answer: Answer) => ({
	type: 'answers' as const,
	params: { question, answer },
});

/**
 * What the console is wanted for. Step 1 leads back to the second question, and step 5 to the third: what has to be
 * done to a token shows only when its state has been read.
 */
export const opening = {
	initial: 'asking-console-open',
	on: {
		ANSWER: [
			{ guard: reply('console-open', 'no'), target: '#sign-in-to-console' },
			{ guard: reply('console-open', 'yes'), target: '.asking-console-wish' },
			{ guard: reply('console-wish', 'user'), target: '#find-user' },
			{ guard: reply('console-wish', 'migrate'), target: '#look-at-stock' },
			{ guard: reply('console-wish', 'report'), target: '#read-report' },
			{ guard: reply('token-act', 'suspend'), target: '#suspend-token' },
			{ guard: reply('token-act', 'activate'), target: '#activate-token' },
			{ guard: reply('token-act', 'unlock'), target: '#unlock-token' },
			{ guard: reply('token-act', 'pin'), target: '#new-server-pin' },
			{ guard: reply('token-act', 'resync'), target: '#resync-token' },
			{ guard: reply('token-act', 'revoke'), target: '#revoke-token' },
			// the policy stays as it is: one user more
			{ guard: reply('token-act', 'provision'), target: '#provision-users' },
		],
	},
	states: {
		'asking-console-open': {},
		'asking-console-wish': { id: 'asking-console-wish' },
		'asking-token-act': { id: 'asking-token-act' },
	},
} satisfies Phase;
