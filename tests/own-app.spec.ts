import { createHmac } from 'node:crypto';
import type { Page } from '@playwright/test';
import { lookWithAxe } from './support/axe.ts';
import { expect, test } from './support/guide.ts';
import { misfits } from './support/misfits.ts';
import { scan } from './support/scan.ts';
import { stored } from './support/stored.ts';

const path = 'practice/own-authenticator/';
const screen = (page: Page) => page.locator('[data-device=laptop]');
const control = (page: Page, id: string) => page.locator(`[data-control="${id}"]`);

/** What an authenticator app makes of the text of a QR code: RFC 6238 by hand, with nothing of ours. */
function codeOf(uri: string, now: number): string {
	const { protocol, host, searchParams } = new URL(uri);
	expect([protocol, host]).toEqual(['otpauth:', 'totp']);
	expect(searchParams.get('algorithm') ?? 'SHA1').toBe('SHA1');
	expect([searchParams.get('digits'), searchParams.get('period')]).toEqual(['6', '30']);
	const key = searchParams.get('secret') ?? '';
	const bits = [...key].map((c) =>
		'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'),
	);
	const secret = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
	expect(secret.length * 8).toBeGreaterThanOrEqual(160);
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
	const mac = createHmac('sha1', secret).update(counter).digest();
	const at = (mac.at(-1) ?? 0) & 15;
	return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** The page's own clock, which a test can move on; the World follows it. */
const START = Date.UTC(2026, 10, 23, 8, 15, 5);
async function opened(page: Page): Promise<void> {
	await page.clock.install({ time: START });
	await page.goto(path);
	await page.locator('main[data-ready]').waitFor();
	await control(page, 'own-app.show').click();
	await expect(screen(page)).toHaveAttribute('data-screen', 'own-app.secret');
}
const now = (page: Page) => page.evaluate(() => Date.now());
/** Lets the page's clock go on. */
const wait = (page: Page, seconds: number) => page.clock.fastForward(seconds * 1000);

async function typeCode(page: Page, code: string, button: string): Promise<void> {
	await control(page, 'own-app.code').fill(code);
	await control(page, button).click();
}

test('a real app enrolls by the QR code; each of its codes works once', async ({ page, context }) => {
	const blank = await context.newPage();
	await opened(page);
	const uri = (await scan(page, blank)) ?? '';
	expect(decodeURIComponent(uri)).toMatch(
		/^otpauth:\/\/totp\/[^?]*practice[^?]*\(practice\)\?issuer=[^&]*practice/,
	);
	const key = new URL(uri).searchParams.get('secret') ?? '';
	await expect(control(page, 'own-app.key')).toContainText(key.match(/.{4}/g)?.join(' ') ?? 'nothing');

	const first = codeOf(uri, await now(page));
	await typeCode(page, `${first.slice(0, 3)} ${first.slice(3)}`, 'own-app.confirm');
	await expect(screen(page)).toHaveAttribute('data-screen', 'own-app.added');
	await control(page, 'own-app.to-sign-in').click();

	await typeCode(page, first, 'own-app.sign-in');
	await expect(page.locator('[data-device] [role=alert]')).toContainText('not accepted');
	await expect(page.getByText('Each passcode works once.')).toBeVisible();
	await expect(page.locator('main')).not.toHaveAttribute('data-passed');

	await wait(page, 30);
	await typeCode(page, codeOf(uri, await now(page)), 'own-app.sign-in');
	await expect(screen(page)).toHaveAttribute('data-screen', 'own-app.signed-in');
	await expect(page.locator('main')).toHaveAttribute('data-passed', 'true');
	await expect(screen(page)).toContainText('Delete the entry');
	await expect(page.locator('[data-saved]')).toBeVisible();
	// the list of exercises marks it, and no other one
	await page.goto('practice/');
	await expect(page.locator('[data-passed-exercise]')).toHaveText(', passed');
	await expect(page.getByRole('link', { name: /,\spassed$/ })).toHaveAttribute('href', /own-authenticator/);
});

for (const [looks, colorScheme, zoom] of [
	['light, at 50 %', 'light', 0.5],
	['light, at 200 %', 'light', 2],
	['dark', 'dark', 1],
	['dark, at 50 %', 'dark', 0.5],
	['dark, at 200 %', 'dark', 2],
] as const)
	test(`the QR code can be scanned: ${looks}`, async ({ browser, site }) => {
		// what a browser's zoom does: other pixels for the same picture, and another width for the page
		const context = await browser.newContext({
			baseURL: site.url,
			serviceWorkers: 'block',
			colorScheme,
			deviceScaleFactor: zoom,
			viewport: { width: Math.round(1280 / zoom), height: Math.round(800 / zoom) },
		});
		const [page, blank] = [await context.newPage(), await context.newPage()];
		await opened(page);
		const uri = (await scan(page, blank, 'device')) ?? '';
		await typeCode(page, codeOf(uri, await now(page)), 'own-app.confirm');
		await expect(screen(page)).toHaveAttribute('data-screen', 'own-app.added');
		await context.close();
	});

test('the secret stays over a wrong code, Back and a reload; “New token” replaces it', async ({
	page,
	context,
}) => {
	const blank = await context.newPage();
	await opened(page);
	const uri = (await scan(page, blank)) ?? '';
	await typeCode(page, '123456', 'own-app.confirm');
	await expect(page.locator('[data-device] [role=alert]')).toContainText('not accepted');
	await control(page, 'own-app.back').click();
	await control(page, 'own-app.show').click();
	expect(await scan(page, blank)).toBe(uri);
	await expect(page.locator('[data-saved]')).toBeVisible();
	await page.reload();
	await expect(screen(page)).toHaveAttribute('data-screen', 'own-app.secret');
	expect(await scan(page, blank)).toBe(uri);

	await control(page, 'own-app.anew').click();
	await expect(control(page, 'own-app.key')).not.toContainText(
		(new URL(uri).searchParams.get('secret') ?? '').slice(0, 4),
	);
	await typeCode(page, codeOf(uri, await now(page)), 'own-app.confirm');
	await expect(page.getByText('This code comes from the QR code before.')).toBeVisible();
	await typeCode(page, codeOf((await scan(page, blank)) ?? '', await now(page)), 'own-app.confirm');
	await expect(screen(page)).toHaveAttribute('data-screen', 'own-app.added');
});

test('time is the real one: nothing is skipped, and the page says why', async ({ page }) => {
	await opened(page);
	for (const name of ['Skip the wait', 'Pause']) {
		await page.getByRole('button', { name }).click();
		await expect(page.getByText('the codes of your app follow the real time')).toBeVisible();
	}
	await wait(page, 3600);
	const { time } = await page.evaluate(() => ({ time: Date.now() }));
	const shown = new Intl.DateTimeFormat('en-US', { timeStyle: 'short', timeZone: 'America/Chicago' });
	await expect(control(page, 'taskbar.clock')).toContainText(shown.format(time));
});

test('the key is copied without its spaces, and nothing typed is kept as text', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await opened(page);
	await page.getByRole('button', { name: 'Copy the key' }).click();
	await expect(page.getByText('Copied.')).toBeVisible();
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied).toMatch(/^[A-Z2-7]{32}$/);
	await expect(control(page, 'own-app.key')).toContainText(copied.slice(0, 4));

	const field = control(page, 'own-app.code');
	await expect(field).toHaveAttribute('inputmode', 'numeric');
	await expect(field).toHaveAttribute('autocomplete', 'one-time-code');
	await typeCode(page, '987654', 'own-app.confirm');
	await expect(page.locator('[data-saved]')).toBeVisible();
	expect(JSON.stringify(await stored(page))).not.toContain('987654');
});

test('its screens have no fault for axe, and fit at 320 px', async ({ page, context }) => {
	const blank = await context.newPage();
	await opened(page);
	const uri = (await scan(page, blank)) ?? '';
	const found: unknown[] = [];
	const look = async (name: string) => {
		await expect(screen(page)).toHaveAttribute('data-screen', name);
		found.push(...(await lookWithAxe(page, name, { only: '[data-device]' })));
		const size = page.viewportSize() ?? { width: 1280, height: 720 };
		await page.setViewportSize({ ...size, width: 320 });
		found.push(...(await misfits(page)));
		await page.setViewportSize(size);
	};
	await look('own-app.secret');
	await control(page, 'own-app.back').click();
	await look('own-app.start');
	await control(page, 'own-app.show').click();
	await typeCode(page, codeOf(uri, await now(page)), 'own-app.confirm');
	await look('own-app.added');
	await control(page, 'own-app.to-sign-in').click();
	await look('own-app.sign-in');
	await wait(page, 30);
	await typeCode(page, codeOf(uri, await now(page)), 'own-app.sign-in');
	await look('own-app.signed-in');
	expect(found).toEqual([]);
});
