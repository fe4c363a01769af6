import { fileURLToPath } from 'node:url';
import type { CompiledProcedure } from '../../scripts/vite/compile.ts';
import { loadCompiler } from '../../scripts/vite/guide.ts';
import { readOrganization } from '../../scripts/vite/organization.ts';
import type { Organization } from '../../src/domain/organization.schema.ts';
import type { DetourPage, ProcedureEntry, StepPage } from '../../src/domain/pages.ts';
import type { Graph } from '../../src/machines/graph.ts';
import { expect, test as withSite } from '../server.ts';
import { watch, type Watched } from './watch.ts';

/** What the built pages must say: read from the same machine, facts and words, never typed again. */
export type Guide = {
	readonly organization: Organization;
	readonly entry: ProcedureEntry;
	readonly steps: readonly StepPage[];
	readonly detours: ReadonlyMap<string, DetourPage>;
	readonly graph: Graph;
	/** @throws Error when there is no such step */
	step(slug: string | number): StepPage;
};

async function readGuide(): Promise<Guide> {
	const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
	const { compiler } = await loadCompiler(root);
	const procedure = compiler.compileProcedures(root).find(({ entry }) => entry.id === 'desktop');
	const proved = compiler.proveProcedures().find(({ id }) => id === 'desktop');
	if (!procedure || !proved) throw new Error('There is no procedure "desktop"');
	return guideOf(procedure, proved.graph);
}

function guideOf({ entry, steps, detours }: CompiledProcedure, graph: Graph): Guide {
	const pages = steps.map(({ page }) => page);
	return {
		organization: readOrganization(),
		entry,
		steps: pages,
		detours: new Map(detours.map(({ page }) => [page.slug, page])),
		graph,
		step(wanted) {
			const found = pages.find(({ slug, number }) => slug === wanted || number === wanted);
			if (!found) throw new Error(`There is no step ${wanted}`);
			return found;
		},
	};
}

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
export const test = withSite.extend<Fixtures, { guide: Guide }>({
	where: ['root', { option: true }],
	mayMiss: [false, { option: true }],
	guide: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the names from a pattern
		async ({}, use) => use(await readGuide()),
		{ scope: 'worker' },
	],
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
