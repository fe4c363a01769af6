import { percentile } from './figures.mjs';
import { start } from './page.mjs';

/** @typedef {import('./figures.mjs').Figure} Figure */
/** @typedef {{ knew: number, showed: number }} Times epoch ms */

const windows = 8;
const rounds = 5;
const acts = 19;

/**
 * Windows on one run: from the first that has an act until the last has it, and until the last shows the
 * page that it led to. All of them are drawn, which takes turns on a machine of few cores.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @returns {Promise<Figure[]>}
 */
export async function manyWindows(browser, url) {
	/** @type {number[]} */
	const knew = [];
	/** @type {number[]} */
	const showed = [];
	for (let round = 0; round < rounds; round += 1) {
		const context = await browser.newContext({ viewport: { width: 400, height: 300 } });
		await context.addInitScript(watchPlace);
		const first = await context.newPage();
		await start(first, url);
		const pages = [first];
		await act(first, pages);
		while (pages.length < windows) {
			const page = await context.newPage();
			await page.goto(first.url());
			await page.locator('main[data-ready]').waitFor();
			pages.push(page);
		}
		for (let count = 0; count < acts; count += 1) {
			await Promise.all(pages.map((page) => page.evaluate(idle)));
			const times = await act(pages[count % windows] ?? first, pages);
			for (const [of, into] of /** @type {const} */ ([
				['knew', knew],
				['showed', showed],
			])) {
				const at = times.map((one) => one[of]);
				into.push(Math.max(...at) - Math.min(...at));
			}
		}
		await context.close();
	}
	const note = `${knew.length} acts`;
	return [
		{ name: `${windows} windows equal, median`, value: percentile(knew, 50), unit: 'ms' },
		{ name: `${windows} windows equal, p95`, value: percentile(knew, 95), unit: 'ms', limit: 100, note },
		{ name: `${windows} windows drawn, median`, value: percentile(showed, 50), unit: 'ms' },
		{ name: `${windows} windows drawn, p95`, value: percentile(showed, 95), unit: 'ms', note },
	];
}

/**
 * Marks the step as done in one window.
 *
 * @param {import('@playwright/test').Page} page
 * @param {import('@playwright/test').Page[]} pages
 * @returns {Promise<Times[]>} when each window had it, and showed it
 */
async function act(page, pages) {
	const waits = await Promise.all(pages.map((one) => one.evaluateHandle(placeChanges)));
	await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('[data-primary]')).click());
	return Promise.all(waits.map((wait) => wait.evaluate(({ times }) => times)));
}

/** Runs in the page, before its own scripts: notes when another act is known, and another step shown. */
function watchPlace() {
	const seen = { since: '', knew: NaN, step: '', showed: NaN };
	const told = new Set();
	Object.assign(globalThis, { benchPlace: { seen, told } });
	new MutationObserver(() => {
		const since = document.querySelector('[data-since]')?.getAttribute('data-since') ?? '';
		const step = document.querySelector('main')?.getAttribute('data-step') ?? '';
		if (since !== seen.since) Object.assign(seen, { since, knew: Date.now() });
		if (step !== seen.step) Object.assign(seen, { step, showed: Date.now() });
		for (const tell of told) tell();
	}).observe(document, { subtree: true, childList: true, attributeFilter: ['data-since', 'data-step'] });
}

/**
 * Runs in the page.
 *
 * @returns {{ times: Promise<Times> }} what comes with the next act
 */
function placeChanges() {
	const { seen, told } =
		/** @type {{ benchPlace: { seen: Times & { since: string, step: string }, told: Set<() => void> } }} */ (
			/** @type {unknown} */ (globalThis)
		).benchPlace;
	const { since, step } = seen;
	const times = new Promise((resolve) => {
		const tell = () => {
			if (seen.since === since || seen.step === step) return;
			told.delete(tell);
			resolve({ knew: seen.knew, showed: seen.showed });
		};
		told.add(tell);
	});
	return { times };
}

/** Runs in the page: a person reads before the next act. */
async function idle() {
	for (let turn = 0; turn < 3; turn += 1)
		await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }));
}
