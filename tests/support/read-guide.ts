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

let compiled: ReturnType<typeof compileAll> | undefined;

/** All guides with their graphs, which takes seconds: once for each process. */
async function compileAll() {
	const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
	const { compiler } = await loadCompiler(root);
	return { procedures: compiler.compileProcedures(root), proved: compiler.proveProcedures() };
}

/** Reads it with the compiler that the build has. */
export async function readGuide(id: GuideId = 'desktop'): Promise<Guide> {
	const { procedures, proved } = await (compiled ??= compileAll());
	const procedure = procedures.find(({ entry }) => entry.id === id);
	const graph = proved.find((one) => one.id === id)?.graph;
	if (!procedure || !graph) throw new Error('There is no procedure');
	return guideOf(procedure, graph);
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
