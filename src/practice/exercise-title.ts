import type { StepSlug } from '../domain/slugs.ts';
import { stepScenarioId } from './scenarios/desktop.ts';

/** A guide: its steps with their numbers and titles. */
export type Guide = {
	readonly id: string;
	readonly title: string;
	readonly steps: readonly { readonly slug: StepSlug; readonly number: number; readonly title: string }[];
};

/** What an exercise is called where many stand side by side: one of a step by its step. */
export function exerciseTitle(
	{ id, title }: { readonly id: string; readonly title: string },
	guides: readonly Guide[],
): string {
	for (const guide of guides) {
		const step = guide.steps.find(({ slug }) => stepScenarioId(slug) === id);
		if (step) return `Step ${step.number}: ${step.title} (${guide.title})`;
	}
	return title;
}
