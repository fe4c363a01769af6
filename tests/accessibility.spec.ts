import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { distinctPages, onePerKind, parts } from './pages.ts';
import { expect, test } from './server.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
const { steps, detours, others } = distinctPages();

test.use({ serviceWorkers: 'block', contextOptions: { reducedMotion: 'reduce' } });

type Found = { page: string; rule: string; where: string };

/**
 * What axe finds on the page as it is shown now, with text contrast of 7 to 1. Detours have the same colors,
 * so one of each kind and LONG measure them.
 */
async function look(
	page: Page,
	name: string,
	builder = new AxeBuilder({ page }),
	contrast = true,
): Promise<Found[]> {
	const { violations } = await builder
		// there are no frames: without this each look opens a page of its own
		.setLegacyMode()
		.options({
			runOnly: { type: 'tag', values: tags },
			// the stricter of the two: 7 to 1
			rules: { 'color-contrast-enhanced': { enabled: contrast }, 'color-contrast': { enabled: false } },
			resultTypes: ['violations'],
		})
		.analyze();
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ html, failureSummary }) => ({
			page: name,
			rule: id,
			where: `${html.slice(0, 160)} ${failureSummary?.split('\n')[1] ?? ''}`,
		})),
	);
}

async function lookAll(page: Page, paths: readonly string[], withoutFrame = false): Promise<Found[]> {
	const found: Found[] = [];
	for (const path of paths) {
		await page.goto(path);
		const builder = new AxeBuilder({ page });
		// the rail, the head and the foot of each detour are those of its step
		if (withoutFrame) builder.exclude('#rail').exclude('footer');
		found.push(...(await look(page, path, builder, !withoutFrame || Boolean(process.env.LONG))));
	}
	return found;
}

test('there are pages of each kind to look at', () => {
	expect(steps).toHaveLength(24);
	expect(detours.length).toBeGreaterThan(70);
	expect(others).toEqual(expect.arrayContaining(['', 'desktop/', 'desktop/done/', 'map/', 'status/']));
});

for (const [at, group] of parts(steps, 2).entries())
	test(`steps, part ${at + 1}`, async ({ page }) => {
		test.setTimeout(300_000);
		expect(await lookAll(page, group)).toEqual([]);
	});

/** With LONG every detour, else every third: they differ in their words only. */
const looked = process.env.LONG ? detours : detours.filter((_, at) => at % 3 === 0);

for (const [at, group] of parts(looked, 2).entries())
	test(`detours, part ${at + 1}`, async ({ page }) => {
		test.setTimeout(300_000);
		expect(await lookAll(page, group, true)).toEqual([]);
	});

test('all other pages', async ({ page }) => {
	test.setTimeout(300_000);
	// without the site's version the page for unknown addresses stays where it is
	await page.route('**/_app/version.json', (route) => route.abort());
	expect(await lookAll(page, [...others, '404.html'])).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const)
	test(`one page of each kind on a phone, ${colorScheme}`, async ({ page }) => {
		test.setTimeout(300_000);
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width: 390, height: 844 });
		expect(await lookAll(page, onePerKind)).toEqual([]);
	});

test('contrast in dark on each place and kind', async ({ page }) => {
	test.setTimeout(300_000);
	await page.emulateMedia({ colorScheme: 'dark' });
	const found: Found[] = [];
	for (const path of [...onePerKind, 'desktop/connect-to-router/', 'desktop/get-help/']) {
		await page.goto(path);
		const { violations } = await new AxeBuilder({ page })
			.setLegacyMode()
			.withRules(['color-contrast-enhanced'])
			.analyze();
		for (const { id, nodes } of violations)
			found.push(...nodes.map(({ html }) => ({ page: path, rule: id, where: html })));
	}
	expect(found).toEqual([]);
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
	found.push(...(await look(page, 'second try')));

	await page.locator('[data-primary]').click();
	await symptom.click();
	await expect(page.getByText('You have had this problem before')).toBeVisible();
	found.push(...(await look(page, 'the same trouble again')));

	await page.goto('desktop/wait-for-logon/');
	await page.locator('[data-place-bar]').waitFor();
	await page.getByRole('button', { name: 'Start the timer' }).click();
	await page.getByRole('timer').waitFor();
	found.push(...(await look(page, 'place bar and running timer')));

	for (const path of ['', 'desktop/']) {
		await page.goto(path);
		await page.getByRole('link', { name: /^Go on at/ }).waitFor();
		found.push(...(await look(page, `${path} with progress`)));
	}

	await page.goto('status/');
	await page.locator('[data-runs="1"]').waitFor();
	await page.getByRole('button', { name: 'Wipe all progress' }).click();
	await expect(page.getByRole('button', { name: 'Yes, wipe everything' })).toBeFocused();
	found.push(...(await look(page, 'progress, about to be wiped')));
	expect(found).toEqual([]);
});

test('each page has one main, one skip target, one focusable heading, no double id', async ({ page }) => {
	test.setTimeout(300_000);
	const found: string[] = [];
	await page.route(/\.js$/, (route) => route.abort());
	for (const path of [...steps, ...detours, ...others]) {
		await page.goto(path, { waitUntil: 'commit' });
		await page.locator('footer').waitFor();
		const faults = await page.evaluate(() => {
			const count = (selector: string) => document.querySelectorAll(selector).length;
			const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
			const ranks = [...document.querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) => Number(tagName[1]));
			return [
				count('main') === 1 ? '' : 'main',
				count('main#content') === 1 && count('a[href="#content"]') === 1 ? '' : 'skip link',
				count('h1') === 1 && count('h1[tabindex="-1"]') === 1 ? '' : 'h1',
				ids.length === new Set(ids).size ? '' : 'double id',
				ranks[0] === 1 && ranks.every((rank, at) => rank - (ranks[at - 1] ?? 0) <= 1)
					? ''
					: 'order of headings',
				count('[style]') === 0 ? '' : 'style attribute',
			].filter((fault) => fault !== '');
		});
		found.push(...faults.map((fault) => `/${path}: ${fault}`));
	}
	expect(found).toEqual([]);
});
