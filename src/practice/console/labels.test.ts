import { describe, expect, test } from 'vitest';
import type { Label } from '../../domain/label.ts';
import { screenOf, type Screen } from '../../simulator/world.ts';
import { migrationDetourLabels } from '../../steps/migration/detour-labels.ts';
import { migrationStepFacts } from '../../steps/migration/index.ts';
import { courseOf } from '../course.ts';
import { act, begin, isDone } from '../exercise.ts';
import '../migration-course.ts';
import { picturesOf } from '../pictures/guides.ts';
import { migrationRoads, migrationStepScenarios, migrationTroubles } from '../scenarios/migration.ts';

/** Every screen of the console and of the phone that the exercises lead over, and those of the pictures. */
const seen: Screen[] = [...picturesOf('migration').detours.values()].map(({ screen }) => screen);
for (const scenario of [...migrationRoads, ...migrationTroubles, ...migrationStepScenarios]) {
	let exercise = begin(scenario);
	for (let moves = 0; moves < 150; moves += 1) {
		const { world } = exercise;
		seen.push(screenOf(world, 'console'), screenOf(world, 'phone'));
		if (isDone(exercise)) break;
		const move = courseOf(scenario).nextMove(world, scenario)!;
		exercise = act(exercise, move.deed, world.now + move.after).exercise;
	}
}

const textOf = (screen: Screen, { id, text, cell }: Screen['controls'][number]) =>
	// the boxes of a table are named by their column and their row
	cell && screen.name === 'console.policy' && id.startsWith('console.tick-') ? [text, cell.column] : [text];
const carries = (screen: Screen, { text, kind }: Label): boolean =>
	screen.controls.some((control) => textOf(screen, control).includes(text) && control.kind === kind) ||
	(kind === 'value' && screen.controls.some(({ cell }) => cell?.column === text));

describe('the labels of procedure D', () => {
	test.each(
		migrationStepFacts.flatMap(({ slug, labels }) =>
			labels.map((label) => [slug, label.kind, label.text, label] as const),
		),
	)('%s: %s "%s" is on a screen', (_slug, _kind, _text, label) => {
		expect(seen.some((screen) => carries(screen, label))).toBe(true);
	});

	test('those that only its problems quote as well, but for the catalog and the telephone', () => {
		const missing = migrationDetourLabels.filter((label) => !seen.some((screen) => carries(screen, label)));
		expect(missing).toEqual(migrationDetourLabels.slice(-3));
	});
});
