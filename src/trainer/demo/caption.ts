import type { Demo, Plan } from './demo.ts';
import { goalOf } from './demo.ts';
import type { GoalId } from '../../practice/scenario.ts';

/** What the page knows of a goal. */
export type GoalName = { readonly slug: GoalId; readonly number: number; readonly title: string };

/** What the trainer reads out: which step it is, and what is done now. */
export function captionOf(demo: Demo, plan: Plan | undefined, goals: readonly GoalName[]): string {
	const slug = goalOf(demo);
	const goal = goals.find((one) => one.slug === slug);
	const step = goal ? `Step ${goal.number}: ${goal.title}. ` : '';
	if (!plan) return 'That was all: everything that this exercise asks for is done.';
	if (plan.deed.do === 'wait') return `${step}Nothing to do right now: it takes a moment.`;
	return step + plan.where;
}
