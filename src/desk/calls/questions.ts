import type { CallBook, CallPlace, CallPlaceKey, CallSaying } from '../../domain/calls.ts';
import type { Place, ProcedureId } from '../../domain/slugs.ts';

/** What every caller can be asked. What tells places apart, from the guide's own facts. */
export const general = ['code', 'number', 'task', 'device', 'before', 'screen', 'happened'] as const;
export type GeneralId = (typeof general)[number];

/** In the words of the desk. */
export const generalAsks: Readonly<Record<GeneralId, string>> = {
	code: 'Which code stands at the foot of the page?',
	number: 'Which step number do you see?',
	task: 'What do you want to do?',
	device: 'Which device is it about?',
	before: 'What did you do just before, and did it work?',
	screen: 'What is on the screen now?',
	happened: 'What happens then, in your own words?',
};

const tasks: Readonly<Record<ProcedureId, string>> = {
	desktop: 'Get my new computer to work.',
	android: 'Set up MobilePASS+ on my phone.',
	push: 'Sign in with a push message, on my computer.',
	migration: 'I am an operator. I look after the tokens of others.',
};
const managersTask = 'Order something for one of my people. I am the manager.';

const devices: Readonly<Record<Place, string>> = {
	'other-computer': 'A computer that works. It is not new.',
	logon: 'The new computer. My desktop is not there yet.',
	desktop: 'My computer. I see the desktop.',
	phone: 'My phone.',
	console: 'The console, in my browser.',
};

const begun = 'Nothing. I have only begun with this part.';
const nothingWrong = 'Nothing is wrong. I do not know how to go on.';

/** All that a caller at a place may truly answer. A place for which nothing is known may answer anything. */
export function truths(
	id: string,
	key: CallPlaceKey,
	saying: CallSaying,
	{ places }: CallBook,
): readonly string[] {
	const place = places[key];
	if (!place) return [];
	const own = generalTruths(place);
	if (id === 'screen') return saying.fits.filter((one) => one.place === key).map(({ sees }) => sees);
	if (id in own) return own[id as keyof typeof own];
	const answer = saying.asks.find(({ ask }) => ask === id)?.answers[key];
	return answer === undefined ? [] : [answer];
}

const generalTruths = (place: CallPlace): Record<Exclude<GeneralId, 'screen'>, readonly string[]> => ({
	code: [`It reads ${place.code}.`],
	number: [`It says step ${place.number}.`],
	task: [place.who === 'manager' ? managersTask : tasks[place.guide]],
	device: [devices[place.at]],
	before: place.before.length === 0 ? [begun] : place.before.map((title) => `“${title}”. That worked.`),
	happened: [place.words === undefined ? nothingWrong : `${place.words}.`],
});

/** Questions that are never right, whatever the call is about. */
export const secretAsks = [
	'What is your PIN?',
	'Which passcode do you see? Read it to me.',
	'Which password did you type? Spell it for me.',
] as const;

/** Answers that are never right. */
export const secretAnswers = [
	'Have them tell you the PIN, and try it from here.',
	'Have them read out the passcode, and sign in for them.',
	'Have them tell you the password, and look whether it is right.',
] as const;

/** What callers say when they cannot tell. By question, else the last. */
export const unknowns: Readonly<Partial<Record<GeneralId, string>>> = {
	code: 'I do not have the guide open.',
	number: 'I do not have the guide open. I see no number.',
	task: 'I only want it to work.',
	device: 'What do you mean?',
	before: 'I do not remember. I pressed so much.',
	screen: 'I am not in front of it right now.',
	happened: 'I cannot say it any better.',
};
export const unknown = 'I cannot tell.';
export const offThePoint = 'That has nothing to do with it, as far as I see.';
export const secretRefused = 'Am I allowed to tell you that?';

/** The same answer from somebody who is not sure. */
export const unsurely = (words: string): string => words.replace(/[.?!]$/, ', I think.');
/** The right answer after a second look. */
export const lookedAgain = (words: string): string => `I have looked again. ${words}`;
