// Measures a finished build against its size budgets. All sizes are those of the Brotli files beside the
// originals, which are what a browser is sent.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { parseAst } from 'vite';

const limits = {
	...{ html: 14_000, script: 40 * 1024, font: 12_000, search: 25 * 1024 },
	...{ workspace: 80 * 1024, phone: 20 * 1024, console: 90 * 1024 },
};
/** What no step page may load before it is used. */
const lazyPackages = [
	...['dexie', 'xstate', 'qrcode', 'elkjs', 'minisearch'],
	...['virtual:search', 'virtual:desk', 'virtual:pictures'],
];
/** What no exercise may load before it is known to need it. */
const lazyParts = ['ours:screens', 'ours:simulator/phone', 'ours:simulator/push', 'ours:simulator/console'];

/** How many lines of the same kind are worth reading. */
const shown = 12;

/** @typedef {{ page: string, html: number, script: number, parts: Record<string, number> }} PageFigures */

/**
 * Measures every step page and font of a build.
 *
 * @param {string} folder the built site, compressed already
 * @param {import('./vite/build-record.ts').PackagesOfChunks} packages what stands in each chunk
 * @returns {{ pages: PageFigures[], fonts: { file: string, size: number }[], search: number, workspace: number, phone: number, operators: number, excesses: string[] }} excesses
 * name the page, the figure and the limit; a build without a single step page is one
 */
export function measure(folder, packages) {
	const files = readdirSync(folder, { recursive: true }).map((file) => String(file).split(sep).join('/'));
	const importsOf = staticImports(folder);
	/** @type {PageFigures[]} */
	const pages = [];
	/** @type {string[]} */
	const excesses = [];

	for (const file of files.filter((name) => name.endsWith('.html')).sort()) {
		const html = readFileSync(join(folder, file), 'utf8');
		if (!/<main\b[^>]*\bdata-step=/.test(html)) continue;
		const page = `/${posix.dirname(file)}/`;
		const cameFrom = firstLoad(html, file, importsOf);
		const parts = Object.fromEntries([...cameFrom.keys()].map((name) => [name, sentSize(folder, name)]));
		const script = Object.values(parts).reduce((sum, size) => sum + size, 0);
		const figures = { page, html: sentSize(folder, file), script, parts };
		pages.push(figures);
		if (figures.html > limits.html)
			excesses.push(`${page}: HTML has ${figures.html} bytes Brotli, the limit is ${limits.html}`);
		if (script > limits.script)
			excesses.push(`${page}: first-load JS has ${script} bytes Brotli, the limit is ${limits.script}`);
		for (const name of cameFrom.keys()) {
			const found = lazyPackages.filter((lazy) => packages[name]?.includes(lazy));
			if (found.length > 0)
				excesses.push(`${page}: loads ${found.join(', ')} at once: ${chainTo(name, cameFrom).join(' → ')}`);
		}
	}
	const guide = new Set(pages.flatMap(({ parts }) => Object.keys(parts)));
	const workspaces = files
		.filter((name) => /^practice\/[^/]+\/index\.html$/.test(name))
		.map((file) => {
			const cameFrom = firstLoad(readFileSync(join(folder, file), 'utf8'), file, importsOf);
			for (const name of cameFrom.keys()) {
				const found = lazyParts.filter((lazy) => packages[name]?.includes(lazy));
				if (found.length > 0)
					excesses.push(`${file}: loads ${found.join(', ')} at once: ${chainTo(name, cameFrom).join(' → ')}`);
			}
			return [...cameFrom.keys()].filter((name) => !guide.has(name));
		});
	const sizeOf = (/** @type {Iterable<string>} */ scripts) =>
		[...scripts].reduce((sum, name) => sum + sentSize(folder, name), 0);
	const workspace = Math.max(0, ...workspaces.map(sizeOf));
	// what is drawn beside the computer comes to an exercise that is open
	const open = new Set([...guide, ...workspaces.flat()]);
	const withName = (/** @type {string} */ name) =>
		Object.keys(packages).filter((file) => packages[file]?.includes(name));
	const drawn = withName('ours:screens');
	const phone = sizeOf(withImports(drawn, importsOf).filter((name) => !open.has(name)));
	if (phone > limits.phone)
		excesses.push(`what draws a phone has ${phone} bytes Brotli of scripts, the limit is ${limits.phone}`);
	if (workspace > limits.workspace)
		excesses.push(
			`an exercise has ${workspace} bytes Brotli of scripts over those of the guide, the limit is ${limits.workspace}`,
		);
	// the largest page for operators, beside what an exercise has
	const theirs = withName('ours:simulator/console');
	const operators = Math.max(
		0,
		...withName('ours:routes/console').map((file) =>
			sizeOf(withImports([file, ...theirs], importsOf).filter((name) => !open.has(name))),
		),
	);
	if (operators > limits.console)
		excesses.push(
			`a page for operators has ${operators} bytes Brotli of scripts, the limit is ${limits.console}`,
		);
	if (pages.length === 0) excesses.push('There is no step page in the build');

	const fonts = files
		.filter((name) => name.endsWith('.woff2'))
		.map((file) => ({ file, size: statSync(join(folder, file)).size }));
	for (const { file, size } of fonts)
		if (size > limits.font)
			excesses.push(`${file}: has ${size} bytes, the limit for a font is ${limits.font}`);

	const indexes = Object.keys(packages).filter((file) => packages[file]?.includes('virtual:search'));
	const search = indexes.reduce((sum, file) => sum + sentSize(folder, file), 0);
	if (search > limits.search)
		excesses.push(`the search index has ${search} bytes Brotli, the limit is ${limits.search}`);
	return { pages, fonts, search, workspace, phone, operators, excesses };
}

/**
 * What was measured, as lines with their limits.
 *
 * @param {ReturnType<typeof measure>} figures
 * @returns {{ name: string, size: number, limit: number, note: string }[]} sizes in bytes Brotli
 */
export function summary({ pages, fonts, search, workspace, phone, operators }) {
	const [html, script] = [largest(pages, 'html'), largest(pages, 'script')];
	const files = `in ${Object.keys(script.parts).length} files`;
	return [
		{ name: 'largest HTML', size: html.html, limit: limits.html, note: html.page },
		{
			name: 'largest first-load JS',
			size: script.script,
			limit: limits.script,
			note: `${files}, ${script.page}`,
		},
		{ name: 'search index', size: search, limit: limits.search, note: '' },
		{ name: 'exercise, more scripts', size: workspace, limit: limits.workspace, note: '' },
		{ name: 'what draws a phone', size: phone, limit: limits.phone, note: '' },
		{ name: 'page for operators', size: operators, limit: limits.console, note: '' },
		...fonts.map(({ file, size }) => ({
			...{ name: 'font', size, limit: limits.font },
			note: posix.basename(file).replace(/\..*/, ''),
		})),
	];
}

/**
 * Prints what was measured.
 *
 * @param {ReturnType<typeof measure>} figures
 */
export function report(figures) {
	const { pages, excesses } = figures;
	const script = largest(pages, 'script');
	console.log(`Budgets, over ${pages.length} step and detour pages, bytes Brotli:`);
	for (const { name, size, limit, note } of summary(figures))
		console.log(`  ${name.padEnd(22)} ${size} of ${limit}${note ? ` (${note})` : ''}`);
	for (const excess of excesses.slice(0, shown)) console.error(`OVER BUDGET ${excess}`);
	if (excesses.length > shown) console.error(`OVER BUDGET … and ${excesses.length - shown} more`);
	if (script.script > limits.script)
		for (const [file, size] of Object.entries(script.parts)
			.sort(([, a], [, b]) => b - a)
			.slice(0, shown))
			console.error(`  ${String(size).padStart(6)} ${file}`);
}

/**
 * @param {readonly PageFigures[]} pages
 * @param {'html' | 'script'} figure
 */
const largest = (pages, figure) =>
	pages.reduce((most, one) => (one[figure] > most[figure] ? one : most), pages[0] ?? none);

/** @type {PageFigures} */
const none = { page: 'none', html: 0, script: 0, parts: {} };

/**
 * All scripts that a page's HTML names or preloads, and what they import statically.
 *
 * @param {string} html
 * @param {string} file
 * @param {(file: string) => string[]} importsOf
 * @returns {Map<string, string>} each script with the file that it was first named in
 */
function firstLoad(html, file, importsOf) {
	const named = [
		...html.matchAll(/<link\b[^>]*\brel="?modulepreload[^>]*>/g),
		...html.matchAll(/<script\b[^>]*\bsrc=[^>]*>/g),
	].flatMap(([tag]) => /\b(?:href|src)="?([^"\s>]+)/.exec(tag)?.[1] ?? []);
	const imported = [...html.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g)].map(([, name = '']) => name);
	/** @type {Map<string, string>} */
	const cameFrom = new Map();
	const queue = [...named, ...imported].map((address) => ({ name: resolveFrom(file, address), from: file }));
	for (let next = queue.shift(); next; next = queue.shift()) {
		const { name, from } = next;
		if (cameFrom.has(name)) continue;
		cameFrom.set(name, from);
		queue.push(...importsOf(name).map((one) => ({ name: one, from: name })));
	}
	return cameFrom;
}

/**
 * Scripts with all that they import statically.
 *
 * @param {string[]} scripts
 * @param {(file: string) => string[]} importsOf
 */
function withImports(scripts, importsOf) {
	const found = new Set(scripts);
	for (const name of found) for (const one of importsOf(name)) found.add(one);
	return [...found];
}

/**
 * @param {string} name
 * @param {Map<string, string>} cameFrom
 */
function chainTo(name, cameFrom) {
	const chain = [name];
	for (let from = cameFrom.get(name); from; from = cameFrom.get(from)) chain.unshift(from);
	return chain;
}

/**
 * Gives the static imports of a script, each file read once.
 *
 * @param {string} folder
 * @returns {(file: string) => string[]}
 */
function staticImports(folder) {
	/** @type {Map<string, string[]>} */
	const known = new Map();
	return (file) => {
		const before = known.get(file);
		if (before) return before;
		const found = parseAst(readFileSync(join(folder, file), 'utf8')).body.flatMap((node) =>
			'source' in node && node.source ? [resolveFrom(file, String(node.source.value))] : [],
		);
		known.set(file, found);
		return found;
	};
}

/**
 * The file that an address in another file names.
 *
 * @param {string} file
 * @param {string} address
 */
const resolveFrom = (file, address) =>
	address.startsWith('/') ? address.slice(1) : posix.join(posix.dirname(file), address);

/**
 * @param {string} folder
 * @param {string} file
 */
function sentSize(folder, file) {
	const compressed = join(folder, `${file}.br`);
	return statSync(existsSync(compressed) ? compressed : join(folder, file)).size;
}
