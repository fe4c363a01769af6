import { ok, refused, type Result } from '../../domain/result.ts';
import type { World } from '../state.ts';
import { excluded } from './exclusions.ts';
import { policyChanged } from './fault.ts';
import { faultIds, faulty, mended, type FaultId } from './ids.ts';
import { tooLate } from './moments.ts';
import { faults } from './registry.ts';

/** The service desk mends what only it can mend. */
export function deskCalled(world: World, about: FaultId): Result<World, 'not-for-the-desk'> {
	const fault = faults[about];
	if (!fault.desk || !faulty(world, about)) return refused('not-for-the-desk');
	const helped = fault.desk(world);
	return helped ? ok(mended(helped, about)) : refused('not-for-the-desk');
}

/** Puts a fault into a World that runs, or says why it could not show there. */
export function broken(
	world: World,
	id: FaultId,
): Result<World, 'already-broken' | 'hidden-by-another' | 'too-late'> {
	const fault = faults[id];
	if (faulty(world, id)) return refused('already-broken');
	if (faultIds.some((other) => faulty(world, other) && excluded(id, other)))
		return refused('hidden-by-another');
	if (tooLate[id](world)) return refused('too-late');
	const shown = world.shown.filter((one) => one !== id);
	const marked = { ...world, shown, faults: { ...world.faults, [id]: true } };
	const changed = fault.policy ? policyChanged(marked, fault.policy) : marked;
	return ok(fault.start?.(changed) ?? changed);
}
