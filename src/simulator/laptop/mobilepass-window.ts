import { organization } from '../../domain/organization.ts';
import { cleared } from '../drafts.ts';
import { enqueue, forget, SECOND } from '../queue.ts';
import { heading, type Live } from '../screen.ts';
import type { World } from '../state.ts';
import { part } from './change.ts';
import { frame, taskBar } from './desktop.ts';
import type { AppToken, MessageId, MobilePass } from './state.ts';

export const appTitle = heading('mobilepass.title', 'MobilePASS+');

export const goTo = (world: World, page: MobilePass['page'], message: MessageId | null = null): World =>
	part(world, 'mobilepass', { page, message });

/** Closing the app locks its tokens and drops an activation that is not finished (facts 3.4, 8.4). */
export const left = (world: World): World =>
	part(cleared(world, 'laptop', 'mobilepass.'), 'mobilepass', {
		pending: null,
		unlocked: [],
		serial: null,
		message: null,
	});

/** Put away for longer than this, the app locks its tokens (assumed for Windows). */
const LOCKS_AFTER = 60 * SECOND;

const putAway = (world: World): World =>
	world.laptop.mobilepass.unlocked.length > 0
		? enqueue(forget(world, 'app-locks'), 'app-locks', LOCKS_AFTER)
		: world;

export const appLocks = (world: World): World =>
	world.laptop.minimized.includes('mobilepass')
		? part(cleared(world, 'laptop', 'mobilepass.pin'), 'mobilepass', { unlocked: [], message: null })
		: world;

export const around = (world: World): Live[] => [...frame('mobilepass', left, putAway), ...taskBar(world)];

export const listOrWelcome = (world: World) =>
	world.laptop.mobilepass.tokens.length > 0 ? ('list' as const) : ('welcome' as const);

export const tokenShown = ({ laptop: { mobilepass } }: World): AppToken | undefined =>
	mobilepass.tokens.find(({ credential }) => credential.serial === mobilepass.serial);

export function withToken(world: World, serial: string, change: (token: AppToken) => AppToken): World {
	const tokens = world.laptop.mobilepass.tokens.map((token) =>
		token.credential.serial === serial ? change(token) : token,
	);
	return part(world, 'mobilepass', { tokens });
}

/** Several tokens are told apart by their serial numbers. */
export const tokenLabel = (world: World, serial: string): string =>
	world.laptop.mobilepass.tokens.length > 1 ? `${organization.tokenName} ${serial}` : organization.tokenName;
