import type { PhaseSlug, Place, ProcedureId } from '../domain/slugs.ts';

export const procedureTitles: Record<ProcedureId, string> = {
	desktop: 'Set up your new computer',
	android: 'Set up your phone',
	push: 'Sign in with a push message',
	migration: 'Manage tokens and move to MobilePASS+',
};

export const phaseTitles: Record<PhaseSlug, string> = {
	prepare: 'Get ready',
	'sign-in': 'Sign in to the network',
	'first-desktop': 'First minutes on the desktop',
	outlook: 'Outlook',
	install: 'Install MobilePASS+',
	enroll: 'Make your token',
	finish: 'Finish',
	'get-app': 'Get the app',
	'user-portal': 'By the user portal',
	'mail-link': 'By the link in the e-mail',
	'qr-code': 'By QR code',
	'copy-paste': 'By copy and paste',
	activate: 'Activate your token',
	'first-use': 'Use it once',
	'get-ready': 'Turn push on',
	'log-in': 'Sign in',
	answer: 'Answer the request',
	'stay-safe': 'Stay safe',
	console: 'Open the console',
	'look-up': 'Look up a user',
	'token-acts': 'Do something about a token',
	'new-tokens': 'New tokens, in waves',
	'old-tokens': 'Old tokens back to stock',
};

const placeNames: Record<Place, string> = {
	'other-computer': 'On another computer',
	logon: 'New computer, logon screen',
	desktop: 'New computer, desktop',
	phone: 'On the phone',
	console: 'Operator console',
};

/** What a place is called in a procedure: only the first one is about a new computer. */
export const placeName = (procedure: ProcedureId, place: Place): string =>
	place === 'desktop' && procedure !== 'desktop' ? 'On the computer' : placeNames[place];
