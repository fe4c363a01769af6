// Makes a fresh clone ready: checks Node, installs the locked packages once, and with --browser finds or
// installs a Chromium for the tests. Node built-ins only; running it again costs nothing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './find-chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const stampFile = join(root, 'node_modules', '.setup');

try {
	checkNode();
	installPackages();
	if (process.argv.includes('--browser')) await provideBrowser();
} catch (error) {
	console.error(`\nSet-up stopped: ${error instanceof Error ? error.message : String(error)}`);
	process.exitCode = 1;
}

function checkNode() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
	if (!fits)
		throw new Error(
			`this needs Node 20.19 or newer (or 22.12 or newer). This is Node ${process.versions.node}.`,
		);
}

function installPackages() {
	const stamp = [
		createHash('sha256')
			.update(readFileSync(join(root, 'package-lock.json')))
			.digest('hex'),
		process.platform,
		process.arch,
		process.versions.node.split('.')[0],
	].join(' ');
	if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
	console.log('Installing packages (once for each change of package-lock.json) …');
	rmSync(stampFile, { force: true });
	if (!npm('ci', '--include=dev', '--no-audit', '--no-fund', '--prefer-offline'))
		throw new Error('npm ci failed; its message is above.');
	writeFileSync(stampFile, stamp);
}

async function provideBrowser() {
	const { chromium } = await import('@playwright/test');
	const find = () => findChromium(() => chromium.executablePath());
	if (find()) return;
	console.log('No Chromium found: installing one for the tests …');
	const debian =
		existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
	const asRoot = process.getuid?.() === 0;
	if (debian && asRoot && run('apt-get', 'update'))
		for (const name of ['chromium-headless-shell', 'chromium'])
			if (run('apt-get', 'install', '-yq', '--no-install-recommends', name)) break;
	if (!find()) npm('exec', '--', 'playwright', 'install', ...(asRoot ? ['--with-deps'] : []), 'chromium');
	if (!find())
		throw new Error(
			'there is no Chromium and none could be installed. Install one and set PLAYWRIGHT_CHROMIUM to its file.',
		);
}

/**
 * Runs npm: the one that runs this script, if one does.
 *
 * @param {string[]} args
 */
function npm(...args) {
	const own = process.env.npm_execpath;
	return own ? run(process.execPath, own, ...args) : run('npm', ...args);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {boolean} did it succeed?
 */
function run(command, ...args) {
	// Windows starts npm through a shell only
	const shell = process.platform === 'win32' && command === 'npm';
	return spawnSync(command, args, { cwd: root, stdio: 'inherit', shell }).status === 0;
}
