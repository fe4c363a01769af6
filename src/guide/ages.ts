import { credentials, type Credential } from '../domain/credentials.ts';
import type { DetourSlug } from '../domain/slugs.ts';

export { credentials, type Credential };

/** The name of the note that keeps the day, of one run. Without a run yet it waits under a name of its own. */
export const ageKey = (run: string | undefined, credential: Credential): string =>
	`age:${run ?? 'next-run'}:${credential}`;

/** What comes anew when a detour has helped: the day of the one before no longer counts. */
export const renewedBy: Partial<Record<DetourSlug, Credential>> = {
	'new-mfa-email': 'mfa-email',
	'new-static-password': 'static-password',
};

export type Age =
	| { readonly kind: 'days'; readonly days: number }
	/** A day that has not come yet: by this device's clock, which may be wrong. */
	| { readonly kind: 'future' }
	/** Nothing is noted, or what is noted is no day. */
	| { readonly kind: 'unknown' };

const day = 86_400_000;
/** A field for a date gives the year 2 while 2026 is being typed. */
const earliest = Date.UTC(2000, 0) / day;

/** The day that this computer's calendar shows at a moment: `2026-03-08`. */
export function dayOf(at: number): string {
	const date = new Date(at);
	const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
	return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * How old something is, in days of the calendar: what came yesterday at midnight less a minute is 1 day old.
 *
 * @param noted the day it came, as stored: anything
 * @param today `2026-03-08`
 */
export function ageOf(noted: unknown, today: string): Age {
	const [from, to] = [numberOf(noted), numberOf(today)];
	if (from === undefined || to === undefined || from < earliest) return { kind: 'unknown' };
	return to < from ? { kind: 'future' } : { kind: 'days', days: to - from };
}

/** A day as a number that grows by 1 from day to day, whatever the clocks do. */
function numberOf(date: unknown): number | undefined {
	if (typeof date !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(date)) return undefined;
	const at = Date.parse(`${date}T00:00:00Z`);
	return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date ? undefined : at / day;
}

/** Is it past its last day? What is valid for 30 days is too old from day 31. */
export const isTooOld = (age: Age, validDays: number): boolean => age.kind === 'days' && age.days > validDays;

/** The age in words; nothing where no day is noted. */
export function ageInWords(age: Age): string {
	if (age.kind === 'unknown') return '';
	if (age.kind === 'future') return 'That day has not come yet. Check the date here and on this device.';
	if (age.days === 0) return 'It came today.';
	return `It is ${age.days.toLocaleString('en-US')} day${age.days === 1 ? '' : 's'} old.`;
}
