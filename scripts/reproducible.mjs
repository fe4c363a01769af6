// Builds the site twice from nothing, into two folders, and compares them byte by byte.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const temporary = mkdtempSync(join(root, '.svelte-kit-twice-'));

try {
	const [first, second] = ['first', 'second'].map(build);
	const differing = differences(first ?? '', second ?? '');
	for (const file of differing.slice(0, 20)) console.error(`DIFFERS ${file}`);
	console.log(
		differing.length === 0
			? 'Two clean builds are identical.'
			: `Two clean builds differ in ${differing.length} files.`,
	);
	process.exitCode = differing.length === 0 ? 0 : 1;
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
} finally {
	rmSync(temporary, { recursive: true, force: true });
}

/**
 * @param {string} name
 * @returns {string} the built folder
 */
function build(name) {
	const folder = join(temporary, name);
	const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], {
		cwd: root,
		encoding: 'utf8',
		stdio: ['ignore', 'ignore', 'pipe'],
		env: {
			...process.env,
			BUILD_DIR: relative(root, folder),
			KIT_OUT_DIR: relative(root, join(temporary, `kit-${name}`)),
			// the name would follow the files that a build leaves in the work tree
			BUILD_VERSION: process.env.BUILD_VERSION || 'reproducible',
		},
	});
	// budgets are another check's: a build over them is whole all the same
	if (status !== 0 && !stderr.includes('OVER BUDGET')) throw new Error(`A build failed.\n${stderr}`);
	return folder;
}

/**
 * The files that are not the same in both folders.
 *
 * @param {string} one
 * @param {string} other
 */
function differences(one, other) {
	const files = [one, other].map((folder) =>
		readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => relative(folder, join(entry.parentPath, entry.name))),
	);
	const [ofOne, ofOther] = files.map((list) => new Set(list));
	return [...new Set(files.flat())]
		.sort()
		.filter(
			(file) =>
				!ofOne?.has(file) ||
				!ofOther?.has(file) ||
				!readFileSync(join(one, file)).equals(readFileSync(join(other, file))),
		);
}
