import { userOf, type Entry, type Refusal, type TrueReason, type World } from '../simulator/world.ts';

/** What the coach says beside the device. The device itself answers as the real one would. */
export type Remark = { readonly kind: 'why' | 'way'; readonly words: string };

type Truth = NonNullable<World['truth']>;

/** Why a sign-in was refused: what the device never says. */
const signIn: Readonly<Record<TrueReason['login'], string>> = {
	'nothing-typed': 'The field was empty.',
	'unknown-user': 'The service does not know this user.',
	'account-locked':
		'The account is locked: too many wrong tries. Even the right code is refused until the lock ends, or the service desk ends it.',
	'no-method': 'There is no static password and no active token yet. The manager requests one.',
	wrong: 'This is not the password or passcode that is right now.',
	'old-password':
		'This static password was right once. It is used up, expired, or gone since the token became active.',
	'old-token': 'This passcode comes from a token that is no longer the active one.',
	'used-already': 'Each passcode works once. Wait for the next one.',
	'clock-off':
		'The passcode was made with a clock that is too far off. Set the time automatically, and set the time zone, not the clock.',
	'out-of-step':
		'The token has counted too far ahead. The service desk brings it into step by two codes in a row.',
	'not-consecutive': 'The second code must be the one right after the first.',
	'wrong-pin': 'The code is right, but the PIN before or after it is missing or wrong.',
	'pin-in-front': 'The code is right, but there is more in the field than the code. Type the passcode alone.',
	again:
		'The code came from a clock that is a little off. Type the next code, and the service learns the difference.',
	'change-password': 'The static password must be changed before it is used.',
	'pin-given': 'The service has made a PIN for you. Read it, and sign in with it.',
	'set-pin': 'The service wants a PIN from you.',
	'passcode-wanted': 'The static password is right, but here only a passcode is taken.',
	'not-asked': 'The page came too late: sign in again, and it asks anew.',
	'too-short': 'It is too short.',
	'too-long': 'It is too long.',
	'too-simple': 'It must have letters and digits.',
	'wrong-characters': 'It has characters that are not allowed in it.',
	trivial: 'It is too easy to guess.',
	'same-as-before': 'It must be another one than before.',
	'entries-differ': 'The two are not the same.',
};

const computer: Readonly<Record<TrueReason['computer-login'], string>> = {
	'nothing-typed': 'The field was empty.',
	'unknown-user': 'The user name is not right.',
	'account-locked': 'The computer account is locked. It opens by itself after some minutes.',
	wrong: 'This is not the computer password. Look at Caps Lock, and type it as it stands on the card.',
};

const enrollment: Readonly<Record<TrueReason['enrollment'], string>> = {
	'unknown-link': 'This link belongs to no enrollment.',
	'already-completed': 'This enrollment was used before. Each one works once.',
	expired: 'The e-mail is too old. The manager requests a new one.',
	'enrollment-locked': 'The enrollment is locked after wrong tries. The manager requests a new one.',
	removed: 'The enrollment was taken back. The manager requests a new one.',
	'string-invalid': 'The activation string is not whole. Copy all of it.',
	'session-closed': 'The page was closed. Open the link of the MFA e-mail again.',
	'target-not-allowed': 'This kind of device may not be enrolled.',
	'wrong-app': 'Another app was opened. Take MobilePASS+.',
};

/** A request of the manager that was not taken. */
const request: Readonly<Record<TrueReason['request'], string>> = {
	'unknown-user': 'The service does not know this user ID. Nothing comes of the request.',
	'unknown-requester': 'The service does not know who asks.',
	'unknown-operator': 'The service does not know who asks.',
	'not-allowed': 'Only the manager, a coordinator or IT may ask for it.',
	'token-active': 'The user has an active token: a static password would be no way in.',
	'nobody-chosen': 'The form names nobody.',
	'no-email': 'The user has no e-mail address to send it to.',
	'inventory-exhausted': 'There is no free token left.',
};

const reasons: {
	readonly [What in Exclude<Truth['what'], 'push' | 'portal' | 'own-app'>]: Readonly<
		Record<TrueReason[What], string>
	>;
} = {
	login: signIn,
	'computer-login': computer,
	request,
	page: enrollment,
	enrollment,
};

/** The near misses of what was typed, where the service could only say no. */
const misses: Readonly<Record<Extract<Entry, { kind: 'near-miss' }>['how'], string>> = {
	case: 'Upper and lower case are not as on the card.',
	'letter-or-digit': 'Look at O and 0, and at l and 1.',
	'one-off': 'One character is different from the card.',
	'other-domain': 'The part after the @ is another one.',
	'too-short': 'Something is missing at the end.',
	'too-long': 'There is something too much.',
	letters: 'A PIN has digits only.',
	trivial: 'This PIN is too easy to guess.',
	different: 'The two are not the same.',
};

/**
 * What there is to say about the last answer of a service, if it is a new one and not the answer hoped for.
 *
 * @param was the World before the act
 */
export function remarkOn(was: World, world: World): Remark | null {
	const { truth } = world;
	if (!truth || truth === was.truth || truth.outcome === 'ok') return null;
	const words = (reasons as Readonly<Record<string, Readonly<Record<string, string>>>>)[truth.what]?.[
		truth.outcome
	];
	const missed = missOf(truth.entry);
	const said = truth.outcome === 'wrong' || truth.outcome === 'unknown-user' ? (missed ?? words) : words;
	return said ? { kind: 'why', words: withLock(said, was, world) } : null;
}

/** What is said of a failure, and of the lock where it was one too many. */
export function withLock(words: string, was: World, world: World): string {
	const lock = lockOf(world);
	return lock && !lockOf(was) ? `${words} ${lockWords(lock.until, world.now)}` : words;
}

/** A code that is simply another one has missed nothing in particular. */
const missOf = (entry: Entry | null): string | undefined =>
	entry?.kind !== 'near-miss' || (entry.how === 'different' && entry.of.kind === 'passcode')
		? undefined
		: misses[entry.how];

const lockOf = ({ service, people }: World) => userOf(service, people.user)?.lock;

const lockWords = (until: number | null, now: number): string =>
	until === null
		? 'That was one failure too many: the account is locked until the service desk opens it.'
		: `That was one failure too many: the account is locked for ${Math.ceil((until - now) / 60_000)} minutes, and then opens by itself.`;

/** A kind answer to an act that the device did not take. */
const refused: Readonly<Partial<Record<Refusal, string>>> = {
	'not-on-screen': 'That is not on the screen right now.',
	'grayed-out': 'That is gray: something has to come first.',
	'not-for-this-control': 'That is only a label.',
	'entry-does-not-fit': 'That belongs into another field.',
};
export const remarkOnRefusal = (reason: Refusal): Remark => ({
	kind: 'way',
	words: refused[reason] ?? 'That is not possible here.',
});

/** What is typed and belongs to nothing of the exercise is stopped before the World hears of it. */
export const stopped: Remark = {
	kind: 'way',
	words:
		'That is nothing from the card, and was forgotten at once. Here you use invented values only: never type a real password, PIN or passcode.',
};

/** Why an exercise with a real app is neither skipped nor held. */
export const inRealTime: Remark = {
	kind: 'way',
	words:
		'Here time cannot be skipped or paused: the codes of your app follow the real time, so this exercise does too.',
};

/** A link of the instructions was followed. */
export const staysHere: Remark = {
	kind: 'way',
	words: 'That link leads to the real page. Here, do it on the simulated computer.',
};

/** Something was pressed that is no control. */
export const unknownPlace: Remark = {
	kind: 'way',
	words: 'There is nothing to use there. If you do not see what is next, ask for a hint.',
};
