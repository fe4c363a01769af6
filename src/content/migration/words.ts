import { organization } from '../../domain/organization.ts';
import type { OpeningQuestion, ProcedureEnd } from '../../domain/pages.ts';

const { userId } = organization;

/** Goes on after "Have at hand:", in the few words that paper has room for. */
export const atHandOnPaper = `your operator account; the device with your own token; the ${userId.short} (${userId.long}) of the user, or the list of the users of this wave.`;

/** What the console is wanted for. Step 1 leads back to the second question, step 5 to the third. */
export const opening: readonly OpeningQuestion[] = [
	{
		question: 'console-open',
		words: 'Are you signed in to the console?',
		choices: [
			{ answer: 'yes', words: 'Yes, I am', path: '#console-wish' },
			{ answer: 'no', words: 'No, not yet', path: '/migration/sign-in-to-console/' },
		],
	},
	{
		question: 'console-wish',
		words: 'What do you want to do?',
		choices: [
			{ answer: 'user', words: 'Help one user with a token', path: '/migration/find-user/' },
			{ answer: 'migrate', words: 'Move users to MobilePASS+', path: '/migration/look-at-stock/' },
			{ answer: 'report', words: 'See who is on which app', path: '/migration/read-report/' },
		],
	},
	{
		question: 'token-act',
		words: 'You have read the state of the token. What does the user need?',
		choices: [
			{ answer: 'suspend', words: 'Stop it: the device may be lost', path: '/migration/suspend-token/' },
			{ answer: 'activate', words: 'Start it again', path: '/migration/activate-token/' },
			{ answer: 'unlock', words: 'Unlock it', path: '/migration/unlock-token/' },
			{ answer: 'pin', words: 'A new PIN', path: '/migration/new-server-pin/' },
			{ answer: 'resync', words: 'Its passcodes are refused', path: '/migration/resync-token/' },
			{ answer: 'revoke', words: 'Take it away for good', path: '/migration/revoke-token/' },
			{ answer: 'provision', words: 'A new token', path: '/migration/provision-users/' },
		],
	},
];

export const end: ProcedureEnd = {
	title: 'You are done in the console',
	after: {
		words: 'Some are still on MobilePASS 8? Look at the stock again',
		path: '/migration/look-at-stock/',
	},
};

export const instead = { words: 'I am not an operator: I want to set up my own phone', path: '/android/' };
