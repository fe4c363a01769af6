import type { ProcedureId } from '../domain/slugs.ts';
import type { ProcedureEvent } from '../domain/events.ts';
import { machineOf } from '../machines/index.ts';
import { samePage, type Look } from './place.ts';
import { begin, follow, jumpTo } from './replay.ts';

/**
 * The acts that bring a run to a place that a code names: "I am here now", then each try that has failed
 * already. A detour that today may be tried less often stays at its last try.
 *
 * @returns nothing when the procedure has no such place any more
 */
export function arrivalAt(
	procedure: ProcedureId,
	look: Look,
	attempt: number,
): readonly ProcedureEvent[] | undefined {
	const machine = machineOf[procedure];
	const jump = jumpTo(look);
	let at = machine && jump && follow(machine, begin(machine), jump);
	if (!machine || !jump || !at || !samePage(at.place, look)) return undefined;
	const acts: ProcedureEvent[] = [jump];
	while (at.place.attempt < attempt) {
		const failed: ProcedureEvent = { type: 'NOT_FIXED' };
		at = follow(machine, at, failed);
		if (!at || !samePage(at.place, look)) break;
		acts.push(failed);
	}
	return acts;
}
