import { expect, test } from './server.ts';
import { untilNoted } from './support/stored.ts';

/** ms, for the first page on a busy computer. */
const timeout = 15_000;
/** The clock of this device after it was moved, synchronized, or lost its battery. */
const start = '2026-11-10T15:00:00Z';
const clocks = {
	'1 hour back': '2026-11-10T14:00:00Z',
	'1 hour ahead': '2026-11-10T16:00:00Z',
	'1 day back': '2026-11-09T15:00:00Z',
	'1 day ahead': '2026-11-11T15:00:00Z',
	'1970': '1970-01-01T00:00:10Z',
	'2038': '2038-01-19T03:14:08Z',
} as const;

test('the guide goes on whatever its clock and zone do', async ({ page }) => {
	test.slow();
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(error.message));
	page.on('console', (message) => {
		if (message.type() === 'error') errors.push(message.text());
	});
	const devtools = await page.context().newCDPSession(page);
	const main = page.locator('main');
	const ready = page.locator('main[data-ready]');
	const done = page.getByRole('link', { name: /^(Done|Next)/ }).first();
	const expectSound = async () => {
		await expect(main).not.toContainText(/-\d+ (min|s|day|hour)|NaN|Infinity|Invalid/);
		expect(errors).toEqual([]);
	};

	await page.clock.install({ time: start });
	await page.goto('desktop/boot-and-acknowledge/');
	await expect(ready).toBeAttached({ timeout });
	let at = 2;
	for (const [name, moment] of Object.entries(clocks)) {
		for (const time of [moment, start]) {
			await page.clock.setSystemTime(time);
			await done.click();
			at += 1;
			await expect(main, name).toHaveAttribute('data-step-number', String(at));
			await expect(page.locator('[data-saved]')).toBeVisible();
		}
		await page.clock.setSystemTime(moment);
		await devtools.send('Emulation.setTimezoneOverride', {
			timezoneId: at % 4 === 2 ? 'Pacific/Kiritimati' : 'Pacific/Pago_Pago',
		});
		await page.reload();
		await expect(ready, name).toBeAttached({ timeout });
		await expect(page.locator('[data-place-bar]'), `${name}: the place is kept`).toHaveCount(0);
		await expect(main).toHaveAttribute('data-step-number', String(at));
		await expectSound();
	}
	await page.goto('status/');
	await expect(page.locator('[data-runs="1"]')).toContainText('step 14');
	await expectSound();
});

for (const [name, moment] of Object.entries(clocks))
	test(`a wait goes on when the clock jumps to ${name}`, async ({ page }) => {
		await page.clock.install({ time: start });
		await page.goto('desktop/wait-for-logon/');
		await page.getByRole('button', { name: 'Start the timer' }).click();
		const timer = page.getByRole('timer');
		await untilNoted(page, expect.objectContaining({ step: 'wait-for-logon' }));
		await page.clock.runFor(65_000);
		await expect(timer).toContainText('1 min');
		await page.clock.setSystemTime(moment);
		await page.clock.runFor(2_000);
		const ahead = Date.parse(moment) - Date.parse(start);
		await expect(timer).toContainText(
			ahead < 0 ? '1 min' : ahead < 86_000_000 ? /^6\d min/ : /^(1440 min|More than 1 day)/,
		);
		await page.reload();
		await expect(timer).toBeVisible();
		await expect(timer).not.toContainText(/-\d/);
		await page.clock.runFor(3_000);
		await expect(timer).toContainText(/\d min \d\d s|More than 1 day/);
	});
