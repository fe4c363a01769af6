import {
	advance,
	hasDevice,
	hash,
	screenOf,
	type Command,
	type DeviceId,
	type Reply,
	type World,
} from '../simulator/world.ts';
import { worldOf } from './course.ts';
import type { Scenario } from './scenario.ts';

/** What came of a command: the screen that then stood on its device, and why it was refused if it was. */
export type Check = { readonly screen: string; readonly refused?: string };

/** A command with what came of it. */
export type Act = { readonly command: Command; readonly reply: Reply; readonly world: World };

/** A log from its beginning: the World that it starts with, and each act. */
export type Replay = { readonly start: World; readonly acts: readonly Act[] };

/** What is replayed: a recording, or an exercise. */
export type Replayable = {
	readonly scenario: Scenario;
	readonly startsAt: number;
	readonly log: readonly Command[];
};

/**
 * Does everything of a log again, as this version of the World does it. Its course must have been loaded.
 *
 * @throws Error when the scenario itself is wrong
 */
export function replayOf({ scenario, startsAt, log }: Replayable): Replay {
	const start = worldOf(scenario, startsAt);
	const acts: Act[] = [];
	let world = start;
	for (const command of log) {
		const { world: next, reply } = advance(world, command);
		acts.push({ command, reply, world: next });
		world = next;
	}
	return { start, acts };
}

/** The device that a command is about; the laptop where it is about none. */
export const deviceOf = (command: Command): DeviceId =>
	'device' in command ? (command.device ?? 'laptop') : 'laptop';

/** What is kept of an act to compare it with later. */
export function checkOf({ command, reply, world }: Act): Check {
	const device = deviceOf(command);
	const { name: screen } = screenOf(world, hasDevice(world, device) ? device : 'laptop');
	return reply.ok ? { screen } : { screen, refused: reply.reason };
}

/** Does this version do all that was recorded? If not: after how many acts it differs, and how. */
export type Fits =
	| { readonly fits: true }
	| {
			readonly fits: false;
			/** Index of the first act that differs; the number of all acts where only the end does. */
			readonly at: number;
			/** What was recorded, and what this version does, to stand after "it was …" and "it is …". */
			readonly expected: string;
			readonly found: string;
	  };

/**
 * Compares a replay with what was recorded.
 *
 * @param replay made before, if it was
 */
export function fits(
	recording: Replayable & { readonly checks?: readonly Check[]; readonly hash: string },
	replay: Replay = replayOf(recording),
): Fits {
	for (const [at, act] of replay.acts.entries()) {
		const was = recording.checks?.[at];
		const is = checkOf(act);
		if (was && (was.screen !== is.screen || was.refused !== is.refused))
			return { fits: false, at, expected: checkWords(was), found: checkWords(is) };
	}
	const end = hash(replay.acts.at(-1)?.world ?? replay.start);
	if (end === recording.hash) return { fits: true };
	const short = (whole: string) => `an end with the check number ${whole.slice(0, 8)}`;
	return { fits: false, at: replay.acts.length, expected: short(recording.hash), found: short(end) };
}

const checkWords = ({ screen, refused }: Check): string =>
	refused ? `the screen "${screen}", and the act was refused (${refused})` : `the screen "${screen}"`;

/** Where a recording no longer fits, in words to a trainer; what is wrong with it before, and what shows now. */
export function misfitWords(misfit: Extract<Fits, { fits: false }>, acts: number): string {
	const { at, expected, found } = misfit;
	if (at === acts)
		return `All ${acts} acts show what they showed, but it ends otherwise: recorded was ${expected}, here is ${found}.`;
	const after = at === 0 ? 'The first act already' : `After ${at} ${at === 1 ? 'act' : 'acts'} this version`;
	return `${after} shows something else: recorded was ${expected}, here is ${found}.`;
}
