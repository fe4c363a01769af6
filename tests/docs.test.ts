import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const rooms = readdirSync(join(root, 'src'), { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map(({ name }) => name);
const pages = [
	'README.md',
	...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((file) => `docs/${file}`),
].filter((file) => file.endsWith('.md'));

/** The files that a page names: in backticks, from the root or from `src/`, with the end of a file's name. */
const named = (text: string): string[] =>
	[
		...text.matchAll(
			/`([\w.[\]=-]+(?:\/[\w.[\]=-]+)+\.(?:ts|mjs|js|svelte|css|json|md|html|yaml))`(?! \(new\))/g,
		),
	].flatMap(([, path = '']) => {
		const [first = ''] = path.split('/');
		if (rooms.includes(first)) return [`src/${path}`];
		return ['src', 'scripts', 'tests', 'bench', 'docs'].includes(first) ? [path] : [];
	});

test.each(pages)('%s names only files that there are', (page) => {
	const missing = named(readFileSync(join(root, page), 'utf8')).filter(
		// some names stand for many
		(file) => !/slug\./.test(file) && !existsSync(join(root, file)),
	);
	expect(missing).toEqual([]);
});

test('the two walks name files', () => {
	expect(named(readFileSync(join(root, 'docs/architecture.md'), 'utf8')).length).toBeGreaterThan(60);
});
