import { ok, refused, type Result } from '../domain/result.ts';
import { checkCount, checkSymbols, isChecked } from '../sharing/check-symbols.ts';
import type { AnyFaultId } from '../simulator/world.ts';
import { androidWays, type AndroidWay, type GoalId, type Rules, type Scenario } from './scenario.ts';
import table from './drill-numbers.json';

/** The courses that a drill can be of: those whose guide has more than one thing to go wrong. */
export const drillCourses = ['desktop', 'android', 'push'] as const;
export type DrillCourse = (typeof drillCourses)[number];

/** What a trainer asks a class to do. Everything that happens in it follows from this alone. */
export type Drill = {
	readonly course: DrillCourse;
	/** Where `android` has several ways: the one to take. */
	readonly way?: AndroidWay;
	readonly from: GoalId;
	readonly until: GoalId | 'all';
	readonly seed: number;
	/** In the order in which they are put in. */
	readonly faults: readonly AnyFaultId[];
	readonly rules: Rules;
};

/**
 * `altered`: cut short, a wrong letter, or no drill at all. `newer`: made by a later version. `clash`: two of its
 * surprises exclude each other. `impossible`: its World cannot be made.
 */
export type DrillFault = 'altered' | 'newer' | 'clash' | 'impossible';

/** What a person is told when a link is refused. */
export const drillFaultWords: Record<DrillFault, string> = {
	altered: 'This link was cut short, or a letter of it is wrong. Ask for it again, and copy all of it.',
	newer:
		'This drill was made by a newer version of this guide. Update the guide here, then open the link again.',
	clash: 'Two things that go wrong in this drill cannot both happen. Ask your trainer for another link.',
	impossible: 'This drill cannot be set up as it was asked for. Ask your trainer for another link.',
};

const VERSION = 1;
/** Crockford's base 32: no I, L, O and U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Version and length stand in front, at the same place in every version to come. */
const HEAD = 3;
/** The id of a scenario has 200 characters at most: `drill-` and this. */
const LONGEST = 194;
const MOST_FAULTS = 20;
/** The id of a drill's scenario begins so. */
const prefix = 'drill-';

/**
 * The numbers that steps and surprises have in links: their places in a table that only grows.
 *
 * @returns the ids of a course, by their numbers
 */
export const drillTable = (
	course: DrillCourse,
): { readonly steps: readonly GoalId[]; readonly faults: readonly AnyFaultId[] } =>
	table[course] as { steps: GoalId[]; faults: AnyFaultId[] };

/**
 * A drill as digits and capital letters: version, length, what is asked for, and three check symbols of a
 * Reed–Solomon code. One wrong symbol is always found, a cut by the length.
 *
 * @throws RangeError for a step or a surprise that its course does not have, or a figure out of range
 */
export function writeDrill({ course, way, from, until, seed, faults, rules }: Drill): string {
	const { steps, faults: known } = drillTable(course);
	const { hints, mistakes, minutes } = rules;
	if (faults.length > MOST_FAULTS)
		throw new RangeError(`faults: expected at most ${MOST_FAULTS}, got ${faults.length}`);
	const contents = [
		drillCourses.indexOf(course),
		way ? androidWays.indexOf(way) + 1 : 0,
		numberIn(steps, from),
		until === 'all' ? 0 : numberIn(steps, until) + 1,
		within(seed, 999_999),
		Number(hints),
		mistakes === null ? 0 : within(mistakes, 99) + 1,
		minutes === null ? 0 : within(minutes, 600),
		faults.length,
		...faults.map((fault) => numberIn(known, fault)),
	].flatMap(symbolsOf);
	const length = HEAD + contents.length + checkCount;
	const symbols = [VERSION, length >> 5, length & 31, ...contents];
	return [...symbols, ...checkSymbols(symbols)].map((symbol) => alphabet.charAt(symbol)).join('');
}

/**
 * Reads what {@link writeDrill} wrote: by itself, or behind the `#` of a link. Case and spaces do not matter, O is 0,
 * I and L are 1.
 *
 * @returns the drill; whether its World can be made is known only when its course is loaded: `drill-making.ts` asks it
 */
export function readDrill(text: string): Result<Drill, 'altered' | 'newer'> {
	const symbols = readSymbols(text);
	if (!symbols || symbols.length <= HEAD + checkCount) return refused('altered');
	const [version, high = 0, low = 0] = symbols;
	if (high * 32 + low !== symbols.length || !isChecked(symbols)) return refused('altered');
	if (version !== VERSION) return refused('newer');
	// behind a right checksum nothing is there by accident: what is not known was made by a later version
	const numbers = readNumbers(symbols.slice(HEAD, -checkCount));
	const [courseNumber = -1, wayNumber = 0, fromNumber = -1, untilNumber = 0, seed = -1] = numbers ?? [];
	const [hints = -1, mistakes = -1, minutes = -1, count = -1, ...faultNumbers] = numbers?.slice(5) ?? [];
	const course = drillCourses[courseNumber];
	const way = androidWays[wayNumber - 1];
	if (!course || (wayNumber > 0 && (!way || course !== 'android'))) return refused('newer');
	const { steps, faults: known } = drillTable(course);
	const from = steps[fromNumber];
	const until = untilNumber === 0 ? 'all' : steps[untilNumber - 1];
	const faults = faultNumbers.flatMap((number) => known[number] ?? []);
	if (!from || !until || faults.length !== count || faultNumbers.length !== count) return refused('newer');
	if (seed > 999_999 || hints > 1 || mistakes > 100 || minutes > 600 || count > MOST_FAULTS)
		return refused('newer');
	return ok({
		course,
		...(way && { way }),
		from,
		until,
		seed,
		faults,
		rules: {
			hints: hints === 1,
			mistakes: mistakes === 0 ? null : mistakes - 1,
			minutes: minutes === 0 ? null : minutes,
		},
	});
}

/** A drill as an exercise. Its id holds all of it, so that a kept try finds it again. */
export function scenarioOfDrill(drill: Drill): Scenario {
	const { course, from, faults } = drill;
	const made = course === 'push' ? madeForPush(from, faults) : undefined;
	return {
		...drill,
		id: prefix + writeDrill(drill),
		title: 'Your trainer’s drill',
		about: rulesWords(drill.rules),
		...(made && { made }),
	};
}

/** What stands before the beginning of a drill: never what goes wrong in it. */
export function rulesWords({ hints, mistakes, minutes }: Rules): string {
	const words = ['Expect trouble.', hints ? 'Hints are allowed.' : 'No help.'];
	if (mistakes !== null)
		words.push(
			mistakes === 0 ? 'No mistakes.' : `At most ${mistakes} ${mistakes === 1 ? 'mistake' : 'mistakes'}.`,
		);
	if (minutes !== null) words.push(minutes === 1 ? '1 minute.' : `${minutes} minutes.`);
	return words.join(' ');
}

/** What such a World needs beside what is usual: a switch that is still off, a face to be recognized. */
function madeForPush(from: GoalId, faults: readonly AnyFaultId[]): Scenario['made'] {
	const off = from === 'turn-push-on';
	const hello = faults.includes('hello-not-recognized');
	return off || hello
		? { push: { ...(off && { notifications: false }), ...(hello && { hello: true }) } }
		: undefined;
}

function numberIn<Id extends string>(ids: readonly Id[], id: Id): number {
	const number = ids.indexOf(id);
	if (number < 0) throw new RangeError(`drill: expected a name of its course, got "${id}"`);
	return number;
}

function within(value: number, most: number): number {
	if (!Number.isInteger(value) || value < 0 || value > most)
		throw new RangeError(`drill: expected a whole number from 0 to ${most}, got ${value}`);
	return value;
}

/** A number by 4 bits a symbol, the low ones first; the fifth says that more follow. */
function symbolsOf(value: number): number[] {
	return value < 16 ? [value] : [16 + (value & 15), ...symbolsOf(value >> 4)];
}

/** Nothing where the last number does not end, or one is longer than any that is written. */
function readNumbers(symbols: readonly number[]): number[] | undefined {
	const numbers: number[] = [];
	let value = 0;
	let place = 0;
	for (const symbol of symbols) {
		value += (symbol & 15) * 16 ** place;
		place = symbol & 16 ? place + 1 : 0;
		if (place > 6) return undefined;
		if (place > 0) continue;
		numbers.push(value);
		value = 0;
	}
	return place > 0 ? undefined : numbers;
}

function readSymbols(text: string): number[] | undefined {
	if (text.length > LONGEST * 4) return undefined;
	const typed = text
		.slice(text.lastIndexOf('#') + 1)
		.replace(/[\s\p{Cf}]+/gu, '')
		.toUpperCase()
		.replaceAll('O', '0')
		.replace(/[IL]/g, '1');
	const symbols = [...typed].map((letter) => alphabet.indexOf(letter));
	return symbols.length > LONGEST || symbols.includes(-1) ? undefined : symbols;
}
