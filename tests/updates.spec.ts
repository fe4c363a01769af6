import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './front.ts';
import { lookForUpdate, takeOffer, visit, workerStates } from './workers.ts';

test.use({ serviceWorkers: 'allow' });
test.beforeEach(({ front, versions }) => front.deploy('', versions.make('version-1')));
test.setTimeout(240_000);

/** Loads of whole pages, and whatever did not come or was complained about. */
function watch(context: BrowserContext, page: Page) {
	const seen = { loads: 0, failed: [] as string[] };
	page.on('domcontentloaded', () => (seen.loads += 1));
	page.on('requestfailed', (request) => seen.failed.push(request.url()));
	page.on('response', (response) => {
		if (response.status() >= 400) seen.failed.push(`${response.status()} ${response.url()}`);
	});
	context.on('weberror', (error) => seen.failed.push(String(error.error())));
	return seen;
}

const step = (page: Page) => page.locator('main[data-ready]').getAttribute('data-step-number');

/** Marks the step on the page as done and waits for the next page. */
async function done(page: Page) {
	const before = page.url();
	await page.locator('main[data-ready] [data-primary]').click();
	await expect(page).not.toHaveURL(before);
	await expect(page.locator('h1')).toBeFocused();
}

/** Goes on from the page looked at to the end. */
async function finish(page: Page) {
	while (!page.url().endsWith('/desktop/done/')) await done(page);
	await expect(page.locator('[data-saved]')).toBeAttached();
}

const isInstalled = (page: Page) =>
	expect.poll(() => workerStates(page), { timeout: 60_000 }).toEqual(['activated', 'installed']);

test('a version deployed in mid-run is offered at a step boundary and taken on a click', async ({
	page,
	context,
	front,
	versions,
}) => {
	await visit(page, `${front.url}desktop/boot-and-acknowledge/`);
	const seen = watch(context, page);
	await done(page);
	await done(page);
	front.deploy('', versions.make('version-2'));
	await lookForUpdate(page);
	await isInstalled(page);
	const offer = page.locator('[data-update]');
	expect(await step(page)).toBe('4');
	await expect(offer).toBeHidden();
	await done(page);
	await expect(offer).toBeVisible();
	// it may be left for later
	await done(page);
	await expect(offer).toBeVisible();
	expect(seen.loads).toBe(0);

	const place = page.url();
	await takeOffer(page);
	await expect.poll(() => seen.loads).toBe(1);
	await expect(page).toHaveURL(place);
	expect(await step(page)).toBe('6');
	await expect(offer).toBeHidden();
	expect(await page.evaluate(() => caches.keys())).toEqual(['handrail / version-2']);
	await finish(page);
	expect(seen).toEqual({ loads: 1, failed: [] });
});

test('the guide itself looks for a newer version at step boundaries', async ({ page, front, versions }) => {
	await visit(page, `${front.url}desktop/boot-and-acknowledge/`);
	front.deploy('', versions.make('version-2'));
	await page.clock.setSystemTime(Date.now() + 120_000);
	await done(page);
	await isInstalled(page);
	await done(page);
	await expect(page.locator('[data-update]')).toBeVisible();
});

test('a tab left open over three deployments finishes on its own version', async ({
	page,
	context,
	front,
	versions,
}) => {
	await visit(page, `${front.url}desktop/boot-and-acknowledge/`);
	const seen = watch(context, page);
	await done(page);
	for (const version of ['version-2', 'version-3', 'version-4']) {
		front.deploy('', versions.make(version));
		await lookForUpdate(page);
		await isInstalled(page);
	}
	await finish(page);
	expect(seen).toEqual({ loads: 0, failed: [] });
});

test('a tab goes on while another one takes new versions', async ({ page, context, front, versions }) => {
	await visit(page, `${front.url}desktop/boot-and-acknowledge/`);
	const seen = watch(context, page);
	await done(page);
	const other = await context.newPage();
	await other.goto(front.url);
	for (const version of ['version-2', 'version-3']) {
		front.deploy('', versions.make(version));
		await lookForUpdate(other);
		await isInstalled(other);
		await other.getByRole('link', { name: 'Map' }).first().click();
		await takeOffer(other);
		await other.getByRole('link', { name: 'Your progress' }).first().click();
		await expect(other.getByText(version)).toBeVisible();
	}
	await done(page);
	await done(page);
	await page.locator('[data-symptom]').first().click();
	await expect(page.locator('main[data-detour]')).toBeVisible();
	expect(seen).toEqual({ loads: 0, failed: [] });
	expect(await page.evaluate(() => caches.keys())).toEqual(['handrail / version-1', 'handrail / version-3']);
});

test.describe('without a service worker', () => {
	test.use({ serviceWorkers: 'block' });

	test('a page whose scripts are gone is loaded as a whole', async ({ page, context, front, versions }) => {
		await page.goto(`${front.url}desktop/boot-and-acknowledge/`);
		await done(page);
		front.deploy('', versions.make('version-2'));
		const seen = watch(context, page);
		// the text of step 4 may have come ahead; that of step 5 cannot. Whole loads put the focus where a browser does
		for (const number of [4, 5]) {
			await page.locator('main[data-ready] [data-primary]').click();
			await expect(page.locator(`main[data-step-number="${number}"][data-ready] h1`)).toBeVisible();
		}
		expect(seen.loads).toBe(1);
		await page.getByRole('link', { name: 'Your progress' }).first().click();
		await expect(page.getByText('version-2')).toBeVisible();
		await page.goBack();
		await finish(page);
		expect(seen.loads).toBe(1);
	});

	test('a control whose script never came follows its link', async ({ page, front, versions }) => {
		const folder = versions.make('version-2');
		const chunks = join(folder, '_app/immutable/chunks');
		const storage = readdirSync(chunks).filter((file) =>
			readFileSync(join(chunks, file), 'utf8').includes('MissingAPIError'),
		);
		expect(storage).not.toEqual([]);
		front.deploy('', folder);
		front.breakFiles((path) => storage.some((file) => path.endsWith(file)));
		await page.goto(`${front.url}desktop/boot-and-acknowledge/`);
		await expect(page.locator('[data-offline="off"]')).toBeAttached();
		await page.locator('[data-primary]').click();
		await expect(page.locator('main[data-step-number="3"] h1')).toBeVisible();
		front.breakFiles(() => false);
		await page.locator('[data-primary]').click();
		await expect(page.locator('main[data-step-number="4"] h1')).toBeVisible();
		await expect(page.locator('[data-saved]')).toBeAttached();
	});
});
