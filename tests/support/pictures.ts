import type { Page } from '@playwright/test';

/** Of steps and problems, those on which there is nothing to see on a screen. */
const bare =
	/\/(get-help|black-screen-at-start|desk-not-reached|service-desk|push-login-locked|device-not-supported|phone-lost|console-not-reached|user-without-email)\/$/;

/** Which steps and problems have a picture. */
export const picturedOf = (paths: readonly string[]): Set<string> =>
	new Set(paths.filter((path) => !bare.test(path)));

/** Pictures of a page that have no name or do not fit, and their texts that are too small. */
export const unreadable = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const found: string[] = [];
		if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
		const pictures = document.querySelectorAll('.picture');
		if (pictures.length === 0) found.push('there is no picture');
		for (const picture of pictures) {
			for (const image of picture.querySelectorAll<HTMLElement & { computedName: string }>('[role=img]'))
				if (!/\w.{10,}\."?$/.test(image.computedName)) found.push(`a picture named ${image.computedName}`);
			const walker = document.createTreeWalker(picture, NodeFilter.SHOW_TEXT);
			for (let text = walker.nextNode(); text; text = walker.nextNode()) {
				const parent = text.parentElement;
				if (!parent || text.textContent?.trim() === '') continue;
				if (parseFloat(getComputedStyle(parent).fontSize) < 12) found.push(`small: ${text.textContent}`);
			}
			const frame = picture.getBoundingClientRect();
			const ring = picture.querySelector('[data-mark]')?.getBoundingClientRect();
			if (ring && (ring.left < frame.left || ring.right > frame.right || ring.width === 0))
				found.push('the marked control is outside of the picture');
		}
		return found;
	});
