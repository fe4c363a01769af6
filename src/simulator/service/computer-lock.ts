import { queue } from './mail.ts';
import type { Service, UserId } from './state.ts';
import { changeUser, userOf } from './users.ts';

/**
 * Counts a wrong Windows password; at the threshold the computer account locks for the minutes of the policy
 * (Windows lock policy, assumed).
 */
export function countComputerFailure(service: Service, id: UserId): Service {
	const { threshold, durationMinutes } = service.policy.computerPassword;
	const failures = (userOf(service, id)?.computer.failures ?? 0) + 1;
	const locks = threshold > 0 && failures >= threshold;
	const lockedUntil = locks ? service.now + durationMinutes * 60_000 : null;
	const counted = changeUser(service, id, () => ({ computer: { failures, lockedUntil } }));
	return lockedUntil === null
		? counted
		: queue(counted, { at: lockedUntil, kind: 'computer-unlock', user: id });
}

/** The lock ends by time; the counter starts anew. */
export function unlockComputer(service: Service, id: UserId): Service {
	const until = userOf(service, id)?.computer.lockedUntil ?? null;
	if (until === null || until > service.now) return service;
	return changeUser(service, id, () => ({ computer: { failures: 0, lockedUntil: null } }));
}
