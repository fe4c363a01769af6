import { fileURLToPath } from 'node:url';
import { test as plain } from '@playwright/test';
import { serve } from '../scripts/serve.mjs';
import { deployments, type Deployments } from './deployments.ts';
import { readGuide, type Guide } from './support/read-guide.ts';
import { readPractice, type Practice } from './support/read-practice.ts';

/** A running server: its address with the final slash, and how to stop it. */
export type Site = Awaited<ReturnType<typeof serve>>;

const folder = fileURLToPath(new URL('../build', import.meta.url));

/** Starts a server of the built site on a free port; for tests that stop it themselves, to be offline. */
export const startSite = (base = ''): Promise<Site> => serve({ folder, port: 0, base });

/**
 * Playwright's `test`, with the built site on two servers of each worker: `site` at the root of its host,
 * which is also the base URL, and `folderSite` in a sub-folder;
 * with the guide's own words, the practice room, and further versions of the site. What a worker keeps stands here
 * even where only some tests ask for it: tests for which another kind of worker is needed would each time end the
 * old ones and start a browser anew.
 */
export const test = plain.extend<
	object,
	{ site: Site; folderSite: Site; guide: Guide; practice: Practice; versions: Deployments }
>({
	site: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the names from a pattern
		async ({}, use) => {
			const site = await startSite();
			await use(site);
			await site.close();
		},
		{ scope: 'worker' },
	],
	folderSite: [
		// eslint-disable-next-line no-empty-pattern -- as above
		async ({}, use) => {
			const site = await startSite('/some/sub-folder');
			await use(site);
			await site.close();
		},
		{ scope: 'worker' },
	],
	guide: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the names from a pattern
		async ({}, use) => use(await readGuide()),
		{ scope: 'worker' },
	],
	practice: [
		// eslint-disable-next-line no-empty-pattern -- as above
		async ({}, use) => use(await readPractice()),
		{ scope: 'worker' },
	],
	versions: [
		// eslint-disable-next-line no-empty-pattern -- as above
		async ({}, use) => {
			const versions = deployments();
			await use(versions);
			versions.remove();
		},
		{ scope: 'worker' },
	],
	baseURL: async ({ site }, use) => use(site.url),
});

export { expect } from '@playwright/test';
