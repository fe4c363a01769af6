import {
	advance,
	dueNext,
	hasDevice,
	screenOf,
	type Control,
	type DeviceId,
	type Entry,
	type Screen,
	type World,
} from '../../src/simulator/world.ts';
import { newestCode } from '../../src/simulator/service/user-portal.ts';
import { userOf } from '../../src/simulator/service/service.ts';
import { randomFrom } from './random.ts';

/** A screen that somebody came to, and the device that shows it. */
export type Met = { readonly device: DeviceId; readonly screen: Screen };

/** Between two acts, ms. */
const PAUSE = 3000;
/** From here on the walk begins anew: what leads out of the way is not gone back from. */
const STRETCH = 300;

/**
 * Uses what is on the devices of a World, what was used least first: so it comes to nearly every screen that is to be
 * had. What is typed fits its field.
 *
 * @returns every screen that it met, once for each set of controls
 */
export function wander(start: World, seed: number, acts: number): Met[] {
	const random = randomFrom(seed);
	const devices = (['laptop', 'phone'] as const).filter((device) => hasDevice(start, device));
	const met = new Map<string, Met>();
	const used = new Map<string, number>();
	let world = start;
	const look = () => {
		for (const device of devices) {
			const screen = screenOf(world, device);
			const key = [device, screen.name, ...screen.controls.map(({ id, kind }) => `${kind} ${id}`)];
			met.set(key.join(' ').replace(/\d+/g, '#'), { device, screen });
		}
	};
	look();
	for (let act = 0; act < acts; act += 1) {
		if (act % STRETCH === STRETCH - 1) world = start;
		const can = devices.flatMap((device) => {
			const { name, controls } = screenOf(world, device);
			return controls.filter(isUsable).map((control) => {
				const key = `${device} ${name} ${control.id.replace(/\d+/g, '#')} ${Boolean(control.chosen)}`;
				return { device, control, key, rank: (used.get(key) ?? 0) * dullness(control) + random.below(3) };
			});
		});
		const next = can.sort((one, other) => one.rank - other.rank)[0];
		if (!next || random.below(25) === 0) {
			const at = Math.min(dueNext(world) ?? Infinity, world.now + 60_000);
			world = advance(world, { do: 'wait', at }).world;
		} else {
			used.set(next.key, (used.get(next.key) ?? 0) + 1);
			const { device, control } = next;
			const on = { device, control: control.id, at: world.now + PAUSE };
			if (control.kind === 'choice') world = advance(world, { ...on, do: 'choose' }).world;
			else if (control.kind !== 'field') world = advance(world, { ...on, do: 'press' }).world;
			else world = advance(world, { ...on, do: 'type', entry: entryFor(world, control) }).world;
		}
		look();
	}
	return [...met.values()];
}

const isUsable = ({ kind, enabled, id }: Control): boolean =>
	enabled && kind !== 'heading' && kind !== 'value' && !id.includes(':');

/** What leads away from where something happens is used less often. */
const dullness = ({ id, kind, chosen }: Control): number =>
	/^taskbar\.|(minimize|close|restart|sign-out|dismiss|lock)$/.test(id)
		? 8
		: kind === 'field' && chosen
			? 6
			: 1;

function entryFor(world: World, { expects }: Control): Entry {
	const { user } = world.people;
	switch (expects) {
		case 'user-id':
		case 'email':
		case 'computer-password':
			return { kind: 'card', value: expects };
		case 'pin':
		case 'new-pin':
		case 'new-server-pin':
			return { kind: 'card', value: 'pin' };
		case 'sign-in':
			return (
				(['phone', 'laptop'] as const)
					.filter((device) => hasDevice(world, device))
					.flatMap((device) => screenOf(world, device).passcode ?? [])[0] ?? { kind: 'nothing' }
			);
		case 'verification-code': {
			const code = newestCode(world.service, user);
			return code ? { kind: 'verification-code', user, code: code.id } : { kind: 'nothing' };
		}
		case 'activation-string': {
			const task = userOf(world.service, user)?.tasks.at(-1);
			return task ? { kind: 'activation-string', task, user } : { kind: 'nothing' };
		}
		case 'clock':
			return { kind: 'clock', skew: 7_200_000 };
		default:
			return { kind: 'nothing' };
	}
}
