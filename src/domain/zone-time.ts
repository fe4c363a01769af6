const minute = 60_000;
const day = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
	const known = formats.get(zone);
	if (known) return known;
	const format = new Intl.DateTimeFormat('en-US', {
		timeZone: zone,
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit',
	});
	formats.set(zone, format);
	return format;
}

/** Does this browser know a zone of that name? */
export function isZone(iana: string): boolean {
	try {
		formatOf(iana);
		return true;
	} catch {
		return false;
	}
}

/**
 * How far the clocks of a zone are ahead of UTC.
 *
 * @param iana a name that `isZone` knows
 * @param at epoch ms UTC
 * @returns minutes, negative west of Greenwich; with a fraction only long ago
 */
export function offsetAt(iana: string, at: number): number {
	const whole = Math.floor(at / 1000) * 1000;
	const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
	for (const { type, value } of formatOf(iana).formatToParts(whole)) parts[type] = Number(value);
	const { year = 0, month = 1, day: date = 1, hour = 0, minute: minutes = 0, second = 0 } = parts;
	return (Date.UTC(year, month - 1, date, hour, minutes, second) - whole) / minute;
}

const written = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?$/;

/** What a clock shows as if it were UTC; nothing where it is no date and time. */
function read(local: string): number | undefined {
	const [, ...found] = written.exec(local) ?? [];
	const [year = NaN, month = NaN, date = NaN, hour = NaN, minutes = NaN, second = 0] = found.map((part) =>
		part === undefined ? 0 : Number(part),
	);
	const at = Date.UTC(year, month - 1, date, hour, minutes, second);
	const same = !Number.isNaN(at) && new Date(at).toISOString().startsWith(local);
	return same ? at : undefined;
}

/**
 * The moments at which the clocks of a zone show a time: usually one, none in an hour that is left out,
 * two in an hour that comes twice.
 *
 * @param local `2026-03-08T02:30`, with or without seconds
 * @returns epoch ms UTC, the earlier first; nothing where it is no date and time
 */
export function momentsOf(local: string, iana: string): number[] | undefined {
	const shown = read(local);
	if (shown === undefined) return undefined;
	// no zone changes twice within two days, so these are all the offsets that can be meant
	const offsets = new Set([shown - day, shown, shown + day].map((at) => offsetAt(iana, at)));
	return [...offsets]
		.filter((offset) => offsetAt(iana, shown - offset * minute) === offset)
		.map((offset) => shown - offset * minute)
		.sort((one, other) => one - other);
}
