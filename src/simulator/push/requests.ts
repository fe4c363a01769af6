import type { PushRequest } from '../service/push.ts';
import type { World } from '../state.ts';
import { pendingRequests } from './answer.ts';

/** A request together with a token of the laptop that can answer it. */
export type Choice = { readonly request: PushRequest; readonly serial: string };

/** What the arrows of the request window go through: each request that waits, with each token. */
export function choicesOf(world: World): readonly Choice[] {
	const { tokens } = world.laptop.mobilepass;
	const all = tokens.flatMap(({ credential: { serial } }) =>
		pendingRequests(world, serial).map((request) => ({ request, serial })),
	);
	return all.sort((a, b) => a.request.askedAt - b.request.askedAt);
}

/** How many requests wait for the laptop. */
export const waitingCount = (world: World): number =>
	new Set(choicesOf(world).map(({ request }) => request.id)).size;
