import type { Entry } from './entry.ts';
import { pendingOf } from './lockout.ts';
import { matchCode, passcode, windowOf } from './passcodes.ts';
import type { Service, Token, User } from './state.ts';
import { tokenOf } from './stock.ts';
import { seedOf } from './tokens.ts';
import { setPasswordOf, tokensOf } from './users.ts';

/** For the coach and the trainer. The device shows a generic text, made from the result code alone. */
export type LoginRefusal =
	/** An empty field: counted neither way (assumed). */
	| 'nothing-typed'
	| 'unknown-user'
	/** Whatever was typed, right or wrong; the counter stays (facts 8.2, assumed). */
	| 'account-locked'
	/** Neither a static password is set nor a token active. */
	| 'no-method'
	| 'wrong'
	/** The static password that is set, where only a passcode is taken (facts 6.6). */
	| 'passcode-wanted'
	/** A static password that was valid once: removed, replaced, changed, expired, used up. */
	| 'old-password'
	/** A code of a token that is suspended, revoked or enrolled anew since. */
	| 'old-token'
	/** The code of this step, or of a later one, was used. */
	| 'used-already'
	/** Right token, but the code is of a time beyond the outer window. */
	| 'clock-off'
	/** Right token, counter beyond the outer window: resync. */
	| 'out-of-step'
	/** The second code was not the one that follows the first. */
	| 'not-consecutive'
	/** Right code, but the Server PIN is missing or wrong. */
	| 'wrong-pin'
	/** Right code, with the PIN of the app or another text in front: the field takes the code alone. */
	| 'pin-in-front'
	/** Outer window: authenticate again with the next code (code 5). */
	| 'again'
	/** The static password must be changed first (code 6). */
	| 'change-password'
	/** The server has drawn a new Server PIN; log in with it (code 3). */
	| 'pin-given'
	/** The user must choose a Server PIN (code 4). */
	| 'set-pin';

/**
 * Why a login that no password and no token accepted was refused, as the coach would say it. What was typed
 * is known by reference, so nothing has to be guessed; a raw text is looked up among what was valid once.
 */
export function refusalFor(service: Service, user: User, entry: Entry, text: string | null): LoginRefusal {
	if (pendingOf(service, user)?.kind === 'second-code') return 'not-consecutive';
	if (user.passwords.some((password) => password.text === text)) return 'old-password';
	const code = text === null ? null : passcodeIn(entry);
	if (code) return codeRefusal(service, user, code);
	const able = tokensOf(service, user.id).filter(canLogIn);
	if (text !== null && able.some((token) => wasUsed(service, token, text))) return 'used-already';
	return able.length === 0 && !setPasswordOf(user) ? 'no-method' : 'wrong';
}

/** Whether a token may log in at all; an Assigned one becomes Active by its first use (facts 8.1). */
export const canLogIn = ({ state }: Token): boolean => state === 'Active' || state === 'Assigned';

type CodeEntry = Extract<Entry, { kind: 'passcode' }>;

function passcodeIn(entry: Entry): CodeEntry | null {
	if (entry.kind === 'passcode') return entry;
	return entry.kind === 'joined' ? (passcodeIn(entry.parts[0]) ?? passcodeIn(entry.parts[1])) : null;
}

function codeRefusal(service: Service, user: User, { serial, activation, step }: CodeEntry): LoginRefusal {
	const token = tokenOf(service, serial);
	const seed = token && seedOf(token, activation);
	if (!token || !seed) return 'wrong';
	if (seed !== token.seed) return 'old-token';
	if (token.owner !== user.id) return 'wrong';
	if (!canLogIn(token)) return 'old-token';
	if (step <= token.mark) return 'used-already';
	const match = matchCode(seed, token, passcode(seed, step), service.now, windowOf(service.policy, seed));
	if (match.kind === 'accept' || match.kind === 'again')
		return token.pin === null ? 'pin-in-front' : 'wrong-pin';
	return seed.mode === 'time' ? 'clock-off' : 'out-of-step';
}

function wasUsed(service: Service, token: Token, text: string): boolean {
	const { seed } = token;
	if (!seed) return false;
	const window = windowOf(service.policy, seed);
	return matchCode(seed, token, text, service.now, window).kind === 'used';
}
