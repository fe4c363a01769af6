import { shuffle, randomFrom } from '../../domain/random.ts';
import { desktopFaults } from './desktop.ts';
import { enrollFaults } from './enroll.ts';
import { excluded } from './exclusions.ts';
import type { Fault } from './fault.ts';
import { faultIds, type FaultId } from './ids.ts';
import { installFaults } from './install.ts';
import { prepareFaults } from './prepare.ts';
import { signInFaults } from './sign-in.ts';

/** Every fault by its id. Faults compose: each touches its own part of the World. */
export const faults: Readonly<Record<FaultId, Fault>> = {
	...prepareFaults,
	...signInFaults,
	...desktopFaults,
	...installFaults,
	...enrollFaults,
};

/**
 * Faults in the order that a seed gives them, for mixed drills: no two exclude each other, and no more can
 * be added.
 */
export const faultsInOrder = (seed: string): readonly FaultId[] =>
	shuffle(randomFrom(`faults/${seed}`), faultIds).value.reduce<FaultId[]>(
		(chosen, id) => (chosen.some((one) => excluded(one, id)) ? chosen : [...chosen, id]),
		[],
	);
