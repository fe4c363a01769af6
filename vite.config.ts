import { resolve } from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { buildRecord } from './scripts/vite/build-record.ts';
import { guideModules } from './scripts/vite/guide.ts';
import { organizationModule } from './scripts/vite/organization.ts';

/** What `scripts/build.mjs` measures a build with. */
const record = resolve(process.env.KIT_OUT_DIR || '.svelte-kit', 'chunk-packages.json');

export default defineConfig({
	plugins: [organizationModule(), guideModules(), sveltekit(), buildRecord(record)],
	test: {
		include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/**/*.test.ts'],
		environment: 'node',
		allowOnly: false,
	},
});
