import { value, type Live } from '../screen.ts';
import type { MessageId } from './state.ts';

/**
 * What the devices say, in our own words: generic, never telling whether a password or code was once
 * valid; only an enrollment says what became of it. The coach, outside the device, says why.
 */
export const messages: Readonly<Record<MessageId, string>> = {
	'user-or-password': 'The user name or password is incorrect. Try again.',
	'lock-warning': 'The password is incorrect. The account will be locked after more wrong passwords.',
	'account-locked': 'The account is locked. Try again later.',
	'domain-not-available': 'This domain isn’t available. Check the connection to the company network.',
	'trust-failed': 'The trust relationship between this computer and the domain failed.',
	'temporary-profile': 'You are signed in with a temporary profile.',
	'portal-not-found': 'The portal was not found. Check the address.',
	'email-refused': 'This username may be incorrect. Check it and try again.',
	'password-refused': 'The password is incorrect. Try again.',
	'sign-in-failed': 'Sign-in failed. Try again.',
	'sign-in-again': 'Sign in to continue.',
	'next-code': 'Authenticate again: wait for the next passcode and type it.',
	'new-password-refused': 'The new password was not accepted.',
	'passwords-differ': 'The two entries are not the same.',
	'wifi-key-refused': 'The network security key is not correct.',
	'connection-lost': 'The connection was lost.',
	'mailbox-not-found': 'No mailbox was found for this address.',
	'something-went-wrong': 'Something went wrong. [1001]',
	'string-not-valid': 'The activation string is not valid. Copy the whole string again.',
	'server-not-reached': 'The server cannot be reached.',
	'enrollment-expired': 'The enrollment period has ended.',
	'enrollment-removed': 'This enrollment link is no longer valid.',
	'page-closed': 'The Self Enrollment page was closed. Open the link of the e-mail again.',
	'enrollment-done': 'This enrollment has already been completed.',
	'enrollment-locked': 'This enrollment is locked.',
	'device-not-permitted': 'This type of device is not permitted.',
	'pin-set': 'Sign in again with the new PIN and the next passcode.',
	'pin-changed': 'The PIN was changed.',
	'pin-not-accepted': 'This PIN was not accepted.',
	'pins-differ': 'The PINs do not match. Type both again.',
	'pin-wrong': 'The PIN is not correct.',
	'link-does-nothing': 'No app was found that opens this link.',
	'try-later': 'Another installation is running. Try again later.',
};

/** The message as a label of the screen, or nothing. */
export const said = (id: string, message: MessageId | null): Live[] =>
	message ? [value(id, messages[message])] : [];
