import type { Component } from 'svelte';
import { procedures } from 'virtual:guide';
import { steps as texts } from 'virtual:steps';
import type { StepEntry, StepPage } from '../../domain/pages.ts';
import type { StepSlug } from '../../domain/slugs.ts';
import { stepNow } from '../../practice/exercise.ts';
import type { Scenario } from '../../practice/scenarios.ts';
import { atFirst, type Workspace } from '../../practice/workspace.ts';

/** What the guide says of a step. */
export type StepText = { readonly Body: Component; readonly page: StepPage };

/** The text of a step of the guide. */
export const textOf = async (step: StepSlug): Promise<StepText | undefined> =>
	await texts[`desktop/steps/${step}`]?.();

/** What the workspace shows at once when an exercise is opened. */
export type Opening = {
	scenario: Scenario;
	first: Workspace;
	steps: readonly StepEntry[];
	text: StepText | undefined;
};

export async function openingOf(scenario: Scenario): Promise<Opening> {
	const first = atFirst(scenario);
	const step = stepNow(first.exercise);
	return { scenario, first, steps: procedures[0]?.steps ?? [], text: step && (await textOf(step)) };
}
