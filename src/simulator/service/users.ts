import { find, put } from './buckets.ts';
import type { Service, StaticPassword, Token, User, UserId } from './state.ts';

/** The user with this id; upper and lower case matter. */
export function userOf(service: Service, user: UserId): User | undefined {
	return find(service.users, user);
}

/** The user with this e-mail address; upper and lower case do not matter. */
export function userByEmail(service: Service, email: string): User | undefined {
	const id = find(service.addresses, email.toLowerCase());
	return id === undefined ? undefined : find(service.users, id);
}

/** The operator with this id; `undefined` also for a user who is none. */
export function operatorOf(service: Service, id: UserId): User | undefined {
	const user = find(service.users, id);
	return user?.operator ? user : undefined;
}

function withUser(service: Service, user: User): Service {
	return { ...service, users: put(service.users, user.id, user) };
}

/** With some fields of a user replaced. A user that does not exist stays so. */
export function changeUser(service: Service, id: UserId, change: (user: User) => Partial<User>): Service {
	const user = find(service.users, id);
	return user ? withUser(service, { ...user, ...change(user) }) : service;
}

/** The tokens that belong to a user, oldest first. */
export function tokensOf(service: Service, user: UserId): Token[] {
	const serials = find(service.users, user)?.serials ?? [];
	return serials.flatMap((serial) => find(service.tokens, serial) ?? []);
}

/** The static password that is set, or `undefined`. */
export function setPasswordOf(user: User): StaticPassword | undefined {
	return user.passwords.findLast((password) => password.state === 'set');
}

/** How many ways a user has to log in: tokens that work now or after unlocking, and the static password. */
export function methodsOf(service: Service, user: User): number {
	const tokens = tokensOf(service, user.id).filter(({ state }) => state === 'Active' || state === 'Locked');
	return tokens.length + (setPasswordOf(user) ? 1 : 0);
}
