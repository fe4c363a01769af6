// Runs all checks in order and counts them. --long runs the tests at their full sizes. The last line is
// "N passed, N failed"; the exit code is 1 when anything failed, or when a stage ran nothing.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { keepRecord } from './records.mjs';

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {(report: any) => Count} CountOf reads a test run's own report */
/** @typedef {{ name: string, said: string }} Failure */
/** @typedef {(report: any) => Failure[]} FailuresOf reads a test run's own report */
/** @typedef {{ name: string, commands: string[][], count?: CountOf, failures?: FailuresOf, needs?: string }} Stage */

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'handrail-test-'));
const report = join(folder, 'report.json');
/** @param {string} path */
const inModules = (path) => join(root, 'node_modules', path);

/** @type {Stage} */
const generated = { name: 'generated types', commands: [[inModules('@sveltejs/kit/svelte-kit.js'), 'sync']] };

/**
 * Rows of stages that run side by side, one processor each. The build waits for the types: it writes their
 * generated part anew.
 *
 * @type {Stage[][]}
 */
const rows = [
	[
		{ name: 'lint', commands: [[inModules('eslint/bin/eslint.js'), '--max-warnings', '0', '.']] },
		{
			name: 'format',
			commands: [[inModules('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
		},
		{ name: 'unused code', commands: [[inModules('knip/bin/knip.js'), '--no-progress']] },
	],
	[
		{
			name: 'types',
			commands: [
				[inModules('svelte-check/bin/svelte-check'), '--fail-on-warnings'],
				// Kit keeps the worker, which has other globals, out of the main configuration
				[inModules('typescript/bin/tsc'), '-p', 'tsconfig.worker.json'],
			],
		},
		{ name: 'build and size budgets', commands: [['scripts/build.mjs']] },
	],
];

/** @type {Stage[]} */
const stages = [
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
		// one that is left out for want of a build counts as failed
		count: ({ numPassedTests, numFailedTests, numPendingTests }) => ({
			passed: numPassedTests,
			failed: numFailedTests + numPendingTests,
		}),
		failures: ({ testResults }) =>
			testResults.flatMap((/** @type {any} */ { name, message, assertionResults }) => [
				...(message ? [{ name, said: message }] : []),
				...assertionResults
					.filter((/** @type {any} */ { status }) => status !== 'passed')
					.map((/** @type {any} */ { fullName, failureMessages }) => ({
						name: `${name}: ${fullName}`,
						said: failureMessages.join('\n'),
					})),
			]),
	},
	{ name: 'proofs', commands: [['scripts/prove.mjs']] },
	{
		name: 'browser tests',
		commands: [[inModules('@playwright/test/cli.js'), 'test']],
		count: ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }),
		failures: ({ suites }) => suites.flatMap(failuresOfSuite),
		needs: 'build and size budgets',
	},
];

if (process.argv.includes('--long'))
	stages.push(
		{ name: 'reproducible build', commands: [['scripts/reproducible.mjs']] },
		{ name: 'recipes for newcomers', commands: [['scripts/recipes.mjs']] },
	);

/** @type {(Count & { name: string, seconds: number, failures: Failure[] })[]} */
const results = [];
try {
	await runStage(generated, false);
	await Promise.all(rows.map((row) => runRow(row, true)));
	await runRow(stages, false);
} finally {
	rmSync(folder, { recursive: true, force: true });
}
const passed = results.reduce((sum, one) => sum + one.passed, 0);
const failed = results.reduce((sum, one) => sum + one.failed, 0);
for (const one of results) {
	// who reads the end of a log alone sees what failed, and how
	for (const { name, said } of one.failures.slice(0, 5)) console.log(`\n✘ ${name}\n${shortened(said)}`);
	if (one.failed > 0) console.log(`FAILED: ${one.name} (${one.failed} of ${one.passed + one.failed})`);
}
keepRecord(process.argv.includes('--long') ? 'tests-long' : 'tests', {
	...{ passed, failed, seconds: Math.round(performance.now() / 1000) },
	stages: results.map(({ name, passed, failed, seconds }) => ({
		name,
		passed,
		failed,
		seconds: Math.round(seconds),
	})),
});
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/**
 * @param {Stage[]} row
 * @param {boolean} quiet
 */
async function runRow(row, quiet) {
	for (const stage of row) await runStage(stage, quiet);
}

/**
 * Runs a stage and says how it went.
 *
 * @param {Stage} stage
 * @param {boolean} quiet one of several side by side: what it says is shown when it is done
 */
async function runStage(stage, quiet) {
	if (!quiet) console.log(`\n=== ${stage.name} ===`);
	const started = performance.now();
	const needed = results.find(({ name }) => name === stage.needs);
	const { count, said, failures } = needed?.failed
		? { count: { passed: 0, failed: 1 }, said: '', failures: [] }
		: await runCommands(stage, quiet);
	if (quiet) console.log(`\n=== ${stage.name} ===\n${said}`);
	if (needed?.failed) console.log(`Not run: ${stage.needs} failed, so this counts as failed too.`);
	const seconds = (performance.now() - started) / 1000;
	results.push({ name: stage.name, ...count, seconds, failures });
	console.log(`--- ${stage.name}: ${count.passed} passed, ${count.failed} failed (${seconds.toFixed(1)} s)`);
}

/**
 * Runs a stage's commands until one fails. A static check is one test. A crash, and a test run that ran
 * nothing or failed without naming a test, is one failure.
 *
 * @param {Stage} stage
 * @param {boolean} quiet
 * @returns {Promise<{ count: Count, said: string, failures: Failure[] }>}
 */
async function runCommands({ commands, count, failures = () => [] }, quiet) {
	rmSync(report, { force: true });
	let exitCode = /** @type {number | null} */ (0);
	let said = '';
	for (const [file = '', ...args] of commands) {
		const child = spawn(process.execPath, [file, ...args], {
			cwd: root,
			stdio: quiet ? 'pipe' : 'inherit',
			env: {
				...process.env,
				...(process.argv.includes('--long') ? { LONG: '1' } : {}),
				PLAYWRIGHT_JSON_OUTPUT_FILE: report,
			},
		});
		for (const stream of [child.stdout, child.stderr])
			stream?.setEncoding('utf8').on('data', (text) => (said += text));
		[exitCode] = await once(child, 'close');
		if (exitCode !== 0) break;
	}
	if (!count)
		return {
			count: exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 },
			said,
			failures: [],
		};
	const read = readReport();
	if (!read) return { count: { passed: 0, failed: 1 }, said, failures: [] };
	const counted = count(read);
	const unexplained = counted.failed === 0 && (exitCode !== 0 || counted.passed === 0);
	return { count: unexplained ? { ...counted, failed: 1 } : counted, said, failures: failures(read) };
}

/** @returns {any} what a test run has left, or nothing */
function readReport() {
	try {
		return JSON.parse(readFileSync(report, 'utf8'));
	} catch {
		console.log('The test run left no report.');
		return undefined;
	}
}

/**
 * @param {any} suite
 * @returns {Failure[]}
 */
function failuresOfSuite({ suites = [], specs = [] }) {
	const own = specs
		.filter((/** @type {any} */ { ok }) => !ok)
		.map((/** @type {any} */ { file, line, title, tests }) => ({
			name: `${file}:${line} ${title}`,
			said: tests
				.flatMap((/** @type {any} */ { results: tries }) => tries)
				.flatMap((/** @type {any} */ { errors }) => errors)
				.map((/** @type {any} */ { message }) => message)
				.join('\n'),
		}));
	return [...own, ...suites.flatMap(failuresOfSuite)];
}

/**
 * A message's first lines, without colors.
 *
 * @param {string} text
 */
function shortened(text) {
	const lines = stripVTControlCharacters(text).split('\n');
	return lines
		.slice(0, 12)
		.map((line) => line.slice(0, 300))
		.join('\n');
}
