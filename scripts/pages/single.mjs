// Makes one HTML file of all guides, for a disk, a stick or an attachment: no script, no request, one strict policy.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { escaped, guidePages, sitePath } from './guide-pages.mjs';

/** Bytes: what most mail servers take with room to spare. */
export const LARGEST = 4_000_000;

/** @typedef {import('./guide-pages.mjs').GuidePage} GuidePage */

/**
 * Every step and problem of every guide is a section that its links lead to; without a place in the address the list
 * of all steps shows.
 *
 * @param {string} folder a built site
 * @returns {string} the file
 * @throws {Error} where the file is larger than {@link LARGEST}
 */
export function singleFile(folder) {
	const pages = guidePages(folder);
	const procedures = guidesOf(folder, pages);
	const known = new Set(pages.map(({ path }) => path));
	const sheets = new Set(pages.map(({ style }) => style));
	const sections = inOrder(pages).map((page) =>
		sectionOf(page, known, (href) => sheets.add(sheet(folder, href))),
	);
	const lists = procedures.map((id) => listOf(folder, id, pages, known));
	const style = [...sheets].join('\n') + ownStyle;
	const hash = createHash('sha256').update(style).digest('base64');
	const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`;
	const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="content-security-policy" content="${policy}">
<title>Handrail in one file</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<header class="file-head"><a href="#start">All guides</a> <a href="#all">Everything, to search or print</a> <span>${pages[0]?.desk ?? ''}</span></header>
<span id="all"></span>
<main>
<section id="start"><h1>Handrail in one file</h1>
<p>Choose a guide, then the step that you are at. Everything is in this file: no network is needed, and nothing leaves it. It does not remember where you are: keep the window open, or keep its address.</p>
<ul>${lists.map(({ id, title }) => `<li><a href="#${id}">${escaped(title)}</a></li>`).join('')}</ul></section>
${lists.map(({ html: list }) => list).join('\n')}
${sections.join('\n')}
</main>
</body>
</html>
`;
	if (Buffer.byteLength(html) > LARGEST)
		throw new Error(`The single file has ${Buffer.byteLength(html)} bytes, the limit is ${LARGEST}`);
	return html;
}

const ownStyle = `
body { margin: 0 auto; max-width: 46rem; }
.file-head { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; padding: 1rem; }
.file-head a { min-height: 2.75rem; display: inline-flex; align-items: center; }
main > section { display: none; padding: 1rem; }
main > section:target, body:not(:has(:target)) #start, body:has(#all:target) main > section { display: block; }
.picture .device:not(:has(+ details)) { visibility: visible; }
main > section > p > a { display: inline-block; padding-block: .5rem; }
body:has(#all:target) main > section { break-after: page; border-block-end: 1px solid; }
@media print { .file-head { display: none; } }
`;

/**
 * The id of a page's section.
 *
 * @param {string} path
 */
const idOf = (path) => path.replace(/\/$/, '');

/**
 * The guides, in the order in which the first page of the site names them.
 *
 * @param {string} folder
 * @param {readonly GuidePage[]} pages
 */
function guidesOf(folder, pages) {
	const ids = new Set(pages.map(({ path }) => path.split('/')[0] ?? ''));
	const links = parse(readFileSync(join(folder, 'index.html'), 'utf8')).querySelectorAll('main a[href]');
	const named = links.map((link) => sitePath('', link.getAttribute('href') ?? '')?.split('/')[0] ?? '');
	return [...new Set([...named.filter((id) => ids.has(id)), ...ids])];
}

/**
 * Steps in the order of their numbers, each before its problems.
 *
 * @param {readonly GuidePage[]} pages
 */
function inOrder(pages) {
	const number = (/** @type {GuidePage} */ { main }) => Number(main.getAttribute('data-step-number'));
	const depth = (/** @type {GuidePage} */ { path }) => path.split('/').length;
	const procedure = (/** @type {GuidePage} */ { path }) => path.split('/')[0] ?? '';
	return [...pages].sort(
		(one, other) =>
			procedure(one).localeCompare(procedure(other)) ||
			number(one) - number(other) ||
			depth(one) - depth(other),
	);
}

/**
 * @param {string} folder
 * @param {string} href from the site's root
 */
const sheet = (folder, href) => readFileSync(join(folder, href), 'utf8');

/**
 * @param {GuidePage} page
 * @param {ReadonlySet<string>} known
 * @param {(href: string) => void} needs hears of each sheet that a picture links
 */
function sectionOf({ path, main }, known, needs) {
	const id = idOf(path);
	for (const details of main.querySelectorAll('.picture details')) details.remove();
	for (const link of main.querySelectorAll('link[href]')) {
		needs(sitePath(path, link.getAttribute('href') ?? '') ?? '');
		link.remove();
	}
	led(path, main, known);
	for (const element of main.querySelectorAll('[id]')) element.setAttribute('id', `${id}:${element.id}`);
	for (const element of main.querySelectorAll('[aria-labelledby]'))
		element.setAttribute('aria-labelledby', `${id}:${element.getAttribute('aria-labelledby')}`);
	const data = ['data-procedure', 'data-step', 'data-step-number', 'data-detour']
		.filter((name) => main.hasAttribute(name))
		.map((name) => ` ${name}="${main.getAttribute(name)}"`);
	return `<section id="${id}"${data.join('')}>${main.innerHTML}</section>`;
}

/**
 * Links within the file; those to pages that are not in it lead to the list of their guide, or are words.
 *
 * @param {string} path
 * @param {import('node-html-parser').HTMLElement} within
 * @param {ReadonlySet<string>} known
 */
function led(path, within, known) {
	const [own = ''] = path.split('/');
	for (const link of within.querySelectorAll('a[href]')) {
		const to = sitePath(path, link.getAttribute('href') ?? '');
		if (to === undefined) continue;
		const [procedure = ''] = to.split('/');
		const guide = [...known].some((one) => one.startsWith(`${procedure}/`));
		if (known.has(to)) link.setAttribute('href', `#${idOf(to)}`);
		else if (guide) link.setAttribute('href', `#${procedure}`);
		else if (to === '') link.setAttribute('href', `#${own}`);
		else link.replaceWith(`<span>${link.innerHTML}</span>`);
	}
}

/**
 * The list of a guide's steps.
 *
 * @param {string} folder
 * @param {string} id
 * @param {readonly GuidePage[]} pages
 * @param {ReadonlySet<string>} known
 */
function listOf(folder, id, pages, known) {
	const first = pages.find(({ path }) => path.startsWith(`${id}/`) && path.split('/').length === 3);
	const start = parse(readFileSync(join(folder, id, 'index.html'), 'utf8'));
	const title = start.querySelector('h1')?.text ?? id;
	const rail = parse(first?.rail ?? '');
	led(first?.path ?? '', rail, known);
	const rows = rail.querySelectorAll('li').map((row) => {
		const phase = row.querySelector('.phase')?.text;
		const link = row.querySelector('a');
		const number = link?.querySelector('.station')?.text ?? '';
		const words = link?.querySelector('.title')?.text ?? '';
		const place = row.getAttribute('data-place') ?? '';
		return `${phase ? `<h2>${escaped(phase)}</h2>` : ''}<p data-place="${place}"><a href="${link?.getAttribute('href') ?? ''}"><span class="station" aria-hidden="true">${number}</span> Step ${number}: ${escaped(words)}</a></p>`;
	});
	return { id, title, html: `<section id="${id}"><h1>${escaped(title)}</h1>${rows.join('')}</section>` };
}
