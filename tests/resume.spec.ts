import { troubleWords } from '../src/guide/trouble.ts';
import { primary } from './support/follow.ts';
import { expect, test } from './support/guide.ts';
import { startBrowser } from './support/own-browser.ts';
import { beginAt, expectPlace, open, stepPath } from './support/place.ts';
import { stored, storedEvents } from './support/stored.ts';

const nothing = { runs: [], events: [], notes: [], aside: [] };

test('the place is there after the browser was closed', async ({
	playwright,
	launchOptions,
	guide,
	site,
}, info) => {
	const start = () =>
		playwright.chromium.launchPersistentContext(info.outputPath('profile'), {
			...launchOptions,
			baseURL: site.url,
			serviceWorkers: 'block',
		});
	const first = await start();
	await beginAt(await first.newPage(), guide.step(12));
	await first.close();

	const second = await start();
	const page = await second.newPage();
	await page.goto('');
	await page.getByRole('link', { name: 'Go on at step 13' }).click();
	await expectPlace(page, guide.step(13));
	await second.close();
});

test('a reload in the middle of a detour keeps its try', async ({ page, guide }) => {
	await beginAt(page, guide.step(20));
	const { words = '' } = guide.step(21).symptoms.find(({ detour }) => detour === 'passcode-refused') ?? {};
	await page.getByRole('main').getByRole('link', { name: words, exact: true }).click();
	await expect(page.locator('main')).toHaveAttribute('data-detour', 'passcode-refused');
	await page.getByRole('main').locator('[data-not-fixed]').click();
	const note = page.getByRole('main').getByRole('note');
	await expect(note).toContainText('try 2');
	await expect(page.locator('[data-saved]')).toBeVisible();
	await page.reload();
	await expect(note).toContainText('try 2');
	await primary(page).click();
	await expectPlace(page, guide.step(21));
});

test('the place is there after the page has crashed', async ({ page, context, guide }) => {
	await beginAt(page, guide.step(12));
	const crashed = page.waitForEvent('crash');
	const devtools = await context.newCDPSession(page);
	void devtools.send('Page.crash').catch(() => undefined); // nobody is left to answer
	await crashed;
	const next = await context.newPage();
	await open(next, stepPath(guide.step(13)));
	await expectPlace(next, guide.step(13));
	expect(await storedEvents(next)).toHaveLength(2);
});

test('the place is there after the browser was killed', async ({ launchOptions, guide, site }, info) => {
	const profile = info.outputPath('profile');
	const first = await startBrowser(profile, launchOptions);
	await beginAt(first.page, guide.step(12), site.url);
	const before = await storedEvents(first.page);
	await first.kill();

	const second = await startBrowser(profile, launchOptions);
	await open(second.page, site.url + stepPath(guide.step(13)));
	await expectPlace(second.page, guide.step(13));
	expect(await storedEvents(second.page)).toEqual(before);
	await second.kill();
});

test('several people have runs of their own on one computer', async ({ page, guide }) => {
	await beginAt(page, guide.step(5));
	await open(page, 'desktop/');
	await page.getByRole('button', { name: 'Start fresh for the next person' }).click();
	await expect(page.getByRole('heading', { name: '4 questions first' })).toBeVisible();
	await beginAt(page, guide.step(12));
	await page.getByRole('link', { name: 'Your progress' }).first().click();
	const runs = page.getByRole('listitem').filter({ hasText: 'Begun' });
	await expect(runs).toHaveCount(2);
	await expect(runs.filter({ hasText: 'now at step 13' })).toHaveCount(1);

	const other = runs.filter({ hasNotText: 'now at' });
	await other.getByRole('button', { name: 'Go on with it' }).click();
	await expectPlace(page, guide.step(6));
	await page.reload();
	await expectPlace(page, guide.step(6));

	await page.getByRole('link', { name: 'Your progress' }).first().click();
	await other.getByRole('button', { name: 'Delete it' }).click();
	await expect(runs).toHaveCount(2);
	await other.getByRole('button', { name: 'Yes, delete it' }).click();
	await expect(runs).toHaveCount(1);
	expect((await stored(page)).events).toHaveLength(2);
});

test('all progress can be wiped, and only after a second click', async ({ page, guide }) => {
	await beginAt(page, guide.step(5));
	await page.getByRole('link', { name: 'Your progress' }).first().click();
	await page.getByRole('button', { name: 'Wipe all progress' }).click();
	await page.getByRole('button', { name: 'No, keep it' }).click();
	expect((await stored(page)).runs).toHaveLength(1);
	await page.getByRole('button', { name: 'Wipe all progress' }).click();
	await page.getByRole('button', { name: 'Yes, wipe everything' }).click();
	await expect(page.getByText('Nothing yet.')).toBeVisible();
	expect(await stored(page)).toEqual(nothing);
});

test('who only looks at the end is told so, and wipes nothing there', async ({ page, guide }) => {
	await beginAt(page, guide.step(4));
	await page.goto('desktop/done/');
	await expect(page.locator('[data-not-yet]')).toContainText('go on at step 5');
	await expect(page.getByRole('button', { name: 'Wipe this progress' })).toHaveCount(0);
});

test('at the end the progress can be wiped', async ({ page, guide }) => {
	await open(page, stepPath(guide.step('get-help')));
	await primary(page).click();
	await expect(page).toHaveURL(/\/desktop\/done\/$/);
	await expect(page.locator('[data-saved]')).toBeVisible();
	await page.getByRole('button', { name: 'Wipe this progress' }).click();
	await expect(page.getByRole('link', { name: 'Set up my computer' })).toBeVisible();
	expect(await stored(page)).toMatchObject({ runs: [], events: [] });
});

for (const [how, block] of [
	['is missing', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
	[
		'may not even be looked at',
		() =>
			Object.defineProperty(window, 'indexedDB', {
				get() {
					throw new DOMException('not allowed', 'SecurityError');
				},
			}),
	],
	[
		'throws',
		() => {
			IDBFactory.prototype.open = () => {
				throw new DOMException('not allowed', 'SecurityError');
			};
		},
	],
] as const)
	test(`the guide goes on in memory where the store ${how}`, async ({ page, guide }) => {
		await page.addInitScript(block);
		await open(page, stepPath(guide.step(5)));
		await expect(page.getByRole('status').filter({ hasText: troubleWords.blocked })).toBeVisible();
		await primary(page).click();
		await expectPlace(page, guide.step(6));
		await primary(page).click();
		await expectPlace(page, guide.step(7));
		await expect(page.getByText('Not saved: kept until you close this window.')).toBeVisible();
		await expect(page.locator('[data-saved]')).toHaveCount(0);
		await page.getByRole('link', { name: 'Your progress' }).first().click();
		await expect(page.getByText('now at step 7')).toBeVisible();
	});

test('persistent storage is asked for once, after the first saved step', async ({ page, guide }) => {
	let asked = 0;
	await page.exposeFunction('countAsking', () => (asked += 1));
	await page.addInitScript(() => {
		const { countAsking } = window as unknown as { countAsking: () => Promise<number> };
		navigator.storage.persist = () => countAsking().then(() => false);
	});
	await open(page, stepPath(guide.step(5)));
	expect(asked).toBe(0);
	await primary(page).click();
	await expect.poll(() => asked).toBe(1);
	await primary(page).click();
	await expectPlace(page, guide.step(7));
	await page.reload();
	await expectPlace(page, guide.step(7));
	await primary(page).click();
	await expectPlace(page, guide.step(8));
	expect(asked).toBe(1);
});
