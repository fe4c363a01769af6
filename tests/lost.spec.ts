import { expect, test } from './support/guide.ts';
import { beginAt, stepPath } from './support/place.ts';
import { stored, storedAtRest } from './support/stored.ts';

test.use({ mayMiss: true });

/** Addresses of long ago and of hurry, and the number of the step that they mean: 0 is the list of all. */
const mangled: [wanted: string, step: number][] = [
	['Desktop/Outlook-Static-Password', 13],
	['DESKTOP/OUTLOOK-STATIC-PASSWORD/', 13],
	['desktop/outlok-static-pasword/', 13],
	['outlook-static-password/', 13],
	['desktop/outlook-static-password/index.htm', 13],
	['desktop/outlook-static-password).', 13],
	['desktop/outlook-static-password/no-such-thing/', 13],
	['desktop/13/', 13],
	['step/013/', 13],
	['Step/13', 13],
	['step/99/', 0],
	['step/0/', 0],
	['desktop/no-step-is-called-like-this/', 0],
	['desktop/%E0%A4/', 0],
	[`desktop/${'long-'.repeat(300)}/`, 0],
];

for (const where of ['root', 'sub-folder'] as const)
	test.describe(`in the ${where}`, () => {
		test.use({ where });

		test('a mangled link leads to the nearest page and says so once', async ({ page, guide, base }) => {
			test.setTimeout(90_000);
			await beginAt(page, guide.step(5), base);
			const before = await storedAtRest(page);
			for (const [wanted, number] of mangled)
				await test.step(wanted.slice(0, 60), async () => {
					await page.goto(base + wanted);
					await expect(page).toHaveURL(base + (number ? stepPath(guide.step(number)) : 'desktop/'));
					await expect(page.getByRole('status').filter({ hasText: 'There is no page at' })).toHaveCount(1);
					await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
					expect(await stored(page)).toEqual(before);
				});
		});

		test('the short address of a step goes without its final slash', async ({ page, guide, base }) => {
			await page.goto(`${base}step/13`);
			await expect(page).toHaveURL(base + stepPath(guide.step(13)));
			await expect(page.getByText('There is no page at')).toHaveCount(0);
		});

		test('where nothing is near, the page says so and offers two ways', async ({ page, base }) => {
			for (const wanted of ['qqqq/xxxx/', 'lost/#%E0%A4%A', 'lost/']) {
				await page.goto(base + wanted);
				await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
				await expect(page.getByRole('link', { name: 'See all steps' })).toBeVisible();
				await expect(page.getByRole('link', { name: 'Go to the start' })).toBeVisible();
			}
		});
	});

test('what stood in the address is shown as text, never as markup', async ({ page }) => {
	await page.goto('lost/#desktop/outlook-static-password<img src=x onerror=alert(1)>');
	await expect(page.getByText('There is no page at')).toContainText('<img src=x');
	await expect(page.getByRole('status').getByRole('img')).toHaveCount(0);
});
