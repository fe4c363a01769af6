import { courseOf } from '../../practice/course.ts';
import type { GoalId, Scenario } from '../../practice/scenario.ts';
import {
	advance,
	allFaultIds,
	faultOf,
	type AnyFaultId,
	type Refusal,
	type World,
} from '../../simulator/world.ts';
import { wayToProblem, type Flight } from './ways.ts';

/** Something that can go wrong in a demo, in the words of its catalogue. */
export type Surprise = {
	readonly fault: AnyFaultId;
	/** The step at which it shows. */
	readonly step: GoalId;
	/** What is done to the World. */
	readonly does: string;
	/** What the class will see. */
	readonly shows: string;
	/** What helps. */
	readonly cure: string;
	readonly by: 'person' | 'time' | 'manager' | 'desk';
	/** Why it cannot be put in right now; nothing where it can. */
	readonly not: string | undefined;
};

const reasons: Readonly<Partial<Record<Refusal, string>>> = {
	'already-broken': 'It is in already.',
	'too-late': 'It can show no more: what it spoils is done.',
	'hidden-by-another': 'Something else that is in keeps it from showing.',
};

/** Everything that can go wrong in the course of a scenario, in the order of the steps at which it shows. */
export function surprisesOf(world: World, scenario: Scenario): readonly Surprise[] {
	const goals = courseOf(scenario).goals.map(({ id }) => id as string);
	return allFaultIds()
		.map((fault): Surprise => {
			const { step, does, shows, cure, by } = faultOf(fault);
			return { fault, step: step as GoalId, does, shows, cure, by, not: whyNot(world, fault) };
		})
		.filter(({ step }) => goals.includes(step))
		.sort((one, other) => goals.indexOf(one.step) - goals.indexOf(other.step));
}

function whyNot(world: World, fault: AnyFaultId): string | undefined {
	const { reply } = advance(world, { do: 'break', fault, at: world.now });
	return reply.ok ? undefined : (reasons[reply.reason] ?? 'It cannot be put in here.');
}

/**
 * Those that can be shown in an exercise, one after the other: each takes a way of its own, so whoever asks may rest
 * between them.
 */
export function* showable(flight: Flight): Generator<Surprise | undefined> {
	const { scenario } = flight.demo.exercise;
	for (const surprise of surprisesOf(flight.demo.past[0]?.world ?? flight.demo.exercise.world, scenario))
		yield wayToProblem(flight, surprise.fault).demo ? surprise : undefined;
}
