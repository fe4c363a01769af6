import { distance } from 'fastest-levenshtein';
import {
	factNames,
	facts,
	passcode,
	stepAt,
	textOf,
	tokensOf,
	userOf,
	type Entry,
	type Expects,
	type NearMiss,
	type World,
} from '../simulator/world.ts';

type Stored = Exclude<Entry, { kind: 'clock' | 'fact' | 'near-fact' }>;
/** A value of the exercise: what it is called, how it reads, and where it belongs. */
type Known = { readonly entry: Entry; readonly text: string; readonly fields: readonly Expects[] };

/**
 * What typed text is to the exercise: the entry that stands for it, or `null` for text that belongs to
 * nothing. Such text is stopped here: it stands in no command, no log and no message.
 *
 * @param text as typed; spaces around it do not count
 * @param expects what belongs into the field: its values and their near misses are looked for first
 */
export function typedEntry(world: World, text: string, expects: Expects): Entry | null {
	const typed = text.trim();
	if (typed === '') return { kind: 'nothing' };
	const known = knownIn(world);
	const first = [...known].sort((a, b) => fit(b, expects) - fit(a, expects));
	const exact = first.find((one) => one.text === typed);
	if (exact) return exact.entry;
	return passcodeOf(world, typed) ?? pinMiss(typed, expects, first) ?? missOf(world, typed, first);
}

/**
 * The clock as somebody sets it by hand.
 *
 * @param shown what the device shall take for the time, epoch ms UTC
 */
export const clockEntry = (world: World, shown: number): Entry => ({
	kind: 'clock',
	skew: Math.round(shown - world.now),
});

const fit = ({ fields }: Known, expects: Expects): number => (fields.includes(expects) ? 1 : 0);

const cardFields = {
	'user-id': ['user-id'],
	email: ['email'],
	'computer-password': ['computer-password'],
	pin: ['pin', 'new-pin'],
	'next-pin': [],
	'next-static-password': ['new-static-password'],
} as const satisfies Record<string, readonly Expects[]>;

function knownIn(world: World): Known[] {
	const user = userOf(world.service, world.people.user);
	const stored = (entry: Stored, fields: readonly Expects[]): Known => ({
		entry,
		text: textOf(world.service, world.people.user, entry) ?? '',
		fields,
	});
	return [
		...Object.entries(cardFields).map(([value, fields]) =>
			stored({ kind: 'card', value: value as keyof typeof cardFields }, fields),
		),
		...[...(user?.passwords ?? [])]
			.reverse()
			.map(({ id }) => stored({ kind: 'static-password', password: id }, ['sign-in'])),
		...[...(user?.tasks ?? [])]
			.reverse()
			.map((task) =>
				stored({ kind: 'activation-string', task, user: world.people.user }, ['activation-string']),
			),
		...factNames.map((name): Known => ({ entry: { kind: 'fact', name }, text: facts[name], fields: [name] })),
	].filter(({ text }) => text !== '');
}

/** How many steps back and ahead a code is looked for: typed too late, or read from a wrong clock. */
const STEPS = { back: 20, ahead: 12 };

/** A passcode of any token of the user, now or a while ago, alone or with the PIN in front. */
function passcodeOf(world: World, typed: string): Entry | null {
	const digits = typed.replace(/\s/g, '');
	if (!/^\d+$/.test(digits)) return null;
	const codes = codesAround(world);
	const code = codes.find(({ text }) => text === digits);
	if (code) return code.entry;
	const pin = { kind: 'card', value: 'pin' } as const;
	const pinText = textOf(world.service, world.people.user, pin) ?? '';
	const after = digits.startsWith(pinText) ? digits.slice(pinText.length) : null;
	const joined = codes.find(({ text }) => text === after);
	if (joined) return { kind: 'joined', parts: [pin, joined.entry] };
	const off = codes.find(({ text }) => text.length === digits.length && distance(text, digits) === 1);
	return off ? { kind: 'near-miss', of: off.entry, how: 'one-off' } : null;
}

type Code = { readonly entry: Extract<Entry, { kind: 'passcode' }>; readonly text: string };

/** Codes of the user's tokens, those nearest to the device's time first. */
function codesAround(world: World): Code[] {
	const offsets = Array.from({ length: STEPS.back + STEPS.ahead + 1 }, (_, i) => i - STEPS.back).sort(
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
	if (seed.mode === 'time') return stepAt(seed, world.now + world.laptop.clock.skew);
	const shown = world.laptop.mobilepass.tokens.find(({ credential }) => credential.serial === serial);
	return shown?.counter ?? 0;
}

/** In a PIN's field digits and letters are a PIN of some kind; which they were is forgotten. */
function pinMiss(typed: string, expects: Expects, known: readonly Known[]): Entry | null {
	if (expects !== 'pin' && expects !== 'new-pin') return null;
	const pin = known.find(({ entry }) => entry.kind === 'card' && entry.value === 'pin');
	if (pin?.entry.kind !== 'card' || !/^[0-9A-Za-z]{1,16}$/.test(typed)) return null;
	const how = pinKind(typed, pin.text);
	// a new PIN is that of the card: any other could not be told from a third one later
	return how === 'different' && expects === 'new-pin' ? null : { kind: 'near-miss', of: pin.entry, how };
}

function pinKind(typed: string, pin: string): NearMiss {
	if (!/^\d+$/.test(typed)) return 'letters';
	if (typed.length !== pin.length) return typed.length < pin.length ? 'too-short' : 'too-long';
	if (isTrivial(typed)) return 'trivial';
	return distance(typed, pin) === 1 ? 'one-off' : 'different';
}

/** The same digit again and again, or a straight sequence up or down. */
function isTrivial(pin: string): boolean {
	const steps = new Set([...pin].slice(1).map((digit, i) => Number(digit) - Number(pin.charAt(i))));
	return steps.size === 1 && [-1, 0, 1].some((step) => steps.has(step));
}

const caseless: readonly string[] = ['user-id', 'email'];

/** A value that was meant, and how it was missed: those of this field first. */
function missOf(world: World, typed: string, known: readonly Known[]): Entry | null {
	for (const { entry, text } of known) {
		const how = howMissed(typed, text, world.service.policy.emailDomains);
		if (!how) continue;
		// only passwords ask for upper and lower case
		if (how === 'case' && entry.kind === 'card' && caseless.includes(entry.value)) return entry;
		if (how === 'case' && entry.kind === 'fact' && entry.name.startsWith('search-')) return entry;
		if (entry.kind === 'fact') return { kind: 'near-fact', name: entry.name, how };
		if (entry.kind !== 'near-fact' && entry.kind !== 'clock') return { kind: 'near-miss', of: entry, how };
	}
	return null;
}

function howMissed(typed: string, value: string, domains: readonly string[]): NearMiss | null {
	if (typed.toLowerCase() === value.toLowerCase()) return 'case';
	if (alike(typed) === alike(value)) return 'letter-or-digit';
	const [name = '', domain] = value.split('@');
	if (domain && domains.some((one) => typed.toLowerCase() === `${name}@${one}`)) return 'other-domain';
	if (value.length < 5) return null;
	if (value.startsWith(typed) && typed.length * 2 >= value.length) return 'too-short';
	if (typed.startsWith(value) && typed.length <= value.length + 4) return 'too-long';
	return distance(typed, value) === 1 ? 'one-off' : null;
}

const alike = (text: string): string => text.replace(/[Oo]/g, '0').replace(/[lI]/g, '1');
