import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkScenarioFile } from './scenario-check.ts';
import { asOwn, readScenarioFile, writeScenarioFile, type ScenarioFile } from './scenario-file.ts';
import { isOwnId } from './scenario.ts';
import { allScenarios, scenarioOf } from './scenarios.ts';
import './testing/all-courses.ts';

const folder = fileURLToPath(new URL('./scenarios/', import.meta.url));
const filesIn = (where: string) => readdirSync(where).filter((name) => name.endsWith('.json'));

/** What every exercise in a file of this repository must hold. */
function expectExercise(path: string): ScenarioFile {
	const text = readFileSync(path, 'utf8');
	const read = readScenarioFile(text);
	if (!read.ok) throw new Error(read.reason);
	expect(checkScenarioFile(read.value)).toMatchObject({ ok: true });
	return read.value;
}

describe('the files of exercises', () => {
	const names = filesIn(folder);

	test('are there', () => {
		expect(names.length).toBeGreaterThanOrEqual(6);
	});

	test.each(names)('%s is read, can be begun, and is solved by its solution', (name) => {
		const { scenario } = expectExercise(join(folder, name));
		// its own name, or the one that its contents gave it where it was made
		if (!isOwnId(scenario.id)) expect(`${scenario.id}.json`).toBe(name);
		else expect(asOwn({ ...EMPTY, scenario }).scenario.id).toBe(scenario.id);
		const shipped = scenarioOf(scenario.id);
		if (shipped) expect(shipped).toEqual(scenario);
		expect(allScenarios.filter(({ title }) => title === scenario.title).length).toBeLessThanOrEqual(1);
	});

	test('one that was made elsewhere is taken as it is', () => {
		const elsewhere = mkdtempSync(join(tmpdir(), 'handrail-exercises-'));
		const given = expectExercise(join(folder, 'guest-network.json'));
		const made = asOwn({ ...given, scenario: { ...given.scenario, title: 'Wi-Fi of the neighbors' } });
		const path = join(elsewhere, `${made.scenario.id}.json`);
		writeFileSync(path, writeScenarioFile(made));
		expect(expectExercise(path)).toEqual(made);
		rmSync(elsewhere, { recursive: true });
	});
});

const EMPTY = { handrail: 'exercise', version: 1, solution: [], notes: '' } as const;
