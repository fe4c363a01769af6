import type { Entry } from './entries.ts';
import type { DeviceId, World } from './state.ts';

/** What stands in a field of a device, `null` when it is empty. */
export function draftOf(world: World, device: DeviceId, id: string): Entry | null {
	return draftsOf(world, device)[id] ?? null;
}

export function drafted(world: World, device: DeviceId, id: string, entry: Entry): World {
	return withDrafts(world, device, { ...draftsOf(world, device), [id]: entry });
}

/** Without what stands in one field. */
export function emptied(world: World, device: DeviceId, id: string): World {
	const { [id]: _gone, ...kept } = draftsOf(world, device);
	return withDrafts(world, device, kept);
}

/** Without what stands in the fields whose id begins so. */
export function cleared(world: World, device: DeviceId, prefix: string): World {
	const kept = Object.entries(draftsOf(world, device)).filter(([id]) => !id.startsWith(prefix));
	return withDrafts(world, device, Object.fromEntries(kept));
}

const draftsOf = (world: World, device: DeviceId): Drafts => world[device]?.drafts ?? {};

function withDrafts(world: World, device: DeviceId, drafts: Drafts): World {
	const own = world[device];
	return own ? { ...world, [device]: { ...own, drafts } } : world;
}

type Drafts = Readonly<Record<string, Entry>>;
