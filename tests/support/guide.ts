import { expect, test as withSite } from '../server.ts';
import { watch, type Watched } from './watch.ts';

export type { Guide } from './read-guide.ts';

type Options = {
	/** Which of the two servers a test looks at. */
	where: 'root' | 'sub-folder';
	/** Does the test ask for pages that do not exist? The browser says so in its console. */
	mayMiss: boolean;
};
type Fixtures = Options & {
	/** The address of the site that the test looks at, with its final slash. */
	base: string;
	watched: Watched;
};

/**
 * `test` with the guide's own words and a watch over the page: a message in the console, an error, a
 * refused policy or a request to another origin fails the test that it happens in.
 */
export const test = withSite.extend<Fixtures>({
	where: ['root', { option: true }],
	mayMiss: [false, { option: true }],
	base: async ({ where, site, folderSite }, use) => use((where === 'root' ? site : folderSite).url),
	watched: [
		async ({ page, site, folderSite, mayMiss }, use) => {
			const watched = await watch(page, [site.url, folderSite.url], mayMiss);
			await use(watched);
			expect(watched.found, 'console messages, errors and foreign requests').toEqual([]);
		},
		{ auto: true },
	],
});

export { expect };
