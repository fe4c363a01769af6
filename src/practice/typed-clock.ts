import type { Entry, World, ZoneName } from '../simulator/world.ts';

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
 * @returns `null` for text that is no date and time
 */
export function typedClock(world: World, text: string): Entry | null {
	const found = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)$/.exec(text.trim());
	if (!found) return null;
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = found.slice(1).map(Number);
	const wall = Date.UTC(year, month - 1, day, hour, minute);
	// a day that the month does not have, or a 25th hour, would be another date
	if (new Date(wall).toISOString().slice(0, 16) !== text.trim().replace(' ', 'T')) return null;
	const { zone } = world.laptop.clock;
	const near = wall - offsetOf(zone, wall);
	const entry = clockEntry(world, wall - offsetOf(zone, near));
	return entry.kind === 'clock' && Math.abs(entry.skew) <= MOST ? entry : null;
}

/** How far the clocks of a zone are ahead of UTC at an instant, ms. */
function offsetOf(zone: ZoneName, instant: number): number {
	const parts = new Intl.DateTimeFormat('en-US', {
		timeZone: zone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
	}).formatToParts(instant);
	const part = (type: Intl.DateTimeFormatPartTypes) =>
		Number(parts.find((one) => one.type === type)?.value ?? 0);
	const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
	return wall - Math.floor(instant / 60_000) * 60_000;
}
