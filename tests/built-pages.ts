import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../build', import.meta.url));

/** A prerendered page: its address from the site's root without the first slash, and what its HTML says. */
export type BuiltPage = { address: string; title: string; links: string[] };

/** Reads all pages of the build. Links lead to other pages of it and are addresses like theirs. */
export function builtPages(): BuiltPage[] {
	const files = readdirSync(built, { recursive: true, encoding: 'utf8' }).map((file) =>
		file.replaceAll('\\', '/'),
	);
	const addresses = files
		// embedded pages have tests of their own
		.filter((file) => /(^|\/)index\.html$/.test(file) && !file.startsWith('embed/'))
		.map((file) => file.replace(/index\.html$/, ''))
		.sort();
	return addresses.map((address) => {
		const html = readFileSync(join(built, address, 'index.html'), 'utf8');
		const links = [...html.matchAll(/<a\b[^>]*?\bhref="([^"#]+)"/g)]
			.map(([, link = '']) => new URL(link, `http://site/${address}`))
			.filter(({ host }) => host === 'site')
			.map(({ pathname }) => pathname.slice(1));
		return {
			address,
			title: unescapeText(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''),
			links: [...new Set(links)].filter((link) => addresses.includes(link)),
		};
	});
}

/** The short forms for the telephone, which lead on to their step at once. */
export const leadingOn = /^step\/\d+\/$/;

/**
 * The first pages of each kind: each of the site's own pages, and so many steps, problems, exercises and short
 * forms.
 */
export function firstOfEachKind(pages: readonly BuiltPage[], most: number): BuiltPage[] {
	const seen = new Map<string, number>();
	return pages.filter(({ address }) => {
		const kind = address
			.replace(leadingOn, 'short form')
			.replace(/^practice\/(?!progress)[^/]+\/$/, 'exercise')
			.replace(/^(desktop|android|push|migration)\/[^/]+\/[^/]+\/$/, 'problem')
			.replace(/^(desktop|android|push|migration)\/(?!done|send-on|ask-your-manager)[^/]+\/$/, 'step');
		seen.set(kind, (seen.get(kind) ?? 0) + 1);
		return (seen.get(kind) ?? 0) <= most;
	});
}

/** Everything that a page may ask for: all pages, and all files that are no pages, records or compressed copies. */
export function builtFiles(folder = built): string[] {
	return (
		readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter(
				(entry) =>
					entry.isFile() && !/^(404\.html.*|service-worker\.js|version\.json)$|\.(br|gz)$/.test(entry.name),
			)
			.map((entry) =>
				join(entry.parentPath, entry.name)
					.slice(folder.length + 1)
					.replaceAll('\\', '/'),
			)
			.map((file) => file.replace(/(^|\/)index\.html$/, '$1'))
			// a page in a frame of another site is not for offline use
			.filter((file) => !notKept.has(file) && !file.startsWith('embed/'))
	);
}

/** Records about the build that stand beside it. */
const notKept = new Set(['sbom.json', 'licences.txt']);

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
const unescapeText = (text: string) => text.replace(/&\w+;/g, (entity) => entities[entity] ?? entity);
