/**
 * Seeded randomness as plain JSON: four unsigned 32-bit words, xoshiro128**
 * (Blackman and Vigna 2018). The same seed gives the same numbers in every browser: only
 * `Math.imul` and 32-bit operations are used. Not for real secrets: practice Worlds only.
 */
export type Random = readonly [number, number, number, number];

/** A value drawn, and the generator to draw the next one with. */
export type Draw<Value> = { readonly value: Value; readonly random: Random };

/** The generator of a seed. Any text or number is a seed; a number and its decimal text are the same seed. */
export function randomFrom(seed: string | number): Random {
	// FNV-1a over the UTF-16 units, then splitmix32 to fill the four words.
	let hash = 0x811c9dc5;
	for (const unit of utf16(String(seed))) hash = Math.imul(hash ^ unit, 0x01000193) >>> 0;
	const words = [0, 0, 0, 0].map(() => {
		hash = (hash + 0x9e3779b9) >>> 0;
		let word = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
		word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
		return (word ^ (word >>> 15)) >>> 0;
	});
	// All zeros is the one state that xoshiro never leaves.
	return [words[0] ?? 0, words[1] ?? 0, words[2] ?? 0, words.some(Boolean) ? (words[3] ?? 0) : 1];
}

/** A generator of its own for one concern, so that draws in one place do not shift those in another. */
export function fork(random: Random, label: string): Random {
	return randomFrom(`${random.join(',')}/${label}`);
}

/** The next word, 0 … 2³² − 1. */
export function nextUint32([a, b, c, d]: Random): Draw<number> {
	const value = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
	const third = c ^ a;
	const fourth = d ^ b;
	return {
		value,
		random: [(a ^ fourth) >>> 0, (b ^ third) >>> 0, (third ^ (b << 9)) >>> 0, rotate(fourth, 11) >>> 0],
	};
}

/**
 * A whole number from 0 to `limit` − 1, each as likely as the other.
 *
 * @param limit 1 … 2³², whole
 * @throws RangeError for any other limit
 */
export function nextBelow(random: Random, limit: number): Draw<number> {
	if (!Number.isInteger(limit) || limit < 1 || limit > 2 ** 32)
		throw new RangeError(`nextBelow: expected a whole limit from 1 to 2^32, got ${limit}`);
	const fair = 2 ** 32 - (2 ** 32 % limit);
	let draw = nextUint32(random);
	while (draw.value >= fair) draw = nextUint32(draw.random);
	return { value: draw.value % limit, random: draw.random };
}

/** `count` bytes, 0 … 255 each. */
export function nextBytes(random: Random, count: number): Draw<number[]> {
	const value: number[] = [];
	let rest = random;
	for (let i = 0; i < count; i++) {
		const draw = nextUint32(rest);
		value.push(draw.value >>> 24);
		rest = draw.random;
	}
	return { value, random: rest };
}

/** `count` characters of an alphabet, each as likely as the other. */
export function nextText(random: Random, alphabet: string, count: number): Draw<string> {
	let value = '';
	let rest = random;
	for (let i = 0; i < count; i++) {
		const draw = nextBelow(rest, alphabet.length);
		value += alphabet.charAt(draw.value);
		rest = draw.random;
	}
	return { value, random: rest };
}

/** The items in an order drawn by lot (Fisher and Yates). */
export function shuffle<Item>(random: Random, items: readonly Item[]): Draw<Item[]> {
	const value = [...items];
	let rest = random;
	for (let last = value.length - 1; last > 0; last--) {
		const draw = nextBelow(rest, last + 1);
		const [moved] = value.splice(draw.value, 1);
		value.splice(last, 0, moved as Item); // the index drawn is inside the list
		rest = draw.random;
	}
	return { value, random: rest };
}

const rotate = (word: number, by: number) => (word << by) | (word >>> (32 - by));

function utf16(text: string): number[] {
	return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}
