import { forService, type Entry } from '../entries.ts';
import { awaited, enqueue, forget, SECOND } from '../queue.ts';
import { partsOf } from '../parts.ts';
import { askForPush, pushRequestsOf, type PushOrigin } from '../service/push.ts';
import type { World } from '../state.ts';
import { heard } from '../wires.ts';
import { pushOf } from './change.ts';

/**
 * Tokens of the laptop to which a push comes: Windows shows the app's notifications, and the person is signed in
 * there (facts 8.7; that it waits until the app runs is assumed).
 */
export function reachedOnLaptop({ laptop }: World): readonly string[] {
	const { power, logon, notifications, mobilepass } = laptop;
	if (power !== 'on' || logon.page !== 'desktop' || !notifications || !mobilepass.installed) return [];
	return mobilepass.tokens.map(({ credential }) => credential.serial);
}

type Asked = { readonly world: World; readonly challenge: boolean; readonly request: string | null };

/** Asks the service for a push. `request` is `null` where nothing was sent, which the page must not show. */
export function asked(
	world: World,
	from: {
		readonly user: string;
		readonly password: Entry;
		readonly resource: string;
		readonly origin: PushOrigin;
	},
): Asked {
	const reached = partsOf(world).flatMap((part) => part.reached?.(world) ?? []);
	const { user, resource, origin } = from;
	const password = forService(from.password);
	const input = { user, password, resource, origin, trigger: { kind: 'nothing' }, reached } as const;
	const outcome = askForPush(world.service, input, world.now);
	const { reason } = outcome.reply.ok ? { reason: null } : outcome.reply;
	const next =
		origin === 'here'
			? strangerFollows(overLater(heard(world, 'push', from.password, outcome)))
			: { ...world, service: outcome.service };
	const sent = reason === 'challenge' ? pushRequestsOf(next.service, user).at(-1) : undefined;
	return {
		world: next,
		challenge: reason === 'challenge' || reason === 'fake-challenge',
		request: sent?.id ?? null,
	};
}

/** The page hears of the end of its time, whether something was sent or not. */
const overLater = (world: World): World =>
	enqueue(
		forget(world, 'push-page-over'),
		'push-page-over',
		world.service.policy.push.timeoutSeconds * SECOND,
	);

/** Where somebody else logs in as well, they do it soon after the person. */
export function strangerFollows(world: World): World {
	const { stranger } = pushOf(world);
	if (stranger?.after !== 'login' || awaited(world, 'push-stranger')) return world;
	return enqueue(world, 'push-stranger', stranger.seconds * SECOND, true);
}

/** Somebody else, who knows the password, logs in as the person. */
export function strangerAsks(world: World): World {
	const password = { kind: 'card', value: 'computer-password' } as const;
	return asked(world, { user: world.people.user, password, resource: 'VPN', origin: 'elsewhere' }).world;
}
