import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { lookWithAxe } from './support/axe.ts';
import { expect, test } from './support/guide.ts';
import { misfits } from './support/misfits.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const MADE_AT = Date.UTC(2026, 10, 23, 9);
const files = (page: Page) => page.getByLabel('Add result files');
const table = (page: Page, name: string) => page.getByRole('table', { name, exact: true });

test('files of a class become a sheet, a spreadsheet and certificates; names stay in the window', async ({
	page,
	practice,
}) => {
	const { flown, resultOf } = practice;
	const file = (name: string, text: string) => ({
		name,
		mimeType: 'application/json',
		buffer: Buffer.from(text),
	});
	const signIn = flown('first-sign-in');
	const teams = flown('at-sign-in-to-teams');
	const again = { ...signIn, stored: { ...signIn.stored, id: 'another' } };
	await page.goto('trainer/class/');
	await expect(page.locator('main[data-ready]')).toBeVisible();
	await expect(page.getByText('Nothing yet.')).toBeVisible();
	await files(page).setInputFiles([
		file('ada.json', resultOf([signIn, teams], '=Ada Quill', MADE_AT)),
		file('ada-again.json', resultOf([signIn], '=Ada Quill', MADE_AT)),
		file('ben.json', resultOf([again], 'Ben', MADE_AT)),
		file('cut.json', resultOf([signIn], 'Cy', MADE_AT).slice(0, -9)),
	]);

	const rows = table(page, 'Learners').locator('tbody tr');
	await expect(page.locator('[data-bad]')).toContainText('cut.json: This is no file that practice saved');
	await expect(rows).toHaveCount(2);
	await expect(rows.first()).toContainText(/=Ada Quill\s*2\s*2/);
	await table(page, 'Learners').getByRole('button', { name: 'Passed' }).click();
	await expect(rows.first()).toContainText('Ben');
	await expect(table(page, 'Learners').getByRole('columnheader', { name: 'Passed' })).toHaveAttribute(
		'aria-sort',
		'ascending',
	);

	await page.getByLabel('Exercise', { exact: true }).selectOption({ label: teams.scenario.title });
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
	expect(await page.evaluate(() => sessionStorage.getItem('handrail-class'))).toContain('Ada');

	await page.evaluate(() => (window.print = () => undefined));
	await page.getByRole('button', { name: 'Print all certificates' }).click();
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('[data-certificate]')).toHaveCount(2);
	await expect(page.locator('[data-certificate]').first()).toContainText('invented person');
	await expect(table(page, 'Learners')).toBeHidden();
	await page.emulateMedia({ media: 'screen' });
	await expect(page.locator('[data-certificate]').first()).toBeHidden();

	await page.getByRole('button', { name: 'Remove Ben' }).click();
	await expect(rows).toHaveCount(1);
	await page.getByRole('button', { name: 'Forget all' }).click();
	await page.getByRole('button', { name: 'Yes, forget all' }).click();
	await expect(page.getByText('Nothing yet.')).toBeVisible();
	expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('Ada');
});
