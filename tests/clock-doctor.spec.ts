import type { Page } from '@playwright/test';
import { expect, test } from './server.ts';
import { lookWithAxe } from './support/axe.ts';

const step = 'desktop/check-time-zone/';
const pages = [
	step,
	'desktop/check-time-zone/clock-hours-off/',
	'desktop/check-time-zone/changed-time-by-hand/',
	'desktop/use-passcode-on-vpn/passcode-refused/',
];
const eastern = '(UTC-05:00) Eastern Time (US & Canada)';
const mountain = '(UTC-07:00) Mountain Time (US & Canada)';
const now = '2026-11-10T20:42:10Z';

test.use({ timezoneId: 'America/New_York' });

/** Answers HEAD requests with a time of our own, or with none; everything else goes to the server. */
async function answerWith(page: Page, date: string | undefined) {
	const asked: string[] = [];
	await page.route('**', (route) => {
		if (route.request().method() !== 'HEAD') return route.continue();
		asked.push(route.request().url());
		return date === undefined
			? route.abort()
			: route.fulfill({ headers: { date: new Date(date).toUTCString() } });
	});
	return asked;
}

const doctor = (page: Page) => page.getByRole('region', { name: 'Is it the clock or the time zone?' });
const isNew = (page: Page, answer: 'Yes' | 'No') =>
	page.getByRole('group', { name: 'Is this the new computer?' }).getByLabel(answer).check();
const verdict = (page: Page) => doctor(page).getByRole('status');
const check = (page: Page) => page.getByRole('button', { name: 'Check the clock' }).click();

/** What a person reads off the new computer. */
async function readOff(page: Page, zone: string, date: string, time: string) {
	await page.getByLabel('Time zone that the new computer shows').selectOption(zone);
	const clock = page.getByRole('group', { name: 'Clock of the new computer' });
	await clock.getByLabel('Date').fill(date);
	await clock.getByLabel('Time').fill(time);
}

test.describe('read off the new computer, on another device', () => {
	for (const [name, zone, time, title] of [
		['fine', eastern, '15:42', 'The clock and the time zone are right'],
		['zone', mountain, '13:42', 'Change the time zone'],
		['clock', eastern, '13:42', 'Let Windows set the time'],
		['both', mountain, '15:42', 'Change the time zone, then let Windows set the time'],
	] as const)
		test(`the verdict is ${name}`, async ({ page }) => {
			await page.clock.install({ time: now });
			const asked = await answerWith(page, now);
			await page.goto(step);
			await isNew(page, 'No');
			await expect(page.getByLabel('Time zone of the place where you are')).toHaveValue(eastern);
			await readOff(page, zone, '2026-11-10', time);
			expect(asked, 'the server is asked on a click only').toEqual([]);
			await check(page);
			await expect(verdict(page).getByRole('heading', { name: title, exact: true })).toBeVisible();
			await expect(verdict(page)).toHaveAttribute('data-verdict', name);
			expect(asked).toHaveLength(1);
			expect(new URL(asked[0] ?? '').origin).toBe(new URL(page.url()).origin);
			if (name !== 'fine') await expect(verdict(page)).toContainText('Date and time settings');
		});

	test('an hour that does not exist is said to', async ({ page }) => {
		await page.goto(step);
		await isNew(page, 'No');
		await readOff(page, eastern, '2026-03-08', '02:30');
		await check(page);
		await expect(verdict(page)).toHaveAttribute('data-verdict', 'unsure');
		await expect(verdict(page).getByRole('heading', { name: 'This hour does not exist' })).toBeVisible();
	});

	test('another clock in another zone can be the one to compare with', async ({ page }) => {
		await page.goto(step);
		await isNew(page, 'No');
		await readOff(page, eastern, '2026-11-10', '15:42');
		await page.getByLabel('Another clock', { exact: true }).check();
		const other = page.getByRole('group', { name: 'Another clock, such as a phone' });
		await other.getByLabel('Its date').fill('2026-11-10');
		await other.getByLabel('Its time', { exact: true }).fill('13:42');
		await other.getByLabel('Its time zone').selectOption(mountain);
		await check(page);
		await expect(verdict(page)).toHaveAttribute('data-verdict', 'fine');
		await other.getByLabel('Its time zone').selectOption('The one where I am');
		await expect(verdict(page), 'what was said is taken back').toBeEmpty();
		await check(page);
		await expect(verdict(page)).toHaveAttribute('data-verdict', 'clock');
	});

	test('without an answer of the server the clock of this device is enough', async ({ page }) => {
		await page.clock.install({ time: now });
		await answerWith(page, undefined);
		await page.goto(step);
		await isNew(page, 'No');
		await readOff(page, eastern, '2026-11-10', '15:42');
		await check(page);
		await expect(verdict(page)).toHaveAttribute('data-verdict', 'fine');
	});
});

test.describe('on the new computer', () => {
	for (const [name, right, itsClock] of [
		['fine', eastern, now],
		['zone', mountain, now],
		['clock', eastern, '2026-11-10T18:42:10Z'],
		['both', mountain, '2026-11-10T22:42:10Z'],
	] as const)
		test(`the verdict is ${name}, by the time of the server`, async ({ page }) => {
			await page.clock.install({ time: itsClock });
			const asked = await answerWith(page, now);
			await page.goto(step);
			await expect(page.getByRole('group', { name: 'Is this the new computer?' })).toBeVisible();
			expect(asked).toEqual([]);
			await isNew(page, 'Yes');
			await expect.poll(() => asked.length).toBe(1);
			await page.getByLabel('Time zone of the place where you are').selectOption(right);
			await check(page);
			await expect(verdict(page)).toHaveAttribute('data-verdict', name);
		});

	test('without an answer of the server it asks for another clock', async ({ page }) => {
		await page.clock.install({ time: now });
		await answerWith(page, undefined);
		await page.goto(step);
		await isNew(page, 'Yes');
		await page.getByLabel('Time zone of the place where you are').selectOption(eastern);
		const other = page.getByRole('group', { name: 'Another clock, such as a phone' });
		await other.getByLabel('Its date').fill('2026-11-10');
		await other.getByLabel('Its time', { exact: true }).fill('16:12');
		await check(page);
		await expect(verdict(page)).toHaveAttribute('data-verdict', 'clock');
		await expect(verdict(page)).toContainText('30 minutes behind');
	});
});

for (const address of pages) {
	test(`the doctor comes without moving anything: ${address}`, async ({ page }) => {
		await page.addInitScript(() => {
			// what moves while the text itself still arrives is not the doctor's doing
			const seen: number[] = [];
			Object.assign(globalThis, { shifts: seen });
			new PerformanceObserver((list) => {
				for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
					if (document.readyState !== 'loading') seen.push(entry.value);
			}).observe({ type: 'layout-shift', buffered: true });
		});
		for (const width of [320, 1280]) {
			await page.setViewportSize({ width, height: 900 });
			await page.goto(address);
			const question = page.getByRole('group', { name: 'Is this the new computer?' });
			await question.scrollIntoViewIfNeeded();
			await expect(question).toBeVisible();
			const { height, reserved } = await page.locator('.doctor').evaluate((place) => ({
				height: place.getBoundingClientRect().height,
				reserved: parseFloat(getComputedStyle(place).minHeight),
			}));
			expect(height, `at ${width}`).toBe(reserved);
			const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts);
			expect(
				shifts.reduce((sum, one) => sum + one, 0),
				`at ${width}`,
			).toBeLessThan(0.01);
		}
	});
}

test('at 320 px nothing of it is cut off', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 800 });
	await page.goto(step);
	await isNew(page, 'No');
	await page.getByLabel('Another clock', { exact: true }).check();
	await readOff(page, mountain, '2026-03-08', '02:30');
	const wide = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(wide).toBeLessThanOrEqual(320);
});

for (const colorScheme of ['light', 'dark'] as const)
	test(`axe finds nothing with the doctor open, ${colorScheme}`, async ({ page }) => {
		test.slow();
		await page.emulateMedia({ colorScheme });
		await page.clock.install({ time: now });
		await page.goto(step);
		await isNew(page, 'No');
		await readOff(page, mountain, '2026-11-10', '15:42');
		await check(page);
		await expect(verdict(page)).toHaveAttribute('data-verdict', /zone|both|clock/);
		await page.getByLabel('Another clock', { exact: true }).check();
		expect(await lookWithAxe(page, colorScheme)).toEqual([]);
	});

test('it can be done with the keyboard alone', async ({ page }) => {
	await page.goto(step);
	await page.getByRole('group', { name: 'Is this the new computer?' }).getByLabel('Yes').focus();
	await page.keyboard.press('Space');
	await page.keyboard.press('Tab');
	await expect(page.getByLabel('Time zone of the place where you are')).toBeFocused();
});

for (const address of pages)
	test(`without scripts a paragraph says how to compare: ${address}`, async ({ browser, site }) => {
		const context = await browser.newContext({ javaScriptEnabled: false });
		const page = await context.newPage();
		await page.goto(site.url + address);
		await expect(doctor(page)).toContainText('Look at the time zone first');
		await expect(doctor(page)).toContainText('Set time automatically');
		await expect(page.locator('.doctor')).toBeHidden();
		await context.close();
	});
