// Plants faults in the rules of the simulated service, one at a time, and counts those that its tests notice.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepRecord, resultsFolder } from './records.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (/** @type {string} */ file, /** @type {string[]} */ ...args) =>
	spawnSync(process.execPath, [join(root, 'node_modules', file), ...args], { cwd: root, stdio: 'inherit' })
		.status;

process.exitCode =
	run('@sveltejs/kit/svelte-kit.js', 'sync') ||
	run('@stryker-mutator/core/bin/stryker.js', 'run', ...process.argv.slice(2)) ||
	0;
const report = join(resultsFolder, 'mutation-report.json');
keepRecord('mutation', { files: JSON.parse(readFileSync(report, 'utf8')).files });
