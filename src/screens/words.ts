import type { Control, Screen } from '../simulator/world.ts';

/** Values that are moments: drawn as the device's own clock and zone have them. */
const moments: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
	'clock.now': { dateStyle: 'full', timeStyle: 'medium' },
	'settings.now': { dateStyle: 'full', timeStyle: 'short' },
	'outlook.received': { dateStyle: 'medium', timeStyle: 'short' },
	'mail.received': { dateStyle: 'medium', timeStyle: 'short' },
};

/** A line of a history begins with its moment; of a request it is all that a line says. */
const momentFirst = /^\d{4}-\d\d-\d\dT[\d:.]+Z(?= |$)/;

/**
 * A value as the device draws it: a moment in the device's zone, anything else as it is.
 */
export function drawn({ id, text }: Control, { clock: { zone } }: Screen): string {
	const format = moments[id];
	const inZone = (moment: string, as: Intl.DateTimeFormatOptions) =>
		new Intl.DateTimeFormat('en-US', { ...as, timeZone: zone }).format(new Date(moment));
	if (format) return inZone(text, format);
	return text.replace(momentFirst, (moment) => inZone(moment, { dateStyle: 'short', timeStyle: 'short' }));
}

/** What the clock of the task bar says. */
export function clockWords({ clock: { utc, zone } }: Screen): { time: string; date: string } {
	const at = new Date(utc);
	return {
		time: new Intl.DateTimeFormat('en-US', { timeStyle: 'short', timeZone: zone }).format(at),
		date: new Intl.DateTimeFormat('en-US', { dateStyle: 'short', timeZone: zone }).format(at),
	};
}

/** A passcode in groups that are read out one by one. */
export function grouped(code: string): string[] {
	const size = code.length % 3 === 0 ? 3 : 4;
	return code.match(new RegExp(`.{1,${size}}`, 'g')) ?? [];
}
