import type { World } from '../state.ts';
import type { Laptop, Overlay, WindowId } from './state.ts';

/** With some of the laptop changed. */
export const laptop = (world: World, patch: Partial<Laptop>): World => ({
	...world,
	laptop: { ...world.laptop, ...patch },
});

type Parts = {
	[Key in keyof Laptop]: Laptop[Key] extends readonly unknown[] | string | number | boolean | null
		? never
		: Key;
}[keyof Laptop];

/** With some of one part of the laptop changed. */
export const part = <Key extends Exclude<Parts, 'drafts' | undefined>>(
	world: World,
	key: Key,
	patch: Partial<Laptop[Key]>,
): World => laptop(world, { [key]: { ...world.laptop[key], ...patch } });

/** With a window in front, opened if it was not; nothing lies over it. */
export function shown(world: World, window: WindowId): World {
	const { windows, minimized } = world.laptop;
	return laptop(world, {
		windows: [...windows.filter((open) => open !== window), window],
		minimized: minimized.filter((open) => open !== window),
		overlay: null,
	});
}

export function minimized(world: World, window: WindowId): World {
	const others = world.laptop.minimized.filter((open) => open !== window);
	return laptop(world, { minimized: [...others, window] });
}

export function closed(world: World, window: WindowId): World {
	const { windows, minimized: away } = world.laptop;
	return laptop(world, {
		windows: windows.filter((open) => open !== window),
		minimized: away.filter((open) => open !== window),
	});
}

export const overlaid = (world: World, overlay: Overlay | null): World => laptop(world, { overlay });

/** The window in front, `null` for the bare desktop. */
export function frontWindow({ windows, minimized: away }: Laptop): WindowId | null {
	return windows.filter((window) => !away.includes(window)).at(-1) ?? null;
}

/** In front, but under what lies over the windows. */
export function popUp(world: World, window: WindowId): World {
	const { overlay } = world.laptop;
	return overlaid(shown(world, window), overlay);
}

/** The home router is reached: addresses outside can be opened. */
export const online = ({ laptop: { network } }: World): boolean =>
	network.cable === 'plugged' || network.wifi === 'home';

/** The company's network is reached. */
export const inCompanyNetwork = (world: World): boolean =>
	online(world) &&
	(world.laptop.logon.page === 'desktop' ? world.laptop.vpn.state === 'on' : world.laptop.logon.tunnel);

/** What the device takes for the time, epoch ms UTC. */
export const deviceNow = (world: World): number => Math.max(0, world.now + world.laptop.clock.skew);
