import { fileURLToPath } from 'node:url';
import type { CompiledProcedure } from '../../scripts/vite/compile.ts';
import { loadCompiler } from '../../scripts/vite/guide.ts';
import { readOrganization } from '../../scripts/vite/organization.ts';
import type { Organization } from '../../src/domain/organization.schema.ts';
import type { DetourPage, ProcedureEntry, StepPage } from '../../src/domain/pages.ts';
import type { GuideId } from '../../src/domain/slugs.ts';
import type { Graph } from '../../src/machines/graph.ts';

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

/** Reads it with the compiler that the build has. */
export async function readGuide(id: GuideId = 'desktop'): Promise<Guide> {
	const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
	const { compiler } = await loadCompiler(root);
	const procedure = compiler.compileProcedures(root).find(({ entry }) => entry.id === id);
	const proved = compiler.proveProcedures().find((one) => one.id === id);
	if (!procedure || !proved) throw new Error('There is no procedure');
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
