import type { Page } from '@playwright/test';
import { expect } from './server.ts';

/** Opens a page and waits until the site is kept. All of it is fetched the first time. */
export async function visit(page: Page, url: string): Promise<void> {
	await page.goto(url);
	await expect(page.locator('[data-offline="ready"]')).toBeAttached({ timeout: 60_000 });
}

/** Has the browser look for a newer version, as it does by itself from time to time, until it has found one or not. */
export const lookForUpdate = (page: Page): Promise<void> =>
	page.evaluate(async () => {
		const registration = await navigator.serviceWorker.getRegistration();
		await registration?.update();
	});

/** The states of the page's service workers, the active one first. */
export const workerStates = (page: Page): Promise<string[]> =>
	page.evaluate(async () => {
		const registration = await navigator.serviceWorker.getRegistration();
		const { active, waiting, installing } = registration ?? {};
		return [active, waiting, installing].flatMap((worker) => (worker ? [worker.state] : []));
	});

/** How many files a cache holds. */
export const keptIn = (page: Page, cache: string): Promise<number> =>
	page.evaluate(async (name) => (await (await caches.open(name)).keys()).length, cache);

/**
 * Takes the newer version that the page offers. A browser stops the older worker as soon as it has nothing
 * to do, but never one that is being debugged, as all are here: so it is stopped by hand.
 */
export async function takeOffer(page: Page): Promise<void> {
	const tools = await page.context().newCDPSession(page);
	const older = new Promise<string>((resolve) => {
		tools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
			const active = versions.find(({ status }) => status === 'activated');
			if (active) resolve(active.versionId);
		});
	});
	await tools.send('ServiceWorker.enable');
	const versionId = await older;
	let loaded = false;
	page.once('domcontentloaded', () => (loaded = true));
	await page.locator('[data-update] button').click();
	// a request that is under way starts it again
	const stop = async () => {
		await tools.send('ServiceWorker.stopWorker', { versionId }).catch(() => undefined);
		return loaded;
	};
	await expect.poll(stop).toBe(true);
}
