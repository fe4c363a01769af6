import { percentile } from './figures.mjs';

/** @typedef {import('./figures.mjs').Figure} Figure */

/** The whole of each procedure; and one with a problem that once was waited for without an end. */
const shown = ['all-steps', 'push-all-steps', 'android-link', 'android-server-pin-chosen'];
const acts = 60;

/**
 * The trainer's demo: how soon each jump, each beginning and each problem that can be chosen is there, and how soon the
 * audience's window has painted what the trainer did.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @returns {Promise<Figure[]>}
 */
export async function demo(browser, url) {
	return [...(await jumps(browser, url)), ...(await audience(browser, url))];
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @returns {Promise<Figure[]>}
 */
async function jumps(browser, url) {
	const page = await browser.newContext().then((context) => context.newPage());
	/** @type {number[]} */
	const jumped = [];
	/** @type {{ hash: string, took: number }[]} */
	const chosen = [];
	await page.goto(`${url}trainer/`);
	await page.locator('[data-demo]').waitFor();
	for (const id of shown) {
		await page.evaluate(choose, `#${id}`);
		await page.locator('#demo-place option[value="?"]').waitFor({ state: 'detached' });
		jumped.push(...(await page.evaluate(jumpAll)));
		const places = await page
			.locator('#demo-place option:not([disabled])')
			.evaluateAll((options) => options.map((option) => /** @type {HTMLOptionElement} */ (option).value));
		const problem = id === 'android-server-pin-chosen' ? ['!phone-stranger'] : [];
		for (const place of new Set([...places, ...problem])) {
			const hash = `#${id}${place && `/${place}`}`;
			chosen.push({ hash, took: await page.evaluate(choose, hash) });
		}
	}
	await page.context().close();
	const slowest = chosen.toSorted((one, other) => other.took - one.took)[0];
	return [
		{
			name: 'demo: jump or reset to painted, slowest',
			value: Math.max(...jumped),
			unit: 'ms',
			limit: 1000,
			note: `${jumped.length} jumps`,
		},
		{
			name: 'demo: choice to painted, slowest',
			value: slowest?.took ?? NaN,
			unit: 'ms',
			limit: 1000,
			note: `${chosen.length} steps and problems; ${slowest?.hash}`,
		},
	];
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @returns {Promise<Figure[]>}
 */
async function audience(browser, url) {
	const context = await browser.newContext();
	const trainer = await context.newPage();
	await trainer.goto(`${url}trainer/#all-steps`);
	await trainer.locator('[data-demo]').waitFor();
	const hall = await context.newPage();
	await hall.addInitScript(watchRevisions);
	await hall.goto(`${url}trainer/audience/`);
	await hall.locator('main[data-revision]').waitFor();
	/** @type {number[]} */
	const lags = [];
	for (let act = 0; act < acts; act += 1) {
		await hall.evaluate(quiet, 0);
		const acted = await trainer.evaluate(stepOn);
		const painted = await hall.evaluate(quiet, acted);
		lags.push(painted - acted);
	}
	await context.close();
	return [
		{ name: 'audience: act to painted, median', value: percentile(lags, 50), unit: 'ms' },
		{
			name: 'audience: act to painted, p95',
			value: percentile(lags, 95),
			unit: 'ms',
			limit: 100,
			note: `${lags.length} acts in another window`,
		},
	];
}

/**
 * Runs in the page: chooses what the demo begins with.
 *
 * @param {string} hash
 * @returns {Promise<number>} until it is painted, ms
 */
async function choose(hash) {
	const before = document.querySelector('[data-demo]');
	const begun = performance.now();
	if (location.hash === hash || (location.hash === '' && hash === '#all-steps')) return 0;
	location.hash = hash;
	const others = () => document.querySelector('[data-demo]') !== before;
	await new Promise((resolve) => {
		new MutationObserver((_, observer) => {
			if (!others()) return;
			observer.disconnect();
			resolve(undefined);
		}).observe(document.body, { subtree: true, childList: true });
	});
	await new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => resolve(undefined);
		requestAnimationFrame(() => port2.postMessage(undefined));
	});
	return performance.now() - begun;
}

/**
 * Runs in the page: jumps to each step, from the last to the first, and begins again after each.
 *
 * @returns {Promise<number[]>} until each is painted, ms
 */
async function jumpAll() {
	const painted = () =>
		new Promise((resolve) => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => resolve(undefined);
			requestAnimationFrame(() => port2.postMessage(undefined));
		});
	/** @type {number[]} */
	const times = [];
	const again = [...document.querySelectorAll('button')].find((one) => one.innerText === 'Begin again');
	if (!again) throw new Error('expected a button "Begin again"');
	const jumps = /** @type {HTMLElement[]} */ ([
		...document.querySelectorAll('[data-jump]:not([disabled])'),
	]).reverse();
	for (const jump of jumps)
		for (const button of [jump, again]) {
			const begun = performance.now();
			button.click();
			await painted();
			times.push(performance.now() - begun);
		}
	return times;
}

/**
 * Runs in the trainer's window: one act.
 *
 * @returns {number} when it was done, epoch ms
 */
function stepOn() {
	const step = [...document.querySelectorAll('button')].find((one) => one.innerText === 'Step on');
	if (!step || step.disabled) throw new Error('expected a next act');
	const at = Date.now();
	step.click();
	return at;
}

/** Runs in the audience's window, before its own scripts: notes when another view is painted. */
function watchRevisions() {
	const seen = { revision: '', painted: 0 };
	Object.assign(globalThis, { benchSeen: seen });
	new MutationObserver(() => {
		const revision = document.querySelector('main')?.getAttribute('data-revision') ?? '';
		if (revision === seen.revision) return;
		seen.revision = revision;
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => (seen.painted = Date.now());
		requestAnimationFrame(() => port2.postMessage(undefined));
	}).observe(document, { subtree: true, childList: true, attributeFilter: ['data-revision'] });
}

/**
 * Runs in the audience's window: waits until something has come, and then nothing more for a while.
 *
 * @param {number} since epoch ms
 * @returns {Promise<number>} when the newest view was painted, epoch ms
 */
async function quiet(since) {
	const { benchSeen } = /** @type {{ benchSeen: { painted: number } }} */ (
		/** @type {unknown} */ (globalThis)
	);
	for (;;) {
		const before = benchSeen.painted;
		await new Promise((resolve) => setTimeout(resolve, 250));
		if (before >= since && before === benchSeen.painted) return before;
	}
}
