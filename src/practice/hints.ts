import {
	advance,
	dueNext,
	screenOf,
	type Deed,
	type DeviceId,
	type Entry,
	type FactName,
	type FaultId,
	type World,
} from '../simulator/world.ts';
import { courseOf } from './course.ts';
import type { Exercise } from './exercise.ts';

/** What would help right now: in words, and where on which device. */
export type Hint = {
	/** The first rung: what to do. */
	readonly what: string;
	/** The second: where. */
	readonly where: string;
	/** What the third does. */
	readonly deed: Deed;
	readonly device: DeviceId;
	/** The control to ring; nothing where there is none to use. */
	readonly control: string | undefined;
	/** How long to wait before, ms. */
	readonly wait?: number;
};

/** What shows only to who makes a mistake: the pilot makes it to prove that there is a way on, a coach never does. */
const provoked: readonly FaultId[] = ['two-failures-already', 'trivial-pin-refused', 'email-at-other-domain'];

/** A moment of an exercise. */
export type Standing = { readonly exercise: Pick<Exercise, 'scenario'>; readonly world: World };

/**
 * The next thing to do from wherever an exercise stands; nothing when all is done.
 *
 * @param all also the mistakes without which something never shows: for who shows them on purpose
 */
export function hintFor({ exercise: { scenario }, world }: Standing, all?: true): Hint | undefined {
	const naive = all ? world : { ...world, shown: [...world.shown, ...provoked] };
	const move = courseOf(scenario).nextMove(naive, scenario);
	if (!move) return undefined;
	const { deed, after } = move;
	const hint = hintOf(world, deed);
	if (deed.do === 'wait') return { ...hint, wait: after };
	if (after <= AT_ONCE) return hint;
	return { ...hint, what: 'It is too early: wait a little.', where: `Then: ${hint.where}`, wait: after };
}

/**
 * How long to wait until there is something to do, ms: all of what has to come before is waited for.
 *
 * @returns nothing where there is something to do at once
 */
export function waitFor({ exercise, world }: Standing): number | undefined {
	let later = world;
	for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
		const move = hintFor({ exercise, world: later });
		if (!move?.wait) break;
		const due = dueNext(later);
		const then = later.now + move.wait;
		later = advance(later, { do: 'wait', at: due === null ? then : Math.min(due, then) }).world;
	}
	return later === world ? undefined : later.now - world.now;
}

/** Four hours, a minute at a time. */
const MOST_LOOKS = 240;

/** What comes within this time needs no waiting, ms. */
const AT_ONCE = 5000;

/** The device that is in front where there is nothing to do. */
export const deskOf = ({ console }: World): DeviceId => (console ? 'console' : 'laptop');

function hintOf(world: World, deed: Deed): Hint {
	switch (deed.do) {
		case 'call-desk':
			return {
				what: 'No control helps here.',
				where: 'Call the service desk: only they can mend this.',
				deed,
				device: deskOf(world),
				control: undefined,
			};
		case 'press':
		case 'choose':
		case 'type':
			return onControl(world, deed);
		default:
			return {
				what: 'Nothing to do right now: it takes a moment.',
				where: 'Wait, or skip the wait.',
				deed,
				device: deskOf(world),
				control: undefined,
			};
	}
}

const places: Readonly<Record<DeviceId, string>> = {
	laptop: '',
	other: " on the manager's computer",
	phone: ' on the phone',
	console: ' on the console',
};

function onControl(world: World, deed: Extract<Deed, { control: string }>): Hint {
	const device = deed.device ?? 'laptop';
	const control = screenOf(world, device).controls.find(({ id }) => id === deed.control);
	const name = `"${control?.text ?? ''}"`;
	const on = places[device];
	const place = placeOf(deed.control);
	const base = { deed, device, control: deed.control };
	if (deed.do === 'type')
		return {
			...base,
			what: `${named(deed.entry)} is wanted${on}.`,
			where: `Type it into the field ${name}.`,
		};
	const kind = control?.kind === 'typed' ? 'key' : (control?.kind ?? 'control');
	return {
		...base,
		what: place ? `Look at ${place}${on}.` : `A ${kind} leads on${on}.`,
		where: control?.kind === 'typed' ? `Press ${control.text}.` : `Use the ${kind} ${name}.`,
	};
}

/** Where on the device a control stands, if that says something. */
function placeOf(control: string): string | undefined {
	if (control.startsWith('taskbar.')) return 'the task bar';
	if (control.startsWith('start-menu.')) return 'the Start menu';
	if (/\.(minimize|close)$/.test(control)) return 'the window that is in the way';
	return undefined;
}

const cardNames: Readonly<Record<Extract<Entry, { kind: 'card' }>['value'], string>> = {
	'user-id': 'The user ID',
	email: 'The e-mail address',
	'computer-password': 'The computer password',
	pin: 'The PIN',
	'next-pin': 'Another PIN',
	'next-static-password': 'A new static password',
};

const factNames: Readonly<Record<FactName, string>> = {
	portal: 'The address of the portal',
	'wifi-key': 'The Wi-Fi key',
	'search-static-password': 'What to search for',
	'search-replacement-token': 'What to search for',
	'enrollment-address': 'The address of the enrollment page',
	'colleague-user-id': 'The user ID of a colleague',
};

/** What an entry is, without saying it. */
export function named(entry: Entry): string {
	switch (entry.kind) {
		case 'card':
			return cardNames[entry.value];
		case 'static-password':
			return 'The static password';
		case 'passcode':
		case 'joined':
			return 'A passcode from MobilePASS+';
		case 'activation-string':
			return 'The activation string';
		case 'verification-code':
			return 'The verification code';
		case 'clock':
			return 'The right time';
		case 'fact':
			return factNames[entry.name];
		case 'found':
			return entry.by === 'serial' ? 'The serial number' : 'How a name begins';
		default:
			return 'Something';
	}
}
