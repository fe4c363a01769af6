import { HOTP, Secret } from 'otpauth';
import type { Policy } from '../policy.ts';
import type { Instant, Seed } from './state.ts';

/**
 * The code of a seed.
 *
 * @param step time step (RFC 6238, 4.2) or counter (RFC 4226, 5.1), whole, from 0
 * @returns `seed.digits` decimal digits
 */
export function passcode(seed: Pick<Seed, 'secret' | 'algorithm' | 'digits'>, step: number): string {
	return HOTP.generate({
		secret: parsed(seed.secret),
		counter: step,
		digits: seed.digits,
		algorithm: seed.algorithm,
	});
}

/**
 * The time step of a clock: `floor(clock / interval)`, RFC 6238 section 4.2. A time zone has no part in it.
 *
 * @param clock epoch ms UTC as the device believes it
 */
export function stepAt(seed: Pick<Seed, 'intervalSeconds'>, clock: Instant): number {
	return Math.floor(clock / (seed.intervalSeconds * 1000));
}

/** Steps at once, steps only with the code that follows. An `outer` below `inner` counts as `inner`. */
export type Window = { readonly inner: number; readonly outer: number };

/** The policy's window for a token of this mode. */
export function windowOf(policy: Pick<Policy, 'window'>, seed: Pick<Seed, 'mode'>): Window {
	return seed.mode === 'time' ? policy.window.time : policy.window.event;
}

/** What the service knows of a token's place: the last step accepted (−1: none) and the learned drift in steps. */
export type Place = { readonly mark: number; readonly drift: number };

export type Match =
	| { readonly kind: 'accept' | 'again' | 'used'; readonly step: number }
	/** No step of the window has this code. */
	| { readonly kind: 'none' };

/**
 * Compares a code with the steps of a window, the nearest first (facts 8.6).
 *
 * Time: steps around the server's own plus the learned drift. Event: counters after the mark. A step up
 * to the mark is `used`: the mark is the step matched, never the time of the login (RFC 6238, 5.2).
 *
 * @param now true time, epoch ms UTC; event tokens do not look at it
 */
export function matchCode(seed: Seed, place: Place, code: string, now: Instant, window: Window): Match {
	if (code.length !== seed.digits || !/^\d+$/.test(code)) return none;
	return seed.mode === 'time'
		? matchTime(seed, place, code, stepAt(seed, now) + place.drift, window)
		: matchEvent(seed, place, code, window);
}

function matchTime(seed: Seed, { mark }: Place, code: string, center: number, window: Window): Match {
	let used: Match = none;
	for (let distance = 0; distance <= Math.max(window.inner, window.outer); distance++) {
		for (const step of distance === 0 ? [center] : [center + distance, center - distance]) {
			if (step < 0 || passcode(seed, step) !== code) continue;
			if (step > mark) return { kind: distance <= window.inner ? 'accept' : 'again', step };
			if (used.kind === 'none') used = { kind: 'used', step };
		}
	}
	return used;
}

function matchEvent(seed: Seed, { mark }: Place, code: string, window: Window): Match {
	for (let ahead = 1; ahead <= Math.max(window.inner, window.outer); ahead++) {
		const step = mark + ahead;
		if (passcode(seed, step) === code) return { kind: ahead <= window.inner ? 'accept' : 'again', step };
	}
	return none;
}

/**
 * The second of two consecutive codes, for "authenticate again": whether `code` belongs to the step after
 * `first`, and that step has not wandered out of reach while the person waited for it.
 */
export function followsFirst(
	seed: Seed,
	place: Place,
	first: number,
	code: string,
	now: Instant,
	window: Window,
): boolean {
	const step = first + 1;
	const reach = Math.max(window.inner, window.outer) + Math.max(window.inner, 1);
	const near = seed.mode === 'event' || Math.abs(step - stepAt(seed, now) - place.drift) <= reach;
	return near && step > place.mark && passcode(seed, step) === code;
}

/**
 * Looks far for two consecutive codes (resync; sizes assumed).
 *
 * @param reach steps to either side of the server's own / counters after the mark
 * @returns the step of the second code, or `null`
 */
export function findPair(
	seed: Seed,
	place: Place,
	codes: readonly [string, string],
	now: Instant,
	reach: { readonly time: number; readonly event: number },
): number | null {
	const server = stepAt(seed, now);
	const from = seed.mode === 'time' ? Math.max(server - reach.time, place.mark + 1, 0) : place.mark + 1;
	const to = seed.mode === 'time' ? server + reach.time : place.mark + reach.event;
	for (let step = from; step < to; step++) {
		if (passcode(seed, step) === codes[0] && passcode(seed, step + 1) === codes[1]) return step + 1;
	}
	return null;
}

const none: Match = { kind: 'none' };

/** Parsed secrets, outside the state: parsing base32 costs as much as the code itself. Holds no more than it must. */
const secrets = new Map<string, Secret>();
const MOST_SECRETS = 4096;

function parsed(base32: string): Secret {
	const known = secrets.get(base32);
	if (known) return known;
	const secret = Secret.fromBase32(base32);
	if (secrets.size >= MOST_SECRETS) secrets.delete(secrets.keys().next().value ?? '');
	secrets.set(base32, secret);
	return secret;
}
