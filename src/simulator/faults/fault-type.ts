import type { PolicyOverrides } from '../policy.ts';
import type { World } from '../state.ts';

/** One deviation put into a World on purpose. `Step` and `Symptom`: those of its procedure. */
export type FaultOf<Step extends string, Symptom extends string> = {
	/** The step at which it shows. */
	readonly step: Step;
	readonly symptoms: readonly Symptom[];
	/** What is different in the World. */
	readonly does: string;
	/** What the person sees of it, in our words. */
	readonly shows: string;
	readonly cure: string;
	/** Who ends it: the person by an act, time alone, the manager by a request, or the service desk. */
	readonly by: 'person' | 'time' | 'manager' | 'desk';
	readonly policy?: PolicyOverrides;
	/** Puts it in. Faults that are only looked up by the screens need none. */
	readonly start?: (world: World) => World;
	/** What the service desk does about it; `null` if it cannot now. */
	readonly desk?: (world: World) => World | null;
	/** Does it show right now? */
	readonly seen: (world: World) => boolean;
};

/** A fault of a part. `Step` and `Symptom` narrow what its own procedure knows. */
export type PartFault<Step extends string = string, Symptom extends string = string> = FaultOf<
	Step,
	Symptom
> & {
	/** From when on it shows no more when it is put in. */
	readonly tooLate: (world: World) => boolean;
};
