/** The practice of procedure C: loading this loads push as a part of the World. */
import { pushSteps, type PushStep } from '../domain/push.ts';
import { advance, createWorld, type World } from '../simulator/world.ts';
import { addCourse } from './course.ts';
import { pushRemark } from './push/coach.ts';
import { pushGoals } from './push/goals.ts';
import { pushMove } from './push/pilot.ts';
import type { Scenario } from './scenario.ts';

/** The step whose goal has just been reached where a step begins; nothing where it begins on the desktop. */
const before: Readonly<Partial<Record<PushStep, PushStep>>> = {
	'enter-credentials': 'open-resource',
	'choose-autosend': 'enter-credentials',
	'open-request': 'choose-autosend',
	'choose-token': 'open-request',
	// with one token there is nothing to choose
	'approve-request': 'open-request',
	'confirm-it-is-you': 'approve-request',
	'check-logged-in': 'confirm-it-is-you',
};

/** More than any way to a step takes. */
const MOST_MOVES = 60;

function standing(scenario: Scenario, startsAt: number): World {
	const { made, seed, from } = scenario;
	let world = createWorld({ seed, startsAt, push: true, ...made });
	const last = before[from as PushStep];
	if (!last) return world;
	for (let moves = 0; moves < MOST_MOVES && !pushGoals[last](world); moves += 1) {
		const move = pushMove(world, { ...scenario, until: 'check-logged-in' });
		if (!move) break;
		world = advance(world, { ...move.deed, at: world.now + move.after }).world;
	}
	return world;
}

addCourse({
	id: 'push',
	goals: pushSteps.map((id) => ({ id, holds: pushGoals[id] })),
	finished: pushGoals['check-logged-in'],
	nextMove: pushMove,
	remark: pushRemark,
	start: standing,
});
