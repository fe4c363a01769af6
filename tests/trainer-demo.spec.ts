import type { Page } from '@playwright/test';
import { lookWithAxe } from './support/axe.ts';
import { expect, test } from './support/guide.ts';
import { misfits } from './support/misfits.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const acts = (page: Page) => page.locator('[data-demo][data-acts]').getAttribute('data-acts').then(Number);
const state = (page: Page) => page.locator('[data-demo][data-state]');
const caption = (page: Page) => page.locator('[data-caption]');

/** By hand, at 4x and again and again, after so many acts: as the window was left. */
async function expectLeft(page: Page, left: number): Promise<void> {
	await expect(state(page)).toHaveAttribute('data-state', 'by-hand');
	await expect(state(page)).toHaveAttribute('data-acts', String(left));
	await expect(page.getByLabel('Speed')).toHaveValue('4');
	await expect(button(page, 'Again and again')).toHaveAttribute('aria-pressed', 'true');
}

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

test('the autopilot plays, stops, steps and jumps; a person takes over and gives back; closing loses nothing', async ({
	page,
	context,
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

	await page.locator('[data-jump=approve-request]').click();
	await expect(state(page)).toHaveAttribute('data-goal', 'approve-request');
	await expect(page.locator('[data-device=laptop]')).toHaveAttribute('data-screen', 'mobilepass.request');
	await expect(page.locator('[data-pointer="request.approve"]')).toBeVisible();

	await button(page, 'Take over').click();
	await page.locator('[data-control="request.deny"]').click();
	// what the coach says stands beside the step and what comes next
	await expect(caption(page)).toContainText(/Step \d+\. .+\. .+This was your own login/);
	await expect(button(page, 'Step on')).toBeDisabled();
	await button(page, 'Again and again').click();

	const left = await acts(page);
	await page.reload();
	await expectLeft(page, left);
	const again = await context.newPage();
	await page.close();
	await opened(again, '');
	await expectLeft(again, left);

	await button(again, 'Give back').click();
	// it asks for a new request, and goes on to the end
	for (let step = 0; step < 40 && !(await caption(again).innerText()).startsWith('That was all'); step += 1)
		await button(again, 'Step on').click();
	await expect(caption(again)).toContainText('That was all');
	await expect(button(again, 'Step on')).toBeDisabled();

	// nothing of it counts, and nobody's progress was opened
	const databases = await again.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
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

	// where there is no way, it says so
	const notice = page.locator('[data-notice]');
	await opened(page, '#all-steps/!no-such-problem');
	await expect(notice).toHaveText('There is no such problem. The demo is at its beginning instead.');
	await opened(page, '#push-two-requests/no-such-step');
	await expect(notice).toHaveText(
		'This exercise does not have this step. The demo is at its beginning instead.',
	);
	await page.locator('[data-jump=deny-and-report]').click();
	await expect(state(page)).toHaveAttribute('data-goal', 'deny-and-report');
	await expect(notice).toHaveCount(0);
	const never = page.locator('[data-jump=check-logged-in]');
	await expect(never).toBeDisabled();
	await expect(never).toContainText('This exercise ends without coming to this step.');
	const places = page.getByLabel('Where to begin');
	await expect(places.locator('option[value="check-logged-in"]')).toBeDisabled();
	await expect(places.locator('option', { hasText: 'This is being found out.' })).toHaveCount(0);
	await expect(places.locator('option[value="!caps-lock-on"]')).toHaveCount(0);
});

if (process.env.LONG)
	test('eight hours of the demo, again and again, leave next to nothing behind', async ({
		page,
		context,
	}) => {
		test.setTimeout(1_800_000);
		await page.clock.install({ time: Date.UTC(2026, 10, 23, 8) });
		await opened(page, '#all-steps');
		const audience = await context.newPage();
		await audience.goto(page.url().replace(/#.*$/, 'audience/'));
		await audience.locator('main[data-revision]').waitFor();
		const devtools = await context.newCDPSession(page);
		await devtools.send('Performance.enable');
		const heap = async () => {
			for (let pass = 0; pass < 3; pass += 1) await devtools.send('HeapProfiler.collectGarbage');
			const { metrics } = await devtools.send('Performance.getMetrics');
			return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN) / 2 ** 20;
		};
		await button(page, 'Again and again').click();
		await button(page, 'Play').click();
		// what the browser compiles in the first round is not what the demo leaves behind
		const minutes = async (count: number) => {
			for (let minute = 0; minute < count; minute += 1) await page.clock.runFor(60_000);
		};
		await minutes(30);
		const before = await heap();
		await page.evaluate(countRounds);
		await minutes(8 * 60);
		const after = await heap();
		const rounds = await page.evaluate(() => (globalThis as { rounds?: number }).rounds ?? 0);
		console.log(`${rounds} rounds: heap ${before.toFixed(2)} MB before, ${after.toFixed(2)} MB after`);
		expect(rounds).toBeGreaterThan(100);
		expect(after - before).toBeLessThanOrEqual(5);
		await expect(state(page)).toHaveAttribute('data-state', 'playing');
	});

/** Runs in the page: counts how often the demo begins anew. */
function countRounds(): void {
	const demo = document.querySelector('[data-demo]');
	const seen = globalThis as { rounds?: number };
	let acts = 0;
	seen.rounds = 0;
	new MutationObserver(() => {
		const now = Number(demo?.getAttribute('data-acts'));
		if (now < acts) seen.rounds = (seen.rounds ?? 0) + 1;
		acts = now;
	}).observe(document, { subtree: true, attributeFilter: ['data-acts'] });
}
