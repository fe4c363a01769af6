/**
 * The indexes of values in the order of their texts, by UTF-16 units; equal ones stay as they are. Made for 100,000
 * of them: where many are equal only the different ones are made into text and sorted, else most comparisons are
 * between numbers.
 */
export function sortedOrder<Value>(values: readonly Value[], textOf: (value: Value) => string): Uint32Array {
	const different = differentOf(values, values.length / 4);
	return different ? byRank(values, different, textOf) : byNumber(values.map(textOf));
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** All different values; nothing where there are more than `most`. */
function differentOf<Value>(values: readonly Value[], most: number): Set<Value> | undefined {
	const different = new Set<Value>();
	for (const value of values) {
		different.add(value);
		if (different.size > most) return undefined;
	}
	return different;
}

/** Each value gets the place of its text among the different ones; then they are dealt out. */
function byRank<Value>(
	values: readonly Value[],
	different: ReadonlySet<Value>,
	textOf: (value: Value) => string,
): Uint32Array {
	const texts = new Map([...different].map((value) => [value, textOf(value)]));
	const places = new Map([...new Set(texts.values())].sort(compare).map((text, rank) => [text, rank]));
	const rankOf = new Map([...texts].map(([value, text]) => [value, places.get(text) ?? 0]));
	const ranks = Uint32Array.from(values, (value) => rankOf.get(value) ?? 0);
	const starts = new Uint32Array(places.size + 1);
	for (const rank of ranks) starts[rank + 1] = (starts[rank + 1] ?? 0) + 1;
	for (let rank = 1; rank < starts.length; rank += 1)
		starts[rank] = (starts[rank] ?? 0) + (starts[rank - 1] ?? 0);
	const order = new Uint32Array(values.length);
	for (let index = 0; index < ranks.length; index += 1) {
		const rank = ranks[index] ?? 0;
		const at = starts[rank] ?? 0;
		order[at] = index;
		starts[rank] = at + 1;
	}
	return order;
}

/** So many characters are packed into a number, so many bits each; the rest of its 53 bits hold the index. */
const LETTERS = 6;
const CODES = 64;
const MOST = 2 ** 17;

/** Six characters and the index as one number: numbers sort without a function. Ties are settled by the texts. */
function byNumber(values: readonly string[]): Uint32Array {
	if (values.length > MOST) return Uint32Array.from(values.keys()).sort(settled(values));
	const from = commonLength(values);
	const keys = Float64Array.from(values, (value, index) => keyOf(value, from) * MOST + index).sort();
	const order = Uint32Array.from(keys, (key) => key % MOST);
	for (let at = 0; at < keys.length;) {
		const key = Math.floor((keys[at] ?? 0) / MOST);
		let end = at + 1;
		while (end < keys.length && Math.floor((keys[end] ?? 0) / MOST) === key) end += 1;
		if (end - at > 1) order.subarray(at, end).sort(settled(values));
		at = end;
	}
	return order;
}

const settled =
	(values: readonly string[]) =>
	(one: number, other: number): number =>
		compare(values[one] ?? '', values[other] ?? '') || one - other;

/** How many characters all begin with. */
function commonLength(values: readonly string[]): number {
	const [first = ''] = values;
	let length = first.length;
	for (const value of values) while (!value.startsWith(first.slice(0, length))) length -= 1;
	return length;
}

/** After a character that shares its number with others nothing more is packed: the texts themselves settle it. */
function keyOf(value: string, from: number): number {
	let key = 0;
	let open = true;
	for (let at = from; at < from + LETTERS; at += 1) {
		const code: number = open && at < value.length ? codeOf(value.charCodeAt(at)) : 0;
		open &&= !shared.has(code);
		key = key * CODES + code;
	}
	return key;
}

/** Control characters, marks between digits and letters, braces, and all beyond ASCII. */
const shared: ReadonlySet<number> = new Set([1, 28, 29, 56, 57]);

/** Characters in their order as small numbers: those of lower-case names, mails and times have one each. */
function codeOf(unit: number): number {
	if (unit < 32) return 1;
	if (unit <= 57) return unit - 30;
	if (unit <= 64) return 28;
	if (unit <= 96) return 29;
	if (unit <= 122) return unit - 67;
	return unit < 128 ? 56 : 57;
}
