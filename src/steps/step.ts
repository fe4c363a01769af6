import type { Label } from '../domain/label.ts';
import type { Wait } from '../domain/pages.ts';
import type { PhaseSlug, Place, StepSlug } from '../domain/slugs.ts';

/** A picture as data: the moment of the straight road in which an instruction stands. */
type Picture = {
	/** The name of a screen of the simulator. */
	readonly screen: string;
	/** The control to use there. The build fails where it is not on that screen. */
	readonly mark: Label;
	/** The number of the instruction that it belongs to: in its part, where there are parts. */
	readonly instruction: number;
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
	/** One; lettered parts have one each, in their order. None where nothing is to be seen on a screen. */
	readonly pictures: readonly Picture[];
	readonly wait?: Wait;
	/** Usual working time in minutes, without the wait. */
	readonly minutes: number;
	/** May a person stop here and come back tomorrow? */
	readonly safeToStop: boolean;
};
