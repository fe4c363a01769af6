import { cleared, draftOf } from '../drafts.ts';
import { isFact } from '../entries.ts';
import { mended, faulty } from '../faults/ids.ts';
import { awaited, enqueue, MINUTE } from '../queue.ts';
import { button, choice, field, heading, value, type Live } from '../screen.ts';
import type { World } from '../state.ts';
import { online, overlaid, part } from './change.ts';
import { corner, goTo } from './logon.ts';
import { said } from './messages.ts';
import type { Network } from './state.ts';

/** The list of networks on the logon screen, and the cable at the side of the computer (step 3). */
export function networkScreen(world: World): Live[] {
	const back = (before: World) => goTo(before, before.laptop.logon.back);
	return [button('logon.network', 'Network', back), ...networks(world), ...corner(world)];
}

/** The same list from the task bar. */
export function networkFlyout(world: World): Live[] {
	return [button('taskbar.network', 'Network', (before) => overlaid(before, null)), ...networks(world)];
}

function networks(world: World): Live[] {
	const { network } = world.laptop;
	return [
		heading('network.title', 'Networks'),
		value('network.state', stateText(world)),
		choice('network.home', 'Home router', chooseHome, network.wifi === 'home'),
		...(network.joining
			? [
					...field(world, 'laptop', 'network.key', 'Network security key', 'wifi-key'),
					button('network.connect', 'Connect', join, draftOf(world, 'laptop', 'network.key') !== null),
				]
			: []),
		choice('network.guest', 'Guest', joinGuest, network.wifi === 'guest'),
		...(network.cable === 'plugged' ? [] : [button('network.cable', 'Push the cable in', plug)]),
		...said('network.message', network.message),
	];
}

function stateText(world: World): string {
	const { network } = world.laptop;
	if (online(world)) return network.cable === 'plugged' ? 'Connected by cable' : 'Connected by Wi-Fi';
	return network.wifi === 'guest' ? 'Connected, no internet' : 'Not connected';
}

const chooseHome = (world: World): World => part(world, 'network', { joining: 'home' });

const joinGuest = (world: World): World => moved(world, { wifi: 'guest', joining: null });

/** With another network in use sign-in and VPN have ended: one is asked again (facts 6.2). */
function moved(world: World, patch: Partial<Network>): World {
	const next = part(world, 'network', patch);
	return inUse(next) === inUse(world) ? next : cutOff(next);
}

const inUse = ({ laptop: { network } }: World) => (network.cable === 'plugged' ? 'cable' : network.wifi);
const cutOff = (world: World): World =>
	part(part(world, 'logon', { tunnel: false }), 'vpn', { state: 'off', by: null });

function join(world: World): World {
	const right = isFact(draftOf(world, 'laptop', 'network.key'), 'wifi-key');
	const emptied = cleared(world, 'laptop', 'network.');
	if (!right) return part(emptied, 'network', { message: 'wifi-key-refused' });
	const joined = moved(emptied, { wifi: 'home', joining: null, message: null });
	return weakened(mended(mended(joined, 'guest-wifi'), 'cable-loose'));
}

/** A weak signal does not last (facts 7, step 3). The cable ends the trouble. */
function weakened(world: World): World {
	const weak = faulty(world, 'weak-wifi') && world.laptop.network.cable !== 'plugged';
	return weak && !awaited(world, 'wifi-drops') ? enqueue(world, 'wifi-drops', 5 * MINUTE, true) : world;
}

export function wifiDrops(world: World): World {
	if (!faulty(world, 'weak-wifi') || world.laptop.network.wifi !== 'home') return world;
	return moved(world, { wifi: null, message: 'connection-lost' });
}

function plug(world: World): World {
	const plugged = moved(world, { cable: 'plugged', wifi: null, joining: null, message: null });
	return (['cable-loose', 'guest-wifi', 'weak-wifi'] as const).reduce(mended, plugged);
}
