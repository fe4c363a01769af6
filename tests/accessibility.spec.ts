import type { Page } from '@playwright/test';
import { desktopSteps } from '../src/domain/desktop.ts';
import { distinctPages, onePerKind, parts } from './pages.ts';
import { expect, test } from './server.ts';
import { readArrived } from './support/arrived.ts';
import { lookWithAxe, type Found } from './support/axe.ts';
import { goWithin } from './support/within.ts';

const { steps, detours, others } = distinctPages();

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Looks at pages that are opened by their addresses. */
async function lookAll(page: Page, paths: readonly string[]): Promise<Found[]> {
	const found: Found[] = [];
	for (const path of paths) {
		await page.goto(path);
		found.push(...(await lookWithAxe(page, path)));
	}
	return found;
}

/** Looks at pages that are gone to from the first one, each with all that its scripts draw. */
async function lookWithin(
	page: Page,
	site: string,
	paths: readonly string[],
	without: readonly string[] = [],
): Promise<Found[]> {
	const found: Found[] = [];
	await page.goto('desktop/done/');
	for (const path of paths) {
		await goWithin(page, site + path);
		await page.locator('main[data-ready]').waitFor();
		found.push(...(await lookWithAxe(page, path, { without })));
	}
	return found;
}

test('there are pages of each kind to look at', () => {
	expect(steps.filter((path) => path.startsWith('desktop/'))).toHaveLength(desktopSteps.length);
	for (const guide of ['android/', 'push/', 'migration/'])
		expect(steps.filter((path) => path.startsWith(guide)).length).toBeGreaterThan(guide === 'push/' ? 1 : 2);
	expect(detours.length).toBeGreaterThan(70);
	expect(others).toEqual(expect.arrayContaining(['', 'desktop/', 'desktop/done/', 'map/', 'status/']));
});

for (const [at, group] of parts(steps, 2).entries())
	test(`steps, part ${at + 1}`, async ({ page, site }) => {
		test.setTimeout(300_000);
		expect(await lookWithin(page, site.url, group)).toEqual([]);
	});

for (const [at, group] of parts(detours, 2).entries())
	test(`detours, part ${at + 1}`, async ({ page, site }) => {
		test.setTimeout(300_000);
		// the rail and the foot of each detour are those of its step; the screens are looked at where they are practiced
		expect(await lookWithin(page, site.url, group, ['#rail', 'footer', '.picture [inert]'])).toEqual([]);
	});

test('all other pages', async ({ page }) => {
	test.setTimeout(300_000);
	// without the site's version the page for unknown addresses stays where it is
	await page.route('**/_app/version.json', (route) => route.abort());
	// the print editions are looked at in their own tests
	const rest = others.filter((path) => !path.startsWith('print/'));
	expect(await lookAll(page, [...rest, '404.html'])).toEqual([]);
});

// what a phone changes is the same in light; its colors are those of the tests above
for (const colorScheme of process.env.LONG ? (['light', 'dark'] as const) : (['dark'] as const))
	test(`one page of each kind on a phone, ${colorScheme}`, async ({ page }) => {
		test.setTimeout(300_000);
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width: 390, height: 844 });
		// in dark, each place has a color of its own too
		const places = colorScheme === 'dark' ? ['desktop/connect-to-router/', 'desktop/get-help/'] : [];
		expect(await lookAll(page, [...onePerKind, ...places])).toEqual([]);
	});

test('states that a person comes to: place bar, timer, second try, the same again, progress', async ({
	page,
}) => {
	test.setTimeout(300_000);
	const found: Found[] = [];
	const ready = page.locator('main[data-ready]');
	const symptom = page.locator('[data-symptom="passcode-refused"]');

	await page.goto('desktop/use-passcode-on-vpn/');
	await ready.waitFor();
	await symptom.click();
	await page.locator('main[data-detour="passcode-refused"]').waitFor();
	await page.locator('[data-not-fixed]').click();
	await expect(page.getByRole('note')).toContainText('This is try 2');
	found.push(...(await lookWithAxe(page, 'second try')));

	await page.locator('[data-primary]').click();
	await symptom.click();
	await expect(page.getByText('You have had this problem before')).toBeVisible();
	found.push(...(await lookWithAxe(page, 'the same trouble again')));

	await page.goto('desktop/wait-for-logon/');
	await page.locator('[data-place-bar]').waitFor();
	await page.getByRole('button', { name: 'Start the timer' }).click();
	await page.getByRole('timer').waitFor();
	found.push(...(await lookWithAxe(page, 'place bar and running timer')));

	for (const path of ['', 'desktop/']) {
		await page.goto(path);
		await page.getByRole('link', { name: /^Go on at/ }).waitFor();
		found.push(...(await lookWithAxe(page, `${path} with progress`)));
	}

	await page.goto('status/');
	await page.locator('[data-runs="1"]').waitFor();
	await page.getByRole('button', { name: 'Wipe all progress' }).click();
	await expect(page.getByRole('button', { name: 'Yes, wipe everything' })).toBeFocused();
	found.push(...(await lookWithAxe(page, 'progress, about to be wiped')));
	expect(found).toEqual([]);
});

test('each page has one main, one skip target, one focusable heading, no double id, a way on and who helps', async ({
	page,
	site,
}) => {
	await readArrived(page);
	await page.goto('');
	const found = await page.evaluate(
		async (addresses) => {
			const faults = (html: Document) => {
				const count = (selector: string) => html.querySelectorAll(selector).length;
				const ids = [...html.querySelectorAll('[id]')].map(({ id }) => id);
				const ranks = [...html.querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) => Number(tagName[1]));
				return [
					count('main') === 1 ? '' : 'main',
					count('main#content') === 1 && count('a[href="#content"]') === 1 ? '' : 'skip link',
					count('h1') === 1 && count('h1[tabindex="-1"]') === 1 ? '' : 'h1',
					ids.length === new Set(ids).size ? '' : 'double id',
					ranks[0] === 1 && ranks.every((rank, at) => rank - (ranks[at - 1] ?? 0) <= 1)
						? ''
						: 'order of headings',
					count('[style]') === 0 ? '' : 'style attribute',
					// where am I: the heading above; what now; who helps
					count('main :is(a, button, input, summary, noscript)') > 0 ? '' : 'nothing to go on with',
					count('footer a[href^="tel:"]') > 0 ? '' : 'nobody who helps',
				].filter((fault) => fault !== '');
			};
			const all: string[] = [];
			for (const address of addresses)
				all.push(...faults(await window.arrived(address)).map((fault) => `${address}: ${fault}`));
			return all;
		},
		[...steps, ...detours, ...others].map((path) => site.url + path),
	);
	expect(found).toEqual([]);
});
