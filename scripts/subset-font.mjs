/**
 * Makes the font for codes and figures: Atkinson Hyperlegible Mono (SIL Open Font License), cut to the
 * characters that codes, figures, addresses and labels use.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const source = createRequire(import.meta.url).resolve(
	'@fontsource/atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-400-normal.woff2',
);
const characters = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join('');
const font = await subsetFont(readFileSync(source), characters, { targetFormat: 'woff2' });
mkdirSync('src/ui/fonts', { recursive: true });
writeFileSync('src/ui/fonts/handrail-mono.woff2', font);
console.log(`src/ui/fonts/handrail-mono.woff2: ${font.length} bytes`);
