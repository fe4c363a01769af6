import type { BrowserContext, Page } from '@playwright/test';
import { builtPages, firstOfEachKind } from './built-pages.ts';
import { expect, startSite, test } from './server.ts';
import { visit } from './workers.ts';

test.use({ serviceWorkers: 'allow' });
test.setTimeout(240_000);

/** Whatever a browser reports about the page's policy, and every request that leaves the page's own host. */
async function guard(context: BrowserContext, own: string) {
	const violations: string[] = [];
	const foreign: string[] = [];
	await context.exposeFunction('tellViolation', (text: string) => violations.push(text));
	await context.addInitScript(() => {
		addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
			const page = globalThis as unknown as { tellViolation(text: string): void };
			page.tellViolation(`${location.pathname}: ${violatedDirective} ${blockedURI} ${sample}`);
		});
	});
	context.on('console', (message) => {
		if (message.type() === 'error' || /content.security|trusted ?type/i.test(message.text()))
			violations.push(message.text());
	});
	context.on('request', (request) => {
		const { protocol, origin } = new URL(request.url());
		if (protocol !== 'data:' && protocol !== 'blob:' && origin !== new URL(own).origin)
			foreign.push(request.url());
	});
	return { violations, foreign };
}

test('no page of any kind breaks its policy or asks another host', async ({ page, context, site }) => {
	const { violations, foreign } = await guard(context, site.url);
	await visit(page, site.url);
	for (const { address } of firstOfEachKind(builtPages(), process.env.LONG ? 2 : 1)) {
		await page.goto(site.url + address, { waitUntil: 'load' });
		await expect(page.locator('h1')).toBeVisible();
	}
	// a journey with what only clicks bring: acts, a detour, a wait, a stored run, wiping
	await page.goto(`${site.url}desktop/`);
	await page.locator('[data-answer="phone=no"]').click();
	await page.locator('[data-answer="screen=other"]').click();
	await page.locator('[data-answer="role=user"]').click();
	await page.locator('[data-answer="static-password=yes"]').click();
	await expect(page).toHaveURL(/boot-and-acknowledge/);
	await page.locator('main[data-ready] [data-symptom]').first().click();
	await expect(page.locator('main[data-detour]')).toBeVisible();
	await page.goto(`${site.url}desktop/wait-for-logon/`);
	await page.getByRole('link', { name: 'Your progress' }).first().click();
	await page.getByRole('button', { name: 'Wipe all progress' }).click();
	await page.getByRole('button', { name: 'Yes, wipe everything' }).click();
	await expect(page.locator('[data-runs="0"]')).toBeVisible();
	await page.goto(`${site.url}no-such-page/`);
	await expect(page).toHaveURL(/\/lost\//);
	expect({ violations: violations.filter((text) => !/status of 404/.test(text)), foreign }).toEqual({
		violations: [],
		foreign: [],
	});
});

test('the policy is in force: what it forbids is refused and reported', async ({ page, context, site }) => {
	const { violations } = await guard(context, site.url);
	await page.goto(site.url);
	await page.evaluate(() => {
		const script = document.createElement('script');
		try {
			script.text = 'globalThis.broken = true';
			document.body.append(script);
		} catch {
			// Trusted Types refuse the text itself
		}
		document.body.setAttribute('style', 'color: red');
	});
	expect(await page.evaluate(() => 'broken' in globalThis)).toBe(false);
	await expect.poll(() => violations.length).toBeGreaterThan(0);
});

test('headers are those that the guide asks of any host', async ({ request, folderSite }) => {
	const head = async (address: string) => (await request.get(folderSite.url + address)).headers();
	const html = await head('desktop/get-help/');
	const entry = /_app\/immutable\/entry\/start\.[\w-]+\.js/.exec(
		await (await request.get(folderSite.url)).text(),
	)?.[0];
	expect(entry).toBeTruthy();
	const script = await head(entry ?? '');
	for (const answer of [html, script, await head('service-worker.js'), await head('no-such-page')]) {
		expect(answer['x-content-type-options']).toBe('nosniff');
		expect(answer['referrer-policy']).toBe('no-referrer');
		expect(answer['content-security-policy']).toContain("frame-ancestors 'none'");
	}
	expect(script['cache-control']).toBe('public, max-age=31536000, immutable');
	for (const address of ['', 'desktop/get-help/', 'service-worker.js', '_app/version.json', 'no-such-page'])
		expect((await head(address))['cache-control']).toBe('no-cache');
	expect(html['content-type']).toBe('text/html; charset=utf-8');
	expect(script['content-type']).toBe('text/javascript; charset=utf-8');
});

/** Does what a page's first control says, where it has one; at the person's place that is kept. */
async function actOn(page: Page): Promise<void> {
	const act = page.locator('main:is([data-step], [data-detour]) [data-primary]');
	if ((await act.count()) === 0) return;
	await expect(page.locator('main[data-ready]')).toBeAttached();
	const elsewhere = await page.getByRole('complementary', { name: 'Your place' }).isVisible();
	await act.first().click();
	if (!elsewhere) await expect(page.locator('[data-saved]')).toBeVisible();
}

/** Fields that are drawn, or can be used, only by the page's scripts. */
const comesLate: Readonly<Record<string, string>> = {
	'': 'form input',
	'desk/': 'form input >> nth=0',
	'go-on/': '#paste',
	'links/': 'textarea >> nth=1',
	'practice/drill/': '#seed',
	'search/': 'input[type=search]',
	'trainer/kiosk/': '#start',
};

test('nothing that a person types is kept', async ({ page, context }) => {
	const site = await startSite();
	const canary = 'Canary-7Q4x-Secret';
	const asked: string[] = [];
	await visit(page, site.url);
	context.on('request', (request) => asked.push(request.url()));
	for (const { address } of firstOfEachKind(builtPages(), 1)) {
		await page.goto(site.url + address, { waitUntil: 'load' });
		await page.locator('body').focus();
		await page.keyboard.type(canary);
		const late = comesLate[address];
		if (late) await expect(page.locator(late)).toBeEnabled();
		// all in one go: fields that come meanwhile would take another one's place
		await page.evaluate((text) => {
			const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
				// what takes words; days, numbers and choices do not, and what is only looked at takes nothing
				'input:not([type=radio], [type=checkbox], [type=file], [type=date], [type^=datetime], [type=time], [type=number], [inert] *), textarea',
			);
			for (const field of fields) {
				field.readOnly = false;
				field.focus();
				field.value = text;
				for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
			}
		}, canary);
		await actOn(page);
	}
	expect(asked.filter((url) => url.includes(canary))).toEqual([]);

	// a secret in an address goes to the server, as any address does, but stays nowhere
	for (const address of [`desktop/get-help/?password=${canary}`, `desktop/get-help/#${canary}`, canary]) {
		await page.goto(site.url + address);
		// the page for addresses that are none leads on by itself, even over the next address
		await expect(page.locator('#content h1')).toBeVisible();
		await actOn(page);
	}
	await page.goto(`${site.url}status/`);
	await expect(page.locator('[data-runs]')).not.toHaveAttribute('data-runs', '0');
	expect(await page.evaluate(everythingKept)).not.toContain(canary);
	expect(page.url()).not.toContain(canary);
	expect(JSON.stringify(await context.cookies())).not.toContain(canary);
	await site.close();
});

/** All that the browser keeps for this origin, as one text. Runs in the page. */
async function everythingKept(): Promise<string> {
	const texts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), JSON.stringify(history.state)];
	for (const name of await caches.keys()) {
		const cache = await caches.open(name);
		for (const request of await cache.keys()) {
			texts.push(request.url);
			texts.push((await (await cache.match(request))?.text()) ?? '');
		}
	}
	const answer = <Value>(request: IDBRequest<Value>) =>
		new Promise<Value>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(new Error(String(request.error)));
		});
	for (const { name = '' } of await indexedDB.databases()) {
		const database = await answer(indexedDB.open(name));
		for (const store of database.objectStoreNames) {
			const objects = database.transaction(store).objectStore(store);
			texts.push(
				JSON.stringify(await answer(objects.getAll())),
				JSON.stringify(await answer(objects.getAllKeys())),
			);
		}
		database.close();
	}
	return texts.join('\n');
}
