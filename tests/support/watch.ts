import type { Page } from '@playwright/test';

/** What was heard and seen that should not be. */
export type Watched = { readonly found: string[] };

/** Playwright itself says so in the console when a test blocks service workers. */
const notOurs = /^Service Worker registration blocked by Playwright/;
const missing = /^Failed to load resource: the server responded with a status of 40[04] /;

/**
 * Listens to a page: console errors and warnings, uncaught errors, refused policies, foreign requests.
 *
 * @param mayMiss are pages that do not exist no fault?
 */
export async function watch(page: Page, sites: readonly string[], mayMiss = false): Promise<Watched> {
	const found: string[] = [];
	const origins = sites.map((site) => new URL(site).origin);
	page.on('console', (message) => {
		if (!['error', 'warning'].includes(message.type()) || notOurs.test(message.text())) return;
		if (mayMiss && missing.test(message.text())) return;
		found.push(`${message.type()} at ${page.url()}: ${message.text()}`);
	});
	page.on('pageerror', (error) => found.push(`uncaught at ${page.url()}: ${error.message}`));
	page.on('request', (request) => {
		const { protocol, origin } = new URL(request.url());
		if (protocol.startsWith('http') && !origins.includes(origin)) found.push(`request to ${request.url()}`);
	});
	await page.addInitScript(() =>
		addEventListener('securitypolicyviolation', (event) =>
			console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
		),
	);
	return { found };
}
