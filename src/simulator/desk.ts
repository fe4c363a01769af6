import { acts, textOf, tokensOf, type Token } from './service/service.ts';
import { own, partDesk } from './parts.ts';
import type { PartDeskTopic } from './part-names.ts';
import type { World } from './state.ts';

/**
 * What a person may call the service desk about besides a fault: things that no control of theirs can end,
 * and that only an operator's act does.
 */
export const deskTopics = ['server-pin', 'token-lost', 'account-locked'] as const;
type CoreTopic = (typeof deskTopics)[number];
export type DeskTopic = CoreTopic | PartDeskTopic;

/** What the desk does about it; `null` if there is nothing to mend. */
const desk: Readonly<Record<CoreTopic, (world: World) => World | null>> = {
	'server-pin': newInitialPin,
	'token-lost': newToken,
	'account-locked': unlocked,
};

/** How the desk helps with a topic. */
export const deskHelp = (about: DeskTopic): ((world: World) => World | null) =>
	own(desk, about) ?? partDesk(about) ?? (() => null);

export const isDeskTopic = (about: string): about is DeskTopic =>
	Object.hasOwn(desk, about) || partDesk(about) !== undefined;

/** Server PIN forgotten or never heard of: an operator draws a new Initial PIN (guide for operators, "Reset PIN"). */
function newInitialPin(world: World): World | null {
	const token = pinned(world).find(({ state }) => state === 'Active' || state === 'Locked');
	if (!token) return null;
	const input = { operator: world.people.operator, serial: token.serial };
	return { ...world, service: acts.resetServerPin(world.service, input, world.now).service };
}

/**
 * A token that stands at the service, but that its owner no longer has: removed from the app, lost, or its PIN
 * forgotten. An operator revokes it and provisions anew: a new MFA e-mail comes, and a static password can be
 * requested again.
 */
function newToken(world: World): World | null {
	const { user, operator } = world.people;
	const held = tokensOf(world.service, user).filter(({ state }) => state === 'Active' || state === 'Locked');
	if (held.length === 0) return null;
	const revoked = held.reduce(
		(before, { serial }) => acts.revoke(before, { operator, serial, to: 'Inventory' }, world.now).service,
		world.service,
	);
	const { service, reply } = acts.provision(revoked, { operator, users: [user] }, world.now);
	// without a new token the old one is better than none
	return reply.ok ? { ...world, service } : null;
}

/** The account is locked at the service: an operator unlocks it before its time. */
function unlocked(world: World): World | null {
	const { user, operator } = world.people;
	const { service, reply } = acts.unlock(world.service, { operator, user }, world.now);
	return reply.ok ? { ...world, service } : null;
}

/**
 * The Initial PIN of the user's token, as the console's column of that name shows it: gone once it was changed.
 * The desk reads it out to the person (assumed).
 *
 * @returns its text, or `null`
 */
export function initialPin(world: World): string | null {
	const { service, people } = world;
	const token = pinned(world).findLast(({ pin, state }) => pin?.initial && state === 'Active');
	return token ? textOf(service, people.user, { kind: 'server-pin', serial: token.serial }) : null;
}

const pinned = ({ service, people }: World): Token[] =>
	tokensOf(service, people.user).filter(({ pin }) => pin !== null);
