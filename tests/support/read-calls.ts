import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { organizationModule } from '../../scripts/vite/organization.ts';

export type Calls = typeof import('./calls.ts');

/** The practiced calls themselves: who calls in a round is drawn by the same code, never typed again. */
export async function readCalls(): Promise<Calls> {
	const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
	const { module } = await runnerImport<Calls>(`${root}/tests/support/calls.ts`, {
		root,
		configFile: false,
		logLevel: 'error',
		plugins: [organizationModule()],
	});
	return module;
}
