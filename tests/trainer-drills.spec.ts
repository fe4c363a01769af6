import type { Page } from '@playwright/test';
import { lookWithAxe } from './support/axe.ts';
import { expect, test } from './support/guide.ts';
import { misfits } from './support/misfits.ts';
import { readPractice } from './support/read-practice.ts';
import { scan } from './support/scan.ts';
import { stored } from './support/stored.ts';

const START = Date.UTC(2026, 10, 23, 8);

/** Does the same few things as everybody, at the same time, and says what is kept of it. */
async function tryDrill(page: Page, link: string) {
	await page.clock.setFixedTime(START);
	await page.goto(link);
	await page.getByRole('button', { name: 'Begin the drill' }).click();
	await page.locator('main[data-practice][data-ready]').waitFor();
	await expect(page.locator('[data-coach]')).toHaveText(/without help/);
	await expect(page.getByRole('button', { name: 'Give me a hint' })).toHaveCount(0);
	for (const button of ['Skip the wait', 'Call the service desk', 'Skip the wait'])
		await page.getByRole('button', { name: button }).click();
	await page.locator('[data-kept=saved]').waitFor();
	const kept = (await stored(page)) as unknown as {
		exercises: { scenario: string }[];
		commands: { seq: number; command: never }[];
	};
	await expect(page.locator('[data-kept=saved]')).toBeVisible();
	return {
		id: kept.exercises[0]?.scenario ?? '',
		log: kept.commands.sort((one, other) => one.seq - other.seq).map(({ command }) => command),
	};
}

test('one link for a class: made, scanned, and the same for two who do the same', async ({
	page,
	context,
	browser,
	base,
}) => {
	await page.setViewportSize({ width: 320, height: 800 });
	await page.goto(`${base}trainer/drills/`);
	await page.locator('main[data-choices=desktop]').waitFor();
	await page.getByLabel('Most mistakes').fill('1');
	await page.getByRole('button', { name: 'Make the drill' }).click();
	await expect(page.locator('[data-met] > li')).toHaveCount(3);
	expect(await lookWithAxe(page, 'make a drill')).toEqual([]);
	expect(await misfits(page)).toEqual([]);
	const link = await page.getByLabel('Link to this drill').inputValue();
	expect(await scan(page, await context.newPage())).toBe(link);

	// a reload loses nothing
	const met = await page.locator('[data-met]').textContent();
	await page.reload();
	await expect(page.locator('[data-met]')).toHaveText(met ?? 'nothing');

	const { scenarioOf, restore, hash } = await readPractice();
	const hashes: string[] = [];
	for (let learner = 0; learner < 2; learner += 1) {
		const profile = await browser.newContext();
		const { id, log } = await tryDrill(await profile.newPage(), link);
		const scenario = scenarioOf(id);
		expect(log.length).toBeGreaterThan(0);
		hashes.push(scenario ? hash(restore(scenario, log).world) : id);
		await profile.close();
	}
	expect(hashes[1]).toBe(hashes[0]);

	// one that was cut is refused, and the page can still be used
	await page.goto(link.slice(0, -1));
	await expect(page.getByRole('alert')).toHaveText(/cut short/);
	await page.evaluate(() => (location.hash = '#417-3'));
	await page.locator('main[data-practice=drill-417-3]').waitFor();
});
