import { readFile } from 'node:fs/promises';
import { lookWithAxe } from './support/axe.ts';
import { expect, test } from './support/guide.ts';
import { misfits } from './support/misfits.ts';

const head = 'User ID,Last Name,First Name,E-mail,State,Serial Number,OS Type,Device Type,Push OTP';
const line = (at: number) =>
	`U${at},"Last, ${at % 97}",=First,u${at}@example.com,Active,${1_000_000 + at},${at % 3 ? 'Android' : 'iOS'},Phone,${at % 2 ? 'Enabled' : 'Disabled'}`;
const lines = (count: number) => [head, ...Array.from({ length: count }, (_, at) => line(at))];
const csv = (name: string, all: readonly string[]) => ({
	name,
	mimeType: 'text/csv',
	buffer: Buffer.from(`\ufeff${all.join('\r\n')}\r\n`),
});

test('users come from a file whole or not at all, are searched, sorted, counted, saved and printed', async ({
	page,
	base,
}) => {
	await page.goto(`${base}console/report/`);
	await page.locator('main[data-ready]').waitFor();
	const found = page.locator('[data-found]');
	await expect(found).toHaveText('61 of 61 lines');
	const file = page.getByLabel('Import users from CSV');

	// bad lines are named, and nothing is taken
	await file.setInputFiles(
		csv('bad.csv', [...lines(3), 'U9,x,y,nobody,Active,5,Android,Phone,Enabled', 'U10', '"U11,open']),
	);
	await expect(page.locator('[data-bad]')).toContainText('Line 5: Its e-mail address is none.');
	await expect(page.locator('[data-bad]')).toContainText('Line 6: It has 1 fields, the first line has 9.');
	await expect(found).toHaveText('61 of 61 lines');

	await file.setInputFiles(csv('users.csv', lines(3000)));
	await expect(page.locator('[data-told]')).toHaveText('Imported: 3000 lines.');
	await expect(page.locator('[data-bad]')).toHaveCount(0);
	const table = page.getByRole('table').first();
	await expect(table).toHaveAttribute('aria-rowcount', '3001');
	const drawn = page.locator('[data-line]');
	expect(await drawn.count()).toBeLessThanOrEqual(200);

	// by keyboard to the last line, which knows its place
	await table.getByRole('button', { name: 'Serial Number' }).press('Enter');
	await expect(table.getByRole('columnheader', { name: 'Serial Number' })).toHaveAttribute(
		'aria-sort',
		'ascending',
	);
	await page.getByRole('region', { name: 'Users - With Tokens' }).press('End');
	await expect(drawn.last()).toHaveAttribute('aria-rowindex', '3001');
	await expect(drawn.last()).toContainText('1002999');
	expect(await drawn.count()).toBeLessThanOrEqual(200);

	await page.getByLabel('Search').fill('last, 42');
	await expect(found).toHaveText('31 of 3000 lines');
	await expect(drawn.first()).toHaveAttribute('aria-rowindex', '2');
	await page.getByRole('combobox', { name: 'By' }).selectOption('Push OTP');
	await expect(page.locator('[data-groups] tbody tr')).toHaveCount(2);

	const [saved] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Save 31 lines as CSV' }).click(),
	]);
	const text = await readFile(await saved.path(), 'utf8');
	expect(text.trim().split('\r\n')).toHaveLength(32);
	expect(text).toContain(`"Last, 42","'=First"`);
	// and comes back as it was
	await file.setInputFiles({ name: 'back.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
	await expect(page.locator('[data-told]')).toHaveText('Imported: 31 lines.');
	await expect(drawn.first()).toContainText('=First');
	await expect(drawn.first()).not.toContainText("'=First");

	expect(await lookWithAxe(page, 'report')).toEqual([]);
	await page.setViewportSize({ width: 320, height: 800 });
	expect(await misfits(page)).toEqual([]);

	// on paper all of them
	await page.getByLabel('Search').fill('');
	await file.setInputFiles(csv('users.csv', lines(500)));
	await expect(page.locator('[data-told]')).toContainText('Imported: 500 lines.');
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	expect(await drawn.count()).toBe(500);
	await page.evaluate(() => dispatchEvent(new Event('afterprint')));
	await expect.poll(() => drawn.count()).toBeLessThanOrEqual(200);

	// what was imported is not kept, only what it is known by
	await page.reload();
	await expect(page.getByText(/A file of 500 lines was open here \(SHA-256 [\da-f]{12}…\)/)).toBeVisible();
	expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(
		'U42',
	);
});
