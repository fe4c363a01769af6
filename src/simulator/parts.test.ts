import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { PartId } from './part-names.ts';
import { installPart, partsOf } from './parts.ts';
import { button, heading } from './screen.ts';
import { advance, createWorld, screenOf, type World } from './world.ts';

const START = Date.UTC(2026, 2, 2, 14);
const plain = createWorld({ seed: 1, startsAt: START });

describe('a World without parts', () => {
	test('names none, and has no member of any', () => {
		expect(Object.keys(plain)).not.toContain('parts');
		expect(Object.keys(plain)).not.toContain('phone');
		expect(partsOf(plain)).toEqual([]);
	});

	test('cannot be shown with a part that was not loaded', () => {
		const unknown = { ...plain, parts: ['nowhere' as PartId] };
		expect(() => screenOf(unknown)).toThrow(/expected the part "nowhere" of the World to be loaded/);
	});

	test('refuses what is done on a device that it has not; showing one is our own mistake', () => {
		const { world, reply } = advance(plain, {
			do: 'press',
			device: 'phone',
			control: 'phone.home',
			at: START,
		});
		expect(reply).toEqual({ ok: false, reason: 'not-on-screen' });
		expect(world).toEqual(plain);
		expect(() => screenOf(plain, 'phone')).toThrow(/expected a device of the World, got "phone"/);
	});
});

describe('a World with a part', () => {
	const calls: string[] = [];
	afterEach(() => calls.splice(0));
	let leave = () => {};
	beforeAll(() => {
		leave = installPart({
			id: 'phone',
			policy: () => ({ pin: { length: 8 } }),
			begin: (world) => world,
			front: (_, name) => (name === 'power.off' ? ('test.front' as never) : null),
			screens: { 'test.front': () => [heading('test.title', 'A screen of the part')] } as object,
			layer: (_, { device, name }, live) =>
				device === 'laptop'
					? [...live, button('test.layer', name, (before) => ({ ...before, seed: 'pressed' }))]
					: live,
			kept: (world) => (calls.push('kept'), world),
			sessionOver: (world) => (calls.push('over'), world),
			shows: (_, { device }) => (device === 'other' ? { clock: { utc: 1, zone: 'UTC' } } : {}),
		});
	});
	afterAll(() => leave());

	test('names it, takes its policy, and shows its screens and layers', () => {
		const world = createWorld({ seed: 1, startsAt: START, phone: true });
		expect(world.parts).toEqual(['phone']);
		expect(world.service.policy.pin.length).toBe(8);
		const { name, controls } = screenOf(world);
		expect([name, controls.map(({ text }) => text)]).toEqual([
			'test.front',
			['A screen of the part', 'test.front'],
		]);
		expect(screenOf(world, 'other').clock).toEqual({ utc: 1, zone: 'UTC' });
		const pressed = advance(world, { do: 'press', control: 'test.layer', at: START });
		expect([pressed.reply.ok, pressed.world.seed, calls]).toEqual([true, 'pressed', ['kept']]);
	});

	test('hears of a restart; another World hears nothing of the part', () => {
		const there = { power: 'on', logon: { ...plain.laptop.logon, page: 'lock' } } as const;
		const restart = (world: World) =>
			advance(
				{ ...world, laptop: { ...world.laptop, ...there } },
				{ do: 'choose', control: 'logon.restart', at: START },
			);
		expect(restart(plain).reply.ok).toBe(true);
		expect(calls).toEqual([]);
		expect(restart(createWorld({ seed: 1, startsAt: START, phone: true })).reply.ok).toBe(true);
		expect(calls).toEqual(['over', 'kept']);
	});
});
