import { laptopScreen, otherScreen, screens, type CoreScreenName } from './laptop/screens.ts';
import { own, partsOf } from './parts.ts';
import type { PartScreenName } from './part-names.ts';
import type { Live } from './screen.ts';
import { partDevices, type DeviceId, type PartDevice, type World } from './state.ts';

export type ScreenName = CoreScreenName | PartScreenName;

/** Does this World have this device? */
export const hasDevice = (world: World, device: DeviceId): boolean =>
	isOfPart(device) ? partsOf(world).some(({ devices }) => devices?.[device]) : true;

const isOfPart = (device: DeviceId): device is PartDevice =>
	(partDevices as readonly DeviceId[]).includes(device);

/**
 * What a device shows: the name, and the controls with what they do.
 *
 * @throws Error if the World has no such device
 */
export function deviceScreen(world: World, device: DeviceId): { name: ScreenName; live: readonly Live[] } {
	const name = nameOf(world, device);
	const live = partsOf(world).reduce<readonly Live[]>(
		(before, { layer }) => layer?.(world, { device, name }, before) ?? before,
		liveOf(world, name),
	);
	return { name, live };
}

function nameOf(world: World, device: DeviceId): ScreenName {
	if (device === 'other') return otherScreen(world);
	if (device === 'laptop')
		return partsOf(world).reduce<ScreenName>(
			(before, { front }) => front?.(world, before) ?? before,
			laptopScreen(world),
		);
	for (const { devices } of partsOf(world)) {
		const name = devices?.[device]?.(world);
		if (name) return name;
	}
	throw new Error(`screen: expected a device of the World, got "${device}"`);
}

function liveOf(world: World, name: ScreenName): readonly Live[] {
	const core = own<(world: World) => readonly Live[]>(screens, name);
	if (core) return core(world);
	for (const { screens: theirs = {} } of partsOf(world)) {
		const page = own<(world: World) => readonly Live[]>(theirs, name);
		if (page) return page(world);
	}
	throw new Error(`screen: expected a part that draws "${name}", got none`);
}
