// Builds the site: Vite, then what comes after it. BUILD_DIR and KIT_OUT_DIR send a build elsewhere. --words-only
// leaves out what only a host needs: compressed copies and the size budgets.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { finish } from './after-build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = resolve(root, process.env.BUILD_DIR || 'build');
const record = resolve(root, process.env.KIT_OUT_DIR || '.svelte-kit', 'chunk-packages.json');
const organization = resolve(root, process.env.ORGANIZATION || 'organization.json');

// a failed build leaves no old site behind that could be taken for its own
for (const old of [folder, record]) rmSync(old, { recursive: true, force: true });
const version = process.env.BUILD_VERSION || buildVersion();
console.log(`Building version ${version}`);
const vite = spawnSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build'], {
	cwd: root,
	stdio: 'inherit',
	env: { ...process.env, NODE_ENV: 'production', BUILD_VERSION: version },
});
if (vite.status !== 0) {
	console.error('The build failed; its message is above.');
	process.exitCode = 1;
} else {
	const ships = !process.argv.includes('--words-only');
	if (!(await finish({ folder, record, organization, ships }))) process.exitCode = 1;
}

/**
 * Names a build after what it is made from: the commit, with a mark where files differ from it or another
 * organization is built for; without git, the files alone. The same sources have the same version.
 */
function buildVersion() {
	const commit = git('rev-parse', '--short=12', 'HEAD');
	const ownGit = commit && git('rev-parse', '--show-prefix') === '';
	if (!ownGit) return sourcesHash();
	const changed = git('status', '--porcelain') !== '' || process.env.ORGANIZATION;
	return changed ? `${commit}-${sourcesHash()}` : commit;
}

/**
 * @param {string[]} args
 * @returns {string | undefined} nothing where there is no git or no repository
 */
function git(...args) {
	try {
		return execFileSync('git', args, {
			cwd: root,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		}).trim();
	} catch {
		return undefined;
	}
}

function sourcesHash() {
	const hash = createHash('sha256');
	const sources = ['src', 'static', 'scripts', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];
	for (const source of sources.map((name) => join(root, name)).filter((path) => existsSync(path))) {
		const files = statSync(source).isDirectory()
			? readdirSync(source, { recursive: true, encoding: 'utf8' }).sort()
			: [''];
		for (const file of files) {
			if (!statSync(join(source, file)).isFile()) continue;
			hash.update(`${file}\0`).update(readFileSync(join(source, file)));
		}
	}
	return hash.update(readFileSync(organization)).digest('hex').slice(0, 12);
}
