import { find, put } from './buckets.ts';
import type { PushRequest, Pushes } from './push-state.ts';
import type { Serial, Service, Token, UserId } from './state.ts';
import { tokensOf } from './users.ts';

const none: Pushes = { last: 0, requests: {}, alerts: [] };
export const pushesOf = ({ push = none }: Service): Pushes => push;

/** A user's requests that wait, and the last ones that ended, oldest first. */
export const pushRequestsOf = (service: Service, user: UserId): readonly PushRequest[] =>
	find(pushesOf(service).requests, user) ?? [];

export const pushRequestOf = (service: Service, user: UserId, id: string): PushRequest | undefined =>
	pushRequestsOf(service, user).find((request) => request.id === id);

/** What waits for an answer with this token, the oldest first. */
export const waitingPushes = (service: Service, user: UserId, serial: Serial): readonly PushRequest[] =>
	pushRequestsOf(service, user).filter(
		({ state, serials }) => state === 'waiting' && serials.includes(serial),
	);

/** "Push Authentication History" of a token: the last ones that ended, newest first (facts 3.5). */
export const pushHistoryOf = (service: Service, user: UserId, serial: Serial): readonly PushRequest[] =>
	pushRequestsOf(service, user)
		.filter(({ state, serials }) => state !== 'waiting' && serials.includes(serial))
		.toReversed();

/**
 * Can a request go to this token? Only to an active one with push permitted at enrollment, of the app that can,
 * on a target whose pushes are on (facts 5.6, 5.12). A Server PIN that must first be changed needs a page that asks
 * for it: such a token gets none (assumed).
 */
export function takesPush({ policy }: Service, { state, seed, device, pin }: Token): boolean {
	if (state !== 'Active' || seed?.app !== 'MobilePASS+' || device?.push !== 'Enabled') return false;
	const { app, push } = policy.targets[device.target];
	return push && app === seed.app && !(pin?.initial && policy.serverPin.changeOnFirstUse);
}

/** The user's tokens to which a request can go, oldest first. Without one, push is not offered. */
export const pushTokensOf = (service: Service, user: UserId): readonly Token[] =>
	tokensOf(service, user).filter((token) => takesPush(service, token));

/** With a request put in, or in the place of what it was; of those that ended only the last ones stay. */
export function withRequest(service: Service, request: PushRequest): Service {
	const pushes = pushesOf(service);
	const before = pushRequestsOf(service, request.user);
	const known = before.some(({ id }) => id === request.id);
	const all = known ? before.map((one) => (one.id === request.id ? request : one)) : [...before, request];
	const ended = all.filter(({ state }) => state !== 'waiting');
	const old = ended.slice(0, Math.max(0, ended.length - service.policy.push.history));
	const kept = old.length > 0 ? all.filter((one) => !old.includes(one)) : all;
	return { ...service, push: { ...pushes, requests: put(pushes.requests, request.user, kept) } };
}
