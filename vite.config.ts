import { resolve } from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { buildRecord } from './scripts/vite/build-record.ts';
import { guideModules } from './scripts/vite/guide.ts';
import { organizationModule } from './scripts/vite/organization.ts';

/** What `scripts/build.mjs` measures a build with. */
const record = resolve(process.env.KIT_OUT_DIR || '.svelte-kit', 'chunk-packages.json');

const ofEveryStep =
	/virtual:(guide|pages|organization)$|src\/(content\/phases|domain\/organization|guide\/(place|words)|routes\/progress|ui\/(href|DeskCard|PlaceMark))\b/;

export default defineConfig({
	plugins: [organizationModule(), guideModules(), sveltekit(), buildRecord(record)],
	build: {
		// lists of what each text imports would cost 1.5 kB on every page; style sheets are still fetched first
		modulePreload: false,
		// what every step page needs anyway compresses better in one file than in ten
		rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'guide', test: ofEveryStep }] } } },
	},
	test: {
		include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/**/*.test.ts'],
		environment: 'node',
		allowOnly: false,
	},
});
