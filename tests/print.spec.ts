import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { getDocumentProxy } from 'unpdf';
import { androidDetours, androidSteps } from '../src/domain/android.ts';
import { desktopDetours, desktopSteps } from '../src/domain/desktop.ts';
import type { Organization } from '../src/domain/organization.schema.ts';
import { migrationDetours, migrationSteps } from '../src/domain/migration.ts';
import { pushDetours, pushSteps } from '../src/domain/push.ts';
import { expect, test } from './server.ts';
import { lookWithAxe } from './support/axe.ts';

const { serviceDesk, procedureDate } = JSON.parse(
	readFileSync(new URL('../organization.json', import.meta.url), 'utf8'),
) as Organization;

const computer: { steps: readonly string[]; problems: readonly string[] } = {
	steps: desktopSteps,
	problems: desktopDetours,
};
const phone: typeof computer = { steps: androidSteps, problems: androidDetours };
const push: typeof computer = { steps: pushSteps, problems: pushDetours };
const operators: typeof computer = { steps: migrationSteps, problems: migrationDetours };
const editions = [
	{ path: 'print/', pages: 12, detours: true, ...computer },
	{ path: 'print/steps/', pages: 4, detours: false, ...computer },
	{ path: 'print/android/', pages: 7, detours: true, ...phone },
	{ path: 'print/push/', pages: 5, detours: true, ...push },
	// the same kinds of boxes as the two before it
	...(process.env.LONG
		? ([{ path: 'print/migration/', pages: 8, detours: true, ...operators }] as const)
		: []),
] as const;

// a PDF of all pages takes a while where other tests run beside it
test.describe.configure({ timeout: 120_000 });

type Sheet = { texts: string[]; sizes: number[] };

/** What Chromium prints: the text of each page, and the size of each piece of text in points. */
async function print(page: Page): Promise<Sheet> {
	const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'Letter' })));
	const sheet: Sheet = { texts: [], sizes: [] };
	for (let number = 1; number <= pdf.numPages; number++) {
		const printed = await pdf.getPage(number);
		expect(printed.view).toEqual([0, 0, 612, 792]);
		const { items } = await printed.getTextContent();
		const pieces = items.flatMap((item) => ('str' in item ? [item] : []));
		for (const { str, transform } of pieces)
			if (str.trim() !== '') sheet.sizes.push(Math.hypot(Number(transform[2]), Number(transform[3])));
		const text = pieces.map(({ str, hasEOL }) => str + (hasEOL ? ' ' : '')).join('');
		sheet.texts.push(text.replace(/\s+/g, ' '));
	}
	return sheet;
}

/** The boxes on the page in their order, and what each of them leads to. */
const boxesOf = (page: Page) =>
	page.locator('[data-box]').evaluateAll((all) =>
		all.map((element) => ({
			box: element.getAttribute('data-box') ?? '',
			detour: element.getAttribute('data-detour'),
			title: element.querySelector('h3')?.textContent.replace(/\s+/g, ' ').trim() ?? '',
			codes: [...element.querySelectorAll('[data-locator]')].map((code) => code.textContent),
			symptoms: [...element.querySelectorAll('[data-symptom]')].map((row) =>
				(row.textContent ?? '').replace(/\s+/g, ' ').trim(),
			),
			targets: [...element.querySelectorAll('a[href^="#"]')].map((link) => ({
				words: /D?\d+$/.exec(link.textContent?.trim() ?? '')?.[0],
				box: document.getElementById(link.getAttribute('href')?.slice(1) ?? '')?.dataset.box,
			})),
		})),
	);

for (const { path, pages, detours, steps: slugs, problems } of editions) {
	test.describe(`/${path}`, () => {
		test.beforeEach(async ({ page }) => {
			await page.goto(path);
			await page.evaluate(() => document.fonts.ready);
		});

		test(`prints on ${pages} Letter pages at most, 10.5 points or more, its head on each`, async ({
			page,
		}) => {
			const { texts, sizes } = await print(page);
			expect(texts.length).toBeLessThanOrEqual(pages);
			expect(Math.min(...sizes)).toBeGreaterThanOrEqual(10.49);
			for (const [at, text] of texts.entries()) {
				expect(text).toContain(serviceDesk.phone);
				expect(text).toContain(`Procedure of ${procedureDate}`);
				expect(text).toContain(`Page ${at + 1} of ${texts.length}`);
			}
			expect(texts[0]).toContain('Never write a password, a PIN or a passcode on this paper.');
		});

		test('has a box with its code for every step, and every "go to" its box', async ({ page }) => {
			const boxes = await boxesOf(page);
			const text = (await print(page)).texts.join(' ');
			const numbers = slugs.map((_, at) => String(at + 1));
			const named = problems.map((_, at) => `D${at + 1}`);
			expect(boxes.map(({ box }) => box)).toEqual(detours ? [...numbers, ...named] : numbers);
			if (detours)
				expect(new Set(boxes.flatMap(({ detour }) => detour ?? []))).toEqual(new Set<string>(problems));

			let before = 0;
			for (const { title, detour, targets } of boxes) {
				// two columns: a detour stands below or beside the one before it
				const words = title
					.split(' ')
					.map(escape)
					.join(' ?')
					.replace(/^Box \?\d+: \?/, '');
				const found = text.slice(before).search(new RegExp(words));
				expect(found, `"${title}" on paper, after the box before it`).toBeGreaterThan(0);
				if (!detour) before += found;
				for (const { words, box } of targets) expect(words, title).toBe(box);
			}
			// a problem has one for each box that leads to it
			const codes = boxes.flatMap((box) => box.codes);
			expect(boxes.filter((box) => box.codes.length === 0)).toEqual([]);
			expect(new Set(codes).size).toBe(codes.length);
			const letters = text.replaceAll(' ', '');
			for (const code of codes) {
				expect(code).toMatch(/^[0-9A-Z]{3} [0-9A-Z]{3}$/);
				expect(letters).toContain(code.replace(' ', ''));
			}
			const goals = [...text.matchAll(/go to box (D?\d+)/gi)].map(([, goal]) => goal);
			expect(goals.length).toBeGreaterThanOrEqual(1);
			expect(goals.filter((goal) => !boxes.some(({ box }) => box === goal))).toEqual([]);
			if (!detours) expect(text).not.toMatch(/box D\d/);
			expect(text).not.toMatch(/your box\.\w/);
			for (const { box, symptoms } of boxes.filter(() => detours)) {
				if (box.startsWith('D')) continue;
				expect(symptoms.at(-1)).toMatch(/^I see something else go to box ?D1$/);
				for (const symptom of symptoms) {
					const [words = '', goal = ''] = symptom.split(/ go to box ?/);
					expect(text).toMatch(new RegExp(`${escape(words)} (go to box ?)?${goal}\\b`));
				}
			}
		});

		test('has a tick box and room for notes in every step, and takes no input', async ({ page }) => {
			const steps = page.locator('[data-box]:not([data-detour])');
			await expect(steps).toHaveCount(slugs.length);
			await expect(steps.locator('.tick')).toHaveCount(slugs.length);
			await expect(steps.getByText('Notes: no passwords, PINs, passcodes')).toHaveCount(slugs.length);
			await expect(page.locator('input, textarea, select, [contenteditable]')).toHaveCount(0);
		});

		test('is black, gray and white', async ({ page }) => {
			await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
			const colors = await page.evaluate(() => {
				const found = new Set<string>();
				for (const element of document.querySelectorAll('body *'))
					if (element.checkVisibility()) {
						const { color, backgroundColor, borderBlockStartColor, stroke } = getComputedStyle(element);
						for (const one of [color, backgroundColor, borderBlockStartColor, stroke]) found.add(one);
					}
				return [...found];
			});
			const gray = /^(none|rgba?\((\d+), \2, \2(, [\d.]+)?\))$/;
			expect(colors.filter((color) => !gray.test(color))).toEqual([]);
		});

		test('is accessible, in dark too, and needs no sideways scroll at 320 px', async ({ page }) => {
			expect(await lookWithAxe(page, path)).toEqual([]);
			await page.emulateMedia({ colorScheme: 'dark' });
			// the long edition has the colors of the short one
			if (!detours)
				expect(await lookWithAxe(page, 'dark', { rules: ['color-contrast-enhanced'] })).toEqual([]);
			await page.setViewportSize({ width: 320, height: 640 });
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
		});
	});
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

test('paper for the phone asks which way fits, and names boxes and questions that are there', async ({
	page,
}) => {
	await page.goto('print/android/');
	const rows = await page.locator('[data-questions] li').allTextContents();
	expect(rows.length).toBe(4);
	const goals = rows.flatMap((row) =>
		[...row.matchAll(/: (box|question) (\d+)\./g)].map(([, what, n]) => `${what} ${n}`),
	);
	expect(goals.length).toBe(9);
	for (const slug of [
		'install-app',
		'open-user-portal',
		'open-enrollment-link',
		'show-qr-code',
		'copy-activation-string',
	])
		expect(goals).toContain(`box ${androidSteps.findIndex((one) => one === slug) + 1}`);
	for (const goal of goals.filter((one) => one.startsWith('question')))
		expect(Number(goal.split(' ')[1])).toBeLessThanOrEqual(rows.length);
	await page.goto('print/push/');
	await expect(page.locator('[data-questions] li')).toHaveCount(2);
	await expect(page.getByText('Your way ends here.')).toHaveCount(2);
	await page.goto('print/migration/');
	await expect(page.locator('[data-questions] li')).toHaveCount(3);
	await expect(page.getByText('Your way ends here.')).toHaveCount(6);
	await expect(page.getByText('Then go to the next question at the start.')).toHaveCount(2);
	await page.goto('print/');
	await expect(page.locator('[data-questions]')).toHaveCount(0);
});

test('the button prints', async ({ page }) => {
	await page.addInitScript(() => {
		window.print = () => document.documentElement.setAttribute('data-printed', '');
	});
	await page.goto('print/');
	await page.getByRole('button', { name: 'Print' }).click();
	await expect(page.locator('html')).toHaveAttribute('data-printed', '');
	await page.getByRole('link', { name: 'Steps only' }).click();
	await expect(page.locator('[data-edition="steps"]')).toBeVisible();
	expect((await print(page)).texts.length).toBeLessThanOrEqual(4);
});

test('without scripts, in a sub-folder: both editions, in the font that comes with them', async ({
	browser,
	folderSite,
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${folderSite.url}print/`);
	expect((await print(page)).texts.length).toBeLessThanOrEqual(12);
	await expect(page.getByRole('button', { name: 'Print' })).toHaveCount(0);
	await page.getByRole('link', { name: 'Steps only' }).click();
	await expect(page).toHaveURL(`${folderSite.url}print/steps/`);
	expect((await print(page)).texts.length).toBeLessThanOrEqual(4);
	await context.close();
});

test('who chooses paper in the opening questions comes here, and the answer is kept', async ({ page }) => {
	await page.goto('desktop/');
	const phone = page.locator('[data-answer="phone=no"]');
	// until the scripts have come, the answer is a link
	await expect(async () => {
		await phone.click();
		await expect(phone).toHaveAttribute('aria-current', 'true', { timeout: 1000 });
	}).toPass();
	await page.locator('[data-answer="screen=paper"]').click();
	await expect(page).toHaveURL(/\/print\/$/, { timeout: 20_000 });
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('The guide on paper');
	await page.getByRole('link', { name: 'Back to set up your new computer' }).click();
	const paper = page.locator('[data-answer="screen=paper"]');
	await expect(paper).toHaveAttribute('aria-current', 'true', { timeout: 20_000 });
});
