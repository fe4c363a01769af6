import { mistakeKinds, type Mistake } from '../../practice/mistakes.ts';
import type { Checked } from '../../practice/result-check.ts';
import type { GoalId } from '../../practice/scenario.ts';
import { exerciseTitle, median, type Guide, type Learner } from './learners.ts';

/** One learner's line of the sheet. */
export type LearnerRow = {
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
export type StepRow = {
	readonly slug: GoalId;
	readonly number: number;
	readonly title: string;
	/** Learners who passed an exercise over it. */
	readonly practiced: number;
	/** Of the learners' medians, ms; `null` where nobody has a time. */
	readonly median: number | null;
	readonly longest: number | null;
};

export type GuideSheet = {
	readonly id: string;
	readonly title: string;
	readonly steps: readonly StepRow[];
	/** Steps that nobody has practiced. */
	readonly missing: readonly StepRow[];
};

export type ExerciseRow = {
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
export function sheetOf(learners: readonly Learner[], guides: readonly Guide[], exercise?: string): Sheet {
	const class_ = learners.map((learner) => ({
		learner,
		tries: learner.tries.filter(({ scenario }) => !exercise || scenario.id === exercise),
	}));
	const good = class_.map(({ tries }) => tries.filter(({ outcome }) => outcome !== 'unchecked'));
	return {
		learners: class_.map(({ learner, tries }) => rowOf(learner, tries)),
		guides: guides.map((guide) => guideOf(guide, good)),
		exercises: exercisesOf(good, guides),
	};
}

const passed = (tries: readonly Checked[]) => tries.filter(({ outcome }) => outcome === 'passed');
const names = (tries: readonly Checked[]) => new Set(tries.map(({ scenario }) => scenario.id));
const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

function rowOf(learner: Learner, all: readonly Checked[]): LearnerRow {
	const tries = all.filter(({ outcome }) => outcome !== 'unchecked');
	const counts = mistakeKinds.map(
		(kind) => [kind, sum(tries.map(({ mistakes }) => mistakes[kind]))] as const,
	);
	return {
		learner,
		tried: names(tries).size,
		passed: names(passed(tries)).size,
		spent: sum(tries.map(({ spent }) => spent)),
		stepTime: median(tries.flatMap(({ times }) => Object.values(times))),
		hints: sum(tries.map(({ hints }) => hints)),
		mistakes: Object.fromEntries(counts) as Record<Mistake, number>,
		refused: sum(counts.map(([, count]) => count)),
		unchecked: all.length - tries.length,
	};
}

/** The median of a learner's times of a step, ms: of several tries the one in the middle counts. */
export const timeOf = (tries: readonly Checked[], step: GoalId): number | null =>
	median(tries.flatMap(({ times }) => times[step] ?? []));

/** The steps that a learner has practiced: those that a passed exercise went over. */
export const practicedBy = (tries: readonly Checked[]): ReadonlySet<GoalId> =>
	new Set(passed(tries).flatMap(({ steps }) => steps));

function guideOf({ id, title, steps }: Guide, class_: readonly (readonly Checked[])[]): GuideSheet {
	const practiced = class_.map(practicedBy);
	const rows = steps.map((step): StepRow => {
		const times = class_.map((tries) => timeOf(tries, step.slug)).filter((time) => time !== null);
		return {
			...{ slug: step.slug, number: step.number, title: step.title },
			practiced: practiced.filter((one) => one.has(step.slug)).length,
			median: median(times),
			longest: times.length > 0 ? Math.max(...longestOf(class_, step.slug)) : null,
		};
	});
	return { id, title, steps: rows, missing: rows.filter((row) => row.practiced === 0) };
}

const longestOf = (class_: readonly (readonly Checked[])[], step: GoalId): number[] =>
	class_.flatMap((tries) => tries.flatMap(({ times }) => times[step] ?? []));

/** Step 9 stands before step 10. */
const inOrder = new Intl.Collator('en', { numeric: true });

function exercisesOf(class_: readonly (readonly Checked[])[], guides: readonly Guide[]): ExerciseRow[] {
	const rows = new Map<string, { title: string; tried: number; passed: number }>();
	for (const tries of class_) {
		const done = names(passed(tries));
		for (const scenario of new Map(tries.map(({ scenario: of }) => [of.id, of])).values()) {
			const { id } = scenario;
			const row = rows.get(id) ?? { title: exerciseTitle(scenario, guides), tried: 0, passed: 0 };
			rows.set(id, { ...row, tried: row.tried + 1, passed: row.passed + (done.has(id) ? 1 : 0) });
		}
	}
	return [...rows]
		.map(([id, row]) => ({ id, ...row }))
		.sort((one, other) => inOrder.compare(one.title, other.title));
}
