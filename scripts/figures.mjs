// Takes what runs have measured into docs/figures, and writes docs/quality.md and the figures of README anew from there.
// Nobody types a figure. A run that was not done since keeps the record that it had.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { resultsFolder } from './records.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'docs/figures');
const kinds = ['tests', 'tests-long', 'browsers', 'proofs', 'mutation', 'bench', 'sizes'];

/** @typedef {Record<string, any>} Records a record of each kind, as its run has kept it */

/**
 * The records that the docs are made of.
 *
 * @returns {Records}
 * @throws {Error} where one is missing
 */
export const committedRecords = () =>
	Object.fromEntries(
		kinds.map((kind) => [kind, JSON.parse(readFileSync(join(folder, `${kind}.json`), 'utf8'))]),
	);

/** @param {any[][]} rows the first one is the head */
const table = ([head = [], ...rows]) =>
	[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
/** @param {number} value */
const number = (value) =>
	value.toLocaleString('en-US', { maximumFractionDigits: Math.abs(value) < 10 ? 2 : 0 });
/** @param {{ at: string, commit: string, machine?: string }} record */
const when = ({ at, commit, machine }) =>
	`${new Date(at).toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' })}, commit ${commit}${machine ? `, on ${machine}` : ''}`;
/** @param {number} seconds */
const minutes = (seconds) => `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
/** @param {{ limit?: number, least?: number, unit: string }} figure */
const limitOf = ({ limit, least, unit }) =>
	limit !== undefined
		? `${number(limit)} ${unit}`
		: least !== undefined
			? `at least ${number(least)} ${unit}`
			: '';

/**
 * docs/quality.md.
 *
 * @param {Records} records
 */
export function qualityPage({ tests, 'tests-long': long, browsers, proofs, mutation, bench, sizes }) {
	const stages = (/** @type {any} */ run) =>
		table([
			['stage', 'passed', 'failed', 'time'],
			...run.stages.map((/** @type {any} */ one) => [
				one.name,
				number(one.passed),
				one.failed,
				minutes(one.seconds),
			]),
			['all', number(run.passed), run.failed, minutes(run.seconds)],
		]);
	return [
		'# What was measured',
		'Made by `npm run figures` from the records of runs in `docs/figures`. Each run names its day, commit and machine.',
		'## Tests',
		`\`npm test\`, ${when(tests)}. Stages of the first part run two at a time.`,
		stages(tests),
		`\`npm run test:long\`, with fuzz, walks, kills and exercises at their full sizes, ${when(long)}.`,
		stages(long),
		`\`npm run test:browsers\`, one journey each, ${when(browsers)}: passed in ${browsers.passedIn.join(' and ') || 'none'}; ${browsers.failed} failed, ${browsers.notRun} not run.`,
		'## Proofs over the machines',
		`\`npm run prove\`, ${when(proofs)}. Every state is reachable; from every state the end is reachable without the service desk, but for those that only it cures; every detour comes back, for every caller; the context is bounded.`,
		table([
			['procedure', 'states', 'detours', 'places', 'ways between them', 'returns of detours', 'violations'],
			...proofs.certificates.map((/** @type {any} */ one) => [
				...[one.procedure, one.states, one.detours, one.places, one.ways, one.returns, one.violations.length],
			]),
		]),
		'## Planted faults in the rules of the service',
		`\`npm run mutate\`, ${when(mutation)}: of ${number(mutation.all.planted)} faults that were planted one at a time, the tests noticed ${number(mutation.all.noticed)} (${number((100 * mutation.all.noticed) / mutation.all.planted)} %; the command fails below 85 %).`,
		table([
			['file', 'planted', 'noticed', '%'],
			...mutation.files.map((/** @type {any} */ { file, planted, noticed }) => [
				...[`\`${file}\``, planted, noticed, Math.round((100 * noticed) / planted)],
			]),
		]),
		'## Speed',
		`\`npm run bench\`, ${when(bench)}, in ${bench.browser}. A figure over its limit fails the command.`,
		table([
			['what', 'figure', 'limit', 'note'],
			...bench.figures.map((/** @type {any} */ one) => [
				...[one.name, `${number(one.value)} ${one.unit}`, limitOf(one), one.note ?? ''],
			]),
		]),
		'## Sizes',
		`Bytes as they are sent (Brotli), of the build of ${when(sizes)}. A size over its limit fails the build.`,
		table([
			['what', 'bytes', 'limit', ''],
			...sizes.sizes.map((/** @type {any} */ { name, size, limit, note }) => [
				name,
				number(size),
				number(limit),
				note,
			]),
		]),
		'',
	].join('\n\n');
}

/** What README shows of it: a name in the records, and its words there. */
const inReadme = [
	['step page: LCP, slow profile', 'a step’s page, its largest content painted, on a slow phone and network'],
	['step change, p98', 'from a click to the next step, 98 of 100'],
	['act to painted, p98', 'an act in an exercise to its picture, 98 of 100'],
	['8 windows equal, p95', 'eight windows of a browser at the same step, 95 of 100'],
	['demo: choice to painted, slowest', 'demo: any step or problem that is chosen, slowest'],
	['report: search, slowest key', 'report with 100,000 tokens: a key of the search, slowest'],
	['validator, inner window 1, SHA1', 'passcodes that the service can check and refuse'],
];

/**
 * The figures of README, between its two markers.
 *
 * @param {Records} records
 */
export function readmeFigures({ tests, bench, sizes, mutation }) {
	const rows = inReadme.map(([name, words]) => {
		const one = bench.figures.find((/** @type {any} */ figure) => figure.name === name);
		return [words, `${number(one.value)} ${one.unit}`, limitOf(one)];
	});
	const script = sizes.sizes.find((/** @type {any} */ { name }) => name === 'largest first-load JS');
	return [
		`Measured by \`npm run bench\` on ${when(bench)}, in ${bench.browser}.`,
		table([
			['what', 'figure', 'limit'],
			...rows,
			[
				'scripts of a step’s page before it is used',
				`${number(script.size)} bytes`,
				`${number(script.limit)} bytes`,
			],
		]),
		`\`npm test\`: ${number(tests.passed)} passed, ${tests.failed} failed, in ${minutes(tests.seconds)}. Of ${number(mutation.all.planted)} faults planted in the rules of the service, its tests noticed ${number(mutation.all.noticed)}. [All figures](docs/quality.md).`,
	].join('\n\n');
}

export const markers = { from: '<!-- figures -->', to: '<!-- end of figures -->' };
/**
 * @param {string} readme
 * @param {string} figures
 */
export const withFigures = (readme, figures) =>
	readme.replace(
		new RegExp(`${markers.from}[\\s\\S]*${markers.to}`),
		() => `${markers.from}\n\n${figures}\n\n${markers.to}`,
	);

/** @param {any} report Stryker's, which holds all sources */
function mutationOf({ at, commit, machine, files }) {
	const counted = Object.entries(files)
		.map(([path, { mutants }]) => {
			const of = (/** @type {string[]} */ ...states) =>
				mutants.filter((/** @type {any} */ { status }) => states.includes(status)).length;
			const noticed = of('Killed', 'Timeout');
			return { file: path.replace('src/', ''), planted: noticed + of('Survived', 'NoCoverage'), noticed };
		})
		.sort((one, other) => (one.file < other.file ? -1 : 1));
	const sum = (/** @type {'planted' | 'noticed'} */ what) => counted.reduce((all, one) => all + one[what], 0);
	return { at, commit, machine, all: { planted: sum('planted'), noticed: sum('noticed') }, files: counted };
}

/** @param {string} kind */
function takeRecord(kind) {
	const file = join(resultsFolder, `${kind}.json`);
	if (!existsSync(file)) return;
	const record = JSON.parse(readFileSync(file, 'utf8'));
	const taken = kind === 'mutation' ? mutationOf(record) : record;
	writeFileSync(join(folder, `${kind}.json`), `${JSON.stringify(taken, null, '\t')}\n`);
	console.log(`taken: ${kind}, of ${taken.at}`);
}

/**
 * A text as the formatter leaves it.
 *
 * @param {string} text
 * @param {string} file
 */
export const formatted = async (text, file) =>
	format(text, { ...(await resolveConfig(join(root, file))), filepath: file });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	mkdirSync(folder, { recursive: true });
	kinds.forEach(takeRecord);
	const missing = kinds.filter((kind) => !readdirSync(folder).includes(`${kind}.json`));
	if (missing.length > 0) {
		console.error(`There is no record yet of: ${missing.join(', ')}. Run them first.`);
		process.exitCode = 1;
	} else {
		const records = committedRecords();
		writeFileSync(join(root, 'docs/quality.md'), await formatted(qualityPage(records), 'docs/quality.md'));
		const readme = readFileSync(join(root, 'README.md'), 'utf8');
		const next = withFigures(readme, readmeFigures(records));
		writeFileSync(join(root, 'README.md'), await formatted(next, 'README.md'));
	}
}
