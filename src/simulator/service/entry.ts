import type { CodeId, PasswordId, Serial, TaskId, UserId } from './state.ts';

/** A value on the card of the exercise, by name. */
export const cardValues = [
	'user-id',
	'email',
	'computer-password',
	'pin',
	'next-pin',
	'next-static-password',
] as const;
export type CardValue = (typeof cardValues)[number];

/** How a typed text misses the value that it was meant to be. */
export const nearMisses = [
	'case', // upper and lower case swapped
	'letter-or-digit', // the letter O for the digit 0, or the other way round
	'one-off', // one character another
	'too-short', // the end is missing
	'too-long', // one character more
	'letters', // letters where digits are wanted
	'trivial', // 1234 and the like
	'different', // another PIN of the right form
	'other-domain', // an e-mail address at the organization's other domain
] as const;
export type NearMiss = (typeof nearMisses)[number];

/**
 * What was typed, by reference: typed text never enters a World in practice. The service resolves the
 * reference to text and checks that text for real.
 */
export type Entry =
	/** An empty field. */
	| { readonly kind: 'nothing' }
	| { readonly kind: 'card'; readonly value: CardValue }
	/** A static password, as its e-mail shows it. */
	| { readonly kind: 'static-password'; readonly password: PasswordId }
	/** The code of a token's enrollment (`activation`, from 0) for a time step or counter. */
	| { readonly kind: 'passcode'; readonly serial: Serial; readonly activation: number; readonly step: number }
	/** The Server PIN of a token as it stands at the service. */
	| { readonly kind: 'server-pin'; readonly serial: Serial }
	/** One after the other in one field: a Server PIN and a passcode. */
	| { readonly kind: 'joined'; readonly parts: readonly [Entry, Entry] }
	| { readonly kind: 'activation-string'; readonly task: TaskId; readonly user: UserId }
	/** A verification code of the user portal, as its e-mail shows it. */
	| { readonly kind: 'verification-code'; readonly user: UserId; readonly code: CodeId }
	| { readonly kind: 'near-miss'; readonly of: Entry; readonly how: NearMiss }
	/** Only for the command line and for tests. */
	| { readonly kind: 'raw'; readonly text: string };
