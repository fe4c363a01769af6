import { hasDevice, type DeviceId, type Screen, type World } from '../simulator/world.ts';

/** A device that an exercise is done on, and what it is called beside its picture. */
export type PracticeDevice = { readonly id: DeviceId; readonly name: string };

const names: Readonly<Record<DeviceId, string>> = {
	laptop: 'The new computer',
	other: "The manager's computer",
	phone: 'The phone',
	console: 'The console',
};

/**
 * The devices of an exercise. A phone lies beside the computer, and nobody else's computer is there; without one the
 * manager's computer is somewhere else, and seen one at a time.
 *
 * @param wanted where something is to be done now: that device is always among them
 */
export function devicesOf(
	world: World,
	wanted: DeviceId,
): { readonly devices: readonly PracticeDevice[]; readonly together: boolean } {
	if (world.console) return operatorDevices(wanted);
	const second = hasDevice(world, 'phone') ? 'phone' : 'other';
	const ids: DeviceId[] = world.parts && second === 'other' ? ['laptop'] : ['laptop', second];
	if (!ids.includes(wanted)) ids.push(wanted);
	return {
		devices: ids.map((id) => ({ id, name: world.parts && id === 'laptop' ? 'The computer' : names[id] })),
		together: ids.length === 2 && second === 'phone',
	};
}

/** At the console, with the user's phone out of sight: what is done on one of them shows on the other. */
function operatorDevices(wanted: DeviceId): ReturnType<typeof devicesOf> {
	const ids: readonly DeviceId[] = [
		...(['console', 'phone'] as const),
		...(wanted === 'laptop' ? [wanted] : []),
	];
	return { devices: ids.map((id) => ({ id, name: operatorNames[id] ?? names[id] })), together: false };
}
const operatorNames: Readonly<Partial<Record<DeviceId, string>>> = { phone: "The user's phone" };

/** What makes a screen another one to a person who looks away and back: what stands on it, not what its clock says. */
export const sightOf = ({ name, controls }: Screen): string =>
	[name, ...controls.map(({ id }) => id)].join(' ');
