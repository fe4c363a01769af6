// Gives a number to every place that has none, at the end of the table, and writes down the codes of this
// version for the tests of later ones. What stands in the table already stays.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const file = `${root}/src/sharing/numbers.json`;
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

/** @type {Record<string, string>} */
const before = JSON.parse(readFileSync(file, 'utf8'));
const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
const after = places.withNumbers(before, compiler.compileProcedures(root), locator.isSpeakable);
writeFileSync(file, `${JSON.stringify(after, null, 2)}\n`);
const codes = places.codesOf(after);
writeFileSync(`${root}/tests/fixtures/codes-${version}.json`, `${JSON.stringify(codes, null, 2)}\n`);
console.log(`${Object.keys(after).length - Object.keys(before).length} places got a number.`);
