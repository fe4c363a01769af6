import type { GoalId, Scenario } from '../../practice/scenario.ts';
import type { DeviceId, World } from '../../simulator/world.ts';

/**
 * What both windows of a demo show. Plain JSON: the trainer's window sends it to the audience's, which draws it and
 * knows nothing else.
 */
export type DemoView = {
	/** A random id: two demos on one computer do not mix. */
	readonly demo: string;
	/** Counts up with each view: what comes late is left out. */
	readonly revision: number;
	readonly scenario: Scenario;
	/** The World as it is now, with the time that has passed since its last act. */
	readonly world: World;
	/** The device that is looked at. */
	readonly front: DeviceId;
	/** Where the visible pointer is; `pressed` while it uses the control. */
	readonly pointer: { readonly control: string; readonly pressed: boolean } | null;
	/** What the trainer reads out: what is done now. */
	readonly caption: string;
	/** What the coach says of the last act; empty for nothing. */
	readonly remark: string;
	/** The step to be at. */
	readonly goal: GoalId | undefined;
	/** Does a person operate the World right now, instead of the autopilot? */
	readonly byHand: boolean;
};
