import { resolve } from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { buildRecord } from './scripts/vite/build-record.ts';
import { guideModules } from './scripts/vite/guide.ts';
import { organizationModule } from './scripts/vite/organization.ts';
import { slimPasscodes } from './scripts/vite/slim-passcodes.ts';

/** What `scripts/build.mjs` measures a build with. */
const record = resolve(process.env.KIT_OUT_DIR || '.svelte-kit', 'chunk-packages.json');

/** What every page needs first, in one file: 0.8 KB less than in a dozen small ones. */
const runtime = {
	name: 'runtime',
	test: (module: string) =>
		/node_modules.(svelte|@sveltejs.kit|esm-env|clsx|devalue)\b/.test(module) &&
		!/svelte.src.(animate|easing|motion|store|transition|internal.client.dom.elements.bindings.(input|select))\b/.test(
			module,
		),
};

/** What every step page needs of ours: it compresses better in one file than in ten. */
const shared = {
	name: 'shared',
	test: (module: string) =>
		/virtual:(entry|steps|organization)$|src.(content.(phases|pictures)|domain.organization|guide.(place|progress)|routes.(pictures|progress|when-idle|tools)|ui.(href|live|PlaceMark))\b/.test(
			module,
		),
};

/** What exercises share with the rest: each in a file of its own, so that nothing else brings an exercise along. */
const bases = (
	[
		['valibot', /node_modules.valibot\b/],
		['hashes', /node_modules.@noble.hashes\b/],
		['results', /src.domain.(random|result)\b/],
		['zone-time', /src.domain.zone-time\b/],
		['tally', /src.practice.tally\b/],
	] as const
).map(([name, test]) => ({ name, test }));

/**
 * What every exercise needs of the World and of practice, in one file: pages for trainers share some of it, and cut
 * into pieces it grows by 5 KB. What only some exercises need stays out.
 */
const exercise = {
	name: 'exercise',
	test: (module: string) =>
		/src.simulator.(?!(phone|push|own-app|hash|world-hash|console|migration)\b|service.(own-authenticator|user-portal|push(-past|-ask|-answer|-permission)?|caller|console-records|figures|operator|policy-(apply|fields)|report-rows|search|task-list|token-types)\.)/.test(
			module,
		) ||
		/src.(routes.practice.(opening|open-keeping|load-course)|screens.(words|parts|provide|using))\b/.test(
			module,
		) ||
		/src.practice.((card|coach|course|desktop-course|devices|exercise|goals|hints|keeping|mistakes|scenario|straight-road|typed-\w+|walk|workspace)\.|pilot.(desktop|install|logon|manager|outlook|pilot|sight|windows)\.|scenarios.(desktop|(?!own-)[\w-]+\.json)\b)/.test(
			module,
		),
};

const allTests = ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/**/*.test.ts'];
/** They put a browser's store into the process that they run in, which then is no longer as the others take it. */
const needsStore = [
	'src/storage/*.test.ts',
	'src/guide/{ages,clock-trouble,eight-windows,handoff,session}.test.ts',
];

export default defineConfig({
	plugins: [organizationModule(), guideModules(), slimPasscodes(), sveltekit(), buildRecord(record)],
	// lists of what each text imports would cost 1.5 KB on every page; style sheets are still fetched first
	// one style sheet has one name, whether a page or a script asks for it
	build: {
		reportCompressedSize: false,
		modulePreload: false,
		cssMinify: 'lightningcss',
		cssTarget: ['chrome111', 'edge111', 'firefox114', 'safari16.4'],
	},
	environments: {
		client: {
			build: {
				rolldownOptions: { output: { codeSplitting: { groups: [runtime, shared, ...bases, exercise] } } },
			},
		},
	},
	test: {
		environment: 'node',
		allowOnly: false,
		// one for each processor; by itself it leaves one of them free
		maxWorkers: '100%',
		// for a machine that does other things as well
		testTimeout: 60_000,
		projects: [
			{ extends: true, test: { name: 'browser store', include: needsStore } },
			{
				extends: true,
				// a process for each file would load the machines and the texts anew for each
				test: { name: 'plain', include: allTests, exclude: needsStore, isolate: false },
			},
		],
	},
});
