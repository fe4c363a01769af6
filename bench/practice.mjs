import { percentile } from './figures.mjs';

/** @typedef {import('./figures.mjs').Figure} Figure */

/** Half an hour of practice: an act every 3 seconds. */
const acts = 600;
const commands = 500;

/**
 * Practice: from an act to the painted screen, what half an hour leaves behind, and how long a log of many commands
 * takes to be there again.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @returns {Promise<Figure[]>}
 */
export async function practice(browser, url) {
	const open = async () => {
		const page = await browser.newContext().then((context) => context.newPage());
		await page.addInitScript(markReady);
		await page.goto(`${url}practice/all-steps/`);
		await page.locator('main[data-ready]').waitFor();
		return page;
	};
	const page = await open();
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Performance.enable');
	const heap = async () => {
		await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
		for (let pass = 0; pass < 3; pass += 1) await devtools.send('HeapProfiler.collectGarbage');
		const { metrics } = await devtools.send('Performance.getMetrics');
		return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN;
	};
	// what the browser compiles once is not what practice leaves behind
	await page.evaluate(actMany, 200);
	const before = await heap();
	const times = await page.evaluate(actMany, acts);
	const after = await heap();
	await page.evaluate(actMany, commands);
	await page.locator('[data-saved]').waitFor();
	const kept = await page.evaluate(countCommands);
	// one with commands and one without, turn by turn, so that whatever else the machine does meets both
	const empty = await open();
	/** @type {Record<'full' | 'empty', number[]>} */
	const ready = { full: [], empty: [] };
	for (let load = 0; load < 11; load += 1) {
		ready.full.push(await readyAfter(page));
		ready.empty.push(await readyAfter(empty));
	}
	const restored = percentile(ready.full, 50) - percentile(ready.empty, 50);
	await page.context().close();
	await empty.context().close();
	return [
		{ name: 'act to painted, median', value: percentile(times, 50), unit: 'ms' },
		{
			name: 'act to painted, p98',
			value: percentile(times, 98),
			unit: 'ms',
			limit: 50,
			note: `${times.length} acts`,
		},
		{
			name: 'restoring an exercise',
			value: (restored * commands) / kept,
			unit: `ms for ${commands} commands`,
			limit: 100,
			note: `${kept} commands in ${Math.round(restored)} ms, over an exercise without any`,
		},
		{
			name: `heap after ${acts} acts`,
			value: (after - before) / 2 ** 20,
			unit: 'MB more',
			limit: 3,
			note: 'about 30 minutes of practice',
		},
	];
}

/**
 * Loads an exercise again: the time until it can be used, ms.
 *
 * @param {import('@playwright/test').Page} page
 */
async function readyAfter(page) {
	await page.bringToFront();
	await page.reload();
	await page.locator('main[data-ready]').waitFor();
	return page.evaluate(() => performance.getEntriesByName('ready')[0]?.startTime ?? NaN);
}

/**
 * Runs in the page: uses what is on the screen, one control after the other. An act ends when the frame after it is
 * painted: the first task after that frame's own callbacks.
 *
 * @param {number} count
 */
async function actMany(count) {
	const painted = () =>
		new Promise((resolve) => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => resolve(undefined);
			requestAnimationFrame(() => port2.postMessage(undefined));
		});
	/** @type {number[]} */
	const times = [];
	for (let act = 0; act < count; act += 1) {
		/** @type {NodeListOf<HTMLElement>} */
		const controls = document.querySelectorAll('[data-device] button:not([aria-disabled])');
		const control = controls[act % Math.max(1, controls.length)];
		const begun = performance.now();
		control?.click();
		await painted();
		times.push(performance.now() - begun);
		await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }));
	}
	return times;
}

/** Runs in the page, before its own scripts. */
function markReady() {
	new MutationObserver((_, observer) => {
		if (!document.querySelector('main[data-ready]')) return;
		observer.disconnect();
		performance.mark('ready');
	}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-ready'] });
}

/** Runs in the page. */
async function countCommands() {
	/** @param {IDBRequest} request */
	const settled = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
	const database = await settled(indexedDB.open('handrail-practice'));
	const count = await settled(database.transaction('commands').objectStore('commands').count());
	database.close();
	return /** @type {number} */ (count);
}
