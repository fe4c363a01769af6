import { faulty, mended } from '../faults/ids.ts';
import { awaited, enqueue, SECOND } from '../queue.ts';
import { requestsOf } from '../push/answer.ts';
import { askForPush, pushesOf } from '../service/push.ts';
import type { World } from '../state.ts';
import { reachedByPhone } from './push.ts';

const AGAIN = 30 * SECOND;

/** One of them waits for an answer on the phone. */
export const strangerSeen = (world: World): boolean =>
	reachedByPhone(world).length > 0 &&
	requestsOf(world).some(({ origin, state }) => origin === 'elsewhere' && state === 'waiting');

/** Somebody else, who knows the password, logs in as the person. */
export function strangerAsks(world: World): World {
	const reached = reachedByPhone(world);
	if (reached.length === 0) return world;
	const password = { kind: 'card', value: 'computer-password' } as const;
	const { service } = askForPush(
		world.service,
		{
			user: world.people.user,
			password,
			resource: 'vpn',
			origin: 'elsewhere',
			trigger: { kind: 'nothing' },
			reached,
		},
		world.now,
	);
	return { ...world, service };
}

/**
 * They try as soon as the phone can show a request, and again until one is reported, so that it can be practiced: a
 * report ends it.
 */
export function strangerKept(world: World): World {
	if (!faulty(world, 'phone-stranger')) return world;
	if (pushesOf(world.service).alerts.length > 0) return mended(world, 'phone-stranger');
	if (awaited(world, 'phone-stranger') || reachedByPhone(world).length === 0) return world;
	return strangerSeen(world) ? world : enqueue(world, 'phone-stranger', AGAIN, true);
}
