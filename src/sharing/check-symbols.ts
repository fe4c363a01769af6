/** How many check symbols stand at the end of a code. */
export const checkCount = 3;

/** x⁵ + x² + 1: powers of 2 modulo it go through all 31 symbols but 0. */
const modulus = 0b100101;
const powers: number[] = [];
for (let power = 1; powers.length < 31; power = power & 16 ? (power << 1) ^ modulus : power << 1)
	powers.push(power);

/** The product of two symbols in the field of 32. */
function times(one: number, other: number): number {
	if (one === 0 || other === 0) return 0;
	return powers[(powers.indexOf(one) + powers.indexOf(other)) % 31] ?? 0;
}

const roots = powers.slice(1, 1 + checkCount);
/** The polynomial that is zero at the roots, without its first coefficient, which is 1. */
const generator = roots.reduce<number[]>(
	(product, root) => [...product, 0].map((one, at) => one ^ times(product[at - 1] ?? 0, root)),
	[1],
);

/**
 * The check symbols of some symbols: those of a Reed–Solomon code over the field of 32. Any two codes of
 * the same length (31 at most) differ in at least 4 places, so up to 3 wrong symbols never make another
 * code. A swap of neighbors is 2 wrong ones.
 *
 * @param symbols each from 0 to 31
 */
export function checkSymbols(symbols: readonly number[]): number[] {
	let rest = roots.map(() => 0);
	for (const symbol of symbols) {
		const factor = symbol ^ (rest[0] ?? 0);
		rest = generator.slice(1).map((one, at) => (rest[at + 1] ?? 0) ^ times(factor, one));
	}
	return rest;
}

/** Do a code's last symbols belong to those before them? */
export function isChecked(symbols: readonly number[]): boolean {
	const checks = checkSymbols(symbols.slice(0, -checkCount));
	return checks.every((check, at) => check === symbols.at(at - checkCount));
}
