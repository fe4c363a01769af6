import { primary } from './support/follow.ts';
import { expect, test } from './support/guide.ts';
import { beginAt, expectPlace, open, placeBar, stepPath } from './support/place.ts';
import { stored, storedAtRest, storedEvents } from './support/stored.ts';

const done = { type: 'DONE' };

test('Back and Forward walk exactly the visited path and change nothing stored', async ({
	page,
	guide,
	site,
}) => {
	const path = [5, 6, 7].map((number) => site.url + stepPath(guide.step(number)));
	await beginAt(page, guide.step(5));
	await primary(page).click();
	await expect(page).toHaveURL(path[2] ?? '');
	const { words } = guide.step(7).symptoms[0] ?? { words: '' };
	await page.getByRole('main').getByRole('link', { name: words, exact: true }).click();
	await expect(page.locator('main[data-detour]')).toBeVisible();
	path.push(page.url());
	await expect.poll(() => storedEvents(page)).toHaveLength(4);
	const before = await storedAtRest(page);

	for (const address of path.slice(0, -1).reverse()) {
		await page.goBack();
		await expect(page).toHaveURL(address);
		await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
	}
	for (const address of path.slice(1)) {
		await page.goForward();
		await expect(page).toHaveURL(address);
	}
	expect(await stored(page)).toEqual(before);
	await expect(placeBar(page)).toHaveCount(0);
});

test('the bar says what is looked at and where the place is, with both ways on', async ({ page, guide }) => {
	await beginAt(page, guide.step(12));
	await open(page, stepPath(guide.step(5)));
	await expect(placeBar(page)).toContainText('You are looking at step 5. Your place is step 13.');
	const before = await storedAtRest(page);

	await placeBar(page)
		.getByRole('link', { name: /step 13$/ })
		.click();
	await expectPlace(page, guide.step(13));
	expect(await stored(page)).toEqual(before);

	await page.goBack();
	await placeBar(page)
		.getByRole('button', { name: /^I am here/ })
		.click();
	await expectPlace(page, guide.step(5));
	await expect.poll(() => storedEvents(page)).toHaveLength(3);
	await page.reload();
	await expectPlace(page, guide.step(5));
});

test('the rail, links and controls elsewhere than at the place change only the look', async ({
	page,
	guide,
}) => {
	await beginAt(page, guide.step(12));
	const before = await storedAtRest(page);
	const rail = page.getByRole('navigation', { name: 'All steps' });
	await rail.getByRole('link', { name: guide.step(20).title }).click();
	await expect(placeBar(page)).toContainText('You are looking at step 20.');

	// the primary control leads on and says so; a symptom leads to its page
	await expect(primary(page)).toHaveText('Next: step 21');
	await primary(page).click();
	await expect(placeBar(page)).toContainText('You are looking at step 21.');
	const { words, detour } = guide.step(21).symptoms[0] ?? { words: '', detour: '' };
	await page.getByRole('main').getByRole('link', { name: words, exact: true }).click();
	await expect(page.locator('main')).toHaveAttribute('data-detour', detour);
	await expect(placeBar(page)).toContainText('a problem at step 21');
	await primary(page).click();
	await expect(placeBar(page)).toContainText('You are looking at step 21.');
	await expect(rail.locator('[aria-current="step"]')).toHaveCount(1);
	expect(await stored(page)).toEqual(before);
});

test('a detour can be made the place, and leads back from there', async ({ page, guide }) => {
	await beginAt(page, guide.step(12));
	await open(page, `${stepPath(guide.step(21))}passcode-refused/`);
	await placeBar(page)
		.getByRole('button', { name: /^I am here/ })
		.click();
	await expect(placeBar(page)).toHaveCount(0);
	await primary(page).click();
	await expectPlace(page, guide.step(21));
});

test('pages that cannot be a place do not offer to be one', async ({ page, guide }) => {
	await beginAt(page, guide.step(12));
	await page.goto('desktop/done/');
	await expect(placeBar(page).getByRole('link', { name: /step 13$/ })).toBeVisible();
	await expect(placeBar(page).getByRole('button')).toHaveCount(0);
	await open(page, 'desktop/');
	await expect(page.getByRole('link', { name: 'Go on at step 13' })).toBeVisible();
	await expect(placeBar(page)).toHaveCount(0);
});

test('a reload stays, on the place and on a page that is looked at', async ({ page, guide }) => {
	await beginAt(page, guide.step(12));
	await page.reload();
	await expectPlace(page, guide.step(13));
	await open(page, stepPath(guide.step(5)));
	await page.reload();
	await expect(placeBar(page)).toContainText('You are looking at step 5. Your place is step 13.');
});

test('a link to a step with no run begins one there, and only with a click', async ({ page, guide }) => {
	await open(page, stepPath(guide.step(5)));
	await expect(placeBar(page)).toHaveCount(0);
	expect(await stored(page)).toEqual({ runs: [], events: [], notes: [], aside: [] });
	await primary(page).click();
	await expectPlace(page, guide.step(6));
	await expect(page.locator('[data-saved]')).toBeVisible();
	expect(await storedEvents(page)).toEqual([{ type: 'JUMP', slug: guide.step(5).slug }, done]);
});

test('a double click on "Done" goes one step on', async ({ page, guide }) => {
	await open(page, stepPath(guide.step(5)));
	await primary(page).dblclick();
	await expect(page.locator('[data-saved]')).toBeVisible();
	await expect(page.locator('main')).toHaveAttribute('data-step', guide.step(6).slug);
	expect(await storedEvents(page)).toEqual([{ type: 'JUMP', slug: guide.step(5).slug }, done]);
});

test('who has progress in one guide begins another one by its questions', async ({ page, guide }) => {
	await open(page, 'android/install-app/');
	await page.locator('main[data-ready] [data-symptom]').first().click();
	await expect(page.locator('main[data-detour]')).toBeVisible();
	await expect(page.locator('[data-saved]')).toBeVisible();
	await open(page, 'desktop/');
	for (const answer of ['phone=no', 'screen=other', 'role=user', 'static-password=yes'])
		await page.locator(`main[data-ready] [data-answer="${answer}"]`).click();
	await expectPlace(page, guide.step(2));
	expect((await stored(page)).runs).toHaveLength(2);
});
