import { partExclusions } from '../parts.ts';
import type { AnyFaultId, FaultId } from './ids.ts';

/**
 * Faults of which one World may hold one: two of a group cannot both show, or one hides the other for good.
 */
export const exclusions: readonly { readonly why: string; readonly of: readonly FaultId[] }[] = [
	{
		why: 'One clock cannot be off in two ways.',
		of: ['clock-set-by-hand', 'clock-fast-5-minutes', 'clock-fast-90-seconds'],
	},
	{
		why: 'There is one time zone, and it is wrong in one way.',
		of: ['clock-set-by-hand', 'wrong-zone', 'zone-jumps-back', 'settings-grayed'],
	},
	{
		why: 'The message about the Loadset comes once, in one form, or not.',
		of: ['restart-wanted', 'loadset-failed', 'loadset-missing'],
	},
	{
		why: 'The computer has one connection, and one way in which it is gone.',
		of: ['cable-loose', 'guest-wifi', 'weak-wifi'],
	},
	{ why: 'The MFA e-mail lies in one folder.', of: ['mfa-email-in-other', 'mfa-email-in-junk'] },
	{
		why: 'What becomes of the first MFA e-mail is one thing.',
		of: ['mfa-email-late', 'mfa-email-expired', 'two-mfa-emails', 'enrollment-removed', 'enrollment-locked'],
	},
	{
		why: 'The sign-in of GlobalProtect opens in one way.',
		of: ['vpn-not-connected', 'sign-in-hidden', 'browser-tab-opened'],
	},
	{
		why: 'A sign-in that opens hidden takes the place of the welcome page.',
		of: ['sign-in-hidden', 'welcome-page-stays'],
	},
	{
		why: 'A sign-in that opens in a tab takes the place of the welcome page.',
		of: ['browser-tab-opened', 'welcome-page-stays'],
	},
	{
		why: 'What was lost did not go to somebody else.',
		of: ['password-email-lost', 'wrong-user-id-sent'],
	},
];

/** The first two of these that exclude each other; `null` if all can stand in one World. */
export function clash(ids: readonly AnyFaultId[]): readonly [AnyFaultId, AnyFaultId] | null {
	for (const one of ids) {
		const other = ids.find((id) => excluded(one, id));
		if (other) return [one, other];
	}
	return null;
}

/** Do these two exclude each other? */
export const excluded = (one: AnyFaultId, other: AnyFaultId): boolean =>
	one !== other &&
	[...exclusions, ...partExclusions()].some(({ of }) => includes(of, one) && includes(of, other));

const includes = (ids: readonly AnyFaultId[], id: AnyFaultId): boolean => ids.includes(id);
