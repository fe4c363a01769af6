import { readFile } from 'node:fs/promises';
import { lookWithAxe } from './support/axe.ts';
import { driveOn, driveToTheEnd, standing } from './support/drive.ts';
import { expect, test } from './support/guide.ts';
import { misfits } from './support/misfits.ts';

test('an exercise is made, handed out as a file, and passed by somebody else', async ({
	page,
	browser,
	practice,
	base,
}) => {
	// a trainer makes it, with the keyboard where the page has controls of its own
	await page.setViewportSize({ width: 320, height: 800 });
	await page.goto(`${base}trainer/author/`);
	await page.locator('main[data-drafts="0"]').waitFor();
	await page.getByRole('button', { name: 'New exercise' }).press('Enter');
	const main = page.locator('main[data-draft]');
	await expect(main.getByText('Not whole yet:')).toBeVisible();
	await expect(page.locator('[data-wrong=words]')).toHaveText('It has no title yet.');
	await page.getByLabel('Title').fill('Wi-Fi of the neighbors');
	await page.getByLabel('What learners read before they begin').fill('There is no cable.');
	await page.getByLabel('Notes for you').fill('Secret: the guest network.');
	await page.getByLabel('First step').selectOption('connect-to-router');
	await page.locator('[data-fault=guest-wifi]').press('Space');
	await page.getByLabel('Goal').selectOption('enter-email-address');

	// set up by doing, and taken back
	const doing = page.locator('section[data-mode]');
	await doing.getByRole('button', { name: 'Set it up' }).press('Enter');
	await doing.getByRole('button', { name: 'Wait', exact: true }).press('Enter');
	await expect(doing).toHaveAttribute('data-acts', '1');
	await doing.locator('[data-control="logon.network"]').click();
	await expect(doing).toHaveAttribute('data-acts', '2');
	await doing.getByRole('button', { name: 'Undo' }).press('Enter');
	await expect(doing).toHaveAttribute('data-acts', '1');

	// the solution: one act by hand, the rest by the autopilot
	await doing.getByRole('button', { name: 'Record the solution' }).press('Enter');
	await doing.locator('[data-control="logon.network"]').click();
	await expect(doing).toHaveAttribute('data-acts', '1');
	await doing.getByRole('button', { name: 'Autopilot: to the goal' }).press('Enter');
	await expect(doing).toHaveAttribute('data-done', '');
	await expect(main).toHaveAttribute('data-whole', '');
	await expect(main).toHaveAttribute('data-saved', '');
	expect(await lookWithAxe(page, 'make an exercise')).toEqual([]);
	expect(await misfits(page)).toEqual([]);

	// a reload loses nothing
	const acts = await doing.getAttribute('data-acts');
	await page.reload();
	await expect(doing).toHaveAttribute('data-acts', acts ?? 'none');
	await expect(page.getByLabel('Title')).toHaveValue('Wi-Fi of the neighbors');
	await expect(page.locator('[data-fault=guest-wifi]')).toBeChecked();

	const saved = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save as a file' }).click();
	const download = await saved;
	const text = await readFile(await download.path(), 'utf8');
	const read = practice.readScenarioFile(text);
	if (!read.ok) throw new Error(read.reason);
	expect(practice.checkedFile(read.value)).toMatchObject({ ok: true });
	const { scenario } = read.value;
	expect(download.suggestedFilename()).toBe(`${scenario.id}.json`);
	expect(scenario.before).toEqual([60]);

	// the trainer tries it as a learner would
	await page.getByRole('button', { name: 'Try it' }).click();
	await page.locator(`main[data-practice="${scenario.id}"][data-ready]`).waitFor();

	// a learner in another profile opens the file, and a bad one beside it
	const profile = await browser.newContext({ viewport: { width: 320, height: 800 } });
	const learner = await profile.newPage();
	await learner.clock.setFixedTime(standing);
	await learner.goto(`${base}practice/own/`);
	await learner.locator('main[data-own="0"]').waitFor();
	const file = (name: string, body: string) => ({
		name,
		mimeType: 'application/json',
		buffer: Buffer.from(body),
	});
	await learner
		.getByLabel('Open exercises')
		.setInputFiles([file('wifi.json', text), file('cut.json', text.slice(0, -9))]);
	await expect(learner.locator('[data-bad]')).toHaveText(/cut\.json: This file is no exercise/);
	expect(await lookWithAxe(learner, 'exercises from files')).toEqual([]);
	expect(await misfits(learner)).toEqual([]);
	await learner.setViewportSize({ width: 1280, height: 800 });
	await learner.getByRole('link', { name: /Practice it/ }).click();
	await driveToTheEnd(await driveOn(learner, practice, scenario));
	expect(await learner.content()).not.toContain('Secret');
	await learner.goto(`${base}practice/progress/`);
	await expect(learner.getByRole('heading', { name: scenario.title })).toBeVisible();
	await expect(learner.locator('[data-outcome]')).toHaveText('passed');
	await profile.close();
});
