import type { Operation } from '../../simulator/operation-types.ts';
import type { World } from '../../simulator/world.ts';
import type { CourseId } from '../../practice/scenario.ts';

/** The channel between the operator console and open exercises, in windows of the same browser. */
export const CHANNEL = 'handrail-console';

/** From a console: to every exercise, or to one. */
export type FromConsole =
	/** Who is there? Asked again and again: what no longer answers is closed. */
	| { readonly kind: 'who'; readonly console: string }
	| {
			readonly kind: 'operate';
			readonly console: string;
			readonly to: string;
			/** 1, 2, …: of this console to this window. */
			readonly number: number;
			readonly operation: Operation;
	  };

/** From an exercise: where it stands, and what it has taken from that console. */
export type FromExercise = {
	readonly kind: 'here';
	readonly console: string;
	readonly id: string;
	readonly title: string;
	readonly course: CourseId;
	readonly world: World;
	readonly taken: number;
};
