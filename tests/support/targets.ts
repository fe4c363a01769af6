import type { Page } from '@playwright/test';

/** The least height and width of what is pressed, in CSS pixels: WCAG 2.5.5, target size (enhanced). */
const least = 44;

/**
 * Controls of a page that are smaller. A choice counts with its label. Links within text, and the simulated devices,
 * which are as small as real ones, are left out.
 */
export const smallTargets = (page: Page): Promise<string[]> =>
	page.evaluate((least) => {
		const controls = 'button, summary, select, textarea, input, .primary, .secondary';
		return [...document.querySelectorAll<HTMLElement>(controls)].flatMap((control) => {
			if (control.closest('[data-device], .picture, [inert]') || !control.checkVisibility()) return [];
			const choice = control instanceof HTMLInputElement && /^(radio|checkbox|file)$/.test(control.type);
			const { width, height } = ((choice && control.closest('label')) || control).getBoundingClientRect();
			// what only assistive technology sees
			if (width <= 1 || height <= 1 || (width >= least && height >= least)) return [];
			return [`${Math.round(width)}x${Math.round(height)}: ${control.outerHTML.slice(0, 120)}`];
		});
	}, least - 0.5);
