import { describe, expect, test } from 'vitest';
import {
	beginDrill,
	commandDrill,
	isMigrated,
	scoreOf,
	type Drill,
} from '../../simulator/migration/index.ts';
import { nextCommand } from './pilot.ts';
import { bounds, plan, within } from './planner.ts';

/** A drill that the pilot has run to its end. */
function run(seed: number, users: number, spare: number): Drill {
	let drill = beginDrill({ seed, users, spare });
	for (let next = nextCommand(drill); next; next = nextCommand(drill)) {
		const done = commandDrill(drill, next);
		if (!done.reply.ok) throw new Error(`${JSON.stringify(next)}: ${done.reply.reason}`);
		drill = done.drill;
	}
	return drill;
}

const sizes: readonly (readonly [number, number])[] = process.env.LONG
	? [10, 25, 60, 150, 400, 1000].flatMap((users) =>
			[0.05, 0.1, 0.25, 0.5, 1].map((share) => [users, Math.max(1, Math.round(users * share))] as const),
		)
	: [
			[10, 3],
			[25, 5],
			[60, 20],
			[150, 15],
		];

describe('the planner', () => {
	test.each(sizes)(
		'agrees with drills of %i users and %i spare tokens, within its bounds',
		(users, spare) => {
			const planned = plan(users, spare);
			const days = within(planned.days, bounds.days);
			const waves = within(planned.waves, bounds.waves);
			for (let seed = 1; seed <= 5; seed += 1) {
				const drill = run(seed, users, spare);
				const score = scoreOf(drill);
				expect(isMigrated(drill)).toBe(true);
				expect(score).toMatchObject({ stranded: 0, wasted: 0 });
				expect(score.days).toBeGreaterThanOrEqual(days.from);
				expect(score.days).toBeLessThanOrEqual(days.to);
				expect(score.waves).toBeGreaterThanOrEqual(waves.from);
				expect(score.waves).toBeLessThanOrEqual(waves.to);
			}
		},
	);
});
