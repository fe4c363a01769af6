import {
	advance,
	faultOf,
	HOME_ZONE,
	screenOf,
	type Command,
	type DeviceId,
	type Entry,
	type NearMiss,
	type Refusal,
	type World,
} from '../simulator/world.ts';
import { named } from './hints.ts';
import { deviceOf, type Act } from './replay.ts';

const places: Readonly<Record<DeviceId, string>> = {
	laptop: 'on the computer',
	other: "on the manager's computer",
	phone: 'on the phone',
	console: 'on the console',
};

const missed: Readonly<Record<NearMiss, string>> = {
	case: 'in the wrong case',
	'letter-or-digit': 'with a letter for a digit',
	'one-off': 'with one character wrong',
	'too-short': 'cut short',
	'too-long': 'too long',
	letters: 'with letters for digits',
	trivial: 'one that is too easy',
	different: 'but another one',
	'other-domain': 'with the other domain',
};

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** What was typed, by its name and never by its value. */
export function entryWords(entry: Entry): string {
	switch (entry.kind) {
		case 'near-miss':
			return `${entryWords(entry.of)}, ${missed[entry.how]}`;
		case 'near-fact':
			return `${entryWords({ kind: 'fact', name: entry.name })}, ${missed[entry.how]}`;
		case 'joined':
			return entry.parts.map(entryWords).join(' and ');
		case 'server-pin':
			return 'the Server PIN';
		case 'clock':
			return entry.skew === 0 ? 'the right time' : 'a time that is off';
		case 'count':
			return String(entry.count);
		case 'found':
			return `the beginning of ${entry.of}'s ${entry.by}`.replace('-', ' ');
		default:
			return lower(named(entry));
	}
}

/**
 * What is done, in words for people: "Press "Submit" on the computer".
 *
 * @param before the World in the moment of the act: labels are those of its screens
 */
export function actWords(before: World, command: Command): string {
	switch (command.do) {
		case 'wait':
			return 'Wait';
		case 'operate':
			return `An operator acts: ${command.operation.act}`;
		case 'call-desk':
			return 'Call the service desk';
		case 'break':
			return `Something goes wrong: ${lower(faultOf(command.fault).does).replace(/\.$/, '')}`;
		default:
			return `${useWords(before, command)} ${places[deviceOf(command)]}`;
	}
}

function useWords(before: World, command: Extract<Command, { control: string }>): string {
	const device = deviceOf(command);
	const control =
		device === 'phone' && !before.phone
			? undefined
			: screenOf(before, device).controls.find(({ id }) => id === command.control);
	const label = control?.text ? `"${control.text}"` : command.control;
	if (command.do === 'choose') return `Choose ${label}`;
	if (command.do === 'press') return `Press ${label}`;
	return command.entry.kind === 'nothing'
		? `Empty ${label}`
		: `Type ${entryWords(command.entry)} into ${label}`;
}

const refusals: Readonly<Partial<Record<Refusal, string>>> = {
	'not-on-screen': 'it is not on the screen',
	'grayed-out': 'it is gray',
	'not-for-this-control': 'it is used in another way',
	'entry-does-not-fit': 'this cannot stand there',
	'not-for-the-desk': 'there is nothing to mend',
	'already-broken': 'it is so already',
	'too-late': 'it is too late',
	'hidden-by-another': 'something else hides it',
};

/** Why an act was refused, in words. */
const refusalWords = (reason: string): string =>
	(refusals as Readonly<Record<string, string>>)[reason] ?? reason;

/** The World right before an act: what came due until then has happened. */
export const momentOf = (world: World, { at }: Command): World =>
	at > world.now ? advance(world, { do: 'wait', at }).world : world;

/** An act in words, and what it led to. */
export type Told = {
	/** Epoch ms UTC. */
	readonly at: number;
	readonly words: string;
	/** The screen of the act's device afterwards, if it is another one than before. */
	readonly screen: string | null;
	/** Why nothing came of it, in words. */
	readonly refused: string | null;
};

/** @param world the World after the act before it */
export function told(world: World, { command, reply, world: after }: Act): Told {
	const before = momentOf(world, command);
	const device = deviceOf(command);
	const name = (of: World) => (device === 'phone' && !of.phone ? '' : screenOf(of, device).name);
	return {
		at: command.at,
		words: actWords(before, command),
		screen: name(after) === name(command.do === 'wait' ? world : before) ? null : name(after),
		refused: reply.ok ? null : refusalWords(reply.reason),
	};
}

const clock = new Intl.DateTimeFormat('en-US', {
	hour: '2-digit',
	minute: '2-digit',
	second: '2-digit',
	hourCycle: 'h23',
	timeZone: HOME_ZONE,
});
const calendar = new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone: HOME_ZONE });

/** The World's time of day, at the place of the exercise: 09:03:12. */
export const timeWords = (at: number): string => clock.format(at);
/** The World's day: Monday, March 2, 2026. */
export const dayWords = (at: number): string => calendar.format(at);
