// Follows each recipe of docs/newcomer.md to the letter, in a fresh clone, and checks what comes out of it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {{ file: string, created: string }} NewFile */
/** @typedef {{ file: string, from: string, to: string }} Change lines, and what they become */
/** @typedef {{ name: string, parts: (NewFile | Change | { command: string })[] }} Recipe */

/** Headings, the files that blocks are for, and the blocks. */
const marks = /^## (.+)$|^`([\w./-]+)`(?: \(new\))?$|^```(\w+)\n([\s\S]*?)^```$/gm;

/** @returns {Recipe[]} the recipes of docs/newcomer.md, in their order */
export function recipes() {
	/** @type {Recipe[]} */
	const found = [];
	let file = '';
	for (const [, name, path, language, text = ''] of readFileSync(
		join(root, 'docs/newcomer.md'),
		'utf8',
	).matchAll(marks)) {
		if (name) found.push({ name, parts: [] });
		else if (path) file = path;
		else if (language === 'sh') found.at(-1)?.parts.push({ command: text });
		else if (language === 'diff')
			found.at(-1)?.parts.push({ file, from: sideOf(text, '-'), to: sideOf(text, '+') });
		else found.at(-1)?.parts.push({ file, created: text });
	}
	return found;
}

/**
 * The lines of one side of a block.
 *
 * @param {string} text
 * @param {'-' | '+'} sign
 */
const sideOf = (text, sign) =>
	text
		.split(/(?<=\n)/)
		.filter((line) => line.startsWith(' ') || line.startsWith(sign))
		.map((line) => line.slice(1))
		.join('');

/** @param {Recipe} recipe */
function follow({ name, parts }) {
	const clone = mkdtempSync(join(tmpdir(), 'handrail-recipe-'));
	try {
		run(clone, `git clone --quiet '${root}' .`);
		symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
		run(clone, 'npx svelte-kit sync');
		for (const part of parts) {
			if ('command' in part) {
				run(clone, part.command);
				continue;
			}
			const file = join(clone, part.file);
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(
				file,
				'created' in part ? part.created : readFileSync(file, 'utf8').replaceAll(part.from, () => part.to),
			);
		}
		run(clone, 'npx prettier --write --log-level warn src');
		run(clone, 'npx eslint --max-warnings 0 src && npx svelte-check --fail-on-warnings');
		// some of the tests look at the build
		run(clone, 'npm run build && npx vitest run');
		console.log(`✓ ${name}`);
		return true;
	} catch (error) {
		console.error(`✘ ${name}: ${error instanceof Error ? error.message : error}`);
		return false;
	} finally {
		rmSync(clone, { recursive: true, force: true });
	}
}

/**
 * @param {string} cwd
 * @param {string} command
 */
function run(cwd, command) {
	const { status, stdout, stderr } = spawnSync('sh', ['-ec', command], { cwd, encoding: 'utf8' });
	if (status !== 0) throw new Error(`${command}\n${`${stdout}\n${stderr}`.slice(-6000)}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const asked = process.argv[2];
	const followed = recipes()
		.filter(({ name }) => !asked || name === asked)
		.map(follow);
	if (followed.length === 0 || followed.includes(false)) process.exitCode = 1;
}
