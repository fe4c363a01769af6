import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { finished } from '../src/practice/goals.ts';
import { straightRoad } from '../src/practice/straight-road.ts';
import { walk } from '../src/practice/walk.ts';
import { advance, defaultWorld, hash, textOf, type Entry, type World } from '../src/simulator/world.ts';
import { run } from './world.mjs';

const folder = mkdtempSync(join(tmpdir(), 'world-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the program itself, in a process of its own. */
const start = (...given: string[]) =>
	spawnSync('node', ['scripts/world.mjs', ...given], { encoding: 'utf8' });

function startWith(text: string) {
	const file = join(folder, 'commands.jsonl');
	writeFileSync(file, text);
	return start(file);
}

/** Runs a text as the program does, without a process for each: that loads the simulator anew. */
async function runHere(text: string) {
	const printed: string[] = [];
	const problem = await run(text, (line) => printed.push(line));
	return { printed, problem };
}

const codeOf = (world: World, entry: Extract<Entry, { kind: 'passcode' }>): string =>
	textOf(world.service, world.people.user, entry) ?? '';

describe('npm run world', () => {
	test('prints the hash of the default World for an empty file', () => {
		const { stdout, stderr, status } = startWith('');
		expect({ stdout, stderr, status }).toEqual({
			stdout: `${hash(defaultWorld())}\n`,
			stderr: '',
			status: 0,
		});
	}, 60_000);

	test('takes a byte order mark, and lines that end as on Windows', async () => {
		const commands = ['{"after":1,"do":"press","control":"power.on"}', '{"after":40,"do":"wait"}', ''];
		const plain = await runHere(commands.join('\n'));
		expect(plain.printed).toHaveLength(3);
		expect(plain.problem).toBeNull();
		expect(await runHere(`\uFEFF${commands.join('\r\n')}`)).toEqual(plain);
		expect(await runHere('\uFEFF')).toEqual({ printed: [hash(defaultWorld())], problem: null });
	}, 60_000);

	test.each([
		['\uFEFF{"after":1,"do":"wait"}\r\n\r\nnonsense\r\n', 'line 3: not JSON'],
		['{"do":"wait"}', 'line 1: expected either "at" (epoch ms UTC) or "after" (seconds)'],
		['\n[]', 'line 2: expected an object'],
	])(
		'says the line and the reason of wrong input: %j',
		async (text, problem) => expect((await runHere(text)).problem).toBe(problem),
		60_000,
	);

	test('says so when there is no file', () => {
		const missing = start(join(folder, 'none'));
		expect(missing.status).toBe(1);
		expect(missing.stderr).toContain('cannot be read');
	}, 60_000);

	test.each([[[]], [['--controls']], [['one.jsonl', 'two.jsonl']], [['one.jsonl', '--cotnrols']]])(
		'says how it is used: %j',
		(given) => {
			const { stderr, status } = start(...given);
			expect({ stderr, status }).toEqual({
				stderr: 'Usage: npm run world -- file.jsonl [--controls]\n',
				status: 1,
			});
		},
		60_000,
	);

	test('takes a raw passcode, and ends with the hash of what the same commands make', async () => {
		const lines: string[] = [];
		let world = defaultWorld();
		let raw = 0;
		for (const leg of straightRoad)
			for (const { command } of walk(world, leg)) {
				const given =
					command.do === 'type' && command.entry.kind === 'passcode'
						? { ...command, entry: { kind: 'raw', text: codeOf(world, command.entry) } as const }
						: command;
				raw += given === command ? 0 : 1;
				lines.push(JSON.stringify(given));
				world = advance(world, given).world;
			}
		expect(raw).toBeGreaterThan(1);
		expect(finished(world)).toBe(true);
		const { printed, problem } = await runHere(lines.join('\n'));
		expect(problem).toBeNull();
		expect(printed.at(-1)).toBe(hash(world));
	}, 60_000);

	test('prints each reply, and stops at wrong input with its line and reason', () => {
		const lines = [
			'{"after":1,"do":"press","control":"power.on"}',
			'',
			'{"after":1,"do":"press","control":"logon.ok"}',
			'{"after":1,"do":"press"}',
			'{"after":1,"do":"wait"}',
		];
		const { stdout, stderr, status } = startWith(`\uFEFF${lines.join('\r\n')}`);
		expect(stdout.trim().split('\n')).toEqual([
			'{"ok":true,"value":{"screen":"power.starting"}}',
			'{"ok":false,"reason":"not-on-screen"}',
		]);
		expect(stderr).toBe('line 4: "control": Invalid key: Expected "control" but received undefined\n');
		expect(status).toBe(1);
	}, 60_000);
});
