import type { BrowserContext, Page } from '@playwright/test';
import { builtFiles, builtPages } from './built-pages.ts';
import { deployments } from './deployments.ts';
import { startFront } from './front.ts';
import { expect, startSite, test } from './server.ts';

const pages = builtPages();
/** The short forms for the telephone, which lead on to their step at once. */
const leadingOn = /^step\/\d+\/$/;
/** With LONG every page, else of the steps, detours and short forms the first three. */
const walked = process.env.LONG ? pages : pages.filter(firstOfEachKind(3));

function firstOfEachKind(most: number) {
	const seen = new Map<string, number>();
	return ({ address }: { address: string }) => {
		const kind = address
			.replace(/^step\/.*/, 'short form')
			.replace(/^desktop\/[^/]+\/[^/]+\/$/, 'detour')
			.replace(/^desktop\/[^/]+\/$/, 'step');
		seen.set(kind, (seen.get(kind) ?? 0) + 1);
		return (seen.get(kind) ?? 0) <= most;
	};
}

/** Opens a page for the first time and waits until the site is kept. */
async function visit(page: Page, url: string) {
	await page.goto(url);
	await expect(page.locator('[data-offline="ready"]')).toBeAttached({ timeout: 60_000 });
}

/** Everything that a person's browser would complain about. */
function complaints(context: BrowserContext): string[] {
	const found: string[] = [];
	context.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning') found.push(message.text());
	});
	context.on('weberror', (error) => found.push(String(error.error())));
	return found;
}

const cacheNames = (page: Page) => page.evaluate(() => caches.keys());

for (const [where, base] of [
	['at the root', ''],
	['in a sub-folder', '/some/sub-folder'],
] as const)
	test.describe(`offline ${where}`, () => {
		test.setTimeout(300_000);

		test('every page and every file of the site is kept', async ({ page }) => {
			const site = await startSite(base);
			await visit(page, site.url);
			await site.close();
			const wanted = builtFiles();
			const missing = await page.evaluate(
				async ({ url, files }) => {
					const answers = await Promise.all(files.map((file) => fetch(url + file).catch(() => undefined)));
					return files.filter((_, at) => !answers[at]?.ok);
				},
				{ url: site.url, files: wanted },
			);
			expect(wanted.length).toBeGreaterThan(pages.length);
			expect(missing).toEqual([]);
		});

		test('pages open by their typed address and again by a reload', async ({ page, context }) => {
			const site = await startSite(base);
			await visit(page, site.url);
			await site.close();
			const found = complaints(context);
			for (const { address, title, links } of walked) {
				await page.goto(site.url + address, { waitUntil: 'commit' });
				if (leadingOn.test(address)) {
					const step = links.find((link) => /^desktop\/[^/]+\/$/.test(link)) ?? '';
					await page.waitForURL(site.url + step, { waitUntil: 'commit' });
					continue;
				}
				await expect(page).toHaveTitle(title);
				await expect(page.locator('main h1')).toBeVisible();
				await page.reload({ waitUntil: 'commit' });
				await expect(page).toHaveTitle(title);
				await expect(page.locator('main h1')).toBeVisible();
			}
			expect(found).toEqual([]);
		});

		test('pages open by a click on a link to them', async ({ page, context }) => {
			const site = await startSite(base);
			await visit(page, site.url);
			await site.close();
			const found = complaints(context);
			const first = ['map/', '', 'desktop/'];
			const inOrder = [
				...pages.filter(({ address }) => first.includes(address)),
				...pages.filter(({ address }) => !first.includes(address) && !leadingOn.test(address)),
			];
			const notLinked: string[] = [];
			for (const target of walked) {
				const from = inOrder.find(
					({ address, links }) => address !== target.address && links.includes(target.address),
				);
				if (!from) {
					notLinked.push(target.address);
					continue;
				}
				if (page.url() !== site.url + from.address)
					await page.goto(site.url + from.address, { waitUntil: 'domcontentloaded' });
				await page.evaluate((url) => {
					const link = [...document.querySelectorAll('a')].find(({ href }) => href === url);
					if (!link) throw new Error(`No link to ${url}`);
					link.click();
				}, site.url + target.address);
				await expect(page).toHaveTitle(target.title);
				await page.goBack({ waitUntil: 'commit' });
				await expect(page).toHaveTitle(from.title);
			}
			// the short forms are for the telephone, and lost/ for mistakes: no page leads there
			expect(notLinked.filter((address) => !leadingOn.test(address))).toEqual(['lost/']);
			expect(found).toEqual([]);
		});

		test('an address without its last slash leads to the page', async ({ page }) => {
			const site = await startSite(base);
			await visit(page, site.url);
			await site.close();
			await page.goto(`${site.url}desktop/get-help?from=note`);
			await expect(page).toHaveURL(`${site.url}desktop/get-help/?from=note`);
			await expect(page.locator('main[data-step="get-help"] h1')).toBeVisible();
			// links of the page have its depth
			await page.locator('[data-primary]').click();
			await expect(page.locator('main h1')).toBeVisible();
		});

		test('an unknown address leads to the page for lost people', async ({ page }) => {
			const site = await startSite(base);
			await visit(page, site.url);
			await site.close();
			await page.goto(`${site.url}nothing/like-it/%41?x=1`);
			await expect(page).toHaveURL(/\/lost\/#nothing%2Flike-it/);
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
			await page.goto(`${site.url}desktop/get-hepl/`);
			await expect(page).toHaveURL(`${site.url}desktop/get-help/`);
		});
	});
