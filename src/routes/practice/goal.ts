import type { Component } from 'svelte';
import type { StepPage } from '../../domain/pages.ts';
import type { GoalId } from '../../practice/scenario.ts';

/** A goal as it is ticked off. */
export type GoalEntry = { readonly slug: GoalId; readonly number: number; readonly title: string };
/** What the guide says of a step; or, where there is no guide, what there is to say of a goal. */
export type GoalText = {
	readonly Body: Component;
	readonly page: GoalEntry & Pick<StepPage, 'see' | 'place'>;
};
