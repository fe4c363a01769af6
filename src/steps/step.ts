import type { Label } from '../domain/label.ts';
import type { Wait } from '../domain/pages.ts';
import type { PhaseSlug, Place, StepSlug } from '../domain/slugs.ts';

/** A picture as data: which screen, in which state, and the control to mark. */
export type Picture = {
	/** `<app>.<state>` */
	readonly screen: string;
	readonly props?: Readonly<Record<string, string | number | boolean>>;
	readonly mark: Label;
};

export type Step = {
	readonly slug: StepSlug;
	/** 1-based, as in the written procedure. */
	readonly number: number;
	readonly phase: PhaseSlug;
	readonly who: 'manager' | 'user';
	readonly place: Place;
	/** Every label that the step's text quotes, to the letter. */
	readonly labels: readonly Label[];
	/** The first is the step's picture; lettered parts have one each, in their order. */
	readonly pictures: readonly [Picture, ...Picture[]];
	readonly wait?: Wait;
	/** Usual working time in minutes, without the wait. */
	readonly minutes: number;
	/** May a person stop here and come back tomorrow? */
	readonly safeToStop: boolean;
};
