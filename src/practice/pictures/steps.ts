import type { StepSlug } from '../../domain/slugs.ts';
import { createWorld, type World } from '../../simulator/world.ts';
import type { Step } from '../../steps/step.ts';
import { courseOf, STARTS_AT, worldOf } from '../course.ts';
import { fly } from '../pilot/pilot.ts';
import type { Scenario } from '../scenario.ts';
import { scenarioOf } from '../scenarios.ts';
import { straightRoad } from '../straight-road.ts';
import { walk } from '../walk.ts';
import { depicted, markedOn, missing, sightOf, type Depicted, type Moment, type Sight } from './moment.ts';

type Facts = readonly Pick<Step, 'slug' | 'pictures'>[];
type Moments = ReadonlyMap<StepSlug, readonly Moment[]>;

/** The moments of procedure A's steps: its straight road, walked from end to end. */
export function momentsOfRoad(): Moments {
	const found = new Map<StepSlug, readonly Moment[]>();
	let world = createWorld({ seed: 1, startsAt: STARTS_AT });
	for (const leg of straightRoad) {
		const walked = walk(world, leg);
		const worlds = [world, ...walked.map((one) => one.world)];
		found.set(
			leg.step,
			worlds.map((one, at) => ({ world: one, next: walked[at]?.command ?? null })),
		);
		world = worlds.at(-1) ?? world;
	}
	return found;
}

/** The moments of one exercise, from its beginning to its end: as its course's pilot does it. */
export function momentsOfExercise(scenario: Scenario, start: World = worldOf(scenario)): Moment[] {
	const { nextMove } = courseOf(scenario);
	const flown = [...fly(start, undefined, (world) => nextMove(world, scenario))];
	const worlds = [start, ...flown.map(({ world }) => world)];
	return worlds.map((world, at) => ({ world, next: flown[at]?.command ?? null }));
}

/** The moments of a guide's steps: for each, those of its own exercise. */
export const momentsOfExercises = (facts: Facts): Moments =>
	new Map(
		facts.map(({ slug }) => {
			const scenario = scenarioOf(`at-${slug}`);
			if (!scenario) throw new Error(`${slug}: there is no exercise at-${slug}`);
			return [slug, momentsOfExercise(scenario)];
		}),
	);

/**
 * The screens of the pictures of steps, in the order of their data.
 *
 * @throws Error naming the step, where a screen or control of its data is not in the moments of that step
 */
export function stepPictures(facts: Facts, moments: Moments): ReadonlyMap<StepSlug, readonly Depicted[]> {
	return new Map(
		facts.map(({ slug, pictures }) => [
			slug,
			pictures.map((picture) => depictedOf(slug, picture, moments.get(slug) ?? [])),
		]),
	);
}

/**
 * The moment in which an instruction stands: just before the marked control is used, with all that was
 * typed before; where it is only read, when it is first there.
 */
function depictedOf(
	slug: StepSlug,
	{ screen: name, mark, instruction }: Step['pictures'][number],
	moments: readonly Moment[],
): Depicted {
	const there = moments.flatMap(({ world, next }) => {
		const sight: Sight | undefined = sightOf(world, name);
		const control = sight && markedOn(sight.screen, mark);
		return sight && control
			? [{ sight, control, used: next !== null && 'control' in next && next.control === control.id }]
			: [];
	});
	const best = there.find(({ used }) => used) ?? there[0];
	if (!best)
		throw missing(
			`step ${slug}`,
			name,
			mark,
			moments.map(({ world }) => world),
		);
	return depicted(best.sight, best.control, instruction, `at-${slug}`);
}
