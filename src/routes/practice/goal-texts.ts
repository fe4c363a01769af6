import FirstCode from '../../content/practice/own-app-first-code.md';
import Scan from '../../content/practice/own-app-scan.md';
import SignIn from '../../content/practice/own-app-sign-in.md';
import type { OwnAppGoal } from '../../practice/own-app-goals.ts';
import type { GoalText } from './goal.ts';

const goal = (
	slug: OwnAppGoal,
	number: number,
	title: string,
	see: string,
	Body: GoalText['Body'],
): GoalText => ({ Body, page: { slug, number, title, see, place: 'phone' } });

/** What an exercise without a guide says of its goals, in their order. */
export const goalTexts: readonly GoalText[] = [
	goal('own-app-scan', 1, 'Scan the QR code with your app', 'A QR code, and a key in groups of four.', Scan),
	goal('own-app-first-code', 2, 'Type the first code', '"Your app is added".', FirstCode),
	goal('own-app-sign-in', 3, 'Sign in with the next code', '"You are signed in".', SignIn),
];
