/** The practice of procedure D: loading this loads the console and the phone as parts of the World. */
import '../simulator/console/index.ts';
import '../simulator/phone/index.ts';
import { migrationPhases, migrationSteps, type MigrationStep } from '../domain/migration.ts';
import { allMoved, migrationGoals } from './console/goals.ts';
import { consoleMove } from './console/pilot.ts';
import { consoleRemark } from './console/remark.ts';
import { endOf, isWave, standing } from './console/standing.ts';
import { consoleEntry } from './console/typed.ts';
import { addCourse } from './course.ts';
import type { GoalId, Scenario } from './scenario.ts';

const phase = (name: keyof typeof migrationPhases, step: GoalId): boolean =>
	migrationPhases[name].some((one) => one === step);

/**
 * Nobody does all 18 steps. An exercise that ends at a step of the move leads over the move, one that ends at a look
 * at a user over that; what is done to a token, and the look at the stock, stand alone.
 */
function leadsOver(goal: GoalId, scenario: Scenario): boolean {
	const end = endOf(scenario);
	if (goal === end || goal === scenario.from || goal === 'sign-in-to-console') return true;
	if (phase('token-acts', goal) || goal === 'look-at-stock') return false;
	return phase('look-up', goal) ? phase('look-up', end) : isWave(end);
}

addCourse({
	id: 'migration',
	goals: migrationSteps.map((id: MigrationStep) => ({ id, holds: migrationGoals[id] })),
	leadsOver,
	finished: allMoved,
	nextMove: consoleMove,
	remark: consoleRemark,
	typed: consoleEntry,
	start: standing,
});
