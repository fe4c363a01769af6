import { ok, refused, type Result } from '../../domain/result.ts';
import type { World } from '../state.ts';
import { excluded } from './exclusions.ts';
import { policyChanged } from './fault.ts';
import { faulty, mended, type AnyFaultId } from './ids.ts';
import { isTooLate } from './moments.ts';
import { allFaultIds, faultOf } from './registry.ts';

/** The service desk mends what only it can mend. */
export function deskCalled(world: World, about: AnyFaultId): Result<World, 'not-for-the-desk'> {
	const fault = faultOf(about);
	if (!fault.desk || !faulty(world, about)) return refused('not-for-the-desk');
	const helped = fault.desk(world);
	return helped ? ok(mended(helped, about)) : refused('not-for-the-desk');
}

/** Puts a fault into a World that runs, or says why it could not show there. */
export function broken(
	world: World,
	id: AnyFaultId,
): Result<World, 'already-broken' | 'hidden-by-another' | 'too-late'> {
	const fault = faultOf(id);
	if (faulty(world, id)) return refused('already-broken');
	if (allFaultIds().some((other) => faulty(world, other) && excluded(id, other)))
		return refused('hidden-by-another');
	if (isTooLate(world, id)) return refused('too-late');
	const shown = world.shown.filter((one) => one !== id);
	const marked = { ...world, shown, faults: { ...world.faults, [id]: true } };
	const changed = fault.policy ? policyChanged(marked, fault.policy) : marked;
	return ok(fault.start?.(changed) ?? changed);
}
