import type { Page } from '@playwright/test';
import { lookWithAxe } from './support/axe.ts';
import { expect, test } from './support/guide.ts';
import { misfits } from './support/misfits.ts';

/** Uses controls of the console one after the other; each must be on the page and lit. */
async function use(page: Page, ...controls: readonly string[]) {
	for (const id of controls) await page.locator(`[data-device=console] [data-control="${id}"]`).click();
}

test('what an operator does shows on the learner’s phone at once, and is there after a reload', async ({
	page,
	context,
	base,
}) => {
	await page.goto(`${base}practice/at-prove-enrollment/`);
	await page.locator('main[data-ready]').waitFor();
	await expect(page.getByRole('link', { name: 'Operator console' })).toHaveAttribute(
		'href',
		/console\/#beside$/,
	);
	const console = await context.newPage();
	await console.setViewportSize({ width: 320, height: 800 });
	await console.goto(`${base}console/#beside`);
	await console.locator('main[data-beside][data-here]').waitFor();
	await use(console, 'console.module-assignment', 'console.search', 'console.user-JR48213');
	expect(await lookWithAxe(console, 'a user on the console')).toEqual([]);
	expect(await misfits(console)).toEqual([]);
	await use(console, 'console.send-push', 'console.confirm');
	await expect(console.locator('[data-control="console.outcome-value"]')).toHaveText(/Waiting/);

	const notice = page.locator('[data-device=phone] [data-control^="notification."]').first();
	await expect(notice).toBeVisible();
	await page.locator('[data-kept=saved]').waitFor();
	await page.reload();
	await page.locator('main[data-ready]').waitFor();
	await expect(notice).toBeVisible();
	// the window was loaded again: the console goes on beside it
	await use(console, 'console.module-tokens');
	await expect(console.locator('[data-device=console]')).toHaveAttribute('data-screen', 'console.tokens');
});

test('its own World: by keyboard, nothing typed is kept, and a reload loses nothing', async ({
	page,
	base,
}) => {
	await page.goto(`${base}console/`);
	await page.locator('main[data-ready]').waitFor();
	await page.getByRole('button', { name: 'Policy', exact: true }).press('Enter');
	await page.getByRole('link', { name: 'Account Lockout/Unlock Policy' }).press('Enter');
	const threshold = page.getByLabel('Account lock threshold: new value, 0 to 99');
	await threshold.fill('canary-7731');
	await threshold.press('Enter');
	await expect(page.locator('.remark')).toHaveText(/not kept/);
	await threshold.fill('5');
	await threshold.press('Enter');
	await page.getByRole('button', { name: 'Apply', exact: true }).press('Enter');
	const log = page.getByRole('table', { name: 'Change Log' });
	await expect(log.getByRole('row').nth(1)).toContainText('Account lock threshold: 3 → 5');
	await page.reload();
	await expect(log.getByRole('row').nth(1)).toContainText('Account lock threshold: 3 → 5');
	expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain(
		'canary',
	);
	expect(await lookWithAxe(page, 'a policy on the console')).toEqual([]);
});
