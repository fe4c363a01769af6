import type { PartDueId } from './part-names.ts';
import type { DueId, World } from './state.ts';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/**
 * With a thing that comes due later.
 *
 * @param delay ms from now
 * @param keeps it outlives a restart of the laptop
 */
export function enqueue(world: World, what: DueId | PartDueId, delay: number, keeps = false): World {
	const due = {
		at: world.now + delay,
		order: world.nextDue,
		what,
		boot: keeps ? null : world.laptop.boot,
	};
	const queue = [...world.queue, due].sort((a, b) => a.at - b.at || a.order - b.order);
	return { ...world, queue, nextDue: world.nextDue + 1 };
}

/** Is such a thing still to come? */
export const awaited = (world: World, what: DueId | PartDueId): boolean =>
	world.queue.some((due) => due.what === what && (due.boot === null || due.boot === world.laptop.boot));

/** Without every thing of that kind. */
export function forget(world: World, what: DueId | PartDueId): World {
	return { ...world, queue: world.queue.filter((due) => due.what !== what) };
}
