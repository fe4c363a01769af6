import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/** @typedef {import('./figures.mjs').Figure} Figure */

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * The figures of the practice World, by a Node that reads no TypeScript by itself.
 *
 * @returns {Promise<Figure[]>}
 */
export async function world() {
	/** @type {import('vite').InlineConfig} */
	const quiet = { root, configFile: false, logLevel: 'error' };
	/** @type {{ module: typeof import('../scripts/vite/organization.ts') }} */
	const { module: organization } = await runnerImport(`${root}/scripts/vite/organization.ts`, quiet);
	/** @type {{ module: typeof import('./world.ts') }} */
	const { module } = await runnerImport(`${root}/bench/world.ts`, {
		...quiet,
		plugins: [organization.organizationModule()],
	});
	return module.worldFigures();
}
