import type { Operation } from '../operation-types.ts';
import type { World } from '../state.ts';
import { newConsole } from './change.ts';
import type { Console } from './state.ts';

/**
 * A World that runs elsewhere, seen with a console beside it. What is done on its console does not change that World:
 * `toldBy` says what it is to be told. A World with a console of its own shows the other one.
 *
 * @param console as it was left; a new one unless given
 */
export function besideWorld(world: World, console: Console = newConsole): World {
	const { parts = [] } = world;
	return {
		...world,
		parts: parts.includes('console') ? parts : [...parts, 'console'],
		console: { ...console, did: [] },
	};
}

/** What the World is to be told after an act on the console beside it, in that order. */
export const toldBy = ({ console }: World): readonly Operation[] => console?.did ?? [];
