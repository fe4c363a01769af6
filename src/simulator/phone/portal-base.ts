import { cleared } from '../drafts.ts';
import { online } from '../laptop/change.ts';
import type { Live } from '../screen.ts';
import { sendCode } from '../service/user-portal.ts';
import type { World } from '../state.ts';
import { heard } from '../wires.ts';
import { phoneOf, phoneOnline, portal } from './change.ts';
import { newPortal } from './initial.ts';
import { told } from './messages.ts';
import type { PhoneMessageId, PortalDevice, PortalPage } from './state.ts';

/** The pages of the user portal (facts 4.1, procedure B); the same on the laptop and on the phone. */
export type PageOf = (world: World, device: PortalDevice) => Live[];

export const goTo = (
	world: World,
	device: PortalDevice,
	page: PortalPage,
	message: PhoneMessageId | null = null,
): World => portal(world, device, { page, message });

const reachable = (world: World, device: PortalDevice): boolean =>
	device === 'laptop' ? online(world) : phoneOnline(world);

/** What a page does only where the portal can be reached. */
export const sends =
	(device: PortalDevice, act: (world: World) => World) =>
	(world: World): World =>
		reachable(world, device) ? act(world) : portal(world, device, { message: 'server-not-reached' });

export const saidOn = (world: World, device: PortalDevice): Live[] =>
	told('portal.message', phoneOf(world).portals[device].message);
/** A verification code is sent by e-mail. */
export function codeAsked(world: World, device: PortalDevice, message: PhoneMessageId | null): World {
	const { user } = world.people;
	const outcome = sendCode(world.service, { user }, world.now);
	const next = heard(world, 'portal', null, outcome);
	if (outcome.reply.ok) return goTo(next, device, 'identity', message);
	return portal(next, device, { message: 'too-many-authenticators' });
}

/** The page is closed: what was typed and chosen there is gone, and the next visit begins anew. */
export const portalLeft = (world: World, device: PortalDevice): World =>
	portal(cleared(world, device, 'portal.'), device, newPortal);
