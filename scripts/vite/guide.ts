import { relative } from 'node:path';
import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { runnerImport, type Plugin } from 'vite';
import type { DeskBook } from '../../src/domain/desk.ts';
import type { CompiledProcedure } from './compile.ts';
import { organizationModule } from './organization.ts';
import { knownPlacesOf } from './known-places.ts';
import type { PagePictures, PicturesOfPages } from './pictures.ts';

type Compiler = typeof import('./compile.ts');
type Painter = typeof import('./pictures.ts');

/** Loads the compiler with its own small Vite, since it reads TypeScript and virtual modules. */
export async function loadCompiler(root: string): Promise<{ compiler: Compiler; files: string[] }> {
	const { module, dependencies } = await runnerImport<Compiler>(`${root}/scripts/vite/compile.ts`, {
		root,
		configFile: false,
		logLevel: 'error',
		plugins: [organizationModule()],
	});
	return { compiler: module, files: dependencies };
}

/** Loads what draws pictures: it renders the screens' components, and needs nothing of their styles. */
export async function loadPainter(root: string): Promise<Painter> {
	const { module } = await runnerImport<Painter>(`${root}/scripts/vite/pictures.ts`, {
		root,
		configFile: false,
		logLevel: 'error',
		plugins: [
			{
				name: 'handrail:no-styles',
				enforce: 'pre',
				resolveId: (source) => (source.endsWith('.css') ? '\0no-styles' : null),
				load: (resolved) => (resolved === '\0no-styles' ? '' : null),
			},
			organizationModule(),
			svelte({ configFile: false, preprocess: vitePreprocess(), compilerOptions: { runes: true } }),
		],
	});
	return module;
}

/**
 * Gives what pages need of machines, steps and content, without loading any of them:
 *
 * - `virtual:guide` names and titles of all procedures
 * - `virtual:entry` the same of the first procedure at once, and a loader for those of each other
 * - `virtual:steps` one lazy loader for each procedure, and with it one for each step's page: its data, its text, and
 *   the loader of its pictures
 * - `virtual:detours` the same for detours, and which steps call each; large, so itself loaded lazily
 * - `virtual:paper` the detours as numbered boxes for the paper edition
 * - `virtual:desk` what the service desk needs for a call about each step and detour
 * - `virtual:calls` what the practiced calls of the desk are made of
 * - `virtual:search` what the search index is made of, and the places that it finds
 * - `virtual:map` the drawn graph and the certificate
 */
export function guideModules(): Plugin {
	let root = process.cwd();
	let loaded: Promise<Compiler> | undefined;
	const compilerOnce = () => (loaded ??= loadCompiler(root).then(({ compiler }) => compiler));
	let compiled: Promise<CompiledProcedure[]> | undefined;
	const procedures = () => (compiled ??= compilerOnce().then((compiler) => compiler.compileProcedures(root)));
	let painted: Promise<PicturesOfPages> | undefined;
	const pictures = async () =>
		(painted ??= Promise.all([loadPainter(root), procedures()]).then(([painter, compiled]) =>
			painter.paint(compiled),
		));

	return {
		name: 'handrail:guide',
		configResolved(config) {
			root = config.root;
		},
		resolveId: (source) =>
			/^virtual:(guide|entry|steps|detours|paper|map|desk|calls|search|(entries|texts|page|pictures)\/.+)$/.test(
				source,
			)
				? `\0${source}`
				: null,
		async load(resolved) {
			if (!resolved.startsWith('\0virtual:')) return null;
			const name = resolved.slice('\0virtual:'.length);
			if (name === 'guide') return wholeModule(await procedures());
			if (name === 'entry') return entryModule(await procedures());
			if (name.startsWith('entries/'))
				return `export const entry = ${JSON.stringify(named(name, await procedures()).entry)};`;
			if (name === 'steps') return stepsModule(await procedures());
			if (name.startsWith('texts/'))
				return `${keeping}\nexport const texts = ${loadersOf(named(name, await procedures()))};`;
			if (name === 'detours') return detoursModule(await procedures());
			if (name === 'map') {
				const compiler = await compilerOnce();
				const { drawMap } = await import('./draw-map.ts');
				const maps = await Promise.all(
					compiler.proveProcedures().map(async ({ id, certificate, graph }) => {
						if (certificate.violations.length > 0)
							throw new Error(
								certificate.violations.map(({ proof, what }) => `${id}: ${proof}: ${what}`).join('\n'),
							);
						const procedure = (await procedures()).find(({ entry }) => entry.id === id);
						if (!procedure) throw new Error(`There is no procedure ${id}`);
						return {
							id,
							certificate,
							drawing: await drawMap(procedure, graph),
							troubles: troublesOf(procedure),
						};
					}),
				);
				return `export const maps = ${JSON.stringify(maps)};`;
			}
			if (name === 'paper') {
				const { paperBoxes } = await import('./paper.ts');
				const papers = (await procedures()).map((one) => ({ id: one.entry.id, boxes: paperBoxes(one) }));
				return `export const papers = ${JSON.stringify(papers)};`;
			}
			if (name === 'desk') {
				const { deskBook } = await import('./desk.ts');
				const books = (await procedures()).map((one): [string, DeskBook] => [one.entry.id, deskBook(one)]);
				return `export const books = ${JSON.stringify(Object.fromEntries(books))};`;
			}
			if (name === 'calls') {
				const { callBook } = await import('./calls.ts');
				const { facts } = await compilerOnce();
				return `export const book = ${JSON.stringify(callBook(await procedures(), root, facts))};`;
			}
			if (name === 'search') {
				const { searchData } = await import('./search.ts');
				const { index, places } = searchData(await procedures());
				return `export const index = ${JSON.stringify(index)};\nexport const places = ${JSON.stringify(places)};`;
			}
			if (name.startsWith('page/'))
				return pageModule(name.slice('page/'.length), await procedures(), await pictures(), root);
			if (name.startsWith('pictures/'))
				return picturesModule((await pictures()).get(name.slice('pictures/'.length)));
			return null;
		},
	};
}

/** The problems that each step calls, for the list beside the map. */
const troublesOf = ({ steps, detours }: CompiledProcedure) =>
	Object.fromEntries(
		steps.map(({ page: step }) => [
			step.slug,
			detours.flatMap(({ page: { slug, title, from } }) =>
				slug !== 'service-desk' && from.includes(step.slug) ? [{ slug, title }] : [],
			),
		]),
	);

const keeping = `import { keeping } from '/src/routes/keeping.ts';`;
const loaderOf = (key: string) => `\t'${key}': keeping(() => import('virtual:page/${key}')),`;

/** The procedure that the last part of a module's name means. */
function named(name: string, procedures: CompiledProcedure[]): CompiledProcedure {
	const found = procedures.find(({ entry }) => entry.id === name.split('/')[1]);
	if (!found) throw new Error(`There is no procedure for ${name}`);
	return found;
}

function wholeModule([, ...others]: CompiledProcedure[]): string {
	return [
		`import { first } from 'virtual:entry';`,
		...others.map(({ entry: { id } }) => `import { entry as ${id} } from 'virtual:entries/${id}';`),
		`export const procedures = [first, ${others.map(({ entry: { id } }) => id).join(', ')}];`,
	].join('\n');
}

/** What every page of the first procedure needs at once; the names of the others' steps would be in each of them. */
function entryModule([first, ...others]: CompiledProcedure[]): string {
	const loaders = others.map(
		({ entry: { id } }) => `\t${id}: keeping(() => import('virtual:entries/${id}')),`,
	);
	return [
		keeping,
		`export const first = ${JSON.stringify(first?.entry)};`,
		`const others = {\n${loaders.join('\n')}\n};`,
		`export const entryOf = (id) => (id === first.id ? first : others[id]?.().then(({ entry }) => entry));`,
	].join('\n');
}

const loadersOf = ({ entry, steps }: CompiledProcedure): string => {
	const rows = steps.map(
		({ page: { slug } }) => `\t'${slug}': keeping(() => import('virtual:page/${entry.id}/steps/${slug}')),`,
	);
	return `{\n${rows.join('\n')}\n}`;
};

/** One loader for each procedure: those of all steps would be in every page. */
function stepsModule(procedures: CompiledProcedure[]): string {
	const loaders = procedures.map(
		({ entry: { id } }) => `\t${id}: keeping(() => import('virtual:texts/${id}')),`,
	);
	return [
		keeping,
		`const loaders = {\n${loaders.join('\n')}\n};`,
		`export const textOf = (id, slug) => loaders[id]?.().then(({ texts }) => texts[slug]?.());`,
	].join('\n');
}

function detoursModule(procedures: CompiledProcedure[]): string {
	const keys = procedures.flatMap(({ entry, detours }) =>
		detours.map(({ page }) => `${entry.id}/detours/${page.slug}`),
	);
	const { callers } = knownPlacesOf(procedures);
	return [
		keeping,
		`export const detours = {\n${keys.map(loaderOf).join('\n')}\n};`,
		`export const callers = ${JSON.stringify(callers)};`,
	].join('\n');
}

function pageModule(
	key: string,
	procedures: CompiledProcedure[],
	pictures: PicturesOfPages,
	root: string,
): string {
	const [id, kind, slug] = key.split('/');
	const procedure = procedures.find(({ entry }) => entry.id === id);
	const found = (kind === 'steps' ? procedure?.steps : procedure?.detours)?.find(
		({ page }) => page.slug === slug,
	);
	if (!found) throw new Error(`There is no page ${key}`);
	return [
		`export { default as Body } from '/${relative(root, found.file)}';`,
		`export const page = ${JSON.stringify(found.page)};`,
		...(pictures.has(key)
			? [keeping, `export const pictures = keeping(() => import('virtual:pictures/${key}'));`]
			: ['export const pictures = undefined;']),
	].join('\n');
}

function picturesModule({ html, ofParts }: PagePictures = { html: [], ofParts: false }): string {
	if (!ofParts) return `export default ${JSON.stringify(html)};`;
	const rows = html.map((one) => `\t() => withStyles(${JSON.stringify(one)}),`);
	return `import { withStyles } from '/src/screens/picture-styles.ts';\nexport default [\n${rows.join('\n')}\n];`;
}
