import { advance, type Deed, type Entry, type Expects, type World } from '../simulator/world.ts';
import type { Remark } from './coach.ts';
import type { Move } from './pilot/sight.ts';
import type { CourseId, GoalId, Scenario } from './scenario.ts';

/** What an exercise is about, and how its World is made and walked. */
export type Course = {
	readonly id: CourseId;
	/** In the order in which they are reached. A goal is a result, not the clicks. */
	readonly goals: readonly { readonly id: GoalId; readonly holds: (world: World) => boolean }[];
	/** Where a course has several ways: does the one of this exercise lead over this goal? All unless given. */
	readonly leadsOver?: (goal: GoalId, scenario: Scenario) => boolean;
	/** Everything that the course asks for holds. */
	readonly finished: (world: World) => boolean;
	/** The next move towards the end from wherever a World stands, by controls on its screens; `null` when all is done. */
	readonly nextMove: (world: World, scenario: Scenario) => Move | null;
	/** What the coach says of an act, before what it says of every service; `null` for nothing. */
	readonly remark?: (was: World, world: World) => Remark | null;
	/** What typed text is to its exercises; what it is to all of them, unless given. */
	readonly typed?: (world: World, text: string, expects: Expects, control: string) => Entry | null;
	/** The World that stands at the scenario's first goal; of its faults those that must be there from the start. */
	readonly start: (scenario: Scenario, startsAt: number) => World;
};

const known = new Map<CourseId, Course>();

/** Makes a course known; its module does so when it is loaded. */
export const addCourse = (course: Course): void => void known.set(course.id, course);

/** @throws Error if the course was not loaded: a mistake of ours */
export function courseOf({ course: id }: Pick<Scenario, 'course'>): Course {
	const course = known.get(id);
	if (!course) throw new Error(`expected the course "${id}" to be loaded, got none`);
	return course;
}

/** When every exercise begins whose clock is not the real one: a Monday morning in March. */
export const STARTS_AT = Date.UTC(2026, 2, 2, 14);
/** Seconds between two of the acts that came before. */
const PACE = 3;

/**
 * The World at the beginning of a scenario.
 *
 * @param startsAt epoch ms UTC
 * @throws Error when the scenario itself is wrong: a fault that cannot show there, an act that is refused
 */
export function worldOf(scenario: Scenario, startsAt = STARTS_AT): World {
	const { id, faults, before = [] } = scenario;
	let world = courseOf(scenario).start(scenario, startsAt);
	const take = (deed: Deed, after: number) => {
		const { world: next, reply } = advance(world, { ...deed, at: world.now + after * 1000 });
		if (!reply.ok) throw new Error(`Scenario ${id}: ${JSON.stringify(deed)} is refused: ${reply.reason}`);
		world = next;
	};
	// later than from the start, each as long as it can still show
	for (const fault of faults) if (!world.faults[fault]) take({ do: 'break', fault }, 0);
	for (const act of before)
		if (typeof act === 'number') take({ do: 'wait' }, act);
		else take(act, PACE);
	return world;
}
