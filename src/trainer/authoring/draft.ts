import { ok, refused, type Result } from '../../domain/result.ts';
import { courseOf } from '../../practice/course.ts';
import { checkScenarioFile, type Trouble } from '../../practice/scenario-check.ts';
import { asOwn, asScenarioFile, LONGEST_NOTES, type ScenarioFile } from '../../practice/scenario-file.ts';
import type { AndroidWay, CourseId, GoalId, Rules, Scenario } from '../../practice/scenario.ts';
import { isFaultId, type AnyFaultId } from '../../simulator/world.ts';

/** An exercise in the making: everything of its file, whole or not. Never changed, only followed by another one. */
export type Draft = {
	readonly handrail: 'draft';
	readonly version: 1;
	/** Its title may still be empty, and its id says nothing yet. */
	readonly scenario: Scenario;
	readonly solution: ScenarioFile['solution'];
	readonly notes: string;
	/** The id under which it was tried last: the next try takes its place. */
	readonly tried?: string;
};

/** The most text of a line of an exercise. */
const LONGEST_LINE = 300;
/** The id of a scenario that has none of its own yet. */
const UNNAMED = 'draft';
const SEED = 1;

/**
 * The first draft of an exercise: all of a course, and nothing goes wrong. The course must have been loaded.
 *
 * @param words what it says of itself, when it begins anew with another course
 */
export function newDraft(course: CourseId, words: Partial<Pick<Draft, 'notes'> & Words> = {}): Draft {
	const [first] = courseOf({ course }).goals;
	if (!first) throw new Error(`expected goals of the course "${course}", got none`);
	const { title = '', about = '', notes = '' } = words;
	return {
		handrail: 'draft',
		version: 1,
		scenario: {
			id: UNNAMED,
			title,
			about,
			course,
			from: first.id,
			until: 'all',
			faults: [],
			...(course === 'android' && { way: 'link' as const }),
			...(course === 'own-app' && { realTime: true as const }),
			seed: SEED,
		},
		solution: [],
		notes,
	};
}

type Words = Pick<Scenario, 'title' | 'about'>;

const withScenario = (draft: Draft, change: Partial<Scenario>): Draft => ({
	...draft,
	scenario: { ...draft.scenario, ...change },
});

/** Text as one line: what was pasted may have more. */
const asLine = (typed: string): string => typed.replace(/\p{Cc}+/gu, ' ').slice(0, LONGEST_LINE);

/** The same draft with other words. */
export const withWords = (draft: Draft, words: Partial<Words>): Draft =>
	withScenario(draft, Object.fromEntries(Object.entries(words).map(([name, text]) => [name, asLine(text)])));

/** The same draft with other notes. */
export const withNotes = (draft: Draft, typed: string): Draft => ({
	...draft,
	notes: typed
		.replace(/\r\n?/g, '\n')
		.replace(/[^\P{Cc}\n]+/gu, ' ')
		.slice(0, LONGEST_NOTES),
});

/** Another course, which must have been loaded: everything begins anew but the words. */
export const withCourse = (draft: Draft, course: CourseId): Draft =>
	newDraft(course, { ...draft.scenario, notes: draft.notes });

/** Another beginning: what was set up there, and the solution, belong to the one before. */
export function withBeginning(draft: Draft, from: GoalId, way?: AndroidWay): Draft {
	const { before: _, ...scenario } = draft.scenario;
	return { ...draft, scenario: { ...scenario, from, ...(way && { way }) }, solution: [] };
}

export const withGoal = (draft: Draft, until: GoalId | 'all'): Draft => withScenario(draft, { until });

/** Puts in something that goes wrong, after those that are in, or takes it out. */
export function withFault(draft: Draft, fault: AnyFaultId, wanted: boolean): Draft {
	const others = draft.scenario.faults.filter((one) => one !== fault);
	return withScenario(draft, { faults: wanted ? [...others, fault] : others });
}

/** Rules that allow everything are none. */
export function withRules(draft: Draft, change: Partial<Rules>): Draft {
	const { rules, ...scenario } = draft.scenario;
	const next: Rules = { hints: true, mistakes: null, minutes: null, ...rules, ...change };
	const none = next.hints && next.mistakes === null && next.minutes === null;
	return { ...draft, scenario: none ? scenario : { ...scenario, rules: next } };
}

/** May an exercise of this course be done in real time? Only one whose codes come from a real app. */
export const mayBeReal = ({ scenario: { course } }: Draft): boolean => course === 'own-app';

export function inRealTime(draft: Draft, wanted: boolean): Draft {
	const { realTime: _, ...scenario } = draft.scenario;
	return { ...draft, scenario: wanted && mayBeReal(draft) ? { ...scenario, realTime: true } : scenario };
}

/** What a draft lacks, each in a sentence at its part. Nothing for one that is whole. */
export function troublesOf({ scenario, solution }: Draft): readonly Trouble[] {
	const troubles: Trouble[] = [];
	if (!scenario.title.trim()) troubles.push({ part: 'words', words: 'It has no title yet.' });
	const checked = checkScenarioFile({ scenario, solution });
	return checked.ok ? troubles : [...troubles, checked.trouble];
}

/** The file of a draft that is whole: the same data that this repository holds. */
export const fileOf = ({ scenario, solution, notes }: Draft): ScenarioFile =>
	asOwn({
		handrail: 'exercise',
		version: 1,
		scenario: { ...scenario, title: scenario.title.trim(), about: scenario.about.trim() },
		solution,
		notes: notes.trim(),
	});

/** A draft to go on with from a file. */
export const draftOf = ({ scenario, solution, notes }: ScenarioFile): Draft => ({
	handrail: 'draft',
	version: 1,
	scenario: { ...scenario, id: UNNAMED },
	solution,
	notes,
});

/** Reads what was kept as a draft; what is wrong with it otherwise. */
export function readDraft(data: unknown): Result<Draft, string> {
	const { handrail, tried, ...rest } = (data ?? {}) as Readonly<Record<string, unknown>>;
	if (handrail !== 'draft') return refused('This is no draft.');
	// only a draft may be without a title
	const scenario = rest.scenario as Readonly<Record<string, unknown>> | undefined;
	const nameless = scenario?.title === '';
	const read = asScenarioFile({
		...rest,
		handrail: 'exercise',
		scenario: nameless ? { ...scenario, title: UNNAMED } : scenario,
	});
	if (!read.ok) return read;
	const draft = draftOf(read.value);
	const named = nameless ? withScenario(draft, { title: '' }) : draft;
	return ok(typeof tried === 'string' ? { ...named, tried } : named);
}

/**
 * A draft to go on with from a file or from what was kept, whose course was loaded: steps and things that go wrong
 * that this version does not know could not be shown.
 */
export function known(draft: Draft): Result<Draft, string> {
	const { from, until, faults } = draft.scenario;
	const goals = courseOf(draft.scenario).goals.map(({ id }) => id);
	const strange = [from, until].some((goal) => goal !== null && goal !== 'all' && !goals.includes(goal));
	return strange || !faults.every(isFaultId)
		? refused('This version does not know all that is in this exercise.')
		: ok(draft);
}
