import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { troubleWords } from '../src/guide/trouble.ts';
import type { StorageTrouble } from '../src/storage/store.ts';
import { primary } from './support/follow.ts';
import { expect, test } from './support/guide.ts';
import { beginAt, expectPlace, open, stepPath } from './support/place.ts';
import { stored, storedEvents } from './support/stored.ts';

const told = (page: Page, trouble: StorageTrouble) =>
	page.locator('[data-trouble]').filter({ hasText: troubleWords[trouble] });
const notSaved = (page: Page) => page.getByText('Not saved: kept until you close this window.');

/** Lays a database of any version behind the app's back, its keys as in version 1. */
const lay = (page: Page, version: number, tables: Record<string, object[]>, stays = false): Promise<void> =>
	page.evaluate(
		([number, records, holds]) =>
			new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open('handrail', number);
				opening.onupgradeneeded = () => {
					const keys: Record<string, string | string[]> = {
						runs: 'id',
						events: ['run', 'seq'],
						notes: 'key',
					};
					for (const [table, rows] of Object.entries(records)) {
						const keyPath = keys[table];
						const made = opening.result.createObjectStore(
							table,
							keyPath ? { keyPath } : { autoIncrement: true },
						);
						if (table === 'events') made.createIndex('run', 'run');
						for (const row of rows) made.add(row);
					}
				};
				opening.onerror = () => reject(new Error(String(opening.error)));
				opening.onsuccess = () => {
					if (holds) Object.assign(window, { held: opening.result });
					else opening.result.close();
					resolve();
				};
			}),
		[version, tables, stays] as const,
	);

test('the disk is full: the guide goes on in memory, and stores it when there is room', async ({
	page,
	context,
	guide,
	site,
}) => {
	const devtools = await context.newCDPSession(page);
	const origin = new URL(site.url).origin;
	// before anything is stored: for some seconds after that the browser remembers that there was room
	await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
	await open(page, stepPath(guide.step(5)));
	await primary(page).click();
	await expectPlace(page, guide.step(6));
	await expect(told(page, 'full')).toBeVisible();
	await expect(notSaved(page)).toBeVisible();
	await primary(page).click();
	await expectPlace(page, guide.step(7));
	await told(page, 'full').getByRole('button', { name: 'Try to keep it again' }).click();
	await expect(told(page, 'full')).toContainText('Still the same.');
	await expect(notSaved(page)).toBeVisible();

	await devtools.send('Storage.overrideQuotaForOrigin', { origin });
	await told(page, 'full').getByRole('button', { name: 'Try to keep it again' }).click();
	await expect(page.locator('[data-saved]')).toBeVisible();
	await expect(page.locator('[data-trouble]')).toHaveCount(0);
	expect(await storedEvents(page)).toHaveLength(3);
	await page.reload();
	await expectPlace(page, guide.step(7));
});

test('the browser cleared the data under the guide: the next act stores the whole run anew', async ({
	page,
	context,
	guide,
	site,
}) => {
	await beginAt(page, guide.step(5));
	const before = await storedEvents(page);
	const devtools = await context.newCDPSession(page);
	await devtools.send('Storage.clearDataForOrigin', {
		origin: new URL(site.url).origin,
		storageTypes: 'indexeddb',
	});
	await primary(page).click();
	await expectPlace(page, guide.step(7));
	await expect(page.locator('[data-saved]')).toBeVisible();
	expect(await storedEvents(page)).toEqual([...before, { type: 'DONE' }]);
	await page.reload();
	await expectPlace(page, guide.step(7));
});

test('an older window holds the database back: decided within 3 s, stored when it is gone', async ({
	page,
	context,
	guide,
}) => {
	// a page of this origin that runs none of the guide
	const holder = await context.newPage();
	await holder.goto('icon.svg');
	await lay(holder, 10, { runs: [], events: [], notes: [] }, true);
	const other = await context.newPage();
	await Promise.all([
		page.goto(stepPath(guide.step(5))),
		other.goto(stepPath(guide.step(5)), { waitUntil: 'commit' }),
	]);
	await page.waitForLoadState();
	await expect(told(page, 'slow')).toBeVisible();
	await expect(told(other, 'slow')).toBeVisible();
	await primary(page).click();
	await expectPlace(page, guide.step(6));
	await expect(notSaved(page)).toBeVisible();

	await holder.close();
	await told(page, 'slow').getByRole('button', { name: 'Try to keep it again' }).click();
	await expect(page.locator('[data-saved]')).toBeVisible();
	await page.reload();
	await expectPlace(page, guide.step(6));
});

test('another window holds the records and does nothing: the guide goes on, and stores it when it can', async ({
	page,
	context,
	guide,
}) => {
	await beginAt(page, guide.step(5));
	const before = await storedEvents(page);
	const holder = await context.newPage();
	await holder.goto('icon.svg');
	// as a window that was frozen in the middle of storing
	await holder.evaluate(
		() =>
			new Promise<void>((resolve) => {
				const opening = indexedDB.open('handrail');
				opening.onsuccess = () => {
					const events = opening.result.transaction('events', 'readwrite').objectStore('events');
					const hold = () => {
						events.count().onsuccess = hold;
						resolve();
					};
					hold();
				};
			}),
	);
	await primary(page).click();
	await expectPlace(page, guide.step(7));
	await expect(told(page, 'slow')).toBeVisible();
	await expect(notSaved(page)).toBeVisible();
	await holder.close();
	expect(await storedEvents(page), 'nothing comes in later without a word').toEqual(before);
	await told(page, 'slow').getByRole('button', { name: 'Try to keep it again' }).click();
	await expect(page.locator('[data-saved]')).toBeVisible();
	await expect(page.locator('[data-trouble]')).toHaveCount(0);
	expect(await storedEvents(page)).toEqual([...before, { type: 'DONE' }]);
});

test('progress of a newer version is left as it is, and can be saved as a file', async ({
	page,
	context,
	guide,
}) => {
	const before = await context.newPage();
	await before.goto('icon.svg');
	const records = { runs: [{ id: 'a', owner: 'somebody' }], chapters: [{ words: ['never', 'seen'] }] };
	await lay(before, 990, records);
	await open(page, stepPath(guide.step(5)));
	await expect(told(page, 'newer')).toBeVisible();
	await primary(page).click();
	await expectPlace(page, guide.step(6));
	await expect(notSaved(page)).toBeVisible();
	await told(page, 'newer').getByRole('button', { name: 'Try to keep it again' }).click();
	await expect(told(page, 'newer')).toBeVisible();

	await page.getByRole('link', { name: 'Your progress' }).first().click();
	await expect(page.getByText('now at step 6')).toBeVisible();
	const download = page.waitForEvent('download');
	await page.locator('[data-newer]').getByRole('button', { name: 'Save a copy as a file' }).click();
	const file = await (await download).path();
	expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ version: 990, tables: records });

	await page.getByRole('button', { name: 'Wipe all progress' }).click();
	await page.getByRole('button', { name: 'Yes, wipe everything' }).click();
	await expect(page.getByText('Nothing yet.')).toBeVisible();
	expect(await stored(page)).toMatchObject(records);
	expect(await page.evaluate(() => indexedDB.databases())).toEqual([{ name: 'handrail', version: 990 }]);
});
