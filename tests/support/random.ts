/** Chance that can be repeated: the same seed gives the same numbers. */
export type Random = {
	/** A whole number from 0 up to, and without, `below`. */
	below(limit: number): number;
	/** One of them. @throws Error when there is none */
	one<Value>(of: readonly Value[]): Value;
};

/** Mulberry32. */
export function randomFrom(seed: number): Random {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	const below = (limit: number) => Math.floor(next() * limit);
	return {
		below,
		one(of) {
			if (of.length === 0) throw new Error('There is nothing to choose from');
			return of[below(of.length)] as (typeof of)[number];
		},
	};
}

/** The value below which a share of them lies: `quantile(times, 0.95)`. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
