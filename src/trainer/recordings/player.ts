import { momentOf, type Told } from '../../practice/act-words.ts';
import { lengthOf, toldActs } from '../../practice/recording-text.ts';
import type { Recording } from '../../practice/recording.ts';
import { deviceOf, fits, replayOf, type Fits, type Replay } from '../../practice/replay.ts';
import type { Command, DeviceId, World } from '../../simulator/world.ts';

export const speeds = [1, 4] as const;
type Speed = (typeof speeds)[number];

/** What a window shows of a recording that is played. */
type Playing = {
	/** How many acts were done, from 0. */
	readonly at: number;
	readonly playing: boolean;
	readonly speed: Speed;
	/** The World that is shown: after the last act, or right before the next one. */
	readonly world: World;
	/** The device in sight. */
	readonly device: DeviceId;
	/** The control that is about to be used. */
	readonly control: string | undefined;
	/** The act that is about to be done, or else the last one that was; nothing at the beginning. */
	readonly told: Told | undefined;
	/** Is it still to be done? */
	readonly ahead: boolean;
};

/** Plays a recording. Shaped like an actor. */
export type Player = {
	readonly recording: Recording;
	/** Each act in words. */
	readonly acts: readonly Told[];
	readonly outcome: Fits;
	/** As many acts as fit: it plays no further. */
	readonly last: number;
	/** How long it plays, and how long it took, ms. */
	readonly length: { readonly played: number; readonly recorded: number };
	getSnapshot(): Playing;
	subscribe(listener: (value: Playing) => void): { unsubscribe: () => void };
	play(): void;
	pause(): void;
	/** On to where there is something new to see. */
	step(): void;
	back(): void;
	/** @param at how many acts were done there */
	goTo(at: number): void;
	setSpeed(speed: Speed): void;
	/** Lets the time go on. To be called some ten times a second. */
	tick(): void;
};

/** Waiting longer than this is shortened, ms. */
export const LONGEST_WAIT = 5000;
/** An act is shown for as long at least, ms. */
const SHORTEST = 700;
/** For so long before an act its control is ringed, ms at 1×. */
const RINGED = 900;
/** A computer that was asleep goes on where it was, ms. */
const LONGEST_TICK = 500;

/**
 * How long each act is waited for when it is played, ms: as it was recorded, but no wait is longer than
 * {@link LONGEST_WAIT}, also where it is one of many commands.
 *
 * @param startsAt when the World begins, epoch ms UTC
 */
export function pausesOf(log: readonly Command[], startsAt: number): number[] {
	const gaps = log.map(({ at }, i) => at - (log[i - 1]?.at ?? startsAt));
	const pauses: number[] = [];
	for (let from = 0; from < log.length;) {
		const found = log.findIndex((command, i) => i >= from && command.do !== 'wait');
		const to = found < 0 ? log.length : found + 1;
		const stretch = gaps.slice(from, to);
		const sum = stretch.reduce((before, gap) => before + gap, 0);
		const factor = sum > LONGEST_WAIT ? LONGEST_WAIT / sum : 1;
		pauses.push(...stretch.map((gap) => gap * factor));
		if (found >= 0) pauses[found] = Math.max(SHORTEST, pauses[found] ?? 0);
		from = to;
	}
	return pauses;
}

/**
 * Opens a recording at its beginning. Its course must have been loaded.
 *
 * @param clock real time, epoch ms UTC
 */
export function openPlayer(recording: Recording, clock: () => number): Player {
	const replay = replayOf(recording);
	const outcome = fits(recording, replay);
	const acts = toldActs(replay);
	const { log } = recording;
	const last = outcome.fits ? log.length : outcome.at;
	const pauses = pausesOf(log, replay.start.now).slice(0, last);
	const stops = stopsOf(replay, acts, last);
	const listeners = new Set<(value: Playing) => void>();
	const frame = frameOf(replay, acts);
	let now: Playing = { at: 0, playing: false, speed: 1, ...frame(0, false) };
	let since = clock();
	/** Of the pause before the next act, ms at 1×. */
	let waited = 0;

	const show = (change: Partial<Playing>) => {
		now = { ...now, ...change };
		for (const listener of listeners) listener(now);
	};
	const moveTo = (at: number, change: Partial<Playing> = {}) => {
		waited = 0;
		show({ at, ...frame(at, false), ...change });
	};
	const still = { playing: false } as const;

	return {
		recording,
		acts,
		outcome,
		last,
		length: {
			played: pauses.reduce((sum, pause) => sum + pause, 0),
			recorded: lengthOf(recording, replay.start),
		},
		getSnapshot: () => now,
		subscribe(listener) {
			listeners.add(listener);
			return { unsubscribe: () => void listeners.delete(listener) };
		},
		play() {
			since = clock();
			if (now.at >= last) moveTo(0, { playing: last > 0 });
			else show({ playing: true });
		},
		pause: () => show(still),
		step: () => moveTo(stops.find((stop) => stop > now.at) ?? last, still),
		back: () => moveTo(stops.findLast((stop) => stop < now.at) ?? 0, still),
		goTo: (at) => moveTo(Math.min(Math.max(0, Math.round(at)), last), still),
		setSpeed: (speed) => show({ speed }),
		tick() {
			const passed = Math.min(Math.max(0, clock() - since), LONGEST_TICK);
			since = clock();
			if (!now.playing) return;
			waited += passed * now.speed;
			const pause = pauses[now.at] ?? 0;
			if (waited >= pause) {
				const at = now.at + 1;
				moveTo(at, { playing: at < last });
			} else if (!now.ahead && pause - waited <= RINGED && log[now.at]?.do !== 'wait') {
				show(frame(now.at, true));
			}
		},
	};
}

/** What is shown after so many acts; `ahead`: right before the next one, with its control ringed. */
function frameOf({ start, acts }: Replay, told: readonly Told[]) {
	const worldAfter = (at: number) => acts[at - 1]?.world ?? start;
	/** Waiting looks at no other device. */
	const deviceAt = (at: number): DeviceId => {
		const act = acts.slice(0, at).findLast(({ command }) => 'device' in command || 'control' in command);
		return act ? deviceOf(act.command) : 'laptop';
	};
	return (at: number, ahead: boolean): Pick<Playing, 'world' | 'device' | 'control' | 'told' | 'ahead'> => {
		const next = acts[at]?.command;
		if (!ahead || !next)
			return {
				...{ world: worldAfter(at), device: deviceAt(at), control: undefined },
				...{ told: told[at - 1], ahead: false },
			};
		return {
			...{ world: momentOf(worldAfter(at), next), device: deviceAt(at + 1) },
			control: 'control' in next ? next.control : undefined,
			...{ told: told[at], ahead: true },
		};
	};
}

/** Where there is something new to see: after each act, and where waiting has changed a screen. */
const stopsOf = ({ acts }: Replay, told: readonly Told[], last: number): number[] =>
	acts
		.map((_, i) => i + 1)
		.filter((at) => at <= last)
		.filter((at) => at === last || acts[at - 1]?.command.do !== 'wait' || told[at - 1]?.screen);
