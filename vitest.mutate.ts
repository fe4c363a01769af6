import { defineConfig } from 'vitest/config';
import { organizationModule } from './scripts/vite/organization.ts';

const ofService = 'passcodes,login,static-password,enrollment,tokens,create,push'
	.split(',')
	.map((name) => `service/${name}`);

/**
 * The tests that mutants of the simulator are run against: those that state its rules, or those named in
 * MUTATE_TESTS. Without the long walks, and in one shared worker: thousands of short runs.
 */
export default defineConfig({
	plugins: [organizationModule()],
	test: {
		include: (process.env.MUTATE_TESTS?.split(',') ?? [...ofService, 'push/push-world', 'push/faults']).map(
			(name) => `src/simulator/${name}.test.ts`,
		),
		environment: 'node',
		env: { MUTATE: '1' },
		pool: 'threads',
		isolate: false,
		testTimeout: 60_000,
	},
});
