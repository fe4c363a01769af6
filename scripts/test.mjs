// Runs all checks in order and counts them. --long runs the tests at their full sizes. The last line is
// "N passed, N failed"; the exit code is 1 when anything failed, or when a stage ran nothing.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {(report: any) => Count} CountOf reads a test run's own report */
/** @typedef {{ name: string, commands: string[][], count?: CountOf, needs?: string }} Stage */

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'handrail-test-'));
const report = join(folder, 'report.json');
/** @param {string} path */
const inModules = (path) => join(root, 'node_modules', path);

/** @type {Stage[]} */
const stages = [
	{
		name: 'format',
		commands: [[inModules('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
	},
	{
		name: 'types',
		commands: [
			[inModules('@sveltejs/kit/svelte-kit.js'), 'sync'],
			[inModules('svelte-check/bin/svelte-check'), '--fail-on-warnings'],
			// Kit keeps the worker, which has other globals, out of the main configuration
			[inModules('typescript/bin/tsc'), '-p', 'tsconfig.worker.json'],
		],
	},
	{ name: 'lint', commands: [[inModules('eslint/bin/eslint.js'), '--max-warnings', '0', '.']] },
	{ name: 'build and size budgets', commands: [['scripts/build.mjs']] },
	{
		name: 'unit tests',
		commands: [
			[
				inModules('vitest/vitest.mjs'),
				'run',
				'--reporter=default',
				'--reporter=json',
				`--outputFile.json=${report}`,
			],
		],
		count: ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests }),
	},
	{ name: 'proofs', commands: [['scripts/prove.mjs']] },
	{
		name: 'browser tests',
		commands: [[inModules('@playwright/test/cli.js'), 'test']],
		count: ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }),
		needs: 'build and size budgets',
	},
];

if (process.argv.includes('--long'))
	stages.push({ name: 'reproducible build', commands: [['scripts/reproducible.mjs']] });

/** @type {(Count & { name: string })[]} */
const results = [];
try {
	for (const stage of stages) {
		console.log(`\n=== ${stage.name} ===`);
		const started = performance.now();
		const needed = results.find(({ name }) => name === stage.needs);
		const count = needed?.failed ? { passed: 0, failed: 1 } : runStage(stage);
		if (needed?.failed) console.log(`Not run: ${stage.needs} failed, so this counts as failed too.`);
		results.push({ name: stage.name, ...count });
		const seconds = ((performance.now() - started) / 1000).toFixed(1);
		console.log(`--- ${stage.name}: ${count.passed} passed, ${count.failed} failed (${seconds} s)`);
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}
const passed = results.reduce((sum, one) => sum + one.passed, 0);
const failed = results.reduce((sum, one) => sum + one.failed, 0);
for (const one of results)
	if (one.failed > 0) console.log(`FAILED: ${one.name} (${one.failed} of ${one.passed + one.failed})`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/**
 * Runs a stage's commands until one fails. A static check is one test. A crash, and a test run that ran
 * nothing or failed without naming a test, is one failure.
 *
 * @param {Stage} stage
 * @returns {Count}
 */
function runStage({ commands, count }) {
	rmSync(report, { force: true });
	let exitCode = /** @type {number | null} */ (0);
	for (const [file = '', ...args] of commands) {
		exitCode = spawnSync(process.execPath, [file, ...args], {
			cwd: root,
			stdio: 'inherit',
			env: {
				...process.env,
				...(process.argv.includes('--long') ? { LONG: '1' } : {}),
				PLAYWRIGHT_JSON_OUTPUT_FILE: report,
			},
		}).status;
		if (exitCode !== 0) break;
	}
	if (!count) return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
	const counted = readCount(count);
	const unexplained = counted.failed === 0 && (exitCode !== 0 || counted.passed === 0);
	return unexplained ? { ...counted, failed: 1 } : counted;
}

/**
 * @param {CountOf} count
 * @returns {Count}
 */
function readCount(count) {
	try {
		return count(JSON.parse(readFileSync(report, 'utf8')));
	} catch {
		console.log('The test run left no report.');
		return { passed: 0, failed: 1 };
	}
}
