import { mistakeKinds, type Mistake } from '../../practice/mistakes.ts';
import type { Checked } from '../../practice/result-check.ts';
import type { GoalId } from '../../practice/scenario.ts';
import { median, type Learner } from './learners.ts';
import { exerciseTitle, type Guide } from '../../practice/exercise-title.ts';

/** One learner's line of the sheet. */
type LearnerRow = {
	readonly learner: Learner;
	/** Exercises, not tries: one that was tried twice counts once. */
	readonly tried: number;
	readonly passed: number;
	/** Of all tries that check, ms. */
	readonly spent: number;
	/** The median of the learner's own times of steps, ms; `null` where there are none. */
	readonly stepTime: number | null;
	readonly hints: number;
	readonly mistakes: Readonly<Record<Mistake, number>>;
	readonly refused: number;
	readonly unchecked: number;
};

/** A step of a guide: how many learners practiced it, and how long it took them. */
type StepRow = {
	readonly slug: GoalId;
	readonly number: number;
	readonly title: string;
	/** Learners who passed an exercise over it. */
	readonly practiced: number;
	/** Of the learners' medians, ms; `null` where nobody has a time. */
	readonly median: number | null;
	readonly longest: number | null;
};

type GuideSheet = {
	readonly id: string;
	readonly title: string;
	readonly steps: readonly StepRow[];
	/** Steps that nobody has practiced. */
	readonly missing: readonly StepRow[];
};

type ExerciseRow = {
	readonly id: string;
	readonly title: string;
	/** Learners. */
	readonly tried: number;
	readonly passed: number;
};

export type Sheet = {
	readonly learners: readonly LearnerRow[];
	readonly guides: readonly GuideSheet[];
	readonly exercises: readonly ExerciseRow[];
};

/**
 * What a class has done. Tries that do not check are counted as such and in nothing else.
 *
 * @param exercise the one to look at; nothing for all
 */
export function sheetOf(learners: readonly Learner[], guides: readonly Guide[], exercise = ''): Sheet {
	const class_ = learners.map((learner) => partOf(learner, exercise));
	return {
		learners: class_.map(({ row }) => row),
		guides: guides.map((guide) => guideOf(guide, class_)),
		exercises: exercisesOf(class_, guides),
	};
}

/** What one learner adds to the sheet. */
type Part = {
	readonly row: LearnerRow;
	readonly practiced: ReadonlySet<GoalId>;
	/** Of each step the learner's own times, ms. */
	readonly times: ReadonlyMap<GoalId, readonly number[]>;
	readonly exercises: ReadonlyMap<
		string,
		{ readonly scenario: Checked['scenario']; readonly passed: boolean }
	>;
};

/** By learner and exercise: a file more makes one part more, however many there are. */
const parts = new WeakMap<Learner, Map<string, Part>>();

function partOf(learner: Learner, exercise: string): Part {
	const known = parts.get(learner) ?? new Map<string, Part>();
	parts.set(learner, known);
	const part = known.get(exercise) ?? newPart(learner, exercise);
	known.set(exercise, part);
	return part;
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

function newPart(learner: Learner, exercise: string): Part {
	const all = learner.tries.filter(({ scenario }) => !exercise || scenario.id === exercise);
	const tries = all.filter(({ outcome }) => outcome !== 'unchecked');
	const exercises = new Map<string, { scenario: Checked['scenario']; passed: boolean }>();
	const times = new Map<GoalId, number[]>();
	for (const one of tries) {
		const { scenario, outcome } = one;
		const passed = outcome === 'passed' || exercises.get(scenario.id)?.passed === true;
		exercises.set(scenario.id, { scenario, passed });
		for (const [step, time] of Object.entries(one.times) as [GoalId, number][])
			times.set(step, [...(times.get(step) ?? []), time]);
	}
	const mistakes = mistakeKinds.map((kind) => [kind, sum(tries.map((one) => one.mistakes[kind]))] as const);
	const row: LearnerRow = {
		learner,
		tried: exercises.size,
		passed: [...exercises.values()].filter(({ passed }) => passed).length,
		spent: sum(tries.map(({ spent }) => spent)),
		stepTime: median([...times.values()].flat()),
		hints: sum(tries.map(({ hints }) => hints)),
		mistakes: Object.fromEntries(mistakes) as Record<Mistake, number>,
		refused: sum(mistakes.map(([, count]) => count)),
		unchecked: all.length - tries.length,
	};
	return { row, practiced: practicedBy(tries), times, exercises };
}

/** The steps that a learner has practiced: those that a passed exercise went over. */
export const practicedBy = (tries: readonly Checked[]): ReadonlySet<GoalId> =>
	new Set(tries.filter(({ outcome }) => outcome === 'passed').flatMap(({ steps }) => steps));

function guideOf({ id, title, steps }: Guide, class_: readonly Part[]): GuideSheet {
	const rows = steps.map((step): StepRow => {
		const times = class_.flatMap((part) => {
			const own = part.times.get(step.slug);
			return own ? [own] : [];
		});
		return {
			...{ slug: step.slug, number: step.number, title: step.title },
			practiced: class_.filter(({ practiced }) => practiced.has(step.slug)).length,
			// of several tries of a learner the one in the middle counts
			median: median(times.map(median).filter((time) => time !== null)),
			longest: times.length > 0 ? times.flat().reduce((one, other) => Math.max(one, other)) : null,
		};
	});
	return { id, title, steps: rows, missing: rows.filter((row) => row.practiced === 0) };
}

/** Step 9 stands before step 10. */
const inOrder = new Intl.Collator('en', { numeric: true });

function exercisesOf(class_: readonly Part[], guides: readonly Guide[]): ExerciseRow[] {
	const rows = new Map<string, { scenario: Checked['scenario']; tried: number; passed: number }>();
	for (const { exercises } of class_)
		for (const [id, { scenario, passed }] of exercises) {
			const row = rows.get(id) ?? { scenario, tried: 0, passed: 0 };
			rows.set(id, { scenario, tried: row.tried + 1, passed: row.passed + (passed ? 1 : 0) });
		}
	return [...rows]
		.map(([id, { scenario, ...row }]) => ({ id, title: exerciseTitle(scenario, guides), ...row }))
		.sort((one, other) => inOrder.compare(one.title, other.title));
}
