/** The seed of this run's random sequences: a new one each time, printed; `SEED=…` gives one again. */
export const seed: number = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
console.log(`SEED=${seed}`);
