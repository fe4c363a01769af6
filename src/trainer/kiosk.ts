/** Kiosk mode of a shared training computer: when to warn, when to wipe. All times are epoch ms UTC. */

export { kioskKey } from './kiosk-key.ts';
/** When somebody last used any window of this browser. */
export const usedKey = 'handrail-kiosk-used';
/** When everything was last wiped. */
export const wipedKey = 'handrail-kiosk-wiped';

export const FEWEST_MINUTES = 2;
export const MOST_MINUTES = 60;
/** The last seconds of the idle time are counted aloud. */
export const WARNING_SECONDS = 30;
const SECOND = 1000;
const MINUTE = 60_000;

export type KioskSetting = {
	/** Minutes without use until everything is wiped. */
	readonly minutes: number;
	/** Where the next learner begins: a path from the site's root. */
	readonly start: string;
};

export const defaultSetting: KioskSetting = { minutes: 5, start: '/practice/' };

/** Is this a number of minutes that can be chosen? */
export const isMinutes = (value: unknown): value is number =>
	typeof value === 'number' && Number.isInteger(value) && value >= FEWEST_MINUTES && value <= MOST_MINUTES;

/** A page of this site, with a slash at both ends: never another site. What stands behind # may be a drill. */
export const isStart = (value: unknown): value is string =>
	typeof value === 'string' && value.length <= 400 && /^\/(?:[a-z0-9-]+\/)*(?:#[\w-]+)?$/.test(value);

/**
 * The setting as it is kept.
 *
 * @param text nothing where there is none
 * @returns nothing while kiosk mode is off; what cannot be read of one that is on counts as the default
 */
export function readSetting(text: string | null): KioskSetting | undefined {
	if (text === null) return undefined;
	type Given = Partial<Record<keyof KioskSetting, unknown>> | null;
	let given: Given = null;
	try {
		given = JSON.parse(text) as Given;
	} catch {
		// damaged: a shared computer is better wiped than not
	}
	const { minutes, start } = given ?? {};
	return {
		minutes: isMinutes(minutes) ? minutes : defaultSetting.minutes,
		start: isStart(start) ? start : defaultSetting.start,
	};
}

/** A time as it is kept; one that cannot be read, or lies ahead of the clock, is as long ago as can be or now. */
export function readTime(text: string | null, now: number): number {
	const time = Number(text ?? 0);
	return Number.isFinite(time) ? Math.min(Math.max(0, time), now) : 0;
}

/** `rest`: nothing was used since the last wipe. `over`: it is time to wipe. */
export type KioskState =
	| { readonly is: 'rest' | 'use' | 'over' }
	| {
			readonly is: 'warning';
			/** Until everything is wiped, from 1 on. */
			readonly seconds: number;
	  };

/**
 * How a shared computer stands, from what all of its windows know.
 *
 * @param used when any window was last used
 * @param wiped when everything was last wiped
 */
export function kioskState(
	{ minutes }: KioskSetting,
	times: { readonly used: number; readonly wiped: number; readonly now: number },
): KioskState {
	const { used, wiped, now } = times;
	if (used <= wiped) return { is: 'rest' };
	const left = minutes * MINUTE - (now - used);
	if (left <= 0) return { is: 'over' };
	if (left > WARNING_SECONDS * SECOND) return { is: 'use' };
	return { is: 'warning', seconds: Math.ceil(left / SECOND) };
}

/** What stands on every page while kiosk mode is on. */
export const signWords = ({ minutes }: KioskSetting): string =>
	`Shared computer: everything is wiped after ${minutes} minutes without use.`;

export const warningWords = (seconds: number): string =>
	`Is anybody there? Everything is wiped in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`;

/** What a person is told where the browser did not let the page wipe. */
export const notWiped =
	'This browser did not let the page wipe what the last learner did. Close all windows of this browser, and clear its site data. Then open it again.';

/** What the sign shows. */
export type KioskShown = {
	readonly setting: KioskSetting;
	readonly state: KioskState;
	readonly failed: boolean;
};
export type Kiosk = {
	getSnapshot(): KioskShown;
	subscribe(listener: (value: KioskShown) => void): { unsubscribe: () => void };
	/** Somebody is there. */
	use(): void;
	/** Wipes now, for the next learner. */
	next(): void;
};
