// Runs a file of commands through the practice World: `npm run world -- file.jsonl`.
// One command a line, as JSON; prints each reply as JSON, and at the end the hash of the World.
// --controls prints the controls of the screen after each reply.
// Wrong input: line number and reason on standard error, exit code 1.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
/** @type {import('vite').InlineConfig} */
const quiet = { root, configFile: false, logLevel: 'error' };

const given = process.argv.slice(2);
const controls = given.includes('--controls');
const [file, ...more] = given.filter((argument) => argument !== '--controls');
if (file === undefined || more.length > 0 || file.startsWith('--'))
	fail('Usage: npm run world -- file.jsonl [--controls]');
else {
	const lines = textOf(file);
	if (lines === null) fail(`${file}: cannot be read`);
	else await run(lines.split(/\r?\n/));
}

/** @param {string} problem */
function fail(problem) {
	console.error(problem);
	process.exitCode = 1;
}

/** @param {string} name */
function textOf(name) {
	try {
		// some editors put a byte order mark in front
		return readFileSync(name, 'utf8').replace(/^\uFEFF/, '');
	} catch {
		return null;
	}
}

/** @param {string[]} commands */
async function run(commands) {
	/** @type {{ module: typeof import('./vite/organization.ts') }} */
	const { module: organization } = await runnerImport(`${root}/scripts/vite/organization.ts`, quiet);
	/** @type {{ module: typeof import('../src/simulator/world.ts') }} */
	const { module: simulator } = await runnerImport(`${root}/src/simulator/world.ts`, {
		...quiet,
		plugins: [organization.organizationModule()],
	});
	let world = simulator.defaultWorld();
	for (const [index, line] of commands.entries()) {
		if (line.trim() === '') continue;
		const command = simulator.readCommand(line, world);
		if (!command.ok) {
			return fail(`line ${index + 1}: ${command.reason}`);
		}
		const { world: next, reply } = simulator.advance(world, command.value);
		world = next;
		console.log(JSON.stringify(reply));
		if (controls)
			show(simulator.screenOf(world, 'device' in command.value ? command.value.device : 'laptop'));
	}
	console.log(simulator.hash(world));
}

/** @param {import('../src/simulator/world.ts').Screen} screen */
function show(screen) {
	for (const { id, kind, text, enabled } of screen.controls)
		console.log(`  ${kind} ${id} "${text}"${enabled ? '' : ' (gray)'}`);
}
