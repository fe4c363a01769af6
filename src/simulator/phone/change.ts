import { cleared } from '../drafts.ts';
import type { World } from '../state.ts';
import type {
	Phone,
	PhoneApp,
	PhoneBrowser,
	PhoneMessageId,
	PhonePage,
	PhonePass,
	PhoneToken,
	Portal,
	PortalDevice,
} from './state.ts';

/**
 * The phone of a World that has one.
 *
 * @throws Error if it has none: only screens and hooks of the part ask
 */
export function phoneOf(world: World): Phone {
	if (!world.phone) throw new Error('phone: expected a World with a phone, got one without');
	return world.phone;
}

export const phone = (world: World, patch: Partial<Phone>): World => ({
	...world,
	phone: { ...phoneOf(world), ...patch },
});

export const pass = (world: World, patch: Partial<PhonePass>): World =>
	phone(world, { mobilepass: { ...phoneOf(world).mobilepass, ...patch } });

export const browser = (world: World, patch: Partial<PhoneBrowser>): World =>
	phone(world, { browser: { ...phoneOf(world).browser, ...patch } });

export const portal = (world: World, device: PortalDevice, patch: Partial<Portal>): World => {
	const { portals } = phoneOf(world);
	return phone(world, { portals: { ...portals, [device]: { ...portals[device], ...patch } } });
};

/** Another page of MobilePASS+, with the message that belongs on it. */
export const turnTo = (world: World, page: PhonePage, message: PhoneMessageId | null = null): World =>
	pass(world, { page, message });

/** With an app in front; nothing is selected any more. */
export const opened = (world: World, app: PhoneApp | null): World =>
	phone(world, { app, locked: false, selection: null });

/**
 * MobilePASS+ goes to the background: its tokens lock, and what was typed is forgotten (facts 3.4, documented for iOS).
 * An activation that waits for a choice stays.
 */
export function putAway(world: World): World {
	const { app, mobilepass } = phoneOf(world);
	if (app !== 'mobilepass') return phone(world, { selection: null });
	const locked = pass(cleared(world, 'phone', 'mobilepass.pin'), { unlocked: [], message: null });
	const shows = mobilepass.page === 'camera' ? turnTo(locked, 'quick-setup') : locked;
	return phone(shows, { selection: null });
}

/** What the phone takes for the time, epoch ms UTC. */
export const phoneNow = (world: World): number => Math.max(0, world.now + phoneOf(world).clock.skew);

export const phoneOnline = (world: World): boolean => !phoneOf(world).airplane;

export const phoneToken = (world: World): PhoneToken | undefined => {
	const { tokens, serial } = phoneOf(world).mobilepass;
	return tokens.find(({ credential }) => credential.serial === serial);
};

export function withPhoneToken(
	world: World,
	serial: string,
	change: (token: PhoneToken) => PhoneToken,
): World {
	const tokens = phoneOf(world).mobilepass.tokens.map((token) =>
		token.credential.serial === serial ? change(token) : token,
	);
	return pass(world, { tokens });
}

export const listOrWelcome = (world: World): PhonePage =>
	phoneOf(world).mobilepass.tokens.length > 0 ? 'list' : 'welcome';
