import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../build', import.meta.url));
const compressed = new Set(['.br', '.gz']);
const texts = new Set(['.html', '.js', '.css', '.json', '.webmanifest']);

/** Frames, exercises of one step alone, pages of other guides, and of problems but those of a few steps. */
const leftOut =
	/^(embed\/|practice\/at-|desktop\/(?!boot-and-|connect-to-|enter-email-|get-help)[^/]+\/[^/]+\/index|(android|push|migration)\/[^/]+\/)/;
/** What Vite says of each script: of which module it is. */
const manifest = fileURLToPath(new URL('../.svelte-kit/output/client/.vite/manifest.json', import.meta.url));
/** The text or the pictures of a page. */
const ofPage = /^virtual:(?:page|pictures)\/(?<guide>\w+)\/(?:steps|detours\/(?<detour>[\w-]+))/;
/** An address as the worker lists it, from its folder on, with the comma behind it; the last has none. */
const kept = /\b\w+\+`\/([^`]+)`,?/g;

/** Further versions of the built site, each in a folder of its own, until they are removed. */
export type Deployments = {
	/**
	 * A version of the site as a later build would leave it: another version name, and every hashed file
	 * under another name. It has fewer pages, since each is fetched by every browser that keeps the site. Made once
	 * for each name: a folder that is to be changed gets a name of its own.
	 */
	make(name: string): string;
	remove(): void;
};

export function deployments(): Deployments {
	const folder = mkdtempSync(join(tmpdir(), 'handrail-deployments-'));
	const made = new Map<string, string>();
	return {
		make(name) {
			const copy = made.get(name) ?? copyAs(name, join(folder, name));
			made.set(name, copy);
			return copy;
		},
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}

function copyAs(name: string, folder: string): string {
	const { version } = JSON.parse(readFileSync(join(built, '_app/version.json'), 'utf8')) as {
		version: string;
	};
	const pages = readdirSync(built, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !compressed.has(extname(entry.name)))
		.map((entry) =>
			join(entry.parentPath, entry.name)
				.slice(built.length + 1)
				.replaceAll('\\', '/'),
		)
		.filter((file) => !leftOut.test(file));
	const without = scriptsWithoutPage(pages);
	const files = pages.filter((file) => !without.has(file));
	const hashed = files.filter((file) => file.includes('immutable')).map((file) => basename(file));
	const renamed = new Map(hashed.map((file) => [file, otherName(file, name)]));
	const rename = (text: string) =>
		text
			.replace(kept, (item, address: string) =>
				without.has(address) || leftOut.test(`${address}index.html`) ? '' : item,
			)
			.replace(/[\w.-]+\.(?:js|css|woff2)\b/g, (file) => renamed.get(file) ?? file)
			.replaceAll(version, name);

	for (const file of files) {
		const target = join(folder, dirname(file), renamed.get(basename(file)) ?? basename(file));
		mkdirSync(dirname(target), { recursive: true });
		const content = readFileSync(join(built, file));
		if (!texts.has(extname(file))) writeFileSync(target, content);
		else if (extname(file) === '.html') writeFileSync(target, renameInPage(content.toString(), rename));
		else writeFileSync(target, rename(content.toString()));
	}
	return folder;
}

/** Scripts that only pages that are not among these ask for. */
function scriptsWithoutPage(pages: readonly string[]): Set<string> {
	const detours = new Set(pages.map((page) => /^desktop\/[^/]+\/([^/]+)\/index/.exec(page)?.[1]));
	const modules = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, { file: string }>;
	return new Set(
		Object.entries(modules).flatMap(([module, { file }]) => {
			const { guide, detour } = ofPage.exec(module)?.groups ?? {};
			const isAsked = !guide || (guide === 'desktop' && (!detour || detours.has(detour)));
			return isAsked ? [] : [file];
		}),
	);
}

/** `start.pglu9kU2.js` with another hash of the same length. */
const otherName = (file: string, version: string): string => {
	const [extension = '', hash = '', ...rest] = file.split('.').reverse();
	const other = createHash('sha256').update(file).update(version).digest('hex').slice(0, hash.length);
	return [...rest.reverse(), other, extension].join('.');
};

/** The policy of a page names its scripts by their hashes: they follow. */
function renameInPage(page: string, rename: (text: string) => string): string {
	const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
	const inline = [...page.matchAll(/<(?:script|style)>([\s\S]*?)<\/(?:script|style)>/g)].map(
		([, text = '']) => text,
	);
	return inline.reduce((text, script) => text.replace(hash(script), hash(rename(script))), rename(page));
}
