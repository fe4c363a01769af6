/** @typedef {import('@playwright/test').Page} Page */

export const stepPage = 'desktop/boot-and-acknowledge/';

/** @param {Page} page */
export async function ready(page) {
	await page.locator('[data-offline="ready"]').waitFor({ state: 'attached', timeout: 120_000 });
}

/**
 * Begins a run of its own at step 2.
 *
 * @param {Page} page
 * @param {string} url
 */
export async function start(page, url) {
	await page.goto(`${url}status/`);
	await page.getByRole('button', { name: 'Start fresh' }).click();
	await page.goto(url + stepPage);
	await page.locator('main[data-ready]').waitFor();
}
