/**
 * The seed of this run's random sequences, printed; `SEED=…` gives one again. The checks of each commit walk the
 * same ways, so that what fails there was broken there; new ways are looked for by the long tests.
 */
export const seed: number = Number(
	process.env.SEED ?? (process.env.LONG ? Math.floor(Math.random() * 2 ** 31) : 20_261_123),
);
console.log(`SEED=${seed}`);
