import type { StepSlug } from '../domain/slugs.ts';
import type { AnyFaultId, Deed, NewWorld } from '../simulator/world.ts';
import type { OwnAppGoal } from './own-app-goals.ts';

/** The ways that are practiced. Each is loaded before an exercise of it is made. */
export const courseIds = ['desktop', 'android', 'push', 'migration', 'own-app'] as const;
export type CourseId = (typeof courseIds)[number];

/** What is ticked off: a step of a guide, or what a course without a guide asks for. */
export type GoalId = StepSlug | OwnAppGoal;

/** The ways of procedure B into the app. `portal-phone`: self-enrollment on the phone alone. */
export const androidWays = ['link', 'qr', 'copy', 'portal', 'portal-phone'] as const;
export type AndroidWay = (typeof androidWays)[number];

/** What is practiced: where it begins, what goes wrong, and what holds at its end. All of it data. */
export type Scenario = {
	/** Stands in its address, and in what is kept of it: never reused for another one. */
	readonly id: string;
	readonly title: string;
	/** What the person is told before it begins: never what goes wrong. */
	readonly about: string;
	readonly course: CourseId;
	/** The goal that the World stands at. */
	readonly from: GoalId;
	/** The last goal that must be reached; `all` for the end of the course; nothing for free play. */
	readonly until: GoalId | 'all' | null;
	/** What goes wrong, in the order in which it is put in. */
	readonly faults: readonly AnyFaultId[];
	/** How its World differs from the usual one of its course. */
	readonly made?: Omit<NewWorld, 'seed' | 'startsAt' | 'faults'>;
	/** Where a procedure has several ways: the one that the exercise takes. */
	readonly way?: AndroidWay;
	/** What somebody did before, as it must be for the exercise: seconds to wait, or acts. */
	readonly before?: readonly (Deed | number)[];
	readonly seed: number;
	/**
	 * The World's clock is the real one: what is used beside it is real too. Such an exercise begins at the time at
	 * which it is opened, and nothing of it can be skipped or held.
	 */
	readonly realTime?: true;
	/** What a trainer asks for beside reaching the end. */
	readonly rules?: Rules;
};

/** When an exercise counts as passed: never with an act done by the page. */
export type Rules = {
	/** May the ladder of help be used? */
	readonly hints: boolean;
	/** At most so many mistakes; `null` for any number. */
	readonly mistakes: number | null;
	/** Within so many minutes of work; `null` for any time. */
	readonly minutes: number | null;
};

/** A scenario with the seed of all that are no drill. */
export const scenarioFor =
	(course: CourseId) =>
	(
		id: string,
		title: string,
		about: string,
		[from, until]: readonly [Scenario['from'], Scenario['until']],
		faults: Scenario['faults'] = [],
		before: NonNullable<Scenario['before']> = [],
	): Scenario => ({ id, title, about, course, from, until, faults, before, seed: 1 });

/**
 * The scenario of a file of this repository. That it is one is proved by `scenario-files.test.ts`, so that no page
 * has to; a file from elsewhere is read by `scenario-file.ts`.
 */
export const inFile = (scenario: object): Scenario => scenario as Scenario;

/** Is this the id of an exercise that somebody made in the product? Its contents give it: see `scenario-file.ts`. */
export const isOwnId = (id: string): boolean => /^own-\d{15}$/.test(id);
