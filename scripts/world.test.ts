import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { defaultWorld, hash } from '../src/simulator/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'world-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(lines: readonly string[]): string {
	const file = join(folder, 'commands.jsonl');
	writeFileSync(file, lines.join('\n'));
	return file;
}

function run(text: string) {
	const file = join(folder, 'text.jsonl');
	writeFileSync(file, text);
	return spawnSync('node', ['scripts/world.mjs', file], { encoding: 'utf8' });
}

describe('npm run world', () => {
	test('prints the hash of the default World for an empty file', () => {
		const printed = execFileSync('node', ['scripts/world.mjs', fileOf([])], { encoding: 'utf8' });
		expect(printed).toBe(`${hash(defaultWorld())}\n`);
	}, 60_000);

	test('takes a byte order mark, and lines that end as on Windows', () => {
		const commands = ['{"after":1,"do":"press","control":"power.on"}', '{"after":40,"do":"wait"}', ''];
		const printed = (text: string) => run(text).stdout;
		const plain = printed(commands.join('\n'));
		expect(plain.trim().split('\n')).toHaveLength(3);
		expect(printed(`\uFEFF${commands.join('\r\n')}`)).toBe(plain);
		expect(printed('\uFEFF')).toBe(`${hash(defaultWorld())}\n`);
	}, 60_000);

	test.each([
		['\uFEFF{"after":1,"do":"wait"}\r\n\r\nnonsense\r\n', 'line 3: not JSON'],
		['{"do":"wait"}', 'line 1: expected "at" (epoch ms UTC) or "after" (seconds)'],
		['\n[]', 'line 2: expected an object'],
	])(
		'says the line and the reason of wrong input: %j',
		(text, problem) => {
			const { stderr, status } = run(text);
			expect({ stderr, status }).toEqual({ stderr: `${problem}\n`, status: 1 });
		},
		60_000,
	);

	test('says so when there is no file', () => {
		const missing = spawnSync('node', ['scripts/world.mjs', join(folder, 'none')], { encoding: 'utf8' });
		expect(missing.status).toBe(1);
		expect(missing.stderr).toContain('cannot be read');
		expect(spawnSync('node', ['scripts/world.mjs'], { encoding: 'utf8' }).status).toBe(1);
	}, 60_000);

	test('prints each reply, and stops at wrong input with its line and reason', () => {
		const file = fileOf([
			'{"after":1,"do":"press","control":"power.on"}',
			'',
			'{"after":1,"do":"press","control":"logon.ok"}',
			'{"after":1,"do":"press"}',
			'{"after":1,"do":"wait"}',
		]);
		const { stdout, stderr, status } = spawnSync('node', ['scripts/world.mjs', file], { encoding: 'utf8' });
		expect(stdout.trim().split('\n')).toEqual([
			'{"ok":true,"value":{"screen":"power.starting"}}',
			'{"ok":false,"reason":"not-on-screen"}',
		]);
		expect(stderr).toBe('line 4: "control": Invalid key: Expected "control" but received undefined\n');
		expect(status).toBe(1);
	}, 60_000);
});
