import { distance } from 'fastest-levenshtein';
import {
	isTrivial,
	pinProblem,
	serverPinProblem,
	textOf,
	type Entry,
	type Expects,
	type NearMiss,
	type World,
} from '../simulator/world.ts';

type Missed = Extract<Entry, { kind: 'card' | 'near-miss' }>;
const card = (value: 'pin' | 'next-pin') => ({ kind: 'card', value }) as const;
const textOfCard = (world: World, value: 'pin' | 'next-pin'): string =>
	textOf(world.service, world.people.user, card(value)) ?? '';

/**
 * In a field of the app for a PIN, digits and letters are a PIN of some kind; which they were is forgotten.
 *
 * @returns `null` where the field is no such one, or the text no PIN
 */
export function pinMiss(world: World, typed: string, expects: Expects): Missed | null {
	if ((expects !== 'pin' && expects !== 'new-pin') || !/^[0-9A-Za-z]{1,16}$/.test(typed)) return null;
	const pin = textOfCard(world, 'pin');
	const how = expects === 'pin' ? pinKind(typed, pin) : newPinKind(world, typed, pin);
	return how && { kind: 'near-miss', of: card('pin'), how };
}

/**
 * A new PIN is one of the card. What misses it is known only where the app refuses it anyway, or where the second
 * entry is to differ: any other could not be told from a third one later.
 */
function newPinKind(world: World, typed: string, pin: string): NearMiss | null {
	const problem = pinProblem(world.service.policy.pin, typed);
	if (problem) return problem === 'wrong-characters' ? 'letters' : problem;
	return typed.length === pin.length && distance(typed, pin) === 1 ? 'one-off' : null;
}

/**
 * A new Server PIN is one of the card. What misses it is known only where the service refuses it anyway, or
 * where the second entry is to differ: any other could not be told from a third one later.
 */
export function serverPinMiss(world: World, typed: string): Missed | null {
	const next = textOfCard(world, 'next-pin');
	const miss = (how: NearMiss): Missed => ({ kind: 'near-miss', of: card('next-pin'), how });
	const problem = serverPinProblem(world.service.policy, typed);
	if (problem === 'too-short' || problem === 'trivial') return miss(problem);
	return typed.length === next.length && distance(typed, next) === 1 ? miss('one-off') : null;
}

/** How a typed PIN misses the right one. */
export function pinKind(typed: string, pin: string): NearMiss {
	if (!/^\d+$/.test(typed)) return 'letters';
	if (typed.length !== pin.length) return typed.length < pin.length ? 'too-short' : 'too-long';
	if (isTrivial(typed)) return 'trivial';
	return distance(typed, pin) === 1 ? 'one-off' : 'different';
}
