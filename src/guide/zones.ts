import { isZone, offsetAt } from '../domain/zone-time.ts';
import { windowsZones, type WindowsZone } from './windows-zones.ts';

const day = 86_400_000;

/** The zone's name in the time zone database: from itself, or from a line of the list of Windows. */
export function ianaOf(zone: string): string | undefined {
	const iana = windowsZones.find(({ name }) => name === zone)?.iana ?? zone;
	return isZone(iana) ? iana : undefined;
}

/** Do two zones show the same time on every day of the year that follows? */
export function sameZone(one: string, other: string, from: number): boolean {
	if (one === other) return true;
	for (let days = 0; days <= 366; days += 1)
		if (offsetAt(one, from + days * day) !== offsetAt(other, from + days * day)) return false;
	return true;
}

/** The line of Windows for a zone: the one that stands for it, or else the first that shows the same times. */
export const windowsZoneOf = (iana: string, at: number): WindowsZone | undefined =>
	windowsZones.find((zone) => zone.iana === iana) ??
	windowsZones.find((zone) => ianaOf(zone.iana) !== undefined && sameZone(zone.iana, iana, at));
