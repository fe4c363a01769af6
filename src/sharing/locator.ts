import { base32crockford } from '@scure/base';
import { ok, refused, type Result } from '../domain/result.ts';
import type { DetourSlug, ProcedureId, StepSlug } from '../domain/slugs.ts';
import { checkCount, checkSymbols, isChecked } from './check-symbols.ts';
import table from './numbers.json';

/** How often the open detour has failed to help. */
export const attempts = [0, 1, 2] as const;
export type Attempt = (typeof attempts)[number];

/** What a code stands for: a step, or a detour as called from a step, with its attempt. */
export type LocatorPlace = {
	readonly procedure: ProcedureId;
	readonly step: StepSlug;
	readonly detour?: DetourSlug;
	/** Always 0 at a step. */
	readonly attempt: Attempt;
};

/** `mistyped`: no code at all, or one with a wrong character. `unknown`: of a newer version of the guide. */
export type LocatorFault = 'empty' | 'mistyped' | 'unknown';

/** What a person is told when a code is refused. */
export const locatorFaultWords: Record<LocatorFault, string> = {
	empty: 'Type the code first. It stands at the foot of every step.',
	mistyped:
		'This is not a code of this guide. A letter or a digit may be wrong or missing. Check the code and type it again.',
	unknown:
		'This code is from a newer version of this guide. Update the guide, or look for the step by its number.',
};

const dataCount = 3;
const length = dataCount + checkCount;
/** Numbers of places stop here: 13 bits, with 2 more for the attempt. */
export const largestNumber = 8191;
/** Codes of neighbors would differ in little but the check symbols; this spreads them. Its inverse undoes it. */
const spread = 20_021;
const unspread = 5_149;
const values = 2 ** (5 * dataCount);
/** Longer than anybody types a code. */
const longest = 100;

/** The library writes bytes. Eight symbols of 5 bits are five whole ones; a code has six symbols. */
const byteCount = 5;
const filler = '00';

const numbers = new Map(Object.entries(table).map(([number, address]) => [address, Number(number)]));
const addresses = new Map(Object.entries(table).map(([number, address]) => [Number(number), address]));

/** The address of a place in the table of numbers: `desktop/outlook-static-password`. */
export const tableAddress = ({ procedure, step, detour }: Omit<LocatorPlace, 'attempt'>): string =>
	[procedure, step, ...(detour ? [detour] : [])].join('/');

/**
 * The code of a place, in groups of three: "4K7 M9Q".
 *
 * @throws Error for a place without a number: `node scripts/number-places.mjs` gives it one
 */
export function locatorOf(place: LocatorPlace): string {
	const address = tableAddress(place);
	const number = numbers.get(address);
	if (number === undefined) throw new Error(`${address} has no number in src/sharing/numbers.json`);
	return codeOf(number, place.attempt);
}

/** The code of a numbered place, whatever it is. */
export function codeOf(number: number, attempt: Attempt): string {
	const value = ((number * 4 + attempt) * spread) % values;
	const data = [value >> 10, (value >> 5) & 31, value & 31];
	const text = textOf([...data, ...checkSymbols(data)]);
	return `${text.slice(0, length / 2)} ${text.slice(length / 2)}`;
}

/** Symbols from 0 to 31 as the characters of the alphabet. */
function textOf(symbols: readonly number[]): string {
	const word = symbols.reduce((sum, symbol) => sum * 32 + symbol, 0) * 32 ** filler.length;
	const bytes = Array.from({ length: byteCount }, (_, at) => Math.floor(word / 256 ** (byteCount - 1 - at)));
	return base32crockford.encode(Uint8Array.from(bytes)).slice(0, length);
}

/** The symbols of a text of the alphabet's characters, or those taken for them. */
function symbolsOf(text: string): number[] {
	const word = base32crockford.decode(text + filler).reduce((sum, byte) => sum * 256 + byte, 0);
	return Array.from({ length }, (_, at) => Math.floor(word / 32 ** (length + filler.length - 1 - at)) % 32);
}

/** May a number be given? No code of it has digits only: it could be taken for a passcode. */
export const isSpeakable = (number: number): boolean =>
	attempts.every((attempt) => /[A-Z]/.test(codeOf(number, attempt)));

/**
 * Reads a code as a person types it: case, spaces and dashes do not matter, O is 0, I and L are 1.
 *
 * A single wrong character, and two neighbors that changed places, are always `mistyped`, never another
 * place. The place may be one that this version no longer has: codes of earlier releases keep their meaning.
 */
export function readLocator(text: string): Result<LocatorPlace, LocatorFault> {
	if (text.length > longest) return refused('mistyped');
	const typed = text.replace(/[\s\p{Pd}\p{Cf}−_.,]+/gu, '');
	if (typed === '') return refused('empty');
	if (!/^[0-9A-TV-Za-tv-z]+$/.test(typed) || typed.length !== length) return refused('mistyped');
	const symbols = symbolsOf(typed);
	if (!isChecked(symbols) || symbols.every((symbol) => symbol === 0)) return refused('mistyped');

	const spreadValue = symbols.slice(0, dataCount).reduce((sum, symbol) => sum * 32 + symbol, 0);
	const value = (spreadValue * unspread) % values;
	const address = addresses.get(value >> 2);
	const attempt = attempts.find((one) => one === (value & 3));
	const [procedure, step, detour] = (address?.split('/') ?? []) as [ProcedureId?, StepSlug?, DetourSlug?];
	if (!procedure || !step || attempt === undefined) return refused('unknown');
	if (!detour && attempt > 0) return refused('unknown');
	return ok({ procedure, step, ...(detour ? { detour } : {}), attempt });
}

/** A code, one symbol after the other, as a screen reader should say it: "4, K, 7, M, 9, Q". */
export const spelled = (code: string): string => [...code.replace(/\s/g, '')].join(', ');
