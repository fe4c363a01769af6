// Gives a number to every place, and to every act of a run, that has none, at the end of its table, and
// writes down the codes of this version for the tests of later ones. What stands in a table already stays.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
/** @type {import('vite').InlineConfig} */
const quiet = { root, configFile: false, logLevel: 'error' };

const { module: organization } = await runnerImport(`${root}/scripts/vite/organization.ts`, quiet);
const plugins = [organization.organizationModule()];
/** @type {{ module: typeof import('./vite/compile.ts') }} */
const { module: compiler } = await runnerImport(`${root}/scripts/vite/compile.ts`, { ...quiet, plugins });
/** @type {{ module: typeof import('./vite/places.ts') }} */
const { module: places } = await runnerImport(`${root}/scripts/vite/places.ts`, quiet);
/** @type {{ module: typeof import('../src/sharing/locator.ts') }} */
const { module: locator } = await runnerImport(`${root}/src/sharing/locator.ts`, quiet);

// what is new has no number yet, and so no code
const procedures = compiler.compileProcedures(root, () => '');
const after = extend('numbers', places.placesOf(procedures).map(locator.tableAddress), locator.isSpeakable);
extend('acts', places.actsOf(procedures));
const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
const codes = places.codesOf(after);
writeFileSync(`${root}/tests/fixtures/codes-${version}.json`, `${JSON.stringify(codes, null, 2)}\n`);

/**
 * @param {string} name of the table
 * @param {string[]} wanted what must have a number
 * @param {(number: number) => boolean} [usable]
 */
function extend(name, wanted, usable) {
	const file = `${root}/src/sharing/${name}.json`;
	/** @type {Record<string, string>} */
	const before = JSON.parse(readFileSync(file, 'utf8'));
	const extended = places.withNumbers(before, wanted, usable);
	writeFileSync(file, `${JSON.stringify(extended, null, 2)}\n`);
	console.log(`${name}: ${Object.keys(extended).length - Object.keys(before).length} new`);
	return extended;
}
