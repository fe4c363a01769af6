import { createHash } from 'node:crypto';

const style = `
:root { color-scheme: light dark; font: 1.125rem/1.6 system-ui, sans-serif; }
main { max-width: 34rem; margin: 15vh auto; padding: 0 1.25rem; }
h1 { font-size: 2.2rem; line-height: 1.2; }
`;

/**
 * Runs in the browser, on its own. A static host answers every unknown address with this page and does
 * not say where the site begins, so the page finds out: first the folder before the first known name,
 * then each folder of the address, deepest first. Only where the site's own version file is, is the site.
 */
const script = `
const known = /^(desktop|android|push|migration|step|map|print|status|practice|console|trainer|desk|embed|go-on|lost|search|links)$/i;
const parts = location.pathname.split('/').filter((part) => part !== '');
const folder = (depth) => '/' + parts.slice(0, depth).map((part) => part + '/').join('');
const isSite = async (base) => {
	try {
		const answer = await fetch(base + '_app/version.json');
		return answer.ok && typeof (await answer.json()).version === 'string';
	} catch {
		return false;
	}
};
const first = parts.findIndex((part) => known.test(part));
const depths = parts.map((_, depth) => depth).reverse();
for (const depth of first < 0 ? depths : [first, ...depths.filter((depth) => depth !== first)]) {
	if (!(await isSite(folder(depth)))) continue;
	// a site without the page for lost people has nothing better than this one
	if (location.pathname.replace(/\\/?$/, '/') !== folder(depth) + 'lost/')
		location.replace(folder(depth) + 'lost/#' + parts.slice(depth).join('/'));
	break;
}
`;

/** @param {string} text */
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
/** @param {string} text */
const escape = (text) => text.replace(/[&<>"]/g, (found) => `&#${found.charCodeAt(0)};`);

/**
 * The page for every address that does not exist. It stands alone and leads on to the site's own page
 * for that, `lost/`, which knows all addresses; without a script it says what to do in plain words.
 *
 * @param {{ app: string, serviceDesk: { name: string, phone: string } }} organization
 */
export function notFoundPage({ app, serviceDesk }) {
	const policy = [
		`default-src 'none'`,
		`script-src ${hash(script)}`,
		`style-src ${hash(style)}`,
		`connect-src 'self'`,
		`base-uri 'none'`,
		`form-action 'none'`,
		`require-trusted-types-for 'script'`,
		`trusted-types 'none'`,
	].join('; ');
	const phone = `tel:${serviceDesk.phone.replace(/[^\d+]/g, '')}`;
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Page not found – ${escape(app)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>This page is not here</h1>
<p>The address may be old, or a letter may be wrong.</p>
<p>Open the address that you were first given. It leads to the start, and from there to every step.</p>
<p>You can also call the ${escape(serviceDesk.name)}: <a href="${escape(phone)}">${escape(serviceDesk.phone)}</a>.</p>
</main>
<script type="module">${script}</script>
</body>
</html>
`;
}
