import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { organizationModule } from '../../scripts/vite/organization.ts';

export type Practice = typeof import('./practice-modules.ts');

/** The practice room itself: what a page must show is worked out by the same code, never typed again. */
export async function readPractice(): Promise<Practice> {
	const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
	const { module } = await runnerImport<Practice>(`${root}/tests/support/practice-modules.ts`, {
		root,
		configFile: false,
		logLevel: 'error',
		plugins: [organizationModule()],
	});
	return module;
}
