import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { builtFiles, builtPages, firstOfEachKind, leadingOn } from './built-pages.ts';
import { expect, test } from './front.ts';
import { startSite } from './server.ts';
import { keptIn, lookForUpdate, takeOffer, visit, workerStates } from './workers.ts';

test.use({ serviceWorkers: 'allow' });

const pages = builtPages();
/** With LONG every page, else so many of the steps, problems and short forms. */
const walkedOf = (most: number) => (process.env.LONG ? pages : firstOfEachKind(pages, most));

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

/** Waits for an address; a page may write behind # what it shows. */
const expectAt = (page: Page, address: string) =>
	expect(page).toHaveURL(({ href }) => href.replace(/#.*/, '') === address);

for (const [where, base, walked] of [
	['at the root', '', walkedOf(2)],
	['in a sub-folder', '/some/sub-folder', walkedOf(1)],
] as const)
	test.describe(`offline ${where}`, () => {
		// one after the other in one browser: to keep the whole site takes longer than to look at it
		test.describe.configure({ mode: 'default', timeout: 300_000 });
		let url: string;
		let context: BrowserContext;
		let page: Page;

		test.beforeAll(async ({ browser }) => {
			const site = await startSite(base);
			url = site.url;
			context = await browser.newContext({ serviceWorkers: 'allow' });
			const first = await context.newPage();
			await visit(first, url);
			await site.close();
			await first.close();
		});
		test.beforeEach(async () => {
			page = await context.newPage();
		});
		test.afterEach(() => page.close());
		test.afterAll(() => context.close());

		test('every page and every file of the site is kept', async () => {
			await page.goto(url);
			const wanted = builtFiles();
			const missing = await page.evaluate(
				async ({ url, files }) => {
					const answers = await Promise.all(files.map((file) => fetch(url + file).catch(() => undefined)));
					return files.filter((_, at) => !answers[at]?.ok);
				},
				{ url, files: wanted },
			);
			expect(wanted.length).toBeGreaterThan(pages.length);
			expect(missing).toEqual([]);
		});

		test('pages open by their typed address and again by a reload', async () => {
			const found = complaints(context);
			for (const { address, title, links } of walked) {
				await page.goto(url + address, { waitUntil: 'commit' });
				if (leadingOn.test(address)) {
					const step = links.find((link) => /^desktop\/[^/]+\/$/.test(link)) ?? '';
					await page.waitForURL(url + step, { waitUntil: 'commit' });
					// a page that is closed in the moment of its commit now and then never closes
					await expect(page.locator('main h1')).toBeVisible();
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

		// links of a sub-folder are looked at one by one elsewhere
		if (base === '' || process.env.LONG)
			test('pages open by a click on a link to them', async () => {
				const found = complaints(context);
				const first = ['map/', '', 'desktop/'];
				const inOrder = [
					...pages.filter(({ address }) => first.includes(address)),
					...pages.filter(({ address }) => !first.includes(address) && !leadingOn.test(address)),
				];
				const notLinked: string[] = [];
				// links to the search open it over the page
				for (const target of walked.filter(({ address }) => address !== 'search/')) {
					const from = inOrder.find(
						({ address, links }) => address !== target.address && links.includes(target.address),
					);
					if (!from) {
						notLinked.push(target.address);
						continue;
					}
					if (page.url() !== url + from.address)
						await page.goto(url + from.address, { waitUntil: 'domcontentloaded' });
					// a page has its title before all of it is there; a link that opens a window of its own comes with the scripts
					const link = await page.waitForFunction(
						(url) =>
							[...document.querySelectorAll('a')].find(({ href, target }) => href === url && target === ''),
						url + target.address,
					);
					await link.evaluate((found) => found?.click());
					// pages of two guides may have the same title
					await expectAt(page, url + target.address);
					await expect(page).toHaveTitle(target.title);
					await page.goBack({ waitUntil: 'commit' });
					await expectAt(page, url + from.address);
					await expect(page).toHaveTitle(from.title);
				}
				// the short forms are for the telephone, and lost/ for mistakes: no page leads there
				expect(notLinked.filter((address) => !leadingOn.test(address))).toEqual(['lost/']);
				expect(found).toEqual([]);
			});

		test('addresses that are not quite right lead to a page', async () => {
			await page.goto(`${url}desktop/get-help?from=note`);
			await expect(page).toHaveURL(`${url}desktop/get-help/?from=note`);
			await expect(page.locator('main[data-step="get-help"] h1')).toBeVisible();
			// links of the page have its depth
			await page.locator('[data-primary]').click();
			await expect(page).toHaveURL(/\/desktop\/(?!get-help)/);

			await page.goto(`${url}nothing/like-it/%41?x=1`);
			await expect(page).toHaveURL(/\/lost\/#nothing%2Flike-it/);
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
			await page.goto(`${url}desktop/get-hepl/`);
			await expect(page).toHaveURL(`${url}desktop/get-help/`);
		});
	});

test.describe('what is kept', () => {
	test.setTimeout(120_000);

	test('is taken into use only whole, and a failed try goes on from where it stopped', async ({
		page,
		front,
		versions,
	}) => {
		front.deploy('', versions.make('version-1'));
		await visit(page, front.url);
		const files = builtFiles(versions.make('version-1'));
		expect(files.length).toBeGreaterThan(300);
		expect(await keptIn(page, 'handrail / version-1')).toBe(files.length);

		front.deploy('', versions.make('version-2'));
		front.breakFiles((path) => path === '/desktop/get-help/');
		await lookForUpdate(page);
		await expect.poll(() => workerStates(page), { timeout: 60_000 }).toEqual(['activated']);
		front.deploy('', versions.make('version-3'));
		front.breakFiles(() => false);
		// pages of a version that is not the worker's own are refused as well
		const mixed = versions.make('version-4-mixed');
		copyFileSync(join(versions.make('version-5'), 'map/index.html'), join(mixed, 'map/index.html'));
		front.deploy('', mixed);
		await lookForUpdate(page);
		await expect.poll(() => workerStates(page), { timeout: 60_000 }).toEqual(['activated']);

		await page.reload();
		await expect(page.locator('[data-offline="ready"]')).toBeAttached();
		await page.goto(`${front.url}status/`);
		await expect(page.getByText('version-1')).toBeVisible();

		front.deploy('', versions.make('version-2'));
		const before = front.answers.length;
		await lookForUpdate(page);
		await expect.poll(() => workerStates(page), { timeout: 60_000 }).toEqual(['activated', 'installed']);
		const again = front.answers.slice(before).filter(({ path }) => path.includes('/immutable/'));
		expect(again.length).toBeLessThan(20);
		await front.stop();
		for (const address of ['', 'desktop/get-help/', 'map/']) {
			await page.goto(front.url + address);
			await expect(page.locator('h1')).toBeVisible();
		}
	});

	test('of two sites in two folders of one origin does not mix', async ({ page, front, versions }) => {
		front.deploy('/one', versions.make('version-1'));
		front.deploy('/one/two', versions.make('version-2'));
		await page.goto(`${front.url}one/`);
		// what others keep on this origin
		await page.evaluate(() => Promise.all([caches.open('handrail'), caches.open('somebody else')]));
		await visit(page, `${front.url}one/`);
		await visit(page, `${front.url}one/two/`);
		const all = ['handrail', 'handrail /one version-1', 'handrail /one/two version-2', 'somebody else'];
		expect((await cacheNames(page)).sort()).toEqual(all);

		front.deploy('/one/two', versions.make('version-3'));
		await page.goto(`${front.url}one/two/desktop/get-help/`);
		await lookForUpdate(page);
		await expect.poll(() => workerStates(page), { timeout: 60_000 }).toEqual(['activated', 'installed']);
		await page.getByRole('link', { name: 'Map' }).first().click();
		await takeOffer(page);
		expect((await cacheNames(page)).sort()).toEqual(all.with(2, 'handrail /one/two version-3'));

		await front.stop();
		await page.goto(`${front.url}one/status/`);
		await expect(page.getByText('version-1')).toBeVisible();
		await page.goto(`${front.url}one/two/status/`);
		await expect(page.getByText('version-3')).toBeVisible();
	});
});
