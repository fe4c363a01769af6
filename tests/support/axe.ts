import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** One thing that axe does not let pass, in words for a failed test. */
export type Found = { readonly page: string; readonly rule: string; readonly where: string };

type What = {
	/** Parts of the page that are not looked at. */
	without?: readonly string[];
	/** The one part of the page that is looked at. */
	only?: string;
	/** Only these rules, instead of all of WCAG 2.2 AA and axe's best practice. */
	rules?: readonly string[];
};

/**
 * What axe finds on a page as it is shown now, with text contrast of 7 to 1.
 *
 * @param name how the page or its state is called in what is found
 */
export async function lookWithAxe(page: Page, name: string, what: What = {}): Promise<Found[]> {
	const isThere = await page.evaluate(() => 'axe' in window);
	// a page that is gone on from without a load has it already
	const builder = new AxeBuilder({ page, ...(isThere ? { axeSource: ';' } : {}) })
		// there are no frames: without this each look opens a page of its own
		.setLegacyMode()
		.options({
			runOnly: what.rules ? { type: 'rule', values: [...what.rules] } : { type: 'tag', values: tags },
			// the stricter of the two
			rules: { 'color-contrast-enhanced': { enabled: true }, 'color-contrast': { enabled: false } },
			resultTypes: ['violations'],
		});
	for (const part of what.without ?? []) builder.exclude(part);
	if (what.only) builder.include(what.only);
	const { violations } = await builder.analyze();
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ html, failureSummary }) => ({
			page: name,
			rule: id,
			where: `${html.slice(0, 160)} ${failureSummary?.split('\n')[1] ?? ''}`,
		})),
	);
}
