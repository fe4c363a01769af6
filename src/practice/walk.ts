import type { StepSlug } from '../domain/slugs.ts';
import { advance, type Command, type Deed, type Reply, type World } from '../simulator/world.ts';
import { straightRoad, type Leg } from './straight-road.ts';

/** Seconds that an act takes. */
const PACE = 3;

export type Walked = { readonly command: Command; readonly reply: Reply; readonly world: World };

/** Walks the acts of a leg: each command with its reply and the World after it. */
export function walk(world: World, leg: Pick<Leg, 'acts'>): Walked[] {
	const walked: Walked[] = [];
	let here = world;
	for (const act of leg.acts) {
		const wait = typeof act === 'number';
		const deed: Deed = wait ? { do: 'wait' } : typeof act === 'function' ? act(here) : act;
		const command: Command = { ...deed, at: here.now + (wait ? act : PACE) * 1000 };
		const { world: next, reply } = advance(here, command);
		walked.push({ command, reply, world: next });
		here = next;
	}
	return walked;
}

/** A World that stands at a step of the straight road: everything before it was done. */
export function standingAt(world: World, step: StepSlug): World {
	const until = straightRoad.findIndex((leg) => leg.step === step);
	return straightRoad
		.slice(0, Math.max(0, until))
		.reduce((before, leg) => walk(before, leg).at(-1)?.world ?? before, world);
}
