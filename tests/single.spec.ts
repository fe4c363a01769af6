import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from 'node-html-parser';
import { singleFile } from '../scripts/pages/single.mjs';
import { expect, test } from './server.ts';
import { lookWithAxe } from './support/axe.ts';
import { misfits } from './support/misfits.ts';
import { watch } from './support/watch.ts';

const built = fileURLToPath(new URL('../build', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'handrail-single-'));
// a worker that comes back to these tests has removed it in between
const file = join(folder, 'handrail.html');
const html = singleFile(built);
test.beforeAll(() => {
	mkdirSync(folder, { recursive: true });
	writeFileSync(file, html);
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));
const address = pathToFileURL(file).href;

test('every link leads to a section, every step and problem of the four guides has one, ids occur once', ({
	guide,
}) => {
	const document = parse(html);
	const ids = document.querySelectorAll('[id]').map(({ id }) => id);
	expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
	const links = document.querySelectorAll('a').map((link) => link.getAttribute('href') ?? '');
	const known = new Set(ids.map((id) => `#${id}`));
	expect(links.filter((link) => !known.has(link) && !/^(tel|https):/.test(link))).toEqual([]);
	for (const id of ['desktop', 'android', 'push', 'migration']) expect(ids).toContain(id);
	expect(document.querySelectorAll('main > section[data-step]:not([data-detour])').length).toBe(69);
	for (const { slug, symptoms } of guide.steps) {
		expect(ids).toContain(`desktop/${slug}`);
		for (const { detour } of symptoms) expect(ids).toContain(`desktop/${slug}/${detour}`);
	}
	for (const label of document.querySelectorAll('[aria-labelledby]'))
		expect(ids).toContain(label.getAttribute('aria-labelledby'));
});

test('from a disk: a way through a problem and back, by keyboard, with no request and nothing refused', async ({
	page,
	site,
}) => {
	const { found } = await watch(page, [site.url]);
	const requests: string[] = [];
	page.on('request', (request) => requests.push(request.url()));
	await page.goto(address);
	const heading = page.locator('main > section:visible > h1');
	await expect(heading).toHaveText('Handrail in one file');
	await page.locator('#start').getByRole('link', { name: 'Set up your new computer' }).press('Enter');
	// roles are looked for in what is shown alone: in the whole file it takes a browser seconds
	const shown = page.locator('main > section:target');
	await shown.getByRole('link', { name: /^Step 12: / }).press('Enter');
	const step = 'Start Outlook and type your e-mail address';
	await expect(shown.getByRole('heading', { level: 1 })).toHaveText(step);
	await shown.getByRole('link', { name: 'It says that something went wrong, with a code' }).press('Enter');
	const problem = 'Outlook shows an error with a code';
	await expect(shown.getByRole('heading', { level: 1 })).toHaveText(problem);
	await shown.getByRole('link', { name: 'Done: the error is gone' }).press('Enter');
	await expect(shown.getByRole('heading', { level: 1 })).toHaveText(step);
	await expect(shown.getByRole('img')).toBeVisible();
	await page.goBack();
	await expect(shown.getByRole('heading', { level: 1 })).toHaveText(problem);
	await expect(page.locator('main > section:visible')).toHaveCount(1);
	expect(requests.filter((url) => !url.startsWith(address))).toEqual([]);
	expect(found).toEqual([]);
});

test('a step is accessible and fits 320 pixels; everything at once can be searched and printed', async ({
	page,
}) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await page.goto(`${address}#migration/read-report`);
	expect(await misfits(page)).toEqual([]);
	expect(await lookWithAxe(page, 'step in one file', { only: 'main > section:target' })).toEqual([]);
	await page.getByRole('link', { name: 'Everything, to search or print' }).click();
	await expect(page.locator('main > section:visible')).toHaveCount(
		await page.locator('main > section').count(),
	);
});
