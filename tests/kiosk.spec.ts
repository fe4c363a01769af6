import { lookWithAxe } from './support/axe.ts';
import { expect, test } from './support/guide.ts';
import { misfits } from './support/misfits.ts';
import { stored } from './support/stored.ts';

test('a shared computer warns, is wiped once for all windows, and begins anew', async ({
	page,
	context,
	base,
}) => {
	await page.clock.install({ time: Date.UTC(2026, 10, 23, 8) });
	await page.setViewportSize({ width: 320, height: 800 });
	await page.goto(`${base}practice/first-sign-in/`);
	await page.locator('main[data-ready]').waitFor();
	await page.getByRole('button', { name: 'Skip the wait' }).click();
	await page.locator('[data-kept=saved]').waitFor();

	await page.goto(`${base}trainer/kiosk/`);
	await page.locator('main[data-kiosk-on=false]').waitFor();
	await expect(page.locator('[data-kiosk]')).toHaveCount(0);
	await page.getByLabel('Wipe after so many minutes').fill('2');
	await page.getByRole('button', { name: 'Turn on kiosk mode' }).click();
	const sign = page.locator('[data-kiosk]');
	await expect(sign).toHaveText(/everything is wiped after 2 minutes/);
	expect(await lookWithAxe(page, 'kiosk')).toEqual([]);
	expect(await misfits(page)).toEqual([]);

	// somebody is still there, says so by one key, and goes on where they were
	const start = page
		.getByLabel('Wipe after so many minutes')
		.or(page.getByRole('button', { name: /Turn off/ }));
	await start.first().focus();
	await page.clock.fastForward(100_000);
	await expect(sign).toHaveAttribute('data-kiosk', 'warning');
	await expect(page.getByRole('button', { name: 'I am still here' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(sign).toHaveAttribute('data-kiosk', 'use');
	await expect(start.first()).toBeFocused();

	// and then nobody is: what was kept is gone, in a second window as well
	const other = await context.newPage();
	await other.goto(`${base}desktop/`);
	await other.locator('[data-kiosk]').waitFor();
	expect((await stored(page)) as unknown).toMatchObject({ exercises: [{ scenario: 'first-sign-in' }] });
	await page.clock.fastForward(121_000);
	await page.waitForURL(`${base}practice/`);
	await other.waitForURL(`${base}practice/`);
	await expect(sign).toHaveAttribute('data-kiosk', 'rest');
	expect((await stored(page)) as unknown).toMatchObject({ exercises: [], commands: [], runs: [] });
});

test('where the browser keeps nothing, there is nothing to wipe, and the next learner begins', async ({
	page,
	base,
}) => {
	await page.addInitScript(() => {
		Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
		localStorage.setItem('handrail-kiosk', JSON.stringify({ minutes: 5, start: '/practice/' }));
	});
	await page.goto(`${base}desktop/`);
	// the page says that it keeps nothing
	await page.getByRole('button', { name: 'OK', exact: true }).click();
	await page.getByRole('button', { name: 'Next learner' }).click();
	await page.getByRole('button', { name: 'Yes, wipe it' }).click();
	await page.waitForURL(`${base}practice/`);
	await expect(page.locator('[data-kiosk]')).toHaveAttribute('data-kiosk', 'rest');
});
