import type { TrueReason, World } from '../simulator/world.ts';
import type { Remark } from './coach.ts';
import { strangerRemark } from './push/stranger-remark.ts';

/** Why a push went nowhere: what neither page nor app says. */
const push: Readonly<Partial<Record<TrueReason['push'], string>>> = {
	'account-locked': 'The account is locked: too many wrong tries or denied requests.',
	'no-push': 'No token of yours takes a request right now. Type a passcode.',
	'unknown-request': 'This request did not go to this token.',
	'not-waiting': 'The time for this request is over, or it was answered. Ask for a new one.',
	'wrong-number': 'The login page shows another number. A wrong one counts as "Deny".',
	'clock-off':
		'The app makes its code from the clock of the phone, and this clock is too far off. Let the phone set its time automatically.',
	'wrong-pin': 'The PIN was not right. It was sent with the code, and both were refused.',
};

/** Why the portal did not go on. */
const portal: Readonly<Record<TrueReason['portal'], string>> = {
	'unknown-user': 'The portal does not know this user.',
	'no-email': 'There is no e-mail address to send the code to.',
	'too-many': 'You have two authenticators. One must go before a further one can come.',
	'not-asked': 'This code was used, or no code is waited for. Select "Send a new code".',
	'nothing-typed': 'The field was empty.',
	'code-expired': 'The code is too old: each one works for 10 minutes. Select "Send a new code".',
	'older-code': 'This is an older code. Only the newest one counts.',
	'wrong-code': 'This is not the code of the newest e-mail.',
	'no-tries-left': 'That was the third wrong code. Select "Send a new code".',
	'not-confirmed': 'You must confirm who you are before each authenticator.',
	'target-not-allowed': 'This kind of device may not be enrolled. The service desk can have it allowed.',
	'inventory-exhausted': 'There is no free token left.',
};

/** The activation in the app on the phone: in procedure B nobody speaks of the manager’s request. */
const enrollment: Readonly<Partial<Record<TrueReason['enrollment'], string>>> = {
	expired: 'The enrollment is too old. The service desk sends a new e-mail.',
	'enrollment-locked': 'The enrollment is locked after wrong tries. The service desk sends a new e-mail.',
	removed: 'The enrollment was taken back, or a newer one has come. Look for the newest e-mail.',
	'already-completed':
		'This enrollment was used before. Each one works once. Call the service desk if it was not you.',
	'string-invalid':
		'The string is not whole. A long tap selects a piece of it: drag the handles over all of it.',
	'session-closed': 'The page was closed, or opened on another screen. Open the link of the e-mail again.',
	'target-not-allowed': 'Android may not be enrolled here. The service desk can have it allowed.',
};

/** What there is to say of an act on the phone or in the portal, if there is anything. */
export function phoneRemark(was: World, world: World): Remark | null {
	const pasted = copied(was, world);
	if (pasted) return pasted;
	const stranger = strangerRemark(was, world);
	if (stranger) return stranger;
	const { truth } = world;
	if (!truth || truth === was.truth || truth.outcome === 'ok') return null;
	const words = wordsOf(truth);
	return words === undefined ? null : { kind: 'why', words };
}

function wordsOf({ what, outcome }: NonNullable<World['truth']>): string | undefined {
	const table: Readonly<Record<string, string>> =
		what === 'push'
			? push
			: what === 'portal'
				? portal
				: what === 'enrollment' || what === 'page'
					? enrollment
					: {};
	return Object.hasOwn(table, outcome) ? table[outcome] : undefined;
}

/** The vendor advises against the clipboard (procedure B). */
function copied(was: World, world: World): Remark | null {
	const entry = world.phone?.clipboard;
	if (!entry || entry === was.phone?.clipboard) return null;
	if (entry.kind === 'near-miss')
		return { kind: 'why', words: 'You copied a piece of the string. Drag the handles over all of it first.' };
	return {
		kind: 'way',
		words:
			'Every app on a phone can read what you copy. Take this way only when link and QR code do not work, and copy something else afterwards.',
	};
}
