// Reads the pages of steps and problems from a finished build: what embedded pages and the single file are made of.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'node-html-parser';

/**
 * @typedef {object} GuidePage
 * @property {string} path from the site's root, without the first slash: `desktop/start-outlook/`
 * @property {string} title
 * @property {import('node-html-parser').HTMLElement} main without what only the whole page has
 * @property {string} rail the list of all steps of its guide, as HTML
 * @property {string} style the style sheet that stands in the page
 * @property {string} desk the line with the telephone of the service desk, as HTML
 */

/** What only a page with the rest of the site around it has. */
const left = '[data-practice], .screen-only, [tabindex]';

/**
 * All steps and problems, in the order of their addresses.
 *
 * @param {string} folder a built site
 * @returns {GuidePage[]}
 * @throws {Error} where there is none: the build has changed its form
 */
export function guidePages(folder) {
	const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((file) => file.replaceAll('\\', '/'))
		.filter((file) => /^(?!embed\/)[a-z]+\/[a-z-]+\/([a-z\d-]+\/)?index\.html$/.test(file))
		.sort();
	const pages = paths.flatMap((file) => {
		const html = readFileSync(join(folder, file), 'utf8');
		return html.includes(' data-step="') ? [read(file.replace(/index\.html$/, ''), html)] : [];
	});
	if (pages.length === 0) throw new Error(`There are no steps in ${folder}`);
	return pages;
}

/**
 * @param {string} path
 * @param {string} html
 * @returns {GuidePage}
 */
function read(path, html) {
	const document = parse(html);
	const one = (/** @type {string} */ what) => {
		const found = document.querySelector(what);
		if (!found) throw new Error(`${path}: expected ${what} in the page, got none`);
		return found;
	};
	const main = one('main[data-step]');
	for (const element of main.querySelectorAll(left))
		if (element.hasAttribute('tabindex')) element.removeAttribute('tabindex');
		else element.remove();
	main.removeAttribute('tabindex');
	return {
		path,
		title: one('title').text,
		main,
		rail: one('nav.rail ol').outerHTML,
		style: one('style').rawText,
		desk: one('footer .desk').innerHTML,
	};
}

/**
 * The site's address of a link, without the first slash; nothing for one that leads elsewhere.
 *
 * @param {string} path of the page that it stands in
 * @param {string} href
 */
export function sitePath(path, href) {
	const url = new URL(href, `https://site.invalid/${path}`);
	return url.host === 'site.invalid' && url.protocol === 'https:' ? url.pathname.slice(1) : undefined;
}

/** Text as it stands in HTML.
 * @param {string} text */
export const escaped = (text) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
