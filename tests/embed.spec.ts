import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './server.ts';
import { lookWithAxe } from './support/axe.ts';
import { misfits } from './support/misfits.ts';

const example = readFileSync(new URL('../docs/embedding-example.html', import.meta.url), 'utf8');

/** The example of the documents, from a host of its own. */
async function exampleAt(site: string) {
	const html = example.replaceAll('https://handrail.example.com/', site);
	const server = createServer((_, response) =>
		response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html),
	);
	await new Promise<void>((resolve) => server.listen(0, resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		close: () => server.close(),
	};
}

for (const where of ['root', 'sub-folder'] as const)
	test(`a page of another origin frames a step, and gives the frame its height (${where})`, async ({
		page,
		site,
		folderSite,
	}) => {
		const outer = await exampleAt(where === 'root' ? site.url : folderSite.url);
		const refused: string[] = [];
		page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
		await page.goto(outer.url);
		const frame = page.frameLocator('#handrail');
		await expect(frame.getByRole('heading', { level: 1 })).toHaveText(
			'Start Outlook and type your e-mail address',
		);
		const high = () => page.locator('#handrail').evaluate((element) => element.clientHeight);
		const content = () =>
			frame.locator('html').evaluate((root) => Math.ceil(root.getBoundingClientRect().height));
		await expect.poll(async () => (await high()) - (await content())).toBe(0);

		// it walks within the frame, and the height follows
		const before = await high();
		await frame.getByRole('link', { name: 'It says that something went wrong, with a code' }).click();
		await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Outlook shows an error with a code');
		await expect.poll(async () => (await high()) - (await content())).toBe(0);
		expect(await high()).not.toBe(before);
		await expect(frame.getByRole('link', { name: 'Open in Handrail' })).toHaveAttribute('target', '_blank');

		// no other page may be framed
		await page.locator('#handrail').evaluate(
			(element, address) => {
				(element as HTMLIFrameElement).src = address;
			},
			`${where === 'root' ? site.url : folderSite.url}desktop/start-outlook/`,
		);
		await expect.poll(() => refused.join()).toContain('frame-ancestors');
		outer.close();
	});

test('it needs no script, is accessible, and fits 320 pixels', async ({ browser, site }) => {
	const page = await browser.newPage({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
	await page.goto(`${site.url}embed/migration/switch-target/target-row-inactive/`);
	await page.getByRole('link', { name: /^Step 13/ }).click();
	await expect(page).toHaveURL(`${site.url}embed/migration/switch-target/`);
	await expect(page.getByRole('img', { name: /^The policy for devices/ })).toBeVisible();
	await page.close();

	const other = await browser.newPage({ viewport: { width: 320, height: 640 } });
	await other.goto(`${site.url}embed/migration/switch-target/`);
	expect(await misfits(other)).toEqual([]);
	expect(await lookWithAxe(other, 'embedded step')).toEqual([]);
	await other.close();
});
