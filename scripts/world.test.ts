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

describe('npm run world', () => {
	test('prints the hash of the default World for an empty file', () => {
		const printed = execFileSync('node', ['scripts/world.mjs', fileOf([])], { encoding: 'utf8' });
		expect(printed).toBe(`${hash(defaultWorld())}\n`);
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
		expect(stderr).toBe('line 4: expected "control", the id of a control\n');
		expect(status).toBe(1);
	}, 60_000);
});
