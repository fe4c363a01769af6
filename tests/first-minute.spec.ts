import { expect, test } from './server.ts';
import { lookWithAxe } from './support/axe.ts';
import { misfits } from './support/misfits.ts';
import { primary } from './support/follow.ts';
import { untilNoted } from './support/stored.ts';

/** Who comes, what they select from the first page on, and what they then have before them. */
const ways = [
	{ who: 'a caller', clicks: ['Set up my computer'], at: 'desktop/', has: /computer/i },
	{ who: 'a trainer', clicks: ['I am a trainer'], at: 'trainer/', has: /demo/i },
	{ who: 'the service desk', clicks: ['I am the service desk'], at: 'desk/', has: /desk/i },
	{ who: 'an operator with a user', clicks: ['Manage tokens'], at: 'migration/', has: /token/i },
	{
		who: 'an operator who practices',
		clicks: ['Practice first', 'Operator console'],
		at: 'console/',
		has: /console/i,
	},
] as const;

for (const { who, clicks, at, has } of ways)
	test(`${who} has the main task in ${clicks.length} of at most 2 clicks`, async ({ page, site }) => {
		expect(clicks.length).toBeLessThanOrEqual(2);
		await page.goto('');
		for (const name of clicks) await page.getByRole('link', { name, exact: true }).first().click();
		await expect.poll(() => page.url().replace(/#.*$/, '')).toBe(site.url + at);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(has);
		// who helps: on every page, in its footer
		await expect(page.getByRole('contentinfo').getByText('Service desk:')).toBeVisible();
	});

test('to install it is offered after the first finished step, and never again to who says no', async ({
	page,
	guide,
}) => {
	const offer = page.getByRole('complementary', { name: 'Keep Handrail at hand' });
	const browserOffers = () =>
		page.evaluate(() => {
			const event = new Event('beforeinstallprompt', { cancelable: true });
			Object.assign(event, {
				prompt: () => {
					document.body.dataset.prompted = '';
					return Promise.resolve();
				},
			});
			return !dispatchEvent(event);
		});
	await page.goto(`desktop/${guide.step(2).slug}/`);
	await page.locator('main[data-ready]').waitFor();
	// held back once the session has begun
	await expect.poll(browserOffers).toBe(true);
	await expect(offer).toHaveCount(0);
	await primary(page).click();
	await expect(offer).toBeVisible();
	expect(
		await lookWithAxe(page, 'offer to install', { only: 'aside[aria-labelledby=install-title]' }),
	).toEqual([]);
	await page.setViewportSize({ width: 320, height: 640 });
	expect(await misfits(page)).toEqual([]);
	await offer.getByRole('button', { name: 'Install', exact: true }).click();
	await expect(page.locator('body[data-prompted]')).toHaveCount(1);

	const again = async () => {
		await page.reload();
		await page.locator('main[data-ready]').waitFor();
		await expect.poll(browserOffers).toBe(true);
	};
	await again();
	await offer.getByRole('button', { name: 'No, and do not ask again' }).click();
	await untilNoted(page, true);
	await again();
	await expect(offer).toHaveCount(0);
});
