import { defineConfig } from 'vitest/config';

/** The tests that mutants of the service are run against: those of its files, without the long walks. */
export default defineConfig({
	test: {
		include: ['src/simulator/service/*.test.ts'],
		exclude: ['src/simulator/service/properties.test.ts'],
		environment: 'node',
		env: { MUTATE: '1' },
		pool: 'threads',
	},
});
