import type { Mistake } from './mistakes.ts';

/** Kinds of mistakes, as people read them. */
export const mistakeWords: Readonly<Record<Mistake, string>> = {
	typed: 'Typed wrong',
	used: 'Used up, or not the right one any more',
	clock: 'Clock off',
	locked: 'Locked',
	link: 'Link or page refused',
	pin: 'PIN with the code',
	order: 'Too early, or not there',
	foreign: 'Not from the card',
};
