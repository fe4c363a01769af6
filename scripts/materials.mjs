// What ships besides our own code: the bill of materials beside a build, the licence texts that go with it,
// and docs/licences.md. Run by itself after a build, it writes docs/licences.md anew.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {{ name: string, version: string, license: string, sha512: string, text: string }} Material */

const root = fileURLToPath(new URL('..', import.meta.url));
export const licencesFile = join(root, 'docs/licences.md');
/** Their glyphs stand in src/ui/fonts, so no chunk names them. */
const fonts = ['@fontsource/atkinson-hyperlegible-mono', '@fontsource/ibm-plex-sans-condensed'];

/** @param {string} name modules that the build makes itself are recorded beside packages */
const isPackage = (name) => !/^(virtual|ours):/.test(name);

/**
 * The packages whose code or glyphs are in a build, by name.
 *
 * @param {import('./vite/build-record.ts').PackagesOfChunks} record which packages stand in which chunk
 * @returns {Material[]}
 * @throws {Error} when a package is not locked or says nothing of its licence
 */
export function materialsOf(record) {
	const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
	const names = [...new Set([...Object.values(record).flat().filter(isPackage), ...fonts])].sort();
	return names.map((name) => {
		const locked = packages[`node_modules/${name}`];
		if (!locked?.version || !locked.license)
			throw new Error(`${name} ships, but the lock file lacks its licence`);
		return {
			name,
			version: locked.version,
			license: locked.license,
			sha512: Buffer.from(locked.integrity.replace(/^sha512-/, ''), 'base64').toString('hex'),
			text: licenceText(join(root, 'node_modules', name)),
		};
	});
}

/** @param {string} folder */
function licenceText(folder) {
	const file = readdirSync(folder).find((name) => /^licen[cs]e(\.|$)/i.test(name));
	return file ? readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim() : '';
}

/**
 * A CycloneDX bill of materials. Without clock and chance, so that equal builds have equal bills.
 *
 * @param {Material[]} materials
 * @param {string} version of the build
 */
export function billOfMaterials(materials, version) {
	const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	const ownRef = `pkg:npm/${own.name}@${own.version}`;
	const refOf = (/** @type {Material} */ { name, version: at }) =>
		`pkg:npm/${name.replace('@', '%40')}@${at}`;
	return {
		bomFormat: 'CycloneDX',
		specVersion: '1.5',
		version: 1,
		metadata: {
			component: {
				'bom-ref': ownRef,
				type: 'application',
				name: own.name,
				version: own.version,
				purl: ownRef,
				licenses: [{ license: { id: own.license } }],
				properties: [{ name: 'handrail:build', value: version }],
			},
		},
		components: materials.map((material) => ({
			'bom-ref': refOf(material),
			type: 'library',
			name: material.name,
			version: material.version,
			purl: refOf(material),
			hashes: [{ alg: 'SHA-512', content: material.sha512 }],
			licenses: [{ license: { id: material.license } }],
		})),
		dependencies: [
			{ ref: ownRef, dependsOn: materials.map(refOf) },
			...materials.map((material) => ({ ref: refOf(material), dependsOn: [] })),
		],
	};
}

/**
 * The licence texts that copies must carry.
 *
 * @param {Material[]} materials
 */
export const licenceTexts = (materials) =>
	materials
		.map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text || license}\n`)
		.join(`\n${'-'.repeat(72)}\n\n`);

/**
 * docs/licences.md.
 *
 * @param {Material[]} materials
 */
export const licencesPage = (materials) =>
	[
		'# Licences of what ships',
		'',
		'Made by `node scripts/materials.mjs` after a build, from what the build really took in; a test fails where it is not current. The full texts are in `licences.txt` beside every build, the bill of materials (CycloneDX) in `sbom.json`. The code of this project is under the MIT licence.',
		'',
		'| package | version | licence |',
		'| --- | --- | --- |',
		...materials.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`),
		'',
	].join('\n');

/**
 * Writes bill and licence texts beside a build.
 *
 * @param {string} folder the built site
 * @param {import('./vite/build-record.ts').PackagesOfChunks} record
 */
export function writeMaterials(folder, record) {
	const materials = materialsOf(record);
	const { version } = JSON.parse(readFileSync(join(folder, '_app/version.json'), 'utf8'));
	const bill = JSON.stringify(billOfMaterials(materials, version), null, '\t');
	writeFileSync(join(folder, 'sbom.json'), `${bill}\n`);
	writeFileSync(join(folder, 'licences.txt'), licenceTexts(materials));
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
	const record = join(root, process.env.KIT_OUT_DIR || '.svelte-kit', 'chunk-packages.json');
	if (existsSync(record))
		writeFileSync(licencesFile, licencesPage(materialsOf(JSON.parse(readFileSync(record, 'utf8')))));
	else {
		console.error('There is no build to read from: run "npm run build" first.');
		process.exitCode = 1;
	}
}
