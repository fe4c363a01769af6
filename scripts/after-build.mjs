// What Vite leaves to us: the page for unknown addresses, the bill of
// materials, compressed copies, and the size budgets.
import { readFileSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { measure, report, summary } from './budgets.mjs';
import { writeMaterials } from './materials.mjs';
import { notFoundPage } from './not-found.mjs';
import { writeEmbedded } from './pages/embed.mjs';
import { keepRecord } from './records.mjs';

const textLike = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt', '.webmanifest', '.xml']);

/**
 * Finishes a build.
 *
 * @param {object} build
 * @param {string} build.folder the built site
 * @param {string} build.record which packages stand in which chunk, as the build wrote it down
 * @param {string} build.organization the organization's file, which the build has checked
 * @param {boolean} build.ships is it for a host? Then it gets compressed copies, and is measured
 * @returns {Promise<boolean>} is everything within its budget?
 */
export async function finish({ folder, record, organization, ships }) {
	const page = notFoundPage(JSON.parse(readFileSync(organization, 'utf8')));
	await writeFile(join(folder, '404.html'), page);
	const packages = JSON.parse(readFileSync(record, 'utf8'));
	writeMaterials(folder, packages);
	if (!ships) return true;
	writeEmbedded(folder);
	await compressAll(folder);
	const figures = measure(folder, packages);
	report(figures);
	keepRecord('sizes', { sizes: summary(figures) });
	return figures.excesses.length === 0;
}

/** @param {string} folder */
async function compressAll(folder) {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries
		.filter((entry) => entry.isFile() && textLike.has(extname(entry.name)))
		.map((entry) => join(entry.parentPath, entry.name));
	await Promise.all(files.map(compress));
}

/**
 * Writes the compressed copies of a file that are smaller than it.
 *
 * @param {string} file
 */
async function compress(file) {
	const raw = await readFile(file);
	const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length };
	const copies = {
		'.br': await promisify(brotliCompress)(raw, { params: quality }),
		'.gz': await promisify(gzip)(raw, { level: 9 }),
	};
	for (const [suffix, copy] of Object.entries(copies))
		if (copy.length < raw.length) await writeFile(file + suffix, copy);
}
