import { ready, start } from './page.mjs';

/** @typedef {import('./figures.mjs').Figure} Figure */

const manyChanges = 1000;

/**
 * What many step changes leave behind: to and fro between two steps in one window.
 *
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @returns {Promise<Figure[]>}
 */
export async function manyStepChanges(browser, url) {
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
