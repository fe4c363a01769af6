import type { Page } from '@playwright/test';
import { lookWithAxe } from './support/axe.ts';
import { expect, test } from './support/guide.ts';
import { misfits } from './support/misfits.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const acts = (page: Page) => page.locator('[data-demo][data-acts]').getAttribute('data-acts').then(Number);
const state = (page: Page) => page.locator('[data-demo][data-state]');

async function opened(page: Page, hash: string): Promise<void> {
	await page.goto(`trainer/${hash}`);
	await state(page).waitFor();
}
/** What axe finds, and what does not fit at 320 pixels. */
async function faultsOf(page: Page, name: string) {
	const size = page.viewportSize();
	const found = await lookWithAxe(page, name);
	await page.setViewportSize({ width: 320, height: 720 });
	const cut = await misfits(page);
	if (size) await page.setViewportSize(size);
	return [...found, ...cut];
}

test('the autopilot plays, stops, steps and jumps; a person takes over and gives back; a reload loses nothing', async ({
	page,
}) => {
	await opened(page, '#push-log-in');
	expect(await faultsOf(page, 'the demo')).toEqual([]);

	await page.getByLabel('Speed').selectOption('4');
	await page.locator('h1').focus();
	await page.keyboard.press('Space');
	await expect(state(page)).toHaveAttribute('data-state', 'playing');
	await expect(state(page)).toHaveAttribute('data-acts', '3');
	await page.keyboard.press('Space');
	await expect(state(page)).toHaveAttribute('data-state', 'paused');
	const stopped = await acts(page);
	await page.keyboard.press('ArrowRight');
	await expect(state(page)).toHaveAttribute('data-acts', String(stopped + 1));
	await page.keyboard.press('ArrowLeft');
	await expect(state(page)).toHaveAttribute('data-acts', String(stopped));

	await page.reload();
	await expect(state(page)).toHaveAttribute('data-acts', String(stopped));

	await page.locator('[data-jump=approve-request]').click();
	await expect(state(page)).toHaveAttribute('data-goal', 'approve-request');
	await expect(page.locator('[data-device=laptop]')).toHaveAttribute('data-screen', 'mobilepass.request');
	await expect(page.locator('[data-pointer="request.approve"]')).toBeVisible();

	await button(page, 'Take over').click();
	await page.locator('[data-control="request.deny"]').click();
	await expect(page.locator('[data-caption]')).toContainText('This was your own login');
	await button(page, 'Give back').click();
	// it asks for a new request, and goes on to the end
	const caption = page.locator('[data-caption]');
	for (let step = 0; step < 40 && !(await caption.innerText()).startsWith('That was all'); step += 1)
		await button(page, 'Step on').click();
	await expect(caption).toContainText('That was all');
	await expect(button(page, 'Step on')).toBeDisabled();

	// nothing of it counts, and nobody's progress was opened
	const databases = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
	expect(databases).not.toContain('handrail-practice');
});

test('what goes wrong is put in live; the audience sees the same, and keeps it over a reload', async ({
	page,
	context,
}) => {
	await opened(page, '#push-log-in/choose-autosend');
	const audience = await context.newPage();
	await audience.goto(new URL('trainer/audience/', page.url().replace(/trainer\/.*$/, '')).href);
	const seen = audience.locator('main[data-revision] [data-device=laptop]');
	await expect(seen).toHaveAttribute('data-screen', 'browser.sign-in-method');
	await expect(audience.locator('header.screen-only')).toBeHidden();
	expect(await faultsOf(audience, 'the audience')).toEqual([]);

	await page.bringToFront();
	const panel = page.getByRole('region', { name: 'Things that go wrong' });
	const open = panel.locator('details[open]').filter({ hasText: 'Ask for a request' });
	await open
		.getByRole('button', { name: /Put it in ?: The login page offers a passcode only/ })
		.nth(1)
		.click();
	await expect(panel.getByRole('status')).toContainText('What helps: Enter a passcode manually.');
	await expect(seen.locator('[data-control="login.autosend"]')).toHaveCount(0);
	await audience.reload();
	await expect(seen.locator('[data-control="login.manually"]')).toBeVisible();
	await expect(seen.locator('[data-control="login.autosend"]')).toHaveCount(0);
});

test('an address that names nothing says so; a link to a problem opens where it shows', async ({ page }) => {
	await opened(page, '#no-such-exercise');
	await expect(page.getByRole('alert').first()).toContainText('This address names nothing that can be shown');
	await page.getByLabel('What to show').selectOption('all-steps');
	await expect(page.getByText('This address names nothing')).toHaveCount(0);
	await page.getByLabel('Where to begin').selectOption('!caps-lock-on');
	await expect(state(page)).toHaveAttribute('data-goal', 'enter-computer-password');
	expect(page.url()).toContain('#all-steps/!caps-lock-on');
});
