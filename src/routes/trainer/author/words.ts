import type { AndroidWay, CourseId } from '../../../practice/scenario.ts';

/** What a trainer chooses a course by. */
export const courseWords: Readonly<Record<CourseId, string>> = {
	desktop: 'The new computer',
	android: 'A token on an Android phone',
	push: 'Push on the computer',
	migration: 'The operator console',
	'own-app': 'Your own authenticator app',
};

/** The ways of the phone into its app. */
export const wayWords: Readonly<Record<AndroidWay, string>> = {
	link: 'By the link in the e-mail',
	qr: 'By the QR code',
	copy: 'By copy and paste',
	portal: 'By the user portal, with the computer',
	'portal-phone': 'By the user portal, on the phone alone',
};
