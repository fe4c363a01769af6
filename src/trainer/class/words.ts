import { mistakeWords } from '../../practice/mistake-words.ts';
import { mistakeKinds } from '../../practice/mistakes.ts';
import type { Checked } from '../../practice/result-check.ts';
import { calledOf } from './learners.ts';
import type { Sheet } from './sheet.ts';

/** @param ms `null` for a time that nobody has */
export function timeWords(ms: number | null): string {
	if (ms === null) return '–';
	const seconds = Math.round(ms / 1000);
	return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** The tries that do not count, each with the reason in words. One that is not done yet is no such try. */
export const doubtsOf = (tries: readonly Checked[]): readonly (Checked & { readonly words: string })[] =>
	tries
		.filter(({ outcome }) => outcome === 'unchecked' || outcome === 'not-passed')
		.map((one) => ({
			...one,
			words: `${one.outcome === 'unchecked' ? 'does not check.' : 'done, but not passed.'} ${one.why}`,
		}));

const seconds = (ms: number | null): number | '' => (ms === null ? '' : Math.round(ms / 1000));

/** The sheet as rows for a spreadsheet: learners, then steps, then exercises, with an empty row between. */
export function rowsOf({ learners, guides, exercises }: Sheet): (string | number)[][] {
	return [
		[
			...['Learner', 'Exercises tried', 'Exercises passed', 'Time of work (s)', 'Time per step, median (s)'],
			...['Hints', ...mistakeKinds.map((kind) => mistakeWords[kind]), 'Tries that do not check'],
		],
		...learners.map((row) => [
			...[calledOf(row.learner), row.tried, row.passed, seconds(row.spent), seconds(row.stepTime)],
			...[row.hints, ...mistakeKinds.map((kind) => row.mistakes[kind]), row.unchecked],
		]),
		[],
		['Guide', 'Step', 'Title', 'Learners who practiced it', 'Time, median (s)', 'Time, longest (s)'],
		...guides.flatMap(({ title, steps }) =>
			steps.map((step) => [
				...[title, step.number, step.title, step.practiced],
				...[seconds(step.median), seconds(step.longest)],
			]),
		),
		[],
		['Exercise', 'Learners who tried it', 'Learners who passed it'],
		...exercises.map(({ title, tried, passed }) => [title, tried, passed]),
	];
}
