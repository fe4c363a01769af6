import { expect, test } from './server.ts';
import { readArrived } from './support/arrived.ts';
import { stepPath } from './support/place.ts';

for (const where of ['root', 'sub-folder'] as const)
	test.describe(`pages as they arrive, in the ${where}`, () => {
		test('every symptom of every step leads to its detour', async ({ page, guide, site, folderSite }) => {
			const base = (where === 'root' ? site : folderSite).url;
			const wanted = guide.steps.map((step) => ({
				address: base + stepPath(step),
				title: step.title,
				ways: step.symptoms.map(({ words, detour }) => ({ words, to: `${base}${stepPath(step)}${detour}/` })),
			}));
			expect(wanted.flatMap(({ ways }) => ways).length).toBeGreaterThan(100);
			await readArrived(page);
			await page.goto(base);
			const arrived = await page.evaluate(
				(all) =>
					Promise.all(
						all.map(async ({ address, ways }) => {
							const html = await window.arrived(address);
							const links = [...html.querySelectorAll<HTMLAnchorElement>('main a')].map((link) => ({
								words: link.textContent.trim(),
								to: new URL(link.getAttribute('href') ?? '', address).href,
							}));
							const isThere = (way: { words: string; to: string }) =>
								links.some(({ words, to }) => words === way.words && to === way.to);
							return { address, title: html.querySelector('h1')?.textContent, ways: ways.filter(isThere) };
						}),
					),
				wanted,
			);
			expect(arrived).toEqual(wanted);
		});

		test('every detour, for each step that calls it, leads to where it ends', async ({
			page,
			guide,
			site,
			folderSite,
		}) => {
			const base = (where === 'root' ? site : folderSite).url;
			const wanted = [...guide.detours.values()].flatMap(({ slug, title, from, to, deskOnly }) =>
				from.map((caller) => {
					const step = stepPath(guide.step(caller));
					return {
						address: `${base}${step}${slug}/`,
						control: deskOnly ? '[data-not-fixed]' : '[data-primary]',
						title,
						end: base + (deskOnly ? `${step}service-desk/` : stepPath(guide.step(to ?? caller))),
					};
				}),
			);
			expect(wanted.length).toBeGreaterThan(100);
			await readArrived(page);
			await page.goto(base);
			const arrived = await page.evaluate(
				(all) =>
					Promise.all(
						all.map(async ({ address, control }) => {
							const html = await window.arrived(address);
							const way = html.querySelector(`main a${control}`)?.getAttribute('href');
							return {
								address,
								control,
								title: html.querySelector('h1')?.textContent,
								end: way && new URL(way, address).href,
							};
						}),
					),
				wanted,
			);
			expect(arrived).toEqual(wanted);
		});
	});
