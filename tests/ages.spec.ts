import type { Page } from '@playwright/test';
import { expect, test } from './server.ts';
import { lookWithAxe } from './support/axe.ts';
import { untilNoted } from './support/stored.ts';

const today = '2026-11-10';
const now = `${today}T20:00:00Z`;
const field = (page: Page, of: 'MFA e-mail' | 'static password') =>
	page.getByLabel(`When did the ${of} come?`, { exact: true });
const open = async (page: Page, step: string) => {
	await page.goto(`desktop/${step}/`);
	await expect(page.locator('main[data-ready]')).toBeAttached({ timeout: 15_000 });
};
const tooOld = (page: Page) => page.getByRole('region', { name: 'This MFA e-mail is too old' });

test.use({ timezoneId: 'America/New_York' });
test.beforeEach(async ({ page }) => {
	await page.clock.install({ time: now });
});

test('the age of the static password is the same at steps 7 and 13, and no limit is claimed', async ({
	page,
}) => {
	await open(page, 'enter-static-password');
	await field(page, 'static password').fill('2026-08-02');
	await expect(page.getByText('It is 100 days old.')).toBeVisible();
	await untilNoted(page, '2026-08-02');
	await open(page, 'outlook-static-password');
	await expect(field(page, 'static password')).toHaveValue('2026-08-02');
	await expect(page.locator('[data-age]')).toContainText('It is 100 days old.');
	await expect(page.locator('[data-age]')).not.toContainText(/works for|too old|valid/);
	await expect(page.locator('[data-too-old]')).toHaveCount(0);
});

test('an MFA e-mail of 30 days is fine, and from day 31 step 15 opens on the replacement', async ({
	page,
}) => {
	await open(page, 'open-mfa-email');
	await field(page, 'MFA e-mail').fill('2026-10-11');
	await expect(page.getByText('It is 30 days old.')).toBeVisible();
	await expect(tooOld(page)).toHaveCount(0);
	await untilNoted(page, '2026-10-11');
	await page.getByRole('link', { name: /^Done/ }).click();
	await expect(page).toHaveURL(/download-mobilepass/);
	await expect(page.locator('[data-saved]')).toBeVisible();

	await page.clock.setSystemTime('2026-11-11T20:00:00Z');
	await open(page, 'open-mfa-email');
	await page.getByRole('button', { name: /I am here now/ }).click();
	await expect(page.getByText('It is 31 days old.')).toBeVisible();
	await expect(tooOld(page)).toBeVisible();
	const card = await tooOld(page).boundingBox();
	const steps = await page.locator('.prose ol').first().boundingBox();
	expect(card?.y).toBeLessThan(steps?.y ?? 0);
	await expect(page.getByRole('link', { name: /^Done/ }), 'nothing is blocked').toBeVisible();
	expect(await lookWithAxe(page, 'too old', { only: 'main' })).toEqual([]);

	await tooOld(page).getByRole('link', { name: 'Get a new MFA e-mail' }).click();
	await expect(page.locator('main[data-detour=new-mfa-email]')).toBeVisible();
	await page.getByRole('link', { name: /^Done/ }).click();
	await expect(page.locator('main[data-step=open-mfa-email]')).toBeVisible();
	await expect(field(page, 'MFA e-mail')).toBeVisible();
	await expect(field(page, 'MFA e-mail'), 'the new e-mail has no day yet').toHaveValue('');
	await expect(tooOld(page)).toHaveCount(0);
});

test('the place comes to step 15 and finds the replacement there', async ({ page }) => {
	await open(page, 'skip-outlook-mobile');
	await page
		.getByRole('link', { name: /^(Done|Next)/ })
		.first()
		.click();
	await field(page, 'MFA e-mail').fill('2026-09-01');
	await expect(tooOld(page)).toBeVisible();
	await untilNoted(page, '2026-09-01');
	await open(page, 'skip-outlook-mobile');
	await page.getByRole('button', { name: /I am here now/ }).click();
	await page
		.getByRole('link', { name: /^(Done|Next)/ })
		.first()
		.click();
	await expect(page).toHaveURL(/open-mfa-email/);
	await expect(tooOld(page).getByRole('link')).toBeVisible();
});

test('a day to come gets plain words, and nothing is negative', async ({ page }) => {
	await open(page, 'open-mfa-email');
	await field(page, 'MFA e-mail').fill('2026-11-11');
	await expect(page.locator('[data-age]')).toContainText('That day has not come yet.');
	await expect(page.locator('main')).not.toContainText('-1');
	await expect(tooOld(page)).toHaveCount(0);
});

test('at 320 px nothing is cut off', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 800 });
	await open(page, 'open-mfa-email');
	await field(page, 'MFA e-mail').fill('2026-01-01');
	await expect(tooOld(page)).toBeVisible();
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
