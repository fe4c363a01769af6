import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from './server.ts';
import { lookWithAxe } from './support/axe.ts';
import { unreadable } from './support/pictures.ts';
import { goWithin } from './support/within.ts';

const chunks = fileURLToPath(new URL('../build/_app/immutable/chunks', import.meta.url));

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('whoever selects a picture, or opens it by keyboard, is told that it is one', async ({ page }) => {
		await page.goto('desktop/outlook-static-password/');
		const words = page.getByText('This is a picture. Do it on your new computer');
		await expect(words).toBeHidden();
		// where the button seems to be
		const button = await page.locator('.picture [data-mark]').boundingBox();
		if (!button) throw new Error('expected a marked control');
		await page.mouse.click(button.x + button.width / 2, button.y + button.height / 2);
		await expect(words).toBeVisible();
		await page.locator('.picture summary').press('Enter');
		await expect(words).toBeHidden();
		await page.locator('.picture summary').press('Enter');
		await expect(words).toBeVisible();
	});
});

test('on a computer the whole device is there, and no text is too small', async ({ page }) => {
	for (const width of [390, 600, 1280]) {
		await page.setViewportSize({ width, height: 800 });
		for (const path of ['desktop/outlook-static-password/', 'desktop/enroll-and-create-pin/']) {
			await page.goto(path);
			expect(await unreadable(page), `${path} at ${width}`).toEqual([]);
			const bar = page.locator('.picture .task-bar').first();
			if (width === 390) await expect(bar).toBeHidden();
			else await expect(bar).toBeVisible();
		}
	}
});

test('going on shows the picture of the next step; the first page loads none', async ({ page, site }) => {
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error' || /Content Security|Trusted/.test(message.text()))
			complaints.push(message.text());
	});
	await page.goto('desktop/start-outlook/');
	await page.locator('main[data-ready]').waitFor();
	const first = page.locator('[data-picture="start-outlook"]');
	await expect(first).toHaveCount(1);
	// it is the one that came as HTML, in which nothing was drawn anew
	await first.evaluate((figure) => figure.setAttribute('data-touched', ''));
	await page.locator('[data-primary]').click();
	await page.locator('main[data-step="outlook-static-password"]').waitFor();
	await expect(page.locator('.picture')).toHaveCount(1);
	const next = page.locator('[data-picture="outlook-static-password"]');
	await expect(next.getByRole('img')).toHaveAccessibleName(/button "Login"/);
	await expect(next.locator('[data-mark="3"]')).toHaveText('Login');

	await page.locator('[data-symptom="outlook-keeps-asking"]').click();
	await expect(page.locator('[data-picture="outlook-keeps-asking"]')).toHaveCount(1);
	await expect(page.locator('.picture')).toHaveCount(1);
	await goWithin(page, `${site.url}desktop/enroll-and-create-pin/`);
	await expect(page.locator('.picture')).toHaveCount(4);
	await page.goBack();
	await page.goBack();
	await expect(next).toHaveCount(1);
	expect(complaints).toEqual([]);
});

test('what came as HTML stays as it came, and no picture is loaded for it', async ({ page }) => {
	const chunk = readdirSync(chunks).find(
		(file) =>
			file.endsWith('.js') &&
			readFileSync(join(chunks, file), 'utf8').includes('data-picture="start-outlook"'),
	);
	expect(chunk).toBeDefined();
	const loaded: string[] = [];
	page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
	await page.addInitScript(() => {
		addEventListener('DOMContentLoaded', () => {
			document.querySelector('.picture')?.setAttribute('data-first', '');
		});
	});
	await page.goto('desktop/start-outlook/');
	await page.locator('main[data-ready]').waitFor();
	await expect(page.locator('.picture[data-first]')).toHaveCount(1);
	await page.waitForLoadState('networkidle');
	expect(loaded.filter((path) => path.endsWith(chunk ?? '?'))).toEqual([]);
});

test('a picture moves nothing, on a page that is opened and on one that is gone to', async ({ page }) => {
	await page.addInitScript(() => {
		Object.assign(window, { shifted: 0 });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
				(window as unknown as { shifted: number }).shifted += entry.value;
		}).observe({ type: 'layout-shift', buffered: true });
	});
	for (const [width, height] of [
		[1280, 800],
		[390, 844],
	] as const) {
		await page.setViewportSize({ width, height });
		for (const path of ['desktop/use-passcode-on-vpn/', 'desktop/use-passcode-on-vpn/passcode-refused/']) {
			await page.goto(path);
			await page.locator('main[data-ready]').waitFor();
			await page.waitForFunction(() => document.fonts.size > 0);
			expect(await page.evaluate(() => (window as unknown as { shifted: number }).shifted), path).toBe(0);
		}
	}
});

test('an open picture passes axe, in light and in dark', async ({ page }) => {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		await page.goto('desktop/enroll-and-create-pin/');
		await page.locator('.picture summary').first().press('Enter');
		expect(await lookWithAxe(page, colorScheme)).toEqual([]);
		await expect(page.locator('.device .window').first()).toHaveCSS('background-color', 'rgb(255, 255, 255)');
	}
});

test('a printed step keeps its picture whole, without what is to be selected', async ({ page }) => {
	await page.goto('desktop/outlook-static-password/');
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.picture .window')).toBeVisible();
	await expect(page.locator('.picture')).toHaveCSS('break-inside', 'avoid');
	await expect(page.locator('.picture details')).toBeHidden();
});
