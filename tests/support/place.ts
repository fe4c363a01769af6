import type { Page } from '@playwright/test';
import type { StepPage } from '../../src/domain/pages.ts';
import { primary } from './follow.ts';
import { expect } from './guide.ts';

/** The address of a step from the site's root, without a slash in front. */
export const stepPath = ({ slug }: StepPage): string => `desktop/${slug}/`;

/** Opens an address and waits until the progress that is kept has been read. */
export async function open(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await expect(page.locator('main[data-ready]')).toBeVisible();
}

/** Begins a run by the link to a step and its "Done": the place is then the step after it. */
export async function beginAt(page: Page, step: StepPage, base = ''): Promise<void> {
	await open(page, base + stepPath(step));
	await primary(page).click();
	await expect(page.locator('[data-saved]')).toBeVisible();
	await expect(page.locator('main')).toHaveAttribute('data-step-number', String(step.number + 1));
}

/** The bar that shows where the place is when another page is looked at. */
export const placeBar = (page: Page) => page.getByRole('complementary', { name: 'Your place' });

/** Checks that a step is looked at and is the person's place. */
export async function expectPlace(page: Page, { slug }: StepPage): Promise<void> {
	await expect(page.locator('main[data-ready]')).toHaveAttribute('data-step', slug);
	await expect(placeBar(page)).toHaveCount(0);
}
