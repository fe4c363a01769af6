import type { GoalId } from '../../practice/scenario.ts';
import type { Plan } from './demo.ts';

/** What the page knows of a goal. */
export type GoalName = { readonly slug: GoalId; readonly number: number; readonly title: string };

/** What the trainer reads out: what is done now. */
export function captionOf(plan: Plan | undefined): string {
	if (!plan) return 'That was all: everything that this exercise asks for is done.';
	return plan.deed.do === 'wait' ? 'Nothing to do right now: it takes a moment.' : plan.where;
}

/** What comes before it: the step that it belongs to. Nothing after the last one. */
export const stepWords = (goal: GoalName | undefined): string =>
	goal ? `Step ${goal.number}. ${goal.title}.` : '';
