import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Plugin } from 'vite';

/**
 * The packages whose code stands in each file that the browser loads, by the file's path in the build; the virtual
 * modules, by their names; and what of ours only some exercises need, as `ours:` and its place.
 */
export type PackagesOfChunks = Record<string, string[]>;

/**
 * Writes down which packages went into which chunk, for the size budgets, and stops the build where a
 * lazy import is also a static one, since then it is lazy in name only.
 *
 * @param file where to write, absolute
 */
export function buildRecord(file: string): Plugin {
	return {
		name: 'handrail:build-record',
		apply: 'build',
		onLog(_, log) {
			if (log.code === 'INEFFECTIVE_DYNAMIC_IMPORT') this.error(log.message);
		},
		generateBundle(_, bundle) {
			if (this.environment.name !== 'client') return;
			const packages: PackagesOfChunks = {};
			for (const chunk of Object.values(bundle)) {
				if (chunk.type === 'chunk')
					packages[chunk.fileName] = [...new Set(chunk.moduleIds.flatMap(packageOf))].sort();
			}
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, JSON.stringify(packages));
		},
	};
}

/** What draws a phone, the parts of the World that not every exercise has, and the pages for operators. */
const ours =
	/\/src\/(screens\/(?=Phone\.svelte)|simulator\/(?:phone|push|console)\/(?=index\.ts)|routes\/console\/(?=(?:\w+\/)?(?:ConsolePage|Migration|Report)\.svelte$))/;

/** The name of the package that a module's file belongs to; none for most of the project's own. */
function packageOf(module: string): string[] {
	const [, place] = ours.exec(module.replaceAll('\\', '/')) ?? [];
	if (place) return [`ours:${place.slice(0, -1)}`];
	const [, virtual] = /^\0(virtual:\w+)(?:\/|$)/.exec(module) ?? [];
	if (virtual) return [virtual];
	const path = module.replaceAll('\\', '/').split('/node_modules/').at(-1) ?? '';
	if (!module.replaceAll('\\', '/').includes('/node_modules/')) return [];
	const [first = '', second = ''] = path.split('/');
	return [first.startsWith('@') ? `${first}/${second}` : first];
}
