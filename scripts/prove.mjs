// Runs the proofs over the machines of all procedures and prints their certificates. --json prints them as JSON.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { keepRecord } from './records.mjs';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
/** @type {import('vite').InlineConfig} */
const quiet = { root, configFile: false, logLevel: 'error' };

const { module: organization } = await runnerImport(`${root}/scripts/vite/organization.ts`, quiet);
/** @type {{ module: typeof import('./vite/compile.ts') }} */
const { module: compiler } = await runnerImport(`${root}/scripts/vite/compile.ts`, {
	...quiet,
	plugins: [organization.organizationModule()],
});

/** @type {{ module: typeof import('./vite/guide.ts') }} */
const { module: guide } = await runnerImport(`${root}/scripts/vite/guide.ts`, quiet);
const painter = await guide.loadPainter(root);

const certificates = compiler.proveProcedures().map(({ id, certificate }) => withContent(id, certificate));
if (process.argv.includes('--json')) console.log(JSON.stringify(certificates, null, '\t'));
else for (const certificate of certificates) print(certificate);
keepRecord('proofs', { certificates });
if (certificates.some(({ violations }) => violations.length > 0)) process.exitCode = 1;

/**
 * Adds the proof that no page lacks its text and picture, and no step its goal, which the compiler and the
 * painter make while they join and draw them.
 *
 * @param {string} procedure
 * @param {import('../src/machines/proof.ts').Certificate} certificate
 */
function withContent(procedure, certificate) {
	const proof = 'every step and detour has its facts, content and pictures, and every step its goal';
	/** @type {string[]} */
	const missing = [];
	try {
		painter.paint(compiler.compileProcedures(root));
	} catch (error) {
		missing.push(error instanceof Error ? error.message : String(error));
	}
	return {
		procedure,
		...certificate,
		proofs: [...certificate.proofs, { name: proof, holds: missing.length === 0 }],
		violations: [...certificate.violations, ...missing.map((what) => ({ proof, what }))],
	};
}

/** @param {ReturnType<typeof withContent>} certificate */
function print({ procedure, states, places, ways, detours, returns, deskOnly, proofs, violations }) {
	console.log(`Procedure ${procedure}: ${states} states, ${detours} detours`);
	console.log(`  looked at: ${places} places, ${ways} ways between them, ${returns} returns of detours`);
	console.log(`  only the service desk cures: ${deskOnly.join(', ') || 'nothing'}`);
	for (const { name, holds } of proofs) console.log(`  ${holds ? 'holds' : 'FAILS'}: ${name}`);
	for (const { proof, what } of violations) console.log(`  VIOLATION of "${proof}": ${what}`);
}
