import type { Page } from '@playwright/test';

/** What sticks out to the side, or is cut off where it cannot be scrolled to. */
export const misfits = (page: Page) =>
	page.evaluate(() => {
		const root = document.documentElement;
		const found =
			root.scrollWidth > root.clientWidth ? [`${root.scrollWidth} of ${root.clientWidth} wide`] : [];
		for (const element of document.querySelectorAll<HTMLElement>('body *')) {
			const { overflowX, clipPath } = getComputedStyle(element);
			if (!/hidden|clip/.test(overflowX) || clipPath !== 'none' || element.clientHeight === 0) continue;
			if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
				found.push(`cut off: ${element.outerHTML.slice(0, 100)}`);
		}
		return found;
	});
