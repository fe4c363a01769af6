// Writes build-single/handrail.html from the built site: npm run build:single builds first.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { LARGEST, singleFile } from './pages/single.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = resolve(root, process.env.BUILD_DIR || 'build');
const html = singleFile(folder);
const file = join(root, 'build-single', 'handrail.html');
mkdirSync(join(root, 'build-single'), { recursive: true });
writeFileSync(file, html);
console.log(
	`build-single/handrail.html: ${Buffer.byteLength(html)} of ${LARGEST} bytes, ${gzipSync(html).length} compressed`,
);
