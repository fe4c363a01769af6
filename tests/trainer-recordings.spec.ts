import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { lookWithAxe } from './support/axe.ts';
import { expect, test } from './support/guide.ts';
import { misfits } from './support/misfits.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Does some acts of an exercise, and saves the try as a recording. */
async function saved(page: Page, exercise: string, acts: number): Promise<void> {
	await page.goto(`practice/${exercise}/`);
	await page.locator('main[data-ready]').waitFor();
	for (let done = 0; done < acts; done += 1) {
		await button(page, 'Give me a hint').click();
		await button(page, 'Show me where').click();
		await button(page, 'Do it for me').click();
		await expect(button(page, 'Give me a hint')).toBeVisible();
	}
	await page.locator('[data-saved]').waitFor();
	await page.goto('practice/progress/');
	await button(page, 'Save as a recording').click();
	await page.getByRole('link', { name: 'See the recordings' }).click();
	await expect(page.locator('main')).toHaveAttribute('data-recordings', '1');
}

const textOf = async (download: Promise<Download>): Promise<string> =>
	readFile(await (await download).path(), 'utf8');
type File = { id: string; name: string; checks: { screen: string }[]; checksum?: string };
/** The file with something of it changed, as a program that made it so would have written it. */
function changed(text: string, change: (file: File) => void): Buffer {
	const file = JSON.parse(text) as File;
	delete file.checksum;
	change(file);
	const checksum = createHash('sha256').update(JSON.stringify(file)).digest('hex').slice(0, 32);
	return Buffer.from(JSON.stringify({ ...file, checksum }));
}
const asFile = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/json', buffer });

/** What axe finds, and what does not fit at 320 pixels. */
async function faultsOf(page: Page, name: string) {
	const size = page.viewportSize()!;
	const found = await lookWithAxe(page, name);
	await page.setViewportSize({ width: 320, height: 720 });
	const cut = await misfits(page);
	await page.setViewportSize(size);
	return [...found, ...cut];
}

test('a try is saved, played to its recorded end, renamed, exported, opened again and removed', async ({
	page,
}) => {
	await saved(page, 'first-sign-in', 6);
	expect(await faultsOf(page, 'the list')).toEqual([]);

	// at 4×, by keyboard
	await page.getByRole('link', { name: /^Play / }).press('Enter');
	await button(page, '4×').click();
	await button(page, 'Play').press('Enter');
	await expect(page.locator('[data-ended]')).toContainText('It ended as it was recorded');
	await expect(page.locator('main')).toHaveAttribute('data-at', '6');
	// by steps, from where a reload comes back to
	await page.reload();
	await expect(page.locator('main')).toHaveAttribute('data-at', '0');
	await button(page, 'Step').click();
	await expect(page.locator('[data-said]')).toContainText('Press "Power" on the computer');
	await page.getByRole('slider').press('End');
	await expect(page.locator('main')).toHaveAttribute('data-at', '6');
	await button(page, 'Back').click();
	await expect(page.locator('main')).toHaveAttribute('data-at', '5');
	await page.getByText('All acts').click();
	expect(await faultsOf(page, 'a recording that is played')).toEqual([]);

	await page.getByRole('link', { name: 'Recordings' }).click();
	await page.getByRole('button', { name: /^Rename / }).click();
	await page.getByLabel('New name').fill('Monday’s class');
	await page.getByLabel('New name').press('Enter');
	await expect(page.getByRole('heading', { name: 'Monday’s class' })).toBeFocused();

	const asText = textOf(page.waitForEvent('download'));
	await button(page, 'Save Monday’s class as text').click();
	expect(await asText).toMatch(/^\d\d:\d\d:\d\d {2}Press "Power" on the computer → \S+$/m);
	const asJson = textOf(page.waitForEvent('download'));
	await button(page, 'Save Monday’s class as a file').click();
	const file = await asJson;

	// many files at once: one is here already, one is none, one is cut short, one is of another version
	await page.getByLabel('Open recordings').setInputFiles([
		asFile('same.json', Buffer.from(file)),
		asFile('other.json', Buffer.from('{"handrail":"practice"}')),
		asFile('half.json', Buffer.from(file.slice(0, 900))),
		asFile(
			'older.json',
			changed(file, (one) => {
				one.id = 'older';
				one.name = 'Older';
				one.checks[3] = { screen: 'logon.older' };
			}),
		),
	]);
	await expect(page.locator('[data-told]')).toHaveText('Added: 1. Not taken: 3.');
	await expect(page.locator('[data-bad] li')).toHaveText([
		/^same\.json: This recording is here already/,
		/^other\.json: This file is no recording/,
		/^half\.json: .*cut short/,
	]);
	await button(page, 'Remove Monday’s class').click();
	await button(page, 'Yes, remove it').click();
	await expect(page.locator('main')).toHaveAttribute('data-recordings', '1');

	// what no longer fits says so, and plays up to there
	await page.getByRole('link', { name: 'Play Older' }).click();
	await expect(page.locator('[data-misfit]')).toContainText(/After 3 acts .* "logon\.older", here is/);
	await page.getByRole('slider').press('End');
	await expect(page.locator('main')).toHaveAttribute('data-at', '3');
	await expect(page.locator('[data-ended]')).toHaveText('This is as far as it fits.');
});
