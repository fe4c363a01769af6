import { distance } from 'fastest-levenshtein';
import { passcode, stepAt, textOf, tokenOf, tokensOf, type Entry, type World } from '../simulator/world.ts';
import { pinKind } from './typed-pin.ts';

/** How many steps back and ahead a code is looked for: typed too late, or read from a wrong clock. */
const STEPS = { back: 20, ahead: 12 };
/** For an app of one's own, whose clock may be further off: two hours either way. */
const OWN_APP_STEPS = { back: 240, ahead: 240 };

/** A passcode of any token of the user, now or a while ago, alone or with a PIN before or after it. */
export function passcodeOf(world: World, typed: string): Entry | null {
	const text = typed.replace(/\s/g, '');
	if (!/^[\dA-Za-z]{5,24}$/.test(text)) return null;
	const codes = codesAround(world);
	const code = codes.find((one) => one.text === text);
	if (code) return code.entry;
	const joined = joinedWithPin(world, text, codes);
	if (joined) return joined;
	const off = codes.find((one) => one.text.length === text.length && distance(one.text, text) === 1);
	if (off) return { kind: 'near-miss', of: off.entry, how: 'one-off' };
	// a real app shows codes of other entries too: whatever looks like a code is one that is wrong
	const [now] = codes;
	return world.ownApp && now && /^\d{6}$/.test(text)
		? { kind: 'near-miss', of: now.entry, how: 'different' }
		: null;
}

type Joined = Extract<Entry, { kind: 'joined' }>;
type Pin = Extract<Entry, { kind: 'server-pin' | 'card' | 'near-miss' }>;

/** A code and a PIN in one field, in either order: the service says which order counts. Right PINs come first. */
function joinedWithPin(world: World, text: string, codes: readonly Code[]): Entry | null {
	const misses: Joined[] = [];
	for (const code of codes) {
		for (const before of [true, false]) {
			if (!(before ? text.endsWith(code.text) : text.startsWith(code.text))) continue;
			const rest = before ? text.slice(0, -code.text.length) : text.slice(code.text.length);
			const pin = pinBeside(world, code.entry.serial, rest);
			if (!pin) continue;
			const parts: Joined['parts'] = before ? [pin, code.entry] : [code.entry, pin];
			const joined: Joined = { kind: 'joined', parts };
			if (pin.kind !== 'near-miss') return joined;
			misses.push(joined);
		}
	}
	return misses[0] ?? null;
}

/** The Server PIN of the token, a PIN of the card, or a wrong Server PIN by its kind. */
function pinBeside(world: World, serial: string, rest: string): Pin | null {
	const server = { kind: 'server-pin', serial } as const;
	const cards = (['pin', 'next-pin'] as const).map((value) => ({ kind: 'card', value }) as const);
	const known = [server, ...cards].find((entry) => textOf(world.service, world.people.user, entry) === rest);
	if (known) return known;
	const pin = tokenOf(world.service, serial)?.pin;
	return pin ? { kind: 'near-miss', of: server, how: pinKind(rest, pin.text) } : null;
}

type Code = { readonly entry: Extract<Entry, { kind: 'passcode' }>; readonly text: string };

/** Codes of the user's tokens, those nearest to the device's time first. */
function codesAround(world: World): Code[] {
	const { back, ahead } = world.ownApp ? OWN_APP_STEPS : STEPS;
	const offsets = Array.from({ length: back + ahead + 1 }, (_, i) => i - back).sort(
		(a, b) => Math.abs(a) - Math.abs(b),
	);
	const seeds = tokensOf(world.service, world.people.user).flatMap(({ serial, seed, retired }) =>
		[...retired, ...(seed ? [seed] : [])].map((one, activation) => ({ serial, activation, seed: one })),
	);
	return offsets.flatMap((offset) =>
		seeds.flatMap(({ serial, activation, seed }) => {
			const step = placeOf(world, serial, seed) + offset;
			if (step < 0) return [];
			return [{ entry: { kind: 'passcode', serial, activation, step }, text: passcode(seed, step) } as const];
		}),
	);
}

/** The step of the device's clock, or the counter that the app shows. */
function placeOf(
	world: World,
	serial: string,
	seed: Parameters<typeof stepAt>[0] & { mode: 'time' | 'event' },
) {
	const isIt = ({ credential }: { readonly credential: { readonly serial: string } }) =>
		credential.serial === serial;
	const { phone, laptop } = world;
	const device = phone?.mobilepass.tokens.some(isIt) ? phone : laptop;
	if (seed.mode === 'time') return stepAt(seed, world.now + device.clock.skew);
	const shown = device.mobilepass.tokens.find(isIt);
	return shown?.counter ?? 0;
}
