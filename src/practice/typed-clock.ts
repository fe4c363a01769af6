import { momentsOf } from '../domain/zone-time.ts';
import type { Entry, World } from '../simulator/world.ts';

/** As far as a clock may be set off, ms: beyond it a command is malformed. */
const MOST = 100 * 365 * 86_400_000;

/**
 * The clock as somebody sets it by hand.
 *
 * @param shown what the device shall take for the time, epoch ms UTC
 */
export const clockEntry = (world: World, shown: number): Entry => ({
	kind: 'clock',
	skew: Math.round(shown - world.now),
});

/**
 * Date and time as typed into the laptop's settings: local time of the zone that it is set to. In a wrong zone
 * a clock that looks right is off by the difference of the zones.
 *
 * @param text such as `2026-03-02 08:15`
 * @returns `null` for text that is no date and time, or a time that the zone's clocks leave out
 */
export function typedClock(world: World, text: string): Entry | null {
	const typed = text.trim().replace(' ', 'T');
	if (!/T\d\d:\d\d$/.test(typed)) return null;
	const [shown] = momentsOf(typed, world.laptop.clock.zone) ?? [];
	if (shown === undefined) return null;
	const entry = clockEntry(world, shown);
	return entry.kind === 'clock' && Math.abs(entry.skew) <= MOST ? entry : null;
}
