import { percentile } from './figures.mjs';
import { ready, start } from './page.mjs';

/** @typedef {import('./figures.mjs').Figure} Figure */

const stepsOfProcedure = 24;

/**
 * From the click on "Done" until the new heading is painted, from step to step through whole procedures.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @returns {Promise<Figure[]>}
 */
export async function stepChanges(browser, url) {
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
