import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { billOfMaterials, licencesFile, licencesPage, licenceTexts, materialsOf } from './materials.mjs';

const file = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const record = file(`${process.env.KIT_OUT_DIR || '.svelte-kit'}/chunk-packages.json`);
const built = existsSync(record);
const materials = built
	? materialsOf(JSON.parse(readFileSync(record, 'utf8')) as Record<string, string[]>)
	: [];

test.runIf(built)('docs/licences.md lists what ships', () => {
	expect(materials.map(({ name }) => name)).toEqual(expect.arrayContaining(['dexie', 'svelte', 'xstate']));
	expect(readFileSync(licencesFile, 'utf8'), 'run "node scripts/materials.mjs" after a build').toBe(
		licencesPage(materials),
	);
});

test.runIf(built)('every package that ships has its full licence text', () => {
	expect(materials.filter(({ text }) => text === '').map(({ name }) => name)).toEqual([]);
	expect(licenceTexts(materials)).toContain('Permission is hereby granted');
});

test.runIf(built)('the bill of materials names no machine, registry or time', () => {
	const bill = JSON.stringify(billOfMaterials(materials, 'a-build'));
	expect(bill).not.toMatch(/https?:|timestamp|serialNumber|resolved|\/node_modules/);
	expect(JSON.parse(bill)).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' });
});

test('a package that is not locked is refused', () => {
	expect(() => materialsOf({ 'a.js': ['no-such-package'] })).toThrow('no-such-package');
});
