import { shuffle, randomFrom } from '../../domain/random.ts';
import { desktopFaults } from './desktop.ts';
import { enrollFaults } from './enroll.ts';
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

/** All faults in the order that a seed gives them, for mixed drills. */
export const faultsInOrder = (seed: string): readonly FaultId[] =>
	shuffle(randomFrom(`faults/${seed}`), faultIds).value;
