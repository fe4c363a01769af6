import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seed } from '../../../tests/support/seed.ts';
import { advance, screenOf, type Deed, type DeviceId, type World } from '../../simulator/world.ts';
import { courseOf, worldOf } from '../course.ts';
import '../migration-course.ts';
import type { Scenario } from '../scenario.ts';
import { migrationRoads, migrationStepScenarios, migrationTroubles } from '../scenarios/migration.ts';

const long = Boolean(process.env.LONG);
const all = [...migrationRoads, ...migrationTroubles, ...migrationStepScenarios];

/** Which device, which of its controls, and how many seconds later. */
const roll = fc.tuple(fc.nat(9), fc.nat(999), fc.nat(40));
const rolls = fc.array(roll, { minLength: 1, maxLength: 25 });

/** Presses and chooses at random, on the console more than on the phone. */
function strayed(start: World, list: readonly (readonly [number, number, number])[]): World {
	let world = start;
	for (const [which, number, seconds] of list) {
		const device: DeviceId = which < 8 ? 'console' : 'phone';
		const controls = screenOf(world, device).controls.filter(
			({ kind, enabled }) => enabled && ['button', 'link', 'choice'].includes(kind),
		);
		const control = controls[number % Math.max(1, controls.length)];
		if (!control) continue;
		const deed: Deed = {
			do: control.kind === 'choice' ? 'choose' : 'press',
			device,
			control: control.id,
		};
		({ world } = advance(world, { ...deed, at: world.now + seconds * 1000 }));
	}
	return world;
}

/** More than any way takes, after all that may have gone wrong. */
const MOST_MOVES = 250;

function ends(start: World, scenario: Scenario): boolean {
	const { nextMove, goals } = courseOf(scenario);
	const holds = goals.find(({ id }) => id === scenario.until)!.holds;
	let world = start;
	for (let moves = 0; moves < MOST_MOVES && !holds(world); moves += 1) {
		const move = nextMove(world, scenario);
		if (!move) break;
		({ world } = advance(world, { ...move.deed, at: world.now + move.after }));
	}
	return holds(world);
}

test.each(all)('$id: from wherever somebody has strayed to, the help leads to the end', (scenario) => {
	const start = worldOf(scenario);
	fc.assert(
		fc.property(rolls, (list) => {
			expect(ends(strayed(start, list), scenario)).toBe(true);
		}),
		{ seed: seed, numRuns: long ? 400 : 12 },
	);
});
