// Measures the built site against its limits and prints a table; the figures go to bench/results as JSON
// too. Exit code 1 where a limit is passed. Arguments name the parts to measure alone: loads, offline,
// steps, memory, practice, windows, demo, report, world. Run it on a quiet machine: other work shows in every figure but those of memory.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findChromium } from '../scripts/find-chromium.mjs';
import { commit, keepRecord, machine, resultsFolder } from '../scripts/records.mjs';
import { serve } from '../scripts/serve.mjs';
import { demo } from './demo.mjs';
import { offlineReady, slowLoads } from './loads.mjs';
import { manyStepChanges } from './memory.mjs';
import { stepPage } from './page.mjs';
import { practice } from './practice.mjs';
import { reportPage } from './report.mjs';
import { stepChanges } from './steps.mjs';
import { manyWindows } from './windows.mjs';
import { world } from './world.mjs';

/** @typedef {import('./figures.mjs').Figure} Figure */

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'build');

const launch = findChromium(() => chromium.executablePath());
if (!existsSync(join(folder, 'index.html'))) fail('There is no build: run "npm run build" first.');
else if (!launch) fail('There is no Chromium: run "node scripts/setup.mjs --browser".');
else await main(launch);

/** @param {{ args: string[], executablePath?: string }} launch */
async function main(launch) {
	const site = await serve({ folder, port: 0 });
	const browser = await chromium.launch(launch);
	const about = {
		machine: machine(),
		load: loadavg().map((value) => Number(value.toFixed(1))),
		browser: `Chromium ${browser.version()}${launch.executablePath?.includes('headless-shell') ? ', headless shell' : ''}`,
		node: process.version,
		commit: commit(),
		version: JSON.parse(readFileSync(join(folder, '_app/version.json'), 'utf8')).version,
		at: new Date().toISOString(),
	};
	console.log(`machine  ${about.machine}\nload     ${about.load.join(' ')}\nbrowser  ${about.browser}`);
	console.log(`commit   ${about.commit}, built as ${about.version}\n`);

	/** @type {Record<string, () => Promise<Figure[]>>} */
	const parts = {
		loads: async () => [
			...(await slowLoads(browser, site.url + stepPage, 'step page')),
			...(await slowLoads(browser, site.url, 'start page')),
		],
		offline: () => offlineReady(browser, site.url),
		steps: () => stepChanges(browser, site.url),
		memory: () => manyStepChanges(browser, site.url),
		practice: () => practice(browser, site.url),
		windows: () => manyWindows(browser, site.url),
		demo: () => demo(browser, site.url),
		report: () => reportPage(browser, site.url),
		world,
	};
	const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(parts);
	/** @type {Figure[]} */
	const figures = [];
	try {
		for (const part of wanted) {
			const measure = parts[part];
			if (!measure) throw new Error(`There is no part "${part}", only ${Object.keys(parts).join(', ')}.`);
			figures.push(...(await measure()));
		}
	} finally {
		await browser.close();
		await site.close();
	}
	report(figures);
	mkdirSync(resultsFolder, { recursive: true });
	const file = join(resultsFolder, `${about.at.replaceAll(':', '-')}.json`);
	writeFileSync(file, `${JSON.stringify({ ...about, figures }, null, '\t')}\n`);
	// only all parts together are a record of the whole
	if (wanted.length === Object.keys(parts).length) keepRecord('bench', { browser: about.browser, figures });
	if (figures.some(isOver)) process.exitCode = 1;
}

/** @param {Figure} figure */
function isOver({ value, limit = Infinity, least = -Infinity }) {
	return !(value <= limit && value >= least);
}

/** @param {Figure[]} figures */
function report(figures) {
	const round = (/** @type {number} */ value) =>
		String(Number(value.toFixed(Math.abs(value) < 10 && value % 1 !== 0 ? 3 : 0)));
	for (const figure of figures) {
		const { name, value, unit, limit, least, note = '' } = figure;
		const atMost = limit === undefined ? '' : isOver(figure) ? `OVER ${limit}` : `within ${limit}`;
		const verdict = least === undefined ? atMost : isOver(figure) ? `UNDER ${least}` : `at least ${least}`;
		console.log(
			`${name.padEnd(36)} ${round(value).padStart(8)} ${unit.padEnd(8)} ${verdict.padEnd(14)} ${note}`,
		);
	}
}

/** @param {string} message */
function fail(message) {
	console.error(message);
	process.exitCode = 1;
}
