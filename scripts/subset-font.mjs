/**
 * Makes the two fonts that the guide brings along, both under the SIL Open Font License and cut to the
 * characters that they are used for:
 *
 * - for codes and figures, Atkinson Hyperlegible Mono
 * - for paper, IBM Plex Sans Condensed: a page breaks at the same place on every computer
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const { resolve } = createRequire(import.meta.url);
const ascii = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join('');
const words = `${ascii.replace(/[\\^`{|}~]/g, '')}“”’–é`;
const fonts = {
	mono: ['@fontsource/atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-400-normal', ascii],
	paper: ['@fontsource/ibm-plex-sans-condensed/files/ibm-plex-sans-condensed-latin-400-normal', words],
	'paper-bold': ['@fontsource/ibm-plex-sans-condensed/files/ibm-plex-sans-condensed-latin-700-normal', words],
};

mkdirSync('src/ui/fonts', { recursive: true });
for (const [name, [source, characters]] of Object.entries(fonts)) {
	const font = await subsetFont(readFileSync(resolve(`${source}.woff2`)), characters, {
		targetFormat: 'woff2',
	});
	writeFileSync(`src/ui/fonts/handrail-${name}.woff2`, font);
	console.log(`src/ui/fonts/handrail-${name}.woff2: ${font.length} bytes`);
}
