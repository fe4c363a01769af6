import '../simulator/phone/index.ts';
import { androidSteps } from '../domain/android.ts';
import { advance, createWorld, type World } from '../simulator/world.ts';
import { phoneRemark } from './android-coach.ts';
import { androidGoals, wayLeadsOver } from './android-goals.ts';
import { addCourse } from './course.ts';
import { phoneMove } from './pilot/phone.ts';
import type { Scenario } from './scenario.ts';

addCourse({
	id: 'android',
	goals: androidSteps.map((id) => ({ id, holds: androidGoals[id] })),
	leadsOver: (goal, { way = 'link' }) => wayLeadsOver(goal, way),
	finished: androidGoals['keep-phone-ready'],
	nextMove: phoneMove,
	remark: phoneRemark,
	start: ({ seed, made, ...scenario }, startsAt) =>
		standingAt(createWorld({ seed, startsAt, phone: true, ...made }), { seed, ...scenario }),
});

/** More than any way needs. */
const MOST_MOVES = 200;

/** Everything before the scenario's first step was done, by its own way. */
function standingAt(fresh: World, scenario: Scenario): World {
	const { from, way = 'link' } = scenario;
	const before = androidSteps.slice(
		0,
		androidSteps.findIndex((step) => step === from),
	);
	const wanted = before.filter((step) => wayLeadsOver(step, way));
	const reached = new Set<string>();
	let world = fresh;
	for (let moves = 0; moves < MOST_MOVES; moves += 1) {
		for (const step of wanted) if (androidGoals[step](world)) reached.add(step);
		if (wanted.every((step) => reached.has(step))) return world;
		const next = phoneMove(world, scenario);
		if (!next) break;
		world = advance(world, { ...next.deed, at: world.now + next.after }).world;
	}
	throw new Error(`Scenario ${scenario.id}: expected a way to ${from}, got none`);
}
