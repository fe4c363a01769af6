import { createWorld, type World } from '../simulator/world.ts';
import { addCourse } from './course.ts';
import { finished, goalHolds } from './goals.ts';
import { nextMove } from './pilot/pilot.ts';
import { straightRoad } from './straight-road.ts';
import { standingAt } from './walk.ts';

addCourse({
	id: 'desktop',
	goals: straightRoad.map(({ step }) => ({ id: step, holds: (world: World) => goalHolds(step, world) })),
	finished,
	nextMove,
	start({ from, faults, seed }, startsAt) {
		const whole = from === 'request-static-password';
		// from the start, all of them; later, they are put in one after the other
		const made = createWorld({ seed, startsAt, faults: whole ? faults : [] });
		const leg = straightRoad.find(({ step }) => step === from);
		return leg ? standingAt(made, leg.step) : made;
	},
});
