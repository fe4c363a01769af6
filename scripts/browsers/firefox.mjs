// Firefox by its own protocol for automation, WebDriver BiDi.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import puppeteer from 'puppeteer-core';

const names = ['firefox-esr', 'firefox'];

/** @returns {string | undefined} the program: FIREFOX, or the first of its names on PATH */
export function findFirefox() {
	if (process.env.FIREFOX) return process.env.FIREFOX;
	return (process.env.PATH ?? '')
		.split(delimiter)
		.flatMap((folder) => names.map((name) => join(folder, name)))
		.find((file) => existsSync(file));
}

/**
 * @param {string} executablePath
 * @returns {Promise<import('./journey.mjs').Driver & { name: string, quit: () => Promise<void> }>}
 */
export async function startFirefox(executablePath) {
	const browser = await puppeteer.launch({
		browser: 'firefox',
		protocol: 'webDriverBiDi',
		executablePath,
		headless: true,
	});
	const page = await browser.newPage();
	return {
		name: await browser.version(),
		open: async (url) => void (await page.goto(url, { waitUntil: 'load' })),
		run: (script) => page.evaluate(`(() => { ${script} })()`),
		quit: () => browser.close(),
	};
}
