import { lookWithAxe } from './support/axe.ts';
import { expect, test } from './support/guide.ts';
import { misfits } from './support/misfits.ts';
import { readCalls } from './support/read-calls.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a round: who asks what tells places apart, finds the place and helps has all points', async ({
	page,
	base,
}) => {
	const { book, fewestQuestions, roundOf } = await readCalls();
	const calls = roundOf(book, 12);
	await page.setViewportSize({ width: 320, height: 640 });
	await page.goto(`${base}desk/`);
	await page.getByRole('link', { name: 'practice calls', exact: true }).click();
	const main = page.locator('main[data-round]');
	await expect(main).toHaveAttribute('data-round', '1');
	await page.evaluate(() => (location.hash = '#12'));
	await expect(main).toHaveAttribute('data-round', '12');

	for (const [at, call] of calls.entries()) {
		await expect(main).toHaveAttribute('data-call', String(at + 1));
		const talk = page.getByRole('log', { name: 'The call' });
		await expect(talk).toHaveText(`Caller: ${call.saying.says}`);
		for (const { id, again } of fewestQuestions(book, call)) {
			const question = call.questions.find((one) => one.id === id);
			const ask = (question?.ask ?? '').replace(/[[\]]/g, '');
			await page.getByRole('button', { name: again ? `Look again. ${ask}` : ask, exact: true }).click();
			const words = again ? question?.answer.again?.words : question?.answer.words;
			await expect(talk.getByText(words ?? '').last()).toBeVisible();
		}
		// a code or link is read in any form that the desk's own field takes
		await page.getByLabel('Locator code or link').fill(`${base}${call.place}/`);
		await page.keyboard.press('Enter');
		await expect(page.locator('[data-chosen]')).toHaveAttribute('data-chosen', call.place);
		const here = page.getByRole('button', { name: 'The caller is here' });
		await expect(here).toBeFocused();
		if (at === 0) {
			expect(await misfits(page)).toEqual([]);
			expect(await lookWithAxe(page, 'a call')).toEqual([]);
		}
		await page.keyboard.press('Enter');
		await expect(page.getByRole('heading', { name: 'What do you do?' })).toBeFocused();
		const right = call.options.find(({ kind }) => kind === 'right')?.words ?? '';
		await page.getByRole('radio', { name: right.replace(/[[\]]/g, ''), exact: true }).check();
		await page.getByRole('button', { name: 'End the call' }).click();
		await expect(page.getByRole('heading', { name: '10 of 10 points' })).toBeFocused();
		await page.getByRole('button', { name: /^(Next call|Look at the whole round)$/ }).click();
	}
	await expect(page.getByRole('heading', { name: 'Round 12: 50 of 50 points' })).toBeFocused();
	expect(await misfits(page)).toEqual([]);
	expect(await lookWithAxe(page, 'the end of a round')).toEqual([]);
	await expect(page.getByLabel(/^A link to this round/)).toHaveValue(`${base}desk/practice/#12`);
	await page.getByRole('button', { name: 'Begin round 13' }).click();
	await expect(main).toHaveAttribute('data-round', '13');
	await expect(page.getByRole('heading', { name: 'Round 13, call 1 of 5' })).toBeFocused();
});

test('by keyboard alone: the search finds the place; who asks for a secret has no points, and is told why', async ({
	page,
	base,
}) => {
	const { book, roundOf } = await readCalls();
	const [call] = roundOf(book, 3);
	const key = call?.place ?? '';
	await page.goto(`${base}desk/practice/#3`);
	await page.getByRole('button', { name: 'Which device is it about?' }).focus();
	const secret = call?.questions.find((one) => one.secret)?.ask ?? '';
	for (let presses = 0; presses < 20; presses++) {
		if ((await page.locator(':focus').textContent())?.trim() === secret) break;
		await page.keyboard.press('Tab');
	}
	await page.keyboard.press('Enter');
	await expect(page.getByRole('log')).toContainText('Am I allowed to tell you that?');
	// what was asked stays where it is, and is not asked twice
	await page.keyboard.press('Enter');
	await expect(page.getByText('Am I allowed to tell you that?')).toHaveCount(1);
	await expect(page.getByRole('button', { name: secret })).toBeFocused();

	const box = page.getByRole('searchbox', { name: 'What does the caller say?' });
	await box.focus();
	await page.keyboard.type(book.places[key]?.title ?? '');
	await expect(page.locator('[data-result]').first()).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: 'The caller is here' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'What do you do?' })).toBeFocused();
	await page.getByRole('button', { name: 'End the call' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alert').filter({ hasText: 'Choose one of them.' })).toBeVisible();
	await page.getByRole('radio').first().focus();
	await page.keyboard.press('Space');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: '0 of 10 points' })).toBeFocused();
	await expect(page.getByRole('note')).toContainText('A serious mistake: you asked for a secret.');
	// nothing of it is kept, and nothing of it stands in the address
	expect(new URL(page.url()).hash).toBe('#3');
	await page.reload();
	await expect(page.getByRole('log')).toHaveText(`Caller: ${call?.saying.says}`);
});
