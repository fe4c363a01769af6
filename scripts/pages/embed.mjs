// Makes the pages that others may put into a frame (docs/embedding.md): a step or a problem without anything around.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { escaped, guidePages, sitePath } from './guide-pages.mjs';

const policy = [
	"default-src 'none'",
	"style-src 'self'",
	"script-src 'self'",
	"img-src 'self' data:",
	"font-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"require-trusted-types-for 'script'",
	"trusted-types 'none'",
].join('; ');

/**
 * Writes `embed/<procedure>/<step>/` and `embed/<procedure>/<step>/<detour>/` into a built site. They walk within the
 * frame; every other link opens the site itself in a window of its own.
 *
 * @param {string} folder the built site
 * @returns {number} how many were written
 */
export function writeEmbedded(folder) {
	const pages = guidePages(folder);
	const embedded = new Set(pages.map(({ path }) => path));
	const sheets = new Map();
	mkdirSync(join(folder, 'embed'), { recursive: true });
	for (const page of pages) {
		const name = sheets.get(page.style) ?? sheetOf(folder, page.style);
		sheets.set(page.style, name);
		const file = join(folder, 'embed', page.path, 'index.html');
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, embeddedHtml(page, embedded, name));
	}
	const script = fileURLToPath(new URL('./height.js', import.meta.url));
	copyFileSync(script, join(folder, 'embed/height.js'));
	return pages.length;
}

/**
 * @param {string} folder
 * @param {string} style
 */
function sheetOf(folder, style) {
	const name = `${createHash('sha256').update(style).digest('hex').slice(0, 12)}.css`;
	writeFileSync(join(folder, 'embed', name), style + ownStyle);
	return name;
}

const ownStyle = `
body { margin: 0; }
main { padding: 1rem; }
.embed-foot { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; padding: 0 1rem 1rem; }
.embed-foot p { margin: 0; }
`;

/**
 * @param {import('./guide-pages.mjs').GuidePage} page
 * @param {ReadonlySet<string>} embedded
 * @param {string} sheet
 */
function embeddedHtml({ path, title, main, desk }, embedded, sheet) {
	const up = '../'.repeat(path.split('/').length);
	for (const link of main.querySelectorAll('a[href], link[href]')) {
		const to = sitePath(path, link.getAttribute('href') ?? '');
		if (to === undefined) continue;
		const inFrame = embedded.has(to);
		link.setAttribute('href', `${up}${inFrame ? 'embed/' : ''}${to}`);
		if (!inFrame && link.tagName === 'A') {
			link.setAttribute('target', '_blank');
			link.setAttribute('rel', 'noopener');
		}
	}
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta http-equiv="content-security-policy" content="${policy}">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${up}embed/${sheet}">
<script src="${up}embed/height.js" defer></script>
</head>
<body>
${main.outerHTML}
<footer class="embed-foot"><p>${desk}</p><p><a href="${up}${path}" target="_blank" rel="noopener">Open in Handrail</a></p></footer>
</body>
</html>
`;
}
