import { acts, textOf, tokensOf, type Token } from './service/service.ts';
import type { World } from './state.ts';

/**
 * What a person may call the service desk about besides a fault: things that no control of theirs can end,
 * and that only an operator's act does.
 */
export const deskTopics = ['server-pin'] as const;
export type DeskTopic = (typeof deskTopics)[number];

/** What the desk does about it; `null` if there is nothing to mend. */
export const desk: Readonly<Record<DeskTopic, (world: World) => World | null>> = {
	'server-pin': newInitialPin,
};

export const isDeskTopic = (about: string): about is DeskTopic => Object.hasOwn(desk, about);

/** Server PIN forgotten or never heard of: an operator draws a new Initial PIN (guide for operators, "Reset PIN"). */
function newInitialPin(world: World): World | null {
	const token = pinned(world).find(({ state }) => state === 'Active' || state === 'Locked');
	if (!token) return null;
	const input = { operator: world.people.operator, serial: token.serial };
	return { ...world, service: acts.resetServerPin(world.service, input, world.now).service };
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
