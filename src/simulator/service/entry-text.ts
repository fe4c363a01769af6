import { find } from './buckets.ts';
import type { CardValue, Entry, NearMiss } from './entry.ts';
import { activationString } from './activation-string.ts';
import { codeOfId } from './portal-codes.ts';
import { passcode } from './passcodes.ts';
import type { Serial, Service, User, UserId } from './state.ts';
import { lineOf } from './task-lines.ts';
import { seedOf } from './tokens.ts';
import { userOf } from './users.ts';

/**
 * The text that an entry stands for.
 *
 * @param user whose card is meant
 * @returns `null` if the entry stands for nothing: no such user, token, enrollment, task or password
 */
export function textOf(service: Service, user: UserId, entry: Entry): string | null {
	switch (entry.kind) {
		case 'nothing':
			return '';
		case 'raw':
			return entry.text;
		case 'card':
			return cardText(userOf(service, user), entry.value);
		case 'static-password':
			return passwordText(userOf(service, user), entry.password);
		case 'passcode':
			return codeText(service, entry.serial, entry.activation, entry.step);
		case 'server-pin':
			return find(service.tokens, entry.serial)?.pin?.text ?? null;
		case 'joined':
			return joined(textOf(service, user, entry.parts[0]), textOf(service, user, entry.parts[1]));
		case 'activation-string': {
			const line = lineOf(service, entry.task, entry.user);
			return line ? activationString(entry.task, line) : null;
		}
		case 'verification-code':
			return codeOfId(service, entry.user, entry.code)?.text ?? null;
		case 'near-miss': {
			const text = textOf(service, user, entry.of);
			return text === null ? null : nearMiss(text, entry.how, service.policy.emailDomains);
		}
	}
}

/**
 * A text that misses the given one in one way. It always differs from it: where the way does not apply (no
 * letter whose case could be wrong), one character is another. An empty text stays empty.
 *
 * @param domains the organization's e-mail domains, for `other-domain`
 */
export function nearMiss(text: string, how: NearMiss, domains: readonly string[]): string {
	const missed = missedBy(text, how, domains);
	return missed === text ? oneOff(text) : missed;
}

function missedBy(text: string, how: NearMiss, domains: readonly string[]): string {
	switch (how) {
		case 'case':
			return text.replace(/[a-z]|[A-Z]/g, (c) => (c >= 'a' ? c.toUpperCase() : c.toLowerCase()));
		case 'letter-or-digit':
			return text.replace(/[O0o1lI]/, (c) => ({ O: '0', o: '0', 0: 'O', 1: 'l', l: '1', I: '1' })[c] ?? c);
		case 'one-off':
			return oneOff(text);
		case 'different':
			return text.replace(/\d/g, (digit) => String((Number(digit) + 5) % 10));
		case 'too-short':
			return text.slice(0, -1);
		case 'too-long':
			return text + text.slice(-1);
		case 'letters':
			return text.replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
		case 'trivial': {
			const straight = '123456789012345678901234567890'.slice(0, text.length);
			return straight === text ? '0'.repeat(text.length) : straight;
		}
		case 'other-domain': {
			const other = domains.find((domain) => !text.endsWith(`@${domain}`));
			return other === undefined ? text : text.replace(/@.*$/, `@${other}`);
		}
	}
}

/** The last character is the one after it: 9 becomes 0, z becomes a. */
function oneOff(text: string): string {
	const last = text.slice(-1);
	if (last === '') return '';
	const ring = [DIGITS, LOWER, UPPER].find((characters) => characters.includes(last)) ?? 'xy';
	return text.slice(0, -1) + ring.charAt((ring.indexOf(last) + 1) % ring.length);
}

const DIGITS = '0123456789';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function cardText(user: User | undefined, value: CardValue): string | null {
	if (!user) return null;
	switch (value) {
		case 'user-id':
			return user.id;
		case 'email':
			return user.email;
		case 'computer-password':
			return user.card.computerPassword;
		case 'pin':
			return user.card.pin;
		case 'next-pin':
			return user.card.nextPin;
		case 'next-static-password':
			return user.card.nextStaticPassword;
	}
}

function passwordText(user: User | undefined, id: string): string | null {
	return user?.passwords.find((password) => password.id === id)?.text ?? null;
}

function codeText(service: Service, serial: Serial, activation: number, step: number): string | null {
	const token = find(service.tokens, serial);
	const seed = token && seedOf(token, activation);
	return seed && Number.isSafeInteger(step) && step >= 0 ? passcode(seed, step) : null;
}

function joined(first: string | null, second: string | null): string | null {
	return first === null || second === null ? null : first + second;
}
