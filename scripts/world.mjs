// Runs a file of commands through the practice World: `npm run world -- file.jsonl`.
// One command a line, as JSON; prints each reply as JSON, and at the end the hash of the World.
// --controls prints the controls of the screen after each reply.
// Wrong input: line number and reason on standard error, exit code 1.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
/** @type {import('vite').InlineConfig} */
const quiet = { root, configFile: false, logLevel: 'error' };

/** @typedef {typeof import('../src/simulator/world.ts')} Simulator */
/** @type {Promise<Simulator> | undefined} */
let loaded;

/**
 * Takes the default World through commands.
 *
 * @param {string} text one command a line
 * @param {(line: string) => void} say is told each line that is to be printed
 * @param {boolean} [controls] the controls of the screen too
 * @returns {Promise<string | null>} the line that is wrong and why, or `null`
 */
export async function run(text, say, controls = false) {
	const simulator = await (loaded ??= load());
	let world = simulator.defaultWorld();
	// some editors put a byte order mark in front
	const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
	for (const [index, line] of lines.entries()) {
		if (line.trim() === '') continue;
		const command = simulator.readCommand(line, world);
		if (!command.ok) return `line ${index + 1}: ${command.reason}`;
		const { world: next, reply } = simulator.advance(world, command.value);
		world = next;
		say(JSON.stringify(reply));
		if (!controls) continue;
		const screen = simulator.screenOf(world, 'device' in command.value ? command.value.device : 'laptop');
		for (const { id, kind, text: label, enabled } of screen.controls)
			say(`  ${kind} ${id} "${label}"${enabled ? '' : ' (gray)'}`);
	}
	say(simulator.hash(world));
	return null;
}

/** By a Node that reads no TypeScript by itself. Vite is loaded only when there is something to run. */
async function load() {
	const { runnerImport } = await import('vite');
	/** @type {{ module: typeof import('./vite/organization.ts') }} */
	const { module: organization } = await runnerImport(`${root}/scripts/vite/organization.ts`, quiet);
	/** @type {{ module: Simulator }} */
	const { module: simulator } = await runnerImport(`${root}/src/simulator/world.ts`, {
		...quiet,
		plugins: [organization.organizationModule()],
	});
	return simulator;
}

/**
 * @param {string[]} given the arguments of the command line
 * @returns {Promise<string | null>} what was wrong
 */
async function main(given) {
	const [file, ...more] = given.filter((argument) => argument !== '--controls');
	if (file === undefined || more.length > 0 || file.startsWith('--'))
		return 'Usage: npm run world -- file.jsonl [--controls]';
	const text = textOf(file);
	if (text === null) return `${file}: cannot be read`;
	return run(text, console.log, given.includes('--controls'));
}

/** @param {string} name */
function textOf(name) {
	try {
		return readFileSync(name, 'utf8');
	} catch {
		return null;
	}
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
	const problem = await main(process.argv.slice(2));
	if (problem !== null) {
		console.error(problem);
		process.exitCode = 1;
	}
}
