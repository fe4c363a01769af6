import { note } from './audit.ts';
import { queue, send } from './mail.ts';
import type { Pending, Service, TokenState, User, UserId } from './state.ts';
import { withToken } from './stock.ts';
import { changeUser, tokensOf, userOf } from './users.ts';

/**
 * Counts a failed login; at the threshold the account and its active tokens lock (facts 5.11; "at n" and
 * the duration are assumed). The count is never taken back but by a complete login or an unlock.
 *
 * @param denial it was a push that was denied: the lockout mail says so
 */
export function countFailure(service: Service, id: UserId, denial = false): Service {
	const counted = changeUser(service, id, (user) => ({
		failures: user.failures + 1,
		lastAttempt: service.now,
		pending: null,
	}));
	const { threshold } = service.policy.lock;
	const failures = userOf(counted, id)?.failures ?? 0;
	return threshold > 0 && failures >= threshold ? lock(counted, id, denial) : counted;
}

function lock(service: Service, id: UserId, denial: boolean): Service {
	const { durationMinutes, mailOnLock, mailOnUnlock } = service.policy.lock;
	const until = durationMinutes === null ? null : service.now + durationMinutes * 60_000;
	let locked = changeUser(service, id, () => ({
		lock: { since: service.now, until },
		unlockMailDue: mailOnUnlock,
	}));
	locked = moveTokens(locked, id, 'Active', 'Locked');
	if (until !== null) locked = queue(locked, { at: until, kind: 'unlock', user: id });
	locked = note(locked, { by: 'service', act: 'lock', to: id, outcome: 'ok' });
	return mailOnLock
		? send(locked, id, { kind: 'locked', user: id, ...(denial && { denials: true }) })
		: locked;
}

/** Ends a lock: the counter starts anew, locked tokens are active again. */
export function endLock(service: Service, id: UserId): Service {
	return moveTokens(
		changeUser(service, id, () => ({ lock: null, failures: 0, pending: null })),
		id,
		'Locked',
		'Active',
	);
}

/** Unlocks by time; a lock that was ended or made anew since stays as it is. */
export function unlockByTime(service: Service, id: UserId): Service {
	const until = userOf(service, id)?.lock?.until;
	return typeof until === 'number' && until <= service.now ? endLock(service, id) : service;
}

/** A complete login: the counter is cleared, a waiting unlock mail goes out (facts 5.11). */
export function countSuccess(service: Service, id: UserId): Service {
	const due = userOf(service, id)?.unlockMailDue ?? false;
	const counted = changeUser(service, id, () => ({
		failures: 0,
		lastAttempt: service.now,
		lastSuccess: service.now,
		pending: null,
		unlockMailDue: false,
	}));
	return due ? send(counted, id, { kind: 'unlocked', user: id }) : counted;
}

/** A login that ends with a question: neither failure nor success, the counter stays. */
export function ask(service: Service, id: UserId, pending: Pending | null): Service {
	return changeUser(service, id, () => ({ pending, lastAttempt: service.now }));
}

/** The question that waits for an answer, if it has not waited too long. */
export function pendingOf(service: Service, user: User): Pending | null {
	return user.pending && user.pending.until >= service.now ? user.pending : null;
}

/** Until when a question asked now may be answered. */
export function answerBy(service: Service): number {
	return service.now + service.policy.window.againMinutes * 60_000;
}

function moveTokens(service: Service, id: UserId, from: TokenState, to: TokenState): Service {
	return tokensOf(service, id)
		.filter(({ state }) => state === from)
		.reduce((next, token) => withToken(next, { ...token, state: to }), service);
}
