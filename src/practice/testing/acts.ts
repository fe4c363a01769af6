import { expect } from 'vitest';
import {
	advance,
	screenOf,
	type Deed,
	type DeviceId,
	type Entry,
	type World,
} from '../../simulator/world.ts';

export const press = (control: string): Deed => ({ do: 'press', control });
export const choose = (control: string): Deed => ({ do: 'choose', control });
export const type = (control: string, entry: Entry): Deed => ({ do: 'type', control, entry });

/** Does one act a second, and waits as many seconds as a number says. Every act must be accepted. For tests. */
export const after = (world: World, ...deeds: readonly (Deed | number)[]): World =>
	deeds.reduce<World>((before, given) => {
		const seconds = typeof given === 'number' ? given : 1;
		const deed: Deed = typeof given === 'number' ? { do: 'wait' } : given;
		const { world: next, reply } = advance(before, { ...deed, at: before.now + seconds * 1000 });
		expect({ deed, reply }).toMatchObject({ reply: { ok: true } });
		return next;
	}, world);

export const texts = (world: World, device: DeviceId = 'laptop'): string[] =>
	screenOf(world, device).controls.map(({ text }) => text);
