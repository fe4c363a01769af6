import { shuffle, randomFrom } from '../../domain/random.ts';
import { desktopFaults } from './desktop.ts';
import { enrollFaults } from './enroll.ts';
import { excluded } from './exclusions.ts';
import type { Fault } from './fault.ts';
import type { FaultOf } from './fault-type.ts';
import { own, partFault, partFaultIds } from '../parts.ts';
import { faultIds, type AnyFaultId, type FaultId } from './ids.ts';
import { installFaults } from './install.ts';
import { prepareFaults } from './prepare.ts';
import { signInFaults } from './sign-in.ts';

/** Every fault of procedure A by its id. Faults compose: each touches its own part of the World. */
export const faults: Readonly<Record<FaultId, Fault>> = {
	...prepareFaults,
	...signInFaults,
	...desktopFaults,
	...installFaults,
	...enrollFaults,
};

/**
 * A fault of procedure A, or of a part that was loaded.
 *
 * @throws RangeError if there is none with this id: its part was not loaded
 */
export function faultOf(id: AnyFaultId): FaultOf<string, string> {
	const fault = own<FaultOf<string, string>>(faults, id) ?? partFault(id);
	if (!fault) throw new RangeError(`fault: expected one of the World and its loaded parts, got "${id}"`);
	return fault;
}

export const isFaultId = (id: string): id is AnyFaultId =>
	Object.hasOwn(faults, id) || partFault(id) !== undefined;

/** The ids of all faults, in the order in which they are put in. */
export const allFaultIds = (): readonly AnyFaultId[] => [...faultIds, ...partFaultIds()];

/**
 * Faults in the order that a seed gives them, for mixed drills: no two exclude each other, and no more can
 * be added.
 */
export const faultsInOrder = (seed: string): readonly FaultId[] =>
	shuffle(randomFrom(`faults/${seed}`), faultIds).value.reduce<FaultId[]>(
		(chosen, id) => (chosen.some((one) => excluded(one, id)) ? chosen : [...chosen, id]),
		[],
	);
