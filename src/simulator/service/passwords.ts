import { nextText, shuffle, type Draw, type Random } from '../../domain/random.ts';
import type { Policy } from '../policy.ts';
import { queue } from './mail.ts';
import type { PasswordId, Service, StaticPassword, UserId } from './state.ts';
import { changeUser, setPasswordOf, userOf } from './users.ts';

export type PasswordProblem = 'too-short' | 'too-long' | 'too-simple';

/** What keeps a text from being a static password (facts 5.8; the levels of complexity are assumed). */
export function passwordProblem(policy: Policy['staticPassword'], text: string): PasswordProblem | null {
	if (text.length < policy.minLength) return 'too-short';
	if (text.length > policy.maxLength) return 'too-long';
	if (policy.complexity === 'letters-and-digits' && !(/[A-Za-z]/.test(text) && /[0-9]/.test(text)))
		return 'too-simple';
	return null;
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz';
const DIGITS = '23456789';

/** A password of letters and digits, both kinds at least once. No characters that look alike. */
export function drawPassword(random: Random, length: number): Draw<string> {
	const letter = nextText(random, LETTERS, 1);
	const digit = nextText(letter.random, DIGITS, 1);
	const rest = nextText(digit.random, LETTERS + DIGITS, Math.max(0, length - 2));
	const mixed = shuffle(rest.random, [...(letter.value + digit.value + rest.value)]);
	return { value: mixed.value.join(''), random: mixed.random };
}

/** Ten characters, or as near to ten as the policy allows. */
export function drawStaticPassword(random: Random, policy: Policy['staticPassword']): Draw<string> {
	return drawPassword(random, Math.min(Math.max(10, policy.minLength), policy.maxLength));
}

/** Sets a static password; one that was set before is over. */
export function setPassword(
	service: Service,
	user: UserId,
	password: Omit<StaticPassword, 'id' | 'state' | 'setAt'>,
): { service: Service; password: PasswordId } {
	const number = service.numbers.password + 1;
	const id = `P${number}`;
	const fresh: StaticPassword = { ...password, id, state: 'set', setAt: service.now };
	let next = endPassword(service, user, 'replaced');
	next = changeUser(next, user, ({ passwords }) => ({ passwords: [...passwords, fresh] }));
	next = { ...next, numbers: { ...next.numbers, password: number } };
	return {
		service: queue(next, { at: fresh.expiresAt, kind: 'password-end', user, password: id }),
		password: id,
	};
}

/** Ends the static password that is set, if there is one. */
export function endPassword(
	service: Service,
	user: UserId,
	state: Exclude<StaticPassword['state'], 'set'>,
): Service {
	const person = userOf(service, user);
	const set = person && setPasswordOf(person);
	return set ? changePassword(service, user, set.id, () => ({ state })) : service;
}

/** Ends a static password whose time is over; one that ended before keeps the way in which it ended. */
export function expirePassword(service: Service, user: UserId, id: PasswordId): Service {
	const set = userOf(service, user)?.passwords.some((one) => one.id === id && one.state === 'set');
	return set ? changePassword(service, user, id, () => ({ state: 'expired' })) : service;
}

export function changePassword(
	service: Service,
	user: UserId,
	id: PasswordId,
	change: (password: StaticPassword) => Partial<StaticPassword>,
): Service {
	return changeUser(service, user, ({ passwords }) => ({
		passwords: passwords.map((password) =>
			password.id === id ? { ...password, ...change(password) } : password,
		),
	}));
}
