// One journey in Firefox and in WebKitGTK, beside the Chromium of all other tests. Installs what is missing
// where it can, and says plainly what it could not run. The last line is "N passed, N failed, N not run".
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findFirefox, startFirefox } from './browsers/firefox.mjs';
import { journey } from './browsers/journey.mjs';
import { findWebkit, startWebkit } from './browsers/webkit.mjs';
import { keepRecord } from './records.mjs';
import { serve } from './serve.mjs';

const folder = fileURLToPath(new URL('../build', import.meta.url));
const osRelease = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
const mayInstall = /^ID=debian$/m.test(osRelease) && process.getuid?.() === 0;

/** @param {string[]} packages */
function install(...packages) {
	if (!mayInstall) return;
	console.log(`Installing ${packages.join(', ')} …`);
	const apt = (/** @type {string[]} */ ...args) =>
		spawnSync('apt-get', args, {
			stdio: ['ignore', 'ignore', 'inherit'],
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
		}).status === 0;
	if (apt('update')) apt('install', '-yq', '--no-install-recommends', ...packages);
}

const browsers = [
	{
		name: 'Firefox',
		find: () => {
			const found = findFirefox();
			return found ? () => startFirefox(found) : undefined;
		},
		packages: ['firefox-esr'],
		otherwise: 'Install Firefox, or name its program with FIREFOX.',
	},
	{
		name: 'WebKitGTK',
		find: () => {
			const found = findWebkit();
			return found ? () => startWebkit(found) : undefined;
		},
		packages: ['webkit2gtk-driver', 'xvfb', 'xauth'],
		otherwise: 'It runs on Linux, with the packages webkit2gtk-driver, xvfb and xauth of Debian.',
	},
];

const count = { passed: 0, failed: 0, notRun: 0 };
/** @type {string[]} */
const passedIn = [];
if (!existsSync(`${folder}/index.html`)) {
	console.error('There is no build: run "npm run build" first.');
	count.failed = 1;
} else for (const browser of browsers) await check(browser);
keepRecord('browsers', { ...count, passedIn });
console.log(`\n${count.passed} passed, ${count.failed} failed, ${count.notRun} not run`);
process.exitCode = count.failed > 0 ? 1 : 0;

/**
 * @param {object} browser
 * @param {string} browser.name
 * @param {() => (() => ReturnType<typeof startFirefox>) | undefined} browser.find how to start it, where it is there
 * @param {string[]} browser.packages
 * @param {string} browser.otherwise
 */
async function check({ name, find, packages, otherwise }) {
	console.log(`\n=== ${name} ===`);
	if (!find()) install(...packages);
	const start = find();
	if (!start) {
		console.log(`NOT RUN: there is no ${name} here, and it could not be installed. ${otherwise}`);
		count.notRun += 1;
		return;
	}
	const started = performance.now();
	const [{ steps }] = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')).procedures;
	const site = await serve({ folder, port: 0, base: '/some/sub-folder' });
	/** @type {Awaited<ReturnType<typeof startFirefox>> | undefined} */
	let driver;
	try {
		driver = await start();
		console.log(driver.name);
		await journey(driver, site, steps.length, (line) => console.log(`  ✓ ${line}`));
		count.passed += 1;
		passedIn.push(driver.name);
		console.log(`--- ${name}: passed (${((performance.now() - started) / 1000).toFixed(1)} s)`);
	} catch (error) {
		count.failed += 1;
		console.log(`--- ${name}: FAILED: ${error instanceof Error ? error.message : String(error)}`);
	} finally {
		await driver?.quit().catch(() => undefined);
		await site.close();
	}
}
