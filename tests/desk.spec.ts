import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { IndexFile } from '../src/desk/index-file.ts';
import { lookWithAxe } from './support/axe.ts';
import { expect, test } from './support/guide.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Codes as the site itself publishes them. */
const [desktop] = (
	JSON.parse(
		readFileSync(fileURLToPath(new URL('../build/index.json', import.meta.url)), 'utf8'),
	) as IndexFile
).procedures;
const at13 = desktop?.steps.find(({ number }) => number === 13)?.code ?? '';
const refusedOnce =
	desktop?.problems
		.find(({ slug }) => slug === 'passcode-refused')
		?.at.find(({ step }) => step === 'use-passcode-on-vpn')?.codes[1] ?? '';

test('a code as it is heard opens the card of its place, and nothing of it goes into a request', async ({
	page,
	base,
}) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await page.goto(`${base}desk/`);
	const field = page.getByLabel('Locator code or link');
	await expect(field).toBeEnabled();
	await field.fill(refusedOnce.toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l').replace(' ', '-'));
	await page.keyboard.press('Enter');
	const card = page.locator('[data-call-card]');
	await expect(card).toHaveAttribute('data-call-card', '/desktop/use-passcode-on-vpn/passcode-refused/');
	await expect(page.locator('#call-title')).toBeFocused();
	await expect(card).toContainText('The first try has failed.');
	expect(new URL(page.url()).hash).toBe('#desktop/use-passcode-on-vpn/passcode-refused/1');
	expect(asked.filter((url) => /passcode-refused/.test(url))).toEqual([]);
	// the address alone brings it back, and Back leads to the empty desk
	await page.reload();
	await expect(card).toContainText('The first try has failed.');
	await page.goBack();
	await expect(card).toHaveCount(0);
});

test('a link, a number and a problem of the card lead to cards; what is none is refused in a sentence', async ({
	page,
	base,
	guide,
}) => {
	await page.goto(`${base}desk/`);
	const field = page.getByLabel('Locator code or link');
	const card = page.locator('[data-call-card]');
	await expect(field).toBeEnabled();
	await field.fill('4K7 M9');
	await page.getByRole('button', { name: 'Open the card' }).click();
	await expect(page.getByRole('alert')).toContainText('This is not a code of this guide');
	await expect(field).toBeFocused();
	await expect(card).toHaveCount(0);
	await field.fill(`${base}desktop/outlok-static-pasword/`);
	await page.keyboard.press('Enter');
	await expect(card.getByRole('heading', { level: 2 })).toHaveText(guide.step(13).title);
	await expect(card.getByRole('note')).toContainText('nearest');
	await expect(page.getByRole('alert')).toHaveCount(0);
	await card.locator('[data-fixes] summary').first().click();
	await card.getByRole('link', { name: 'Card of this problem' }).first().click();
	await expect(card).toHaveAttribute(
		'data-call-card',
		'/desktop/outlook-static-password/outlook-keeps-asking/',
	);
	await expect(card.getByLabel('Text for the ticket')).toHaveValue(
		new RegExp(`Step: 13 of ${guide.steps.length}[\\s\\S]*Failed tries: 0`),
	);
	await field.fill('step 7');
	await page.keyboard.press('Enter');
	await expect(card.getByRole('heading', { level: 2 })).toHaveText(guide.step(7).title);
	await card.getByText('As a QR code').click();
	await expect(card.locator('[data-qr]')).toBeVisible();
});

test('the keys open the search anywhere but in a field, the arrows choose, and the keys can be switched off', async ({
	page,
	base,
}) => {
	await page.goto(`${base}desktop/outlook-static-password/`);
	await page.locator('main[data-ready]').waitFor();
	const dialog = page.getByRole('dialog', { name: 'Search' });
	const open = async (key: string) => {
		// the listener comes after the page is ready
		await expect(async () => {
			await page.keyboard.press(key);
			await expect(dialog).toBeVisible({ timeout: 1000 });
		}).toPass();
	};
	await open('/');
	const said = dialog.getByRole('searchbox');
	await expect(said).toBeFocused();
	await page.keyboard.type('passcode/');
	await page.keyboard.press('Control+k');
	await expect(said).toHaveValue('passcode/');
	await expect(page.getByRole('dialog')).toHaveCount(1);
	await said.fill('teams keeps asking me to sign in');
	await expect(dialog.getByRole('status')).toContainText('found');
	await page.keyboard.press('ArrowDown');
	await expect(dialog.locator('[data-result]').first()).toBeFocused();
	await page.keyboard.press('ArrowUp');
	await expect(said).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.locator('main')).toHaveAttribute('data-detour', 'teams-loops');
	await expect(dialog).toHaveCount(0);
	await expect(page.locator('h1')).toBeFocused();

	await open('Control+k');
	await dialog.getByRole('checkbox').uncheck();
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
	await page.keyboard.press('/');
	await page.keyboard.press('Control+k');
	await expect(dialog).toHaveCount(0);
	await page.reload();
	await page.locator('main[data-ready]').waitFor();
	// the link opens it still, and shows that the keys are off
	const link = page.getByRole('link', { name: 'Search', exact: true });
	await expect(async () => {
		await link.click();
		await expect(dialog.getByRole('checkbox')).not.toBeChecked({ timeout: 1000 });
	}).toPass();
	await page.keyboard.press('Escape');
	await expect(link).toBeFocused();
	await page.keyboard.press('/');
	await expect(dialog).toHaveCount(0);
});

test('no step page loads the search before it is used', async ({ page, base }) => {
	const sizes: number[] = [];
	page.on('response', async (response) => {
		if (response.url().endsWith('.js')) sizes.push((await response.body().catch(() => Buffer.of())).length);
	});
	await page.goto(`${base}desktop/outlook-static-password/`, { waitUntil: 'networkidle' });
	const before = sizes.length;
	await page.getByRole('link', { name: 'Search', exact: true }).click();
	await page.getByRole('searchbox').fill('wifi');
	await expect(page.locator('[data-result]').first()).toBeVisible();
	expect(sizes.length).toBeGreaterThan(before);
});

test('axe finds nothing, and nothing scrolls sideways at 320 pixels', async ({ page, base }) => {
	const found: string[] = [];
	const look = async (name: string) => {
		found.push(...(await lookWithAxe(page, name)).map((one) => JSON.stringify(one)));
		const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		if (wide > 0) found.push(`${name}: ${wide} pixels too wide`);
	};
	await page.setViewportSize({ width: 320, height: 640 });
	await page.goto(`${base}desk/`);
	await expect(page.getByLabel('Locator code or link')).toBeEnabled();
	await look('the empty desk');
	await page.getByText('Or: which of these does the caller see?').click();
	await look('the pictures');
	for (const [name, code] of [
		['a step', at13],
		['a problem', refusedOnce],
	] as const) {
		await page.goto(`${base}desk/`);
		await expect(page.getByLabel('Locator code or link')).toBeEnabled();
		await page.getByLabel('Locator code or link').fill(code);
		await page.keyboard.press('Enter');
		await page.locator('[data-call-card]').waitFor();
		await look(name);
	}
	await page.setViewportSize({ width: 1280, height: 800 });
	await look('a problem on a wide screen');
	await page.emulateMedia({ colorScheme: 'dark' });
	await look('a problem in the dark');
	await page.setViewportSize({ width: 320, height: 640 });
	await page.goto(`${base}search/`);
	await page.getByRole('searchbox').fill('my password is wrong');
	await page.locator('[data-result]').first().waitFor();
	await look('the page of the search');
	await page.goto(`${base}desktop/get-help/`, { waitUntil: 'networkidle' });
	await page.getByRole('link', { name: 'Search', exact: true }).click();
	await page.getByRole('searchbox').fill('my password is wrong');
	await page.locator('[data-result]').first().waitFor();
	await look('the open search');
	await page.goto(`${base}links/`);
	await expect(page.locator('[data-no-progress]')).toBeVisible();
	await look('the page of links');
	expect(found).toEqual([]);
});

test('two kinds of link: a step for anybody, and progress that the desk can read', async ({ page, base }) => {
	await page.goto(`${base}desktop/outlook-static-password/`);
	await page.locator('main[data-ready]').waitFor();
	await page.locator('[data-symptom="outlook-keeps-asking"]').click();
	await page.locator('main[data-detour]').waitFor();
	await page.goto(`${base}links/`);
	const step = page.locator('[data-link-kind="step"]').getByLabel('Link to this step');
	await expect(step).toHaveValue(`${base}desktop/outlook-static-password/`);
	const progress = page.locator('[data-link-kind="progress"]').getByLabel('Link with my progress');
	await expect(progress).toHaveValue(new RegExp(`^${base}go-on/#`));
	const link = await progress.inputValue();
	await page.goto(`${base}desk/`);
	await page.getByLabel('Locator code or link').fill(link);
	await page.keyboard.press('Enter');
	const card = page.locator('[data-call-card]');
	await expect(card).toHaveAttribute(
		'data-call-card',
		'/desktop/outlook-static-password/outlook-keeps-asking/',
	);
	await expect(card).toContainText('Had this problem');
	// a reload and the window's Back keep what the link told
	await page.reload();
	await expect(card).toContainText('Had this problem');
	await card.getByRole('link', { name: 'Card of step 13' }).click();
	await expect(card).toHaveAttribute('data-call-card', '/desktop/outlook-static-password/');
	await expect(card).not.toContainText('Had this problem');
	await page.goBack();
	await expect(card).toContainText('Had this problem');
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });
	test('the desk says so and lists the steps, and the pictures lead to theirs', async ({
		page,
		base,
		guide,
		request,
	}) => {
		// the browser of the test parses these parts as if scripts were on: the HTML tells
		const withoutScripts = async (path: string) =>
			/<noscript>([\s\S]*?)<\/noscript>/.exec(await (await request.get(base + path)).text())?.[1] ?? '';
		const desk = await withoutScripts('desk/');
		expect(desk).toContain('The cards need scripts');
		for (const { title } of guide.steps) expect(desk).toContain(title);
		expect(await withoutScripts('search/')).toContain('The search needs scripts');
		await page.goto(`${base}desk/`);
		await page.getByRole('link', { name: 'Search', exact: true }).click();
		await page.locator('[data-picture="outlook-static-password"]').click();
		await expect(page.locator('main')).toHaveAttribute('data-step-number', '13');
	});
});
