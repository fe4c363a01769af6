import { percentile } from './figures.mjs';
import { ready } from './page.mjs';

/** @typedef {import('./figures.mjs').Figure} Figure */

/** 1.6 Mbit/s with 150 ms to the server and back, on a processor of a quarter of the speed. */
const slow = { throughput: (1.6 * 1024 * 1024) / 8, latency: 150, processor: 4 };
const runs = 5;

/**
 * Loads a page cold and slow, each time in a browser profile of its own.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @param {string} name
 * @returns {Promise<Figure[]>}
 */
export async function slowLoads(browser, url, name) {
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
export async function offlineReady(browser, url) {
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
