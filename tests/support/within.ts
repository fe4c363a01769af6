import type { Page } from '@playwright/test';

/** Goes to a page of the same site as a click on a link to it does, without loading the site again. */
export async function goWithin(page: Page, address: string): Promise<void> {
	// until the scripts have come, a link loads a page
	await page.locator('[data-offline]:not([data-offline="waiting"])').waitFor({ state: 'attached' });
	await page.evaluate((href) => {
		(document.activeElement as HTMLElement | null)?.blur();
		const link = document.createElement('a');
		link.href = href;
		document.body.append(link);
		link.click();
		link.remove();
	}, address);
	// the heading takes the focus when the page is drawn
	await page.waitForFunction(
		(href) => location.href === href && document.activeElement?.matches('h1'),
		new URL(address, page.url()).href,
		{ timeout: 20_000 },
	);
}
