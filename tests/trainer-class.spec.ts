import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { getDocumentProxy } from 'unpdf';
import { lookWithAxe } from './support/axe.ts';
import { expect, test } from './support/guide.ts';
import { misfits } from './support/misfits.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const MADE_AT = Date.UTC(2026, 10, 23, 9);
type Named = { readonly name: string; readonly text: string };
/** Drops files onto the page, as a hand with a mouse does. */
async function drop(page: Page, dropped: readonly Named[]) {
	const dataTransfer = await page.evaluateHandle((all) => {
		const data = new DataTransfer();
		for (const { name, text } of all) data.items.add(new File([text], name, { type: 'application/json' }));
		return data;
	}, dropped);
	await page.dispatchEvent('main', 'dragover', { dataTransfer });
	await expect(page.locator('.drop.over')).toBeVisible();
	await page.dispatchEvent('main', 'drop', { dataTransfer });
	await expect(page.locator('.drop.over')).toHaveCount(0);
}

const squeezed = (text: string) => text.replace(/\s/g, '');
/** The text of each printed page, without spaces: a ligature stands for itself. */
async function printed(page: Page): Promise<string[]> {
	const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'Letter' })));
	return Promise.all(
		Array.from({ length: pdf.numPages }, async (_, at) => {
			const { items } = await (await pdf.getPage(at + 1)).getTextContent();
			return items
				.map((item) => ('str' in item ? item.str : ''))
				.join('')
				.replace(/\s/g, '');
		}),
	);
}

const files = (page: Page) => page.getByLabel('Add result files');
const table = (page: Page, name: string) => page.getByRole('table', { name, exact: true });

test('files of a class become a sheet, a spreadsheet and certificates; names stay in the window', async ({
	page,
	guide,
	practice,
}) => {
	const { flown, resultOf } = practice;
	const file = (name: string, text: string) => ({ name, text });
	const signIn = flown('first-sign-in');
	const teams = flown('at-sign-in-to-teams');
	const again = { ...signIn, stored: { ...signIn.stored, id: 'another' } };
	await page.goto('trainer/class/');
	await expect(page.locator('main[data-ready]')).toBeVisible();
	await expect(page.getByText('Nothing yet.')).toBeVisible();
	const short = {
		...teams,
		log: teams.log.slice(0, 1),
		stored: { ...teams.stored, id: 'short', revision: 1 },
	};
	await drop(page, [
		file('ada.json', resultOf([signIn, teams], '=Ada Quill', MADE_AT)),
		file('ada-again.json', resultOf([signIn], '=Ada Quill', MADE_AT)),
		file('ben.json', resultOf([again, short], 'Ben', MADE_AT)),
		file('cut.json', resultOf([signIn], 'Cy', MADE_AT).slice(0, -9)),
	]);

	const rows = table(page, 'Learners').locator('tbody tr');
	await expect(page.locator('[data-bad]')).toContainText('cut.json: This is no file that practice saved');
	await expect(page.getByText('4 files read.')).toBeVisible();
	await expect(rows).toHaveCount(2);
	await expect(rows.first()).toContainText(/=Ada Quill\s*2\s*2/);
	await page.getByText('1 try does not count').click();
	await expect(page.locator('[data-doubts] li')).toContainText('What was done does not reach the end.');
	await table(page, 'Learners').getByRole('button', { name: 'Passed' }).click();
	await expect(rows.first()).toContainText('Ben');
	await expect(table(page, 'Learners').getByRole('columnheader', { name: 'Passed' })).toHaveAttribute(
		'aria-sort',
		'ascending',
	);

	const labels = await page.getByLabel('Exercise', { exact: true }).locator('option').allTextContents();
	const title =
		labels.find((label) => label.startsWith(`Step ${guide.step('sign-in-to-teams').number}: `)) ?? '';
	await page.getByLabel('Exercise', { exact: true }).selectOption({ label: title });
	await expect(table(page, 'Exercises').locator('tbody tr')).toHaveCount(1);
	await page.getByLabel('Exercise', { exact: true }).selectOption('All');

	const [saved] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Save for a spreadsheet' }).click(),
	]);
	const csv = await readFile(await saved.path(), 'utf8');
	expect(csv).toMatch(/^\ufeffLearner,/);
	expect(csv).toContain(`\r\n"'=Ada Quill",2,2,`);

	expect(await lookWithAxe(page, 'trainer/class/')).toEqual([]);
	await page.setViewportSize({ width: 320, height: 700 });
	expect(await misfits(page)).toEqual([]);

	await page.reload();
	await expect(rows).toHaveCount(2);
	expect(page.url()).not.toContain('Ada');
	expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('Ada');
	expect(await page.evaluate(() => JSON.stringify(sessionStorage))).toContain('Ada');

	await page.evaluate(() => (window.print = () => undefined));
	await page.getByRole('button', { name: 'Print all certificates' }).click();
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('[data-certificate]')).toHaveCount(2);
	await expect(page.locator('[data-certificate]').first()).toContainText('invented person');
	await expect(table(page, 'Learners')).toBeHidden();
	await page.emulateMedia({ media: null });
	await expect(page.locator('[data-certificate]').first()).toBeHidden();
	const sheets = await printed(page);
	expect(sheets).toHaveLength(2);
	for (const [at, name] of ['=Ada Quill', 'Ben'].entries()) {
		expect(sheets[at]).toContain('Certificateofpractice');
		expect(sheets[at]).toContain(squeezed(name));
	}
	expect(sheets[0]).toContain(squeezed(title));
	expect(sheets[1]).not.toContain(squeezed(title));

	await page.getByRole('button', { name: 'Remove Ben' }).click();
	await expect(rows).toHaveCount(1);
	await page.getByRole('button', { name: 'Forget all' }).click();
	await page.getByRole('button', { name: 'Yes, forget all' }).click();
	await expect(page.getByText('Nothing yet.')).toBeVisible();
	expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('Ada');
});

/** At its full size it takes minutes. */
if (process.env.LONG)
	test('200 files of 50 tries each are read while the page stays usable, and reading can be stopped', async ({
		page,
		practice,
	}) => {
		test.setTimeout(900_000);
		const { allScenarios, flown, resultOf } = practice;
		const ids = allScenarios.filter(({ until, realTime }) => until !== null && !realTime).map(({ id }) => id);
		const made = Array.from({ length: 50 }, (_, at) => flown(ids[(at * 3) % ids.length] ?? ''));
		const digits = (count: number) => String(count).padStart(12, '0');
		const class_ = Array.from({ length: 200 }, (_, learner) => ({
			name: `learner-${learner}.json`,
			mimeType: 'application/json',
			buffer: Buffer.from(
				resultOf(
					made.map((one, at) => ({
						...one,
						stored: { ...one.stored, id: `00000000-0000-4000-8000-${digits(learner * 100 + at)}` },
					})),
					`Learner ${learner}`,
					MADE_AT,
				),
			),
		}));
		await page.addInitScript(() => {
			const long: number[] = [];
			Object.assign(window, { long });
			new PerformanceObserver((list) =>
				long.push(...list.getEntries().map(({ duration }) => duration)),
			).observe({
				type: 'longtask',
			});
		});
		const longest = () =>
			page.evaluate(() => (window as unknown as { long: number[] }).long.splice(0).sort((a, b) => b - a));
		await page.goto('trainer/class/');
		await page.locator('main[data-ready]').waitFor();
		await longest();
		await files(page).setInputFiles(class_);
		await expect(page.locator('[data-progress]')).toContainText(/^\s*[1-9]\d* of 200 read/, {
			timeout: 120_000,
		});
		await page.getByRole('button', { name: 'Stop' }).click();
		await expect(page.getByText(/^Stopped\. \d+ of 200 files read\.$/)).toBeVisible();
		await files(page).setInputFiles(class_);
		// what hands the files to the browser is not the page's work
		await expect(page.locator('[data-progress]')).toBeVisible({ timeout: 120_000 });
		await longest();
		await expect(page.getByText('200 files read.', { exact: true })).toBeVisible({ timeout: 600_000 });
		await expect(table(page, 'Learners').locator('tbody tr')).toHaveCount(200);
		const [worst = 0] = await longest();
		console.log(`class sheet: longest task ${Math.round(worst)} ms`);
		expect(worst).toBeLessThan(1000);
	});
