import type { World } from '../state.ts';
import type { AnyFaultId } from './ids.ts';
import { faultOf } from './registry.ts';

/** With every fault noted whose symptom is on a screen right now. */
export function noticed(world: World): World {
	const ids = Object.keys(world.faults) as AnyFaultId[]; // the keys of `Faults` are fault ids
	const fresh = ids.filter((id) => !world.shown.includes(id) && faultOf(id).seen(world));
	return fresh.length > 0 ? { ...world, shown: [...world.shown, ...fresh] } : world;
}
