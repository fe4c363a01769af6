import { describe, expect, test } from 'vitest';
import { deviceIds } from '../simulator/state.ts';
import {
	advance,
	createWorld,
	dueNext,
	hash,
	screenOf,
	tokensOf,
	userOf,
	type Command,
	type Deed,
	type Entry,
	type Refusal,
	type World,
} from '../simulator/world.ts';
import { straightRoad } from './straight-road.ts';
import { standingAt, walk, type Walked } from './walk.ts';

const startsAt = Date.UTC(2026, 2, 2, 14);
const fresh = createWorld({ seed: 1, startsAt });
const MINUTE = 60_000;

const road: Walked[] = [];
for (const leg of straightRoad) road.push(...walk(road.at(-1)?.world ?? fresh, leg));
const end = road.at(-1)!.world;
const replay = (start: World, commands: readonly Command[]): World =>
	commands.reduce((world, command) => advance(world, command).world, start);
const after = (world: World, deed: Deed, ms = 1000) => advance(world, { ...deed, at: world.now + ms });
const refusal = (world: World, command: Command): Refusal | null => {
	const { reply } = advance(world, command);
	return reply.ok ? null : reply.reason;
};

describe('a command', () => {
	test('is refused on every screen when its control is not there', () => {
		const worlds = [fresh, ...road.map(({ world }) => world)];
		const known = new Set(
			worlds.flatMap((world) =>
				deviceIds.flatMap((device) => screenOf(world, device).controls.map(({ id }) => id)),
			),
		);
		const byScreen = new Map(worlds.map((world) => [screenOf(world).name, world]));
		expect(byScreen.size).toBeGreaterThan(35);
		for (const world of byScreen.values()) {
			const here = new Set(screenOf(world).controls.map(({ id }) => id));
			for (const control of known)
				if (!here.has(control))
					expect(refusal(world, { do: 'press', control, at: world.now })).toBe('not-on-screen');
		}
	});

	test('is refused when its control is of another kind, a label, or gray', () => {
		const at = startsAt;
		expect(refusal(fresh, { do: 'choose', control: 'power.on', at })).toBe('not-for-this-control');
		const form = standingAt(fresh, 'enter-email-address');
		expect(refusal(form, { do: 'press', control: 'sign-in.title', at: form.now })).toBe(
			'not-for-this-control',
		);
		expect(refusal(form, { do: 'press', control: 'sign-in.next', at: form.now })).toBe('grayed-out');
		const entry: Entry = { kind: 'clock', skew: 5 };
		expect(refusal(form, { do: 'type', control: 'sign-in.email', entry, at: form.now })).toBe(
			'entry-does-not-fit',
		);
	});

	test.each([NaN, Infinity, -Infinity, 0.5, 9e15])('at %d is malformed, and nothing passes', (at) => {
		expect(advance(fresh, { do: 'wait', at })).toEqual({
			world: fresh,
			reply: { ok: false, reason: 'malformed' },
		});
	});

	test('before the clock of the World is refused, and nothing passes', () => {
		const { world, reply } = advance(fresh, { do: 'wait', at: startsAt - 1 });
		expect(reply).toEqual({ ok: false, reason: 'time-goes-back' });
		expect(world).toBe(fresh);
	});

	test('never changes the World that it is given', () => {
		const before = JSON.stringify(fresh);
		replay(
			fresh,
			road.map(({ command }) => command),
		);
		expect(JSON.stringify(fresh)).toBe(before);
	});
});

describe('replay', () => {
	test('gives the same hash, also through JSON at every command', () => {
		const commands = JSON.parse(JSON.stringify(road.map(({ command }) => command))) as Command[];
		let world = fresh;
		for (const command of commands)
			world = JSON.parse(JSON.stringify(advance(world, command).world)) as World;
		expect(hash(world)).toBe(hash(end));
		expect(world).toEqual(end);
	});

	test('another seed or another fault is another World', () => {
		const hashes = [
			hash(fresh),
			hash(createWorld({ seed: 2, startsAt })),
			hash(createWorld({ seed: 1, startsAt, faults: ['wrong-zone'] })),
		];
		expect(new Set(hashes).size).toBe(3);
		expect(hash(createWorld({ seed: 1, startsAt }))).toBe(hashes[0]);
		expect(hash(fresh)).toMatch(/^[0-9a-f]{64}$/);
	});

	test('a new fault in the middle takes hold', () => {
		const { world, reply } = after(standingAt(fresh, 'use-passcode-on-vpn'), {
			do: 'break',
			fault: 'clock-fast-5-minutes',
		});
		expect(reply.ok).toBe(true);
		expect(world.laptop.clock.skew).toBe(5 * MINUTE);
		expect(after(world, { do: 'break', fault: 'clock-fast-5-minutes' }).reply).toEqual({
			ok: false,
			reason: 'already-broken',
		});
	});
});

describe('what takes time', () => {
	test('comes due at its own instant, however far the clock moves', () => {
		const building = standingAt(fresh, 'wait-for-logon');
		const much = advance(building, { do: 'wait', at: building.now + 60 * MINUTE }).world;
		let little = building;
		while (little.now < much.now) little = after(little, { do: 'wait' }, 10_000).world;
		expect(hash(little)).toBe(hash(much));
		expect(screenOf(much).name).toBe('desktop.loadset');
	});

	test('is lost by a restart where it belongs to the running computer', () => {
		const building = standingAt(fresh, 'wait-for-logon');
		expect(dueNext(building)).toBeGreaterThan(building.now);
		const downloading = walk(standingAt(fresh, 'download-mobilepass'), {
			acts: [
				{ do: 'press', control: 'browser.download' },
				{ do: 'press', control: 'taskbar.start-menu' },
				{ do: 'choose', control: 'start-menu.restart' },
				120,
			],
		}).at(-1)!.world;
		expect(downloading.laptop.browser.download).toBe('none');
		expect(screenOf(downloading).name).toBe('logon.lock');
	});

	test('a lock ends by time', () => {
		let world = standingAt(fresh, 'enter-static-password');
		for (let i = 0; i < 3; i++) {
			world = after(world, {
				do: 'type',
				control: 'company.password',
				entry: { kind: 'card', value: 'pin' },
			}).world;
			world = after(world, { do: 'press', control: 'company.log-in' }).world;
		}
		expect(userOf(world.service, world.people.user)?.lock).not.toBeNull();
		world = after(world, { do: 'wait' }, 16 * MINUTE).world;
		expect(userOf(world.service, world.people.user)?.lock).toBeNull();
	});
});

describe('consequences', () => {
	test('closing the Self Enrollment window ends the link; the e-mail is the way back', () => {
		const page = standingAt(fresh, 'download-mobilepass');
		const closed = after(page, { do: 'press', control: 'browser.close' }).world;
		expect(closed.laptop.browser.enrollment).toBeNull();
		expect(screenOf(closed).name).toBe('outlook.mfa-email');
		const again = after(closed, { do: 'press', control: 'outlook.self-enrollment' }).world;
		expect(screenOf(again).name).toBe('browser.self-enrollment');
	});

	const atVpn = (patch: Partial<World['laptop']['clock']>) => {
		const world = standingAt(fresh, 'use-passcode-on-vpn');
		const clock = { ...world.laptop.clock, ...patch };
		return { ...world, laptop: { ...world.laptop, clock } };
	};
	const connects = (world: World) => {
		const leg = straightRoad.find(({ step }) => step === 'use-passcode-on-vpn')!;
		return walk(world, { ...leg, acts: leg.acts.slice(0, -1) }).at(-1)!.world;
	};

	test('a wrong zone alone changes nothing for passcodes', () => {
		expect(connects(atVpn({ zone: 'Asia/Manila' })).laptop.vpn.by).toBe('passcode');
	});

	test('a clock set by hand breaks them, and the device does not say why', () => {
		const world = connects(atVpn({ skew: -2 * 60 * MINUTE, autoTime: false }));
		expect(world.laptop.vpn.state).toBe('off');
		expect(screenOf(world).controls.map(({ text }) => text)).toContain('Sign-in failed. Try again.');
		expect(world.truth).toMatchObject({ what: 'login', outcome: 'clock-off' });
	});

	test.each(['settings.sync', 'settings.auto-time'])('%s mends the clock', (control) => {
		const steps: Deed[] = [
			{ do: 'press', control: 'taskbar.clock' },
			{ do: 'press', control: 'clock.settings' },
			{ do: control === 'settings.sync' ? 'press' : 'choose', control },
		];
		const world = steps.reduce(
			(before, deed) => after(before, deed).world,
			atVpn({ skew: 7_200_000, autoTime: false }),
		);
		expect(world.laptop.clock.skew).toBe(0);
		expect(connects(world).laptop.vpn.by).toBe('passcode');
	});

	test('a clock set by hand carries the skew', () => {
		const steps: Deed[] = [
			{ do: 'press', control: 'taskbar.clock' },
			{ do: 'press', control: 'clock.settings' },
			{ do: 'choose', control: 'settings.auto-time' },
			{ do: 'type', control: 'settings.clock', entry: { kind: 'clock', skew: -3_600_000 } },
			{ do: 'press', control: 'settings.change' },
		];
		const world = steps.reduce((before, deed) => after(before, deed).world, end);
		expect(world.laptop.clock).toMatchObject({ skew: -3_600_000, zone: 'America/Chicago' });
		expect(screenOf(world).clock.utc).toBe(world.now - 3_600_000);
	});

	test('the static password is removed when the token is active, and the old token stays useless', () => {
		const { service, people } = end;
		expect(userOf(service, people.user)?.passwords.map(({ state }) => state)).toEqual(['removed']);
		expect(tokensOf(service, people.user).filter(({ state }) => state === 'Active')).toHaveLength(1);
	});

	test('wrong PINs remove the token from the app', () => {
		let world = standingAt(fresh, 'use-passcode-on-vpn');
		const leg = straightRoad.find(({ step }) => step === 'use-passcode-on-vpn')!;
		world = walk(world, { ...leg, acts: leg.acts.slice(0, 4) }).at(-1)!.world;
		const wrong = { kind: 'near-miss', of: { kind: 'card', value: 'pin' }, how: 'one-off' } as const;
		for (let i = 0; i < 6; i++) {
			world = after(world, { do: 'type', control: 'mobilepass.pin', entry: wrong }).world;
			world = after(world, { do: 'press', control: 'mobilepass.submit' }).world;
		}
		expect(world.laptop.mobilepass.tokens).toEqual([]);
		expect(screenOf(world).name).toBe('mobilepass.removed');
	});
});
