import type { Page } from '@playwright/test';
import type { StepPage } from '../src/domain/pages.ts';
import { primary } from './support/follow.ts';
import { expect, test } from './support/guide.ts';
import { beginAt, expectPlace, open, stepPath } from './support/place.ts';
import { untilNoted } from './support/stored.ts';

const noon = new Date('2026-11-20T12:00:00Z');
const timer = (page: Page) => page.getByRole('timer');
const start = (page: Page) => page.getByRole('button', { name: 'Start the timer' });
async function startTimer(page: Page, { slug }: StepPage): Promise<void> {
	await start(page).click();
	await untilNoted(page, expect.objectContaining({ step: slug }));
}

test('the timer starts, counts, and says when it is taking too long', async ({ page, guide }) => {
	const [first] = guide.steps.filter(({ wait }) => wait);
	const { wait } = first ?? {};
	if (!first || !wait) throw new Error('No step waits');
	await page.clock.install({ time: noon });
	await open(page, stepPath(first));
	await expect(start(page)).toBeVisible();
	await page.clock.pauseAt(noon.getTime() + 3_600_000);
	await startTimer(page, first);
	await expect(timer(page)).toContainText('0 min 00 s');
	await expect(timer(page)).toContainText(`Usually ${wait.usual} minutes`);
	await page.clock.runFor(61_000);
	await expect(timer(page)).toContainText('1 min 01 s');
	await page.clock.fastForward((wait.tooLong - 2) * 60_000);
	await expect(timer(page)).not.toContainText('too long');
	await page.clock.fastForward(60_000);
	await expect(timer(page)).toContainText('It is taking too long.');

	await page
		.getByRole('region', { name: 'This takes a while' })
		.getByRole('link', { name: 'It is taking too long' })
		.click();
	const detour = first.symptoms.find(({ symptom }) => symptom === first.wait?.symptom)?.detour;
	await expect(page.locator('main')).toHaveAttribute('data-detour', detour ?? '');
});

test('every step that waits has its own timer, also when it is reached by walking', async ({
	page,
	guide,
}) => {
	const [before, waiting] = [guide.step(8), guide.step(9)];
	expect([before.wait, guide.step(10).wait].map(Boolean)).toEqual([false, true]);
	await page.clock.install({ time: noon });
	await beginAt(page, before);
	await expect(start(page)).toBeVisible();
	await page.clock.pauseAt(noon.getTime() + 3_600_000);
	await startTimer(page, waiting);
	await page.clock.runFor(5000);
	await expect(timer(page)).toContainText('0 min 05 s');
	await page.clock.resume();
	// it never blocks, and the next one begins anew
	await primary(page).click();
	await expectPlace(page, guide.step(10));
	await expect(start(page)).toBeVisible();
	await expect(timer(page)).toHaveCount(0);
	await page.goBack();
	await expect(page.locator('main')).toHaveAttribute('data-step', waiting.slug);
	await expect(start(page)).toBeVisible();
});

test('the timer goes on over a reload and a detour', async ({ page, guide }) => {
	await page.clock.install({ time: noon });
	await beginAt(page, guide.step(8));
	await startTimer(page, guide.step(9));
	await expect(timer(page)).toBeVisible();
	await page.clock.setSystemTime(noon.getTime() + 120_000);
	await page.reload();
	await expect(timer(page)).toContainText(/2 min \d\d s/);
	const { words } = guide.step(9).symptoms[0] ?? { words: '' };
	await page.getByRole('main').getByRole('link', { name: words, exact: true }).click();
	await expect(page.locator('main[data-detour]')).toBeVisible();
	await primary(page).click();
	await expect(timer(page)).toContainText(/2 min \d\d s/);
});

test('a clock that is set back never makes the time negative', async ({ page, guide }) => {
	await page.clock.install({ time: noon });
	await beginAt(page, guide.step(8));
	await startTimer(page, guide.step(9));
	await page.clock.setSystemTime(noon.getTime() - 3_600_000);
	await page.clock.runFor(2000);
	await expect(timer(page)).toContainText(/^0 min \d\d s/);
	await page.reload();
	await expect(timer(page)).toContainText(/^0 min \d\d s/);
	await expect(timer(page)).not.toContainText('too long');
	await primary(page).click();
	await expectPlace(page, guide.step(10));
});

test('the next person does not see the timer of the one before', async ({ page, guide }) => {
	await page.clock.install({ time: noon });
	await beginAt(page, guide.step(8));
	await startTimer(page, guide.step(9));
	await open(page, 'desktop/');
	await page.getByRole('button', { name: 'Start fresh for the next person' }).click();
	await expect(page.getByRole('heading', { name: '4 questions first' })).toBeVisible();
	await open(page, stepPath(guide.step(9)));
	await expect(start(page)).toBeVisible();
});

test('a step that is left before its timer came stays left', async ({ page, guide }) => {
	const [waiting] = guide.steps.filter(({ wait }) => wait);
	if (!waiting) throw new Error('No step waits');
	let letGo: () => void = () => undefined;
	const gate = new Promise<void>((resolve) => (letGo = resolve));
	let isHeld: (url: string) => void = () => undefined;
	const held = new Promise<string>((resolve) => (isHeld = resolve));
	await page.route('**/_app/immutable/**', async (route) => {
		const response = await route.fetch();
		if ((await response.text()).includes('Start the timer')) {
			isHeld(response.url());
			await gate;
		}
		await route.fulfill({ response });
	});
	await open(page, stepPath(guide.step(2)));
	await page.getByRole('link', { name: 'Map', exact: true }).click();
	await expect(page).toHaveURL(/\/map\/$/);
	const title = await page.title();
	const link = (step: StepPage) => page.locator(`a[href$="/${stepPath(step)}"]`).first();
	await link(waiting).click();
	const script = await held;
	await page.goBack();
	await expect(page).toHaveTitle(title);
	// the page of the step is gone, and a page of another step comes in its place
	await link(guide.step(2)).click();
	await expectPlace(page, guide.step(2));
	letGo();
	// what waited for the script goes on before this does; a word of it in the console fails the test
	await page.evaluate((url) => import(url), script);
	await expect(start(page)).toHaveCount(0);
	// texts of further steps may still be on their way when the test ends
	await page.unrouteAll({ behavior: 'wait' });
});
