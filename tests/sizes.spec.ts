import type { Page } from '@playwright/test';
import { distinctPages, onePerKind, parts } from './pages.ts';
import { expect, test } from './server.ts';
import { startDripping } from './support/dripping.ts';
import { misfits } from './support/misfits.ts';
import { picturedOf, unreadable } from './support/pictures.ts';
import { smallTargets } from './support/targets.ts';

const { steps, detours, others } = distinctPages();
const pictured = picturedOf([...steps, ...detours]);

const sizes = [
	{ name: '320 pixels', width: 320, height: 640 },
	{ name: '400 % zoom of 1280 x 1024', width: 320, height: 256 },
];

test.describe('without scripts, which draw no wider', () => {
	test.use({ javaScriptEnabled: false });
	for (const [at, group] of parts([...steps, ...others, ...detours], 2).entries())
		test(`no sideways scroll at 320 pixels and at 400 % zoom, part ${at + 1}`, async ({ page }) => {
			test.setTimeout(300_000);
			const found: string[] = [];
			for (const path of group) {
				await page.goto(path);
				for (const { name, width, height } of sizes) {
					await page.setViewportSize({ width, height });
					found.push(...(await misfits(page)).map((what) => `/${path} at ${name}: ${what}`));
				}
				if (pictured.has(path)) found.push(...(await unreadable(page)).map((what) => `/${path}: ${what}`));
			}
			expect(found).toEqual([]);
		});
});

test('nearly every step and problem has a picture to look at', () => {
	expect(pictured.size).toBeGreaterThan(135);
});

test('with progress nothing scrolls sideways or hides the page at 320 pixels and at 400 % zoom', async ({
	page,
}) => {
	await page.goto('desktop/outlook-static-password/');
	await page.locator('main[data-ready]').waitFor();
	await page.locator('[data-primary]').click();
	await page.locator('main[data-step="skip-outlook-mobile"]').waitFor();
	await page.locator('[data-saved]').waitFor();
	await page.goto('desktop/wait-for-logon/');
	await page.locator('[data-place-bar]').waitFor();
	for (const { width, height } of [...sizes, { width: 390, height: 844 }, { width: 1280, height: 800 }]) {
		await page.setViewportSize({ width, height });
		expect(await misfits(page)).toEqual([]);
		const covered = await page.locator('.dock').evaluate((dock) => {
			const fixed = getComputedStyle(dock).position === 'fixed';
			return fixed ? dock.getBoundingClientRect().height / innerHeight : 0;
		});
		expect(covered).toBeLessThan(0.25);
		// the end of the page comes out from under it
		await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
		const [last, dock] = await Promise.all([
			page.locator('footer p').last().boundingBox(),
			page.locator('.dock').boundingBox(),
		]);
		expect(dock && last && (dock.y >= last.y + last.height || dock.y + dock.height <= last.y)).toBe(true);
	}
});

/** Each of them is drawn by scripts to its end; what they show before somebody does something is looked at. */
const tools = others.filter((path) => /^(console|desk|go-on|links|practice|search|trainer)\//.test(path));

for (const [at, group] of parts([...onePerKind, ...tools], 2).entries())
	test(`wider spacing of text cuts nothing off, and what is pressed is large enough, part ${at + 1}`, async ({
		page,
	}) => {
		test.setTimeout(300_000);
		const found: string[] = [];
		for (const path of group) {
			await page.setViewportSize({ width: 390, height: 800 });
			await page.goto(path);
			found.push(...(await smallTargets(page)).map((what) => `/${path}: ${what}`));
			// WCAG 1.4.12
			await page.evaluate(() => {
				const sheet = new CSSStyleSheet();
				sheet.replaceSync(
					'* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }',
				);
				document.adoptedStyleSheets = [sheet];
			});
			for (const width of [320, 1280]) {
				await page.setViewportSize({ width, height: 800 });
				found.push(...(await misfits(page)).map((what) => `/${path} at ${width}: ${what}`));
			}
		}
		expect(found).toEqual([]);
	});

test('a control that is too small is noticed', async ({ page }) => {
	await page.goto('practice/drill/');
	expect(await smallTargets(page)).toEqual([]);
	await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')));
	expect(await smallTargets(page)).toHaveLength(1);
});

type Shift = PerformanceEntry & {
	value: number;
	sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
};

/** All layout shifts since the page began to load, in words: how much, and what went from where to where. */
const shifts = (page: Page) =>
	page.evaluate(
		() =>
			new Promise<string[]>((done) => {
				const found: string[] = [];
				const box = ({ x, y, width, height }: DOMRect) => `${x},${y} ${width}x${height}`;
				new PerformanceObserver((list) => {
					for (const { value, sources } of list.getEntries() as Shift[])
						for (const { node, previousRect, currentRect } of sources) {
							const element = node instanceof Element ? node : node?.parentElement;
							const what = element?.outerHTML.slice(0, 120) ?? 'what is gone';
							found.push(`${value}: ${box(previousRect)} to ${box(currentRect)}: ${what}`);
						}
				}).observe({ type: 'layout-shift', buffered: true });
				requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(found))));
			}),
	);

for (const { name, width, height } of [
	{ name: 'a computer', width: 1280, height: 800 },
	{ name: 'a phone', width: 390, height: 844 },
]) {
	test(`nothing moves while a page loads, first visit, on ${name}`, async ({ page }) => {
		await page.setViewportSize({ width, height });
		for (const path of [
			'',
			'desktop/',
			'desktop/request-static-password/',
			'desktop/outlook-static-password/',
		]) {
			await page.goto(path);
			if (path.split('/').length > 2) await page.locator('main[data-ready]').waitFor();
			// the font is fetched last
			await page.waitForFunction(() => document.fonts.size > 0);
			expect(await shifts(page), `/${path}`).toEqual([]);
		}
	});

	test(`nothing moves while a page loads, with progress, on ${name}`, async ({ page }) => {
		await page.setViewportSize({ width, height });
		await page.goto('desktop/outlook-static-password/');
		await page.locator('main[data-ready]').waitFor();
		await page.locator('[data-primary]').click();
		await page.locator('main[data-step="skip-outlook-mobile"]').waitFor();
		await page.locator('[data-saved]').waitFor();
		for (const path of ['', 'desktop/']) {
			await page.goto(path);
			await page.getByRole('link', { name: 'Go on at step 14' }).waitFor();
			expect(await shifts(page), `/${path}`).toEqual([]);
		}
		for (const step of ['skip-outlook-mobile', 'wait-for-logon', 'use-passcode-on-vpn']) {
			await page.goto(`desktop/${step}/`);
			await page.locator('main[data-ready]').waitFor();
			await expect(page.locator('[data-place-bar]')).toHaveCount(step === 'skip-outlook-mobile' ? 0 : 1);
			expect(await shifts(page), step).toEqual([]);
		}
	});

	test(`nothing moves while a page arrives piece by piece, on ${name}`, async ({ page, site }) => {
		const slow = await startDripping(site.url);
		await page.setViewportSize({ width, height });
		// styles and scripts are there already: what has arrived is drawn at once
		await page.goto(`${slow.url}desktop/outlook-static-password/`);
		await page.locator('main[data-ready]').waitFor();
		const passcode = 'desktop/use-passcode-on-vpn/';
		for (const path of ['', 'desktop/wait-for-logon/', passcode, `${passcode}passcode-refused/`]) {
			await page.goto(slow.url + path);
			await page.locator('[data-offline]:not([data-offline="waiting"])').waitFor({ state: 'attached' });
			expect(await shifts(page), `/${path}`).toEqual([]);
		}
		await slow.close();
	});
}
