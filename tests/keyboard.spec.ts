import type { Page } from '@playwright/test';
import { expect, test } from './server.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Presses Tab until the control has the focus; on the way each control shows its focus and can be seen. */
async function tabTo(page: Page, selector: string): Promise<void> {
	for (let presses = 0; presses < 60; presses += 1) {
		await page.keyboard.press('Tab');
		const now = await page.evaluate((wanted) => {
			const active = document.activeElement as HTMLElement;
			const { outlineStyle, outlineWidth } = getComputedStyle(active);
			const box = active.getClientRects()[0] ?? active.getBoundingClientRect();
			const front = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
			return {
				name: active.outerHTML.slice(0, 120),
				reached: active.matches(wanted),
				ringed: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
				inFront: active.contains(front),
			};
		}, selector);
		expect(now, now.name).toMatchObject({ ringed: true, inFront: true });
		if (now.reached) return;
	}
	throw new Error(`Tab never came to ${selector}`);
}

test('the first Tab offers to skip to the content, and it works on every kind of page', async ({ page }) => {
	for (const path of [
		'',
		'desktop/',
		'desktop/start-outlook/',
		'desktop/start-outlook/outlook-error-code/',
		'map/',
	]) {
		await page.goto(path);
		await page.keyboard.press('Tab');
		const skip = page.getByRole('link', { name: 'Skip to the content' });
		await expect(skip).toBeFocused();
		await expect(skip).toBeInViewport();
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/#content$/);
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement?.closest('main') !== null), path).toBe(true);
	}
});

test('a step, a problem, its cure and back, by keyboard alone', async ({ page }) => {
	await page.goto('desktop/start-outlook/');
	await page.locator('main[data-ready]').waitFor();
	await tabTo(page, '[data-primary]');
	await page.keyboard.press('Enter');
	await expect(page.locator('main')).toHaveAttribute('data-step', 'outlook-static-password');
	await expect(page.locator('h1')).toBeFocused();

	await tabTo(page, '[data-symptom="outlook-keeps-asking"]');
	await page.keyboard.press('Enter');
	await expect(page.locator('main')).toHaveAttribute('data-detour', 'outlook-keeps-asking');
	await expect(page.locator('h1')).toBeFocused();

	await tabTo(page, '[data-primary]');
	await page.keyboard.press('Enter');
	await expect(page.locator('main')).not.toHaveAttribute('data-detour');
	await expect(page.locator('main')).toHaveAttribute('data-step', 'outlook-static-password');
	await expect(page.locator('h1')).toBeFocused();
});

test('the place bar is reached, never hides the focus, and leaves it on the heading', async ({ page }) => {
	await page.goto('desktop/start-outlook/');
	await page.locator('main[data-ready]').waitFor();
	await page.locator('[data-primary]').click();
	await page.locator('main[data-step="outlook-static-password"]').waitFor();
	await page.goto('desktop/wait-for-logon/');
	await page.locator('[data-place-bar]').waitFor();
	await tabTo(page, '[data-symptom]:not(li:first-child *)');
	await page.goto('desktop/wait-for-logon/');
	await page.locator('[data-place-bar]').waitFor();
	await tabTo(page, '[data-place-bar] button');
	await page.keyboard.press('Enter');
	await expect(page.locator('[data-place-bar]')).toHaveCount(0);
	await expect(page.locator('h1')).toBeFocused();
});
