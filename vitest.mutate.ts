import { defineConfig } from 'vitest/config';

/**
 * The tests that mutants of the service are run against: those that state its rules, or those named in
 * MUTATE_TESTS. Without the long walks, and in one shared worker: thousands of short runs.
 */
export default defineConfig({
	test: {
		include: (process.env.MUTATE_TESTS ?? 'passcodes,login,static-password,enrollment,tokens,create,push')
			.split(',')
			.map((name) => `src/simulator/service/${name}.test.ts`),
		environment: 'node',
		env: { MUTATE: '1' },
		pool: 'threads',
		isolate: false,
		testTimeout: 60_000,
	},
});
