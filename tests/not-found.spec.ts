import { expect, test } from './server.ts';

for (const [wanted, nearest] of [
	['desktop/Outlook-Static-Pasword/', 'desktop/outlook-static-password/'],
	['desktop/outlook-static-password/nothing-like-it', 'desktop/outlook-static-password/'],
	['Desktop/use-passcode-on-vpn', 'desktop/use-passcode-on-vpn/'],
	['start-outlok', 'desktop/start-outlook/'],
] as const) {
	test(`an unknown address leads to the nearest page: ${wanted}`, async ({ page, site, folderSite }) => {
		for (const { url } of [site, folderSite]) {
			const answer = await page.goto(url + wanted);
			expect(answer?.status()).toBe(404);
			await expect(page).toHaveURL(url + nearest);
			await expect(page.locator('main h1')).toBeVisible();
		}
	});
}

test('an address with nothing near it stays at the page for lost people', async ({ page, folderSite }) => {
	await page.goto(`${folderSite.url}qqqq/xxxx/`);
	await expect(page).toHaveURL(new RegExp(`^${folderSite.url}(lost/)?(#.*)?$`));
	await expect(page.locator('main')).toBeVisible();
});

test('without scripts an unknown address says what to do', async ({ browser, site }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${site.url}desktop/nothing/`);
	await expect(page.getByRole('heading', { name: 'This page is not here' })).toBeVisible();
	await expect(page.locator('a[href^="tel:"]')).toBeVisible();
	await context.close();
});
