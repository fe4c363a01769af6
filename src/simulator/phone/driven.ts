import { advance, screenOf, type DeviceId, type Entry, type World } from '../world.ts';

/** For tests: uses controls of a device by their ids, and insists that each is there and takes it. */
export type Driven = {
	readonly world: World;
	readonly on: (device: DeviceId) => Driven;
	/** Presses or chooses, one after the other. */
	readonly use: (...controls: readonly string[]) => Driven;
	readonly type: (control: string, entry: Entry) => Driven;
	readonly wait: (seconds: number) => Driven;
};

/** @throws Error with what the device shows, where an act is refused */
export function drive(world: World, device: DeviceId = 'phone'): Driven {
	const done = (given: World, deed: Parameters<typeof advance>[1]): World => {
		const { world: next, reply } = advance(given, deed);
		if (reply.ok) return next;
		const { name, controls } = screenOf(given, device);
		const what = 'control' in deed ? deed.control : deed.do;
		throw new Error(
			`${what}: expected to be taken on ${name}, got ${reply.reason}; there: ${controls.map(({ id }) => id).join(' ')}`,
		);
	};
	const kindOf = (given: World, id: string) =>
		screenOf(given, device).controls.find((control) => control.id === id)?.kind;
	return {
		world,
		on: (other) => drive(world, other),
		use: (...controls) =>
			drive(
				controls.reduce(
					(given, control) =>
						done(given, {
							do: kindOf(given, control) === 'choice' ? 'choose' : 'press',
							device,
							control,
							at: given.now + 2000,
						}),
					world,
				),
				device,
			),
		type: (control, entry) =>
			drive(done(world, { do: 'type', device, control, entry, at: world.now + 2000 }), device),
		wait: (seconds) => drive(done(world, { do: 'wait', at: world.now + seconds * 1000 }), device),
	};
}
