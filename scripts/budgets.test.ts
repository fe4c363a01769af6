import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { measure } from './budgets.mjs';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes a small build: one step page that loads a script, which imports another and one more lazily. */
function build(changes: Record<string, string> = {}) {
	folder = mkdtempSync(join(tmpdir(), 'handrail-budgets-'));
	const files = {
		'desktop/first/index.html':
			'<link rel="modulepreload" href="../../_app/a.js"><main class="page" data-step="first"></main>',
		'_app/a.js': 'import{b}from"./b.js";const lazy=()=>import("./lazy.js");export{b,lazy};',
		'_app/b.js': 'export const b=1;',
		'_app/lazy.js': 'export default 1;',
		...changes,
	};
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
	return folder;
}
/** Text of about this many bytes that does not compress. */
const noise = (bytes: number) => randomBytes(bytes).toString('base64').slice(0, bytes);

test('a small build is within its budgets, and lazy imports are not counted', () => {
	const { pages, excesses } = measure(build(), { '_app/lazy.js': ['dexie'] });
	expect(excesses).toEqual([]);
	expect(pages.map(({ page, parts }) => [page, Object.keys(parts)])).toEqual([
		['/desktop/first/', ['_app/a.js', '_app/b.js']],
	]);
});

test('too much HTML is named with page, figure and limit', () => {
	const html = `<main data-step="first">${noise(14_000)}</main>`;
	const { excesses } = measure(build({ 'desktop/first/index.html': html }), {});
	expect(excesses).toEqual([`/desktop/first/: HTML has ${html.length} bytes Brotli, the limit is 14000`]);
});

test('scripts are followed through imports, exports and the inline start', () => {
	const { excesses, pages } = measure(
		build({
			'desktop/first/index.html': '<main data-step="first"></main><script>import("../../_app/a.js")</script>',
			'_app/a.js': 'export*from"./b.js";',
			'_app/b.js': `import"./c.js";`,
			'_app/c.js': `export default "${noise(41_000)}";`,
		}),
		{},
	);
	expect(Object.keys(pages[0]?.parts ?? {})).toHaveLength(3);
	expect(excesses).toEqual([
		expect.stringMatching(/^\/desktop\/first\/: first-load JS has 41\d+ bytes Brotli, the limit is 40960$/),
	]);
});

test('a package that must be lazy is named with the way to it', () => {
	const { excesses } = measure(build(), { '_app/b.js': ['svelte', 'xstate'] });
	expect(excesses).toEqual([
		'/desktop/first/: loads xstate at once: desktop/first/index.html → _app/a.js → _app/b.js',
	]);
});

test('scripts that an exercise needs over those of the guide have a limit of their own', () => {
	const exercise = (bytes: number) => ({
		'practice/one/index.html': '<main></main><script>import("../../_app/p.js")</script>',
		'_app/p.js': `import"./b.js";export default "${noise(bytes)}";`,
		'_app/b.js': `export const b="${noise(30_000)}";`,
	});
	expect(measure(build(exercise(80_000)), {})).toMatchObject({ excesses: [] });
	rmSync(folder, { recursive: true });
	const { workspace, excesses } = measure(build(exercise(83_000)), {});
	expect(workspace).toBeGreaterThan(83_000);
	expect(workspace).toBeLessThan(84_000);
	expect(excesses).toEqual([
		`an exercise has ${workspace} bytes Brotli of scripts over those of the guide, the limit is 81920`,
	]);
});

test('what draws a phone has a limit of its own, and no exercise loads it at once', () => {
	const files = (bytes: number) => ({
		'practice/one/index.html': '<main></main><script>import("../../_app/p.js")</script>',
		'_app/p.js': 'import"./b.js";const phone=()=>import("./phone.js");export{phone};',
		'_app/phone.js': `import"./b.js";import"./qr.js";export default 1;`,
		'_app/qr.js': `export default "${noise(bytes)}";`,
	});
	const packages = { '_app/phone.js': ['ours:screens'] };
	const { phone, excesses } = measure(build(files(9000)), packages);
	expect(excesses).toEqual([]);
	expect(phone).toBeGreaterThan(9000);
	expect(phone).toBeLessThan(9200);
	rmSync(folder, { recursive: true });
	const large = measure(build(files(21_000)), packages);
	expect(large.excesses).toEqual([
		`what draws a phone has ${large.phone} bytes Brotli of scripts, the limit is 20480`,
	]);
	rmSync(folder, { recursive: true });
	expect(measure(build(files(10)), { '_app/b.js': ['ours:simulator/phone'] }).excesses).toEqual([
		'practice/one/index.html: loads ours:simulator/phone at once: practice/one/index.html → _app/p.js → _app/b.js',
	]);
});

test('the largest page for operators has a limit of its own, with what its World brings', () => {
	const files = (bytes: number) => ({
		'_app/console.js': `import"./table.js";export default "${noise(bytes)}";`,
		'_app/table.js': `export default "${noise(2000)}";`,
		'_app/world.js': `export default "${noise(3000)}";`,
	});
	const packages = {
		'_app/console.js': ['ours:routes/console'],
		'_app/world.js': ['ours:simulator/console'],
	};
	const { operators, excesses } = measure(build(files(4000)), packages);
	expect(excesses).toEqual([]);
	expect(operators).toBeGreaterThan(9000);
	expect(operators).toBeLessThan(9500);
	rmSync(folder, { recursive: true });
	const large = measure(build(files(100_000)), packages);
	expect(large.excesses).toEqual([
		`a page for operators has ${large.operators} bytes Brotli of scripts, the limit is 92160`,
	]);
});

test('a font over its limit, and a build without step pages, are excesses', () => {
	const { excesses } = measure(
		build({ 'desktop/first/index.html': '<main></main>', 'fonts/mono.woff2': noise(12_001) }),
		{},
	);
	expect(excesses).toEqual([
		'There is no step page in the build',
		'fonts/mono.woff2: has 12001 bytes, the limit for a font is 12000',
	]);
});
