import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { cycles, forbiddenImports, impurities, readSources } from './imports.ts';

const sources = readSources(fileURLToPath(new URL('../src', import.meta.url)));

describe('the source', () => {
	test('is found', () => {
		expect(sources.length).toBeGreaterThan(20);
	});
	test('imports only what the table of rooms allows', () => {
		expect(forbiddenImports(sources)).toEqual([]);
	});
	test('has no circle of imports', () => {
		expect(cycles(sources)).toEqual([]);
	});
	test('keeps the page, real time and chance out of the pure rooms', () => {
		expect(impurities(sources)).toEqual([]);
	});
});

describe('each rule catches what breaks it', () => {
	test.each([
		['machines/a.ts', `import { x } from '../steps/b.ts';`],
		['domain/a.ts', `export * from '../machines/b.ts';`],
		['ui/a.svelte', `<script lang="ts">import { x } from '../guide/b.ts';</script>`],
		['guide/a.ts', `const x = () => import('../routes/b.ts');`],
		['storage/a.ts', `type X = import('../guide/b.ts').X;`],
		['screens/a.ts', `import { x } from '../simulator/b.ts';`],
		['steps/a.ts', `import data from 'virtual:organization';`],
		['domain/a.ts', `import data from 'virtual:organization';`],
		['content/a.ts', `import data from '../../organization.json';`],
	])('a forbidden import: %s %s', (file, text) => {
		expect(forbiddenImports([{ file, text }])).toHaveLength(1);
	});

	test.each([
		['guide/a.ts', `import { x } from '../machines/desktop/b.ts';`],
		['screens/a.ts', `import type { X } from '../simulator/b.ts';`],
		['screens/a.ts', `import { type X } from '../simulator/b.ts';`],
		['domain/organization.ts', `import data from 'virtual:organization';`],
		[
			'routes/a.svelte',
			`<script>import { x } from 'virtual:guide'; import y from '../storage/b.ts';</script>`,
		],
		['service-worker.ts', `import { x } from './domain/b.ts';`],
	])('not an allowed one: %s %s', (file, text) => {
		expect(forbiddenImports([{ file, text }])).toEqual([]);
	});

	test.each([
		`import { onMount } from 'svelte';`,
		`import { writable } from 'svelte/store';`,
		`import { Dexie } from 'dexie';`,
		`import { live } from './live.svelte.ts';`,
		`const at = Date.now();`,
		`const at = new Date();`,
		`const at = Date();`,
		`const chance = Math.random();`,
		`setTimeout(() => {}, 1);`,
		`const later = { run: setTimeout };`,
		`document.title = '';`,
		`const { href } = location;`,
	])('an impure line: %s', (text) => {
		expect(impurities([{ file: 'machines/a.ts', text }])).toHaveLength(1);
	});

	test.each([
		`import type { Component } from 'svelte';`,
		`const day = new Date(0);`,
		`const run = (history: string[]) => history.length;`,
		`const found = place.location;`,
		`type Place = { document: string };`,
	])('not a pure one: %s', (text) => {
		expect(impurities([{ file: 'machines/a.ts', text }])).toEqual([]);
	});

	test('a circle', () => {
		const circle = [
			{ file: 'domain/a.ts', text: `import { b } from './b.ts';` },
			{ file: 'domain/b.ts', text: `import type { c } from './c.ts';` },
			{ file: 'domain/c.ts', text: `export { b } from './b.ts';` },
		];
		expect(cycles(circle)).toEqual(['domain/b.ts → domain/c.ts → domain/b.ts']);
	});
});
