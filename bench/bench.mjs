// Measures the built site against its limits and prints a table; the figures go to bench/results as JSON
// too. Exit code 1 where a limit is passed. Arguments name the parts to measure alone: loads, offline,
// steps, memory. Run it on a quiet machine: other work shows in every figure but those of memory.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findChromium } from '../scripts/find-chromium.mjs';
import { serve } from '../scripts/serve.mjs';

/** @typedef {{ name: string, value: number, unit: string, limit?: number, note?: string }} Figure */
/** @typedef {import('@playwright/test').Page} Page */

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'build');
const stepPage = 'desktop/boot-and-acknowledge/';
/** 1.6 Mbit/s with 150 ms to the server and back, on a processor of a quarter of the speed. */
const slow = { throughput: (1.6 * 1024 * 1024) / 8, latency: 150, processor: 4 };
const runs = 5;
const stepsOfProcedure = 24;
const manyChanges = 1000;

const launch = findChromium(() => chromium.executablePath());
if (!existsSync(join(folder, 'index.html'))) fail('There is no build: run "npm run build" first.');
else if (!launch) fail('There is no Chromium: run "node scripts/setup.mjs --browser".');
else await main(launch);

/** @param {{ args: string[], executablePath?: string }} launch */
async function main(launch) {
	const site = await serve({ folder, port: 0 });
	const browser = await chromium.launch(launch);
	const about = {
		machine: `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()}`,
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
	const results = join(root, 'bench/results');
	mkdirSync(results, { recursive: true });
	const file = join(results, `${about.at.replaceAll(':', '-')}.json`);
	writeFileSync(file, `${JSON.stringify({ ...about, figures }, null, '\t')}\n`);
	if (figures.some(isOver)) process.exitCode = 1;
}

/**
 * Loads a page cold and slow, each time in a browser profile of its own.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @param {string} name
 * @returns {Promise<Figure[]>}
 */
async function slowLoads(browser, url, name) {
	const paints = [];
	const shifts = [];
	for (let run = 0; run < runs; run += 1) {
		const context = await browser.newContext({ serviceWorkers: 'block' });
		const page = await context.newPage();
		const devtools = await context.newCDPSession(page);
		await devtools.send('Network.enable');
		await devtools.send('Network.clearBrowserCache');
		await devtools.send('Network.emulateNetworkConditions', {
			offline: false,
			latency: slow.latency,
			downloadThroughput: slow.throughput,
			uploadThroughput: slow.throughput,
		});
		await devtools.send('Emulation.setCPUThrottlingRate', { rate: slow.processor });
		await page.addInitScript(observePaints);
		await page.goto(url, { waitUntil: 'networkidle' });
		const { paint, shift } = await page.evaluate(
			() =>
				/** @type {{ benchPaints: { paint: number, shift: number } }} */ (/** @type {unknown} */ (globalThis))
					.benchPaints,
		);
		paints.push(paint);
		shifts.push(shift);
		await context.close();
	}
	return [
		{
			name: `${name}: LCP, slow profile`,
			value: percentile(paints, 50),
			unit: 'ms',
			limit: 700,
			note: `median of ${paints.map((value) => Math.round(value)).join(', ')}`,
		},
		{ name: `${name}: CLS, slow profile`, value: Math.max(...shifts), unit: '', limit: 0 },
	];
}

/** Runs in the page, before its own scripts. */
function observePaints() {
	const found = { paint: 0, shift: 0 };
	Object.assign(globalThis, { benchPaints: found });
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) found.paint = entry.startTime;
	}).observe({ type: 'largest-contentful-paint', buffered: true });
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries())
			found.shift += /** @type {PerformanceEntry & { value: number }} */ (entry).value;
	}).observe({ type: 'layout-shift', buffered: true });
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @returns {Promise<Figure[]>}
 */
async function offlineReady(browser, url) {
	const times = [];
	for (let run = 0; run < runs; run += 1) {
		const context = await browser.newContext();
		const page = await context.newPage();
		await page.goto(url);
		await ready(page);
		times.push(await page.evaluate(() => performance.now()));
		await context.close();
	}
	return [{ name: 'ready for offline use after', value: percentile(times, 50), unit: 'ms' }];
}

/** @param {Page} page */
async function ready(page) {
	await page.locator('[data-offline="ready"]').waitFor({ state: 'attached', timeout: 120_000 });
}

/**
 * From the click on "Done" until the new heading is painted, from step to step through whole procedures.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @returns {Promise<Figure[]>}
 */
async function stepChanges(browser, url) {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(url);
	await ready(page);
	const times = [];
	for (let walk = 0; walk < 10; walk += 1) {
		await start(page, url);
		times.push(...(await page.evaluate(walkSteps, stepsOfProcedure - 3)));
	}
	await context.close();
	const note = `${times.length} changes, slowest ${Math.round(Math.max(...times))} ms`;
	return [
		{ name: 'step change, median', value: percentile(times, 50), unit: 'ms' },
		{ name: 'step change, p98', value: percentile(times, 98), unit: 'ms', limit: 50, note },
	];
}

/**
 * Begins a run of its own at step 2.
 *
 * @param {Page} page
 * @param {string} url
 */
async function start(page, url) {
	await page.goto(`${url}status/`);
	await page.getByRole('button', { name: 'Start fresh' }).click();
	await page.goto(url + stepPage);
	await page.locator('main[data-ready]').waitFor();
}

/**
 * Runs in the page: marks one step after the other as done. A change ends when the frame with the new
 * heading is painted: the first task after that frame's own callbacks.
 *
 * @param {number} changes
 */
async function walkSteps(changes) {
	const painted = () =>
		new Promise((resolve) => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => resolve(undefined);
			requestAnimationFrame(() => port2.postMessage(undefined));
		});
	const number = () => document.querySelector('main')?.getAttribute('data-step-number');
	/** @type {number[]} */
	const times = [];
	for (let change = 0; change < changes; change += 1) {
		const before = number();
		const link = /** @type {HTMLElement} */ (document.querySelector('[data-primary]'));
		const changed = new Promise((resolve) => {
			const observer = new MutationObserver(() => {
				if (number() === before) return;
				observer.disconnect();
				resolve(undefined);
			});
			observer.observe(document.body, { subtree: true, childList: true, attributes: true });
		});
		const clicked = performance.now();
		link.click();
		await changed;
		await painted();
		times.push(performance.now() - clicked);
		// a person reads before the next click; the page may use that time
		await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }));
	}
	return times;
}

/**
 * What many step changes leave behind: to and fro between two steps in one window.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @returns {Promise<Figure[]>}
 */
async function manyStepChanges(browser, url) {
	const context = await browser.newContext();
	const page = await context.newPage();
	const devtools = await context.newCDPSession(page);
	await devtools.send('Performance.enable');
	await page.goto(url);
	await ready(page);
	await start(page, url);
	const measure = async () => {
		await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
		for (let pass = 0; pass < 3; pass += 1) await devtools.send('HeapProfiler.collectGarbage');
		const { metrics } = await devtools.send('Performance.getMetrics');
		/** @param {string} name */
		const of = (name) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
		return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') };
	};
	await page.evaluate(toAndFro, 50);
	const cold = { ...(await measure()), code: await compiledCode(devtools) };
	await page.evaluate(toAndFro, manyChanges);
	const before = { ...(await measure()), code: await compiledCode(devtools) };
	await page.evaluate(toAndFro, manyChanges);
	const after = await measure();
	await context.close();
	/** @param {number} bytes */
	const mega = (bytes) => bytes / 2 ** 20;
	const grown = before.heap - cold.heap;
	const compiled = before.code - cold.code;
	return [
		{
			name: `heap after ${manyChanges} step changes`,
			value: mega(grown - compiled),
			unit: 'MB more',
			limit: 1,
			note: `${mega(grown).toFixed(2)} with what the browser compiled; ${mega(cold.heap).toFixed(2)} before`,
		},
		{
			name: `heap after ${manyChanges} further step changes`,
			value: mega(after.heap - before.heap),
			unit: 'MB more',
			limit: 1,
			note: `with what the browser compiled; ${mega(before.heap).toFixed(2)} before`,
		},
		{
			name: 'DOM nodes',
			value: after.nodes - before.nodes,
			unit: 'more',
			limit: 0,
			note: `${before.nodes} before`,
		},
		{
			name: 'event listeners',
			value: after.listeners - before.listeners,
			unit: 'more',
			limit: 0,
			note: `${before.listeners} before`,
		},
	];
}

/**
 * Bytes of the heap that hold code. The browser compiles what runs often to machine code, once: it belongs
 * to the engine, and grows with the first thousand changes only.
 *
 * @param {import('@playwright/test').CDPSession} devtools
 * @returns {Promise<number>}
 */
async function compiledCode(devtools) {
	let text = '';
	const collect = (/** @type {{ chunk: string }} */ { chunk }) => (text += chunk);
	devtools.on('HeapProfiler.addHeapSnapshotChunk', collect);
	await devtools.send('HeapProfiler.takeHeapSnapshot', {});
	devtools.off('HeapProfiler.addHeapSnapshotChunk', collect);
	/** @type {{ snapshot: { meta: { node_fields: string[], node_types: [string[]] } }, nodes: number[] }} */
	const { snapshot, nodes } = JSON.parse(text);
	const { node_fields: fields, node_types: types } = snapshot.meta;
	const [type, size, code] = [fields.indexOf('type'), fields.indexOf('self_size'), types[0].indexOf('code')];
	let bytes = 0;
	for (let at = 0; at < nodes.length; at += fields.length)
		if (nodes[at + type] === code) bytes += nodes[at + size] ?? 0;
	return bytes;
}

/**
 * Runs in the page: an even number of changes between the step shown and the next, so that the page is the
 * same before and after: forward by "Done", back by the list of steps and "I am here". Both are stored.
 *
 * @param {number} changes
 */
async function toAndFro(changes) {
	const number = () => Number(document.querySelector('main')?.getAttribute('data-step-number'));
	const here = () => [...document.querySelectorAll('button')].find((one) => /^I am here/.test(one.innerText));
	/** @param {() => boolean} holds */
	const until = (holds) =>
		new Promise((resolve) => {
			if (holds()) return resolve(undefined);
			const observer = new MutationObserver(() => {
				if (!holds()) return;
				observer.disconnect();
				resolve(undefined);
			});
			const all = { subtree: true, childList: true, attributes: true, characterData: true };
			observer.observe(document.body, all);
		});
	const first = number();
	for (let change = 0; change < changes; change += 2) {
		/** @type {HTMLElement | null} */ (document.querySelector('[data-primary]'))?.click();
		await until(() => number() === first + 1);
		/** @type {HTMLElement[]} */ ([...document.querySelectorAll('#rail a')])[first - 1]?.click();
		await until(() => number() === first && here() !== undefined);
		here()?.click();
		await until(() => here() === undefined);
	}
}

/**
 * @param {number[]} values
 * @param {number} percent
 */
function percentile(values, percent) {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? NaN;
}

/** @param {Figure} figure */
function isOver({ value, limit }) {
	return limit !== undefined && !(value <= limit);
}

/** @param {Figure[]} figures */
function report(figures) {
	const round = (/** @type {number} */ value) =>
		String(Number(value.toFixed(Math.abs(value) < 10 && value % 1 !== 0 ? 3 : 0)));
	for (const figure of figures) {
		const { name, value, unit, limit, note = '' } = figure;
		const verdict = limit === undefined ? '' : isOver(figure) ? `OVER ${limit}` : `within ${limit}`;
		console.log(
			`${name.padEnd(36)} ${round(value).padStart(8)} ${unit.padEnd(8)} ${verdict.padEnd(12)} ${note}`,
		);
	}
}

function commit() {
	try {
		return execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
	} catch {
		return 'unknown';
	}
}

/** @param {string} message */
function fail(message) {
	console.error(message);
	process.exitCode = 1;
}
