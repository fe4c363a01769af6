import { organization } from '../../domain/organization.ts';
import type { OpeningQuestion, ProcedureEnd } from '../../domain/pages.ts';

const { userId } = organization;

/** Goes on after "Have at hand:", in the few words that paper has room for. */
export const atHandOnPaper = `the computer with MobilePASS+ and your token; your ${userId.short} (${userId.long}); your password, and the PIN of the token, in your head.`;

/** What brings the person here. */
export const opening: readonly OpeningQuestion[] = [
	{
		question: 'push-wish',
		words: 'What do you want to do?',
		choices: [
			{ answer: 'turn-on', words: 'Turn push on and sign in with it', path: '/push/turn-push-on/' },
			{ answer: 'sign-in', words: 'Sign in: push is on already', path: '/push/open-resource/' },
			{ answer: 'request', words: 'Answer a request on my screen', path: '#request-mine' },
			{ answer: 'turn-off', words: 'Turn push off', path: '/push/turn-push-off/' },
		],
	},
	{
		question: 'request-mine',
		words: 'Did you start a sign-in yourself a moment ago?',
		choices: [
			{ answer: 'yes', words: 'Yes, I started it', path: '/push/open-request/' },
			{ answer: 'no', words: 'No, or I am not sure', path: '/push/deny-and-report/' },
		],
	},
];

export const end: ProcedureEnd = {
	title: 'You are done with push',
	after: { words: 'A request that is not yours? Step 10 says what to do', path: '/push/deny-and-report/' },
};
