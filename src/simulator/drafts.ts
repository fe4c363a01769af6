import type { Entry } from './entries.ts';
import type { DeviceId, World } from './state.ts';

/** What stands in a field of a device, `null` when it is empty. */
export function draftOf(world: World, device: DeviceId, id: string): Entry | null {
	return world[device].drafts[id] ?? null;
}

export function drafted(world: World, device: DeviceId, id: string, entry: Entry): World {
	return withDrafts(world, device, { ...world[device].drafts, [id]: entry });
}

/** Without what stands in one field. */
export function emptied(world: World, device: DeviceId, id: string): World {
	const { [id]: _gone, ...kept } = world[device].drafts;
	return withDrafts(world, device, kept);
}

/** Without what stands in the fields whose id begins so. */
export function cleared(world: World, device: DeviceId, prefix: string): World {
	const kept = Object.entries(world[device].drafts).filter(([id]) => !id.startsWith(prefix));
	return withDrafts(world, device, Object.fromEntries(kept));
}

function withDrafts(world: World, device: DeviceId, drafts: Readonly<Record<string, Entry>>): World {
	return device === 'laptop'
		? { ...world, laptop: { ...world.laptop, drafts } }
		: { ...world, other: { ...world.other, drafts } };
}
