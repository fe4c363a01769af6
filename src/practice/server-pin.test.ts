import { describe, expect, test } from 'vitest';
import {
	advance,
	createWorld,
	initialPin,
	screenOf,
	textOf,
	tokensOf,
	type Deed,
	type Entry,
	type World,
} from '../simulator/world.ts';
import { finished } from './goals.ts';
import { fly } from './pilot/pilot.ts';
import { typedEntry } from './typed-entry.ts';

const startsAt = Date.UTC(2026, 2, 2, 14);
const worldWith = (serverPin: object): World =>
	createWorld({ seed: 1, startsAt, policy: { pin: { type: 'Server' }, serverPin } });
/** Flies until a World is like this. */
function until(world: World, like: (world: World) => boolean): World {
	for (const { world: next } of fly(world)) if (like(next)) return next;
	throw new Error('expected such a World on the way, got none');
}
const named = (name: string) => (world: World) => screenOf(world).name === name;
const texts = (world: World) => screenOf(world).controls.map(({ text }) => text);
const after = (world: World, ...deeds: (Deed | number)[]): World =>
	deeds.reduce<World>((before, deed) => {
		const wait = typeof deed === 'number';
		const command = wait ? ({ do: 'wait' } as const) : deed;
		const { world: next, reply } = advance(before, { ...command, at: before.now + (wait ? deed : 1) * 1000 });
		expect({ deed, reply }).toMatchObject({ reply: { ok: true } });
		return next;
	}, world);
const type = (control: string, entry: Entry): Deed => ({ do: 'type', control, entry });
const press = (control: string): Deed => ({ do: 'press', control });
/** At GlobalProtect's sign-in, with a token whose PIN is still the initial one. */
const atSignIn = (serverPin: object) =>
	until(worldWith(serverPin), (world) => named('globalprotect.sign-in')(world) && initialPin(world) !== null);
const active = (world: World) =>
	tokensOf(world.service, world.people.user).find(({ state }) => state === 'Active')!;
const code = (world: World): Extract<Entry, { kind: 'passcode' }> => ({
	kind: 'passcode',
	serial: active(world).serial,
	activation: active(world).retired.length,
	step: Math.floor(world.now / 30_000),
});
const codeText = (world: World) => textOf(world.service, world.people.user, code(world))!;
const signIn = (world: World, text: string): World =>
	after(
		world,
		type('globalprotect.secret', typedEntry(world, text, 'sign-in')!),
		press('globalprotect.sign-in'),
	);

describe('a Server PIN', () => {
	test.each([
		[true, 'before'],
		[true, 'after'],
		[false, 'before'],
		[false, 'after'],
	] as const)('drawn by the service: %s, typed %s the passcode: the end is reached', (random, place) => {
		const flown = [...fly(worldWith({ random, place, minLength: 5 }))];
		expect(flown.filter(({ reply }) => !reply.ok)).toEqual([]);
		expect(finished(flown.at(-1)!.world)).toBe(true);
		const page = random ? 'globalprotect.pin-given' : 'globalprotect.set-pin';
		expect(flown.some(({ world }) => named(page)(world))).toBe(true);
	});

	test('is never asked for by the app, which shows the code at once', () => {
		const world = until(worldWith({}), named('mobilepass.enrolled'));
		expect(world.laptop.mobilepass.tokens[0]).toMatchObject({ pin: null, credential: { pinType: 'Server' } });
	});

	test('that was drawn is shown once; with it and the next code the sign-in goes on', () => {
		const start = atSignIn({});
		const first = initialPin(start)!;
		const given = signIn(start, first + codeText(start));
		expect(screenOf(given).name).toBe('globalprotect.pin-given');
		expect(given.truth).toMatchObject({ what: 'login', outcome: 'pin-given' });
		const pin = active(given).pin!;
		expect(pin).toMatchObject({ initial: false });
		expect(initialPin(given)).toBeNull();
		expect(texts(given)).toContain(pin.text);
		expect(texts(given)).toContain('Type the PIN, then the passcode, in one field.');
		const back = after(given, press('globalprotect.pin-continue'), 30);
		expect(texts(back)).toContain('Sign in again with the new PIN and the next passcode.');
		expect(texts(back)).not.toContain(pin.text);
		expect(signIn(back, pin.text + codeText(back)).laptop.vpn).toMatchObject({ state: 'on', by: 'passcode' });
	});

	test('that must be chosen is refused when it breaks the rule, differs, or is the old one', () => {
		const start = atSignIn({ random: false, minLength: 6, generatedLength: 6 });
		const first = initialPin(start)!;
		let world = signIn(start, first + codeText(start));
		expect(screenOf(world).name).toBe('globalprotect.set-pin');
		expect(texts(world)).toContain('6 to 16 letters and digits');
		const next = textOf(world.service, world.people.user, { kind: 'card', value: 'next-pin' })!;
		const save = (one: string, two = one) => {
			const entries = [one, two].map((text) => typedEntry(world, text, 'new-server-pin')!);
			world = after(
				world,
				type('globalprotect.new-pin', entries[0]!),
				type('globalprotect.new-pin-again', entries[1]!),
				press('globalprotect.save-pin'),
			);
			return [screenOf(world).name, world.laptop.vpn.message];
		};
		const off = next.slice(0, -1) + ((Number(next.slice(-1)) + 1) % 10);
		expect(next).toHaveLength(6);
		expect(save('123')).toEqual(['globalprotect.set-pin', 'pin-not-accepted']);
		expect(save(first)).toEqual(['globalprotect.set-pin', 'pin-not-accepted']);
		expect(save(next, off)).toEqual(['globalprotect.set-pin', 'pins-differ']);
		expect(save(off)).toEqual(['globalprotect.set-pin', 'pins-differ']);
		expect(save(next)).toEqual(['globalprotect.sign-in', 'pin-set']);
		expect(active(world).pin).toEqual({ text: next, initial: false });
	});

	test('whose question has waited too long leads back to the sign-in', () => {
		const start = atSignIn({ random: false });
		const asked = signIn(start, initialPin(start)! + codeText(start));
		const next = { kind: 'card', value: 'next-pin' } as const;
		const late = after(
			asked,
			type('globalprotect.new-pin', next),
			type('globalprotect.new-pin-again', next),
			400,
			press('globalprotect.save-pin'),
		);
		expect([screenOf(late).name, late.laptop.vpn.message]).toEqual([
			'globalprotect.sign-in',
			'sign-in-failed',
		]);
		const left = after(asked, press('globalprotect.leave-pin'));
		expect(screenOf(left).name).toBe('globalprotect.sign-in');
	});

	test('forgotten is drawn anew by the service desk', () => {
		const start = atSignIn({});
		const given = signIn(start, initialPin(start)! + codeText(start));
		const helped = after(given, { do: 'call-desk', about: 'server-pin' });
		expect(initialPin(helped)).toMatch(/^\d{4}$/);
		const plain = createWorld({ seed: 1, startsAt });
		expect(advance(plain, { do: 'call-desk', about: 'server-pin', at: startsAt }).reply).toEqual({
			ok: false,
			reason: 'not-for-the-desk',
		});
	});
});

describe('typed text is a Server PIN', () => {
	const world = atSignIn({});
	const { serial } = active(world);
	const pin = { kind: 'server-pin', serial } as const;
	const text = initialPin(world)!;
	const off = text.slice(0, -1) + ((Number(text.slice(-1)) + 1) % 10);
	const miss = (how: string) => ({ kind: 'near-miss', of: pin, how });
	const read = (typed: string) => typedEntry(world, typed, 'sign-in');

	test('before or after the passcode, and alone', () => {
		const entry = code(world);
		const digits = codeText(world);
		expect(read(text + digits)).toEqual({ kind: 'joined', parts: [pin, entry] });
		expect(read(`${text} ${digits.slice(0, 3)} ${digits.slice(3)}`)).toEqual({
			kind: 'joined',
			parts: [pin, entry],
		});
		expect(read(digits + text)).toEqual({ kind: 'joined', parts: [entry, pin] });
		expect(read(text)).toEqual(pin);
		expect(read(digits)).toEqual(entry);
	});

	test.each([
		[off, 'one-off'],
		[text.slice(0, 3), 'too-short'],
		[`${text}7`, 'too-long'],
		['wxyz', 'letters'],
	])('by its kind when it is wrong: %s', (typed, how) => {
		const digits = codeText(world);
		expect(read(typed + digits)).toEqual({ kind: 'joined', parts: [miss(how), code(world)] });
		expect(JSON.stringify(read(`wxyz${digits}`))).not.toContain('wxyz');
	});

	test('a wrong one, none, or one on the wrong side is refused, and counts', () => {
		for (const typed of [off + codeText(world), codeText(world), codeText(world) + text]) {
			const { laptop, truth } = signIn(world, typed);
			expect([laptop.vpn.message, truth?.outcome]).toEqual(['sign-in-failed', 'wrong-pin']);
		}
	});

	test('a new one is one of the card; others are stopped', () => {
		for (const value of ['pin', 'next-pin'] as const) {
			const entry = { kind: 'card', value } as const;
			const known = textOf(world.service, world.people.user, entry)!;
			expect(typedEntry(world, known, 'new-server-pin')).toEqual(entry);
		}
		for (const typed of ['Hunter2', '98765432', 'no pin!'])
			expect(typedEntry(world, typed, 'new-server-pin')).toBeNull();
	});
});
