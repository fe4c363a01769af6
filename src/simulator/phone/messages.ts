import { messages } from '../laptop/messages.ts';
import { value, type Live } from '../screen.ts';
import type { OwnMessageId, PhoneMessageId } from './state.ts';

const own: Readonly<Record<OwnMessageId, string>> = {
	'code-refused': 'The verification code is incorrect. Try again.',
	'code-sent-again': 'A new verification code was sent.',
	'code-needed-anew': 'This verification code can no longer be used. Send a new one.',
	'too-many-authenticators': 'You have two authenticators. No further one can be added.',
	'qr-not-seen': 'No QR code in sight.',
	'qr-not-read': 'This QR code cannot be used here.',
	'nothing-to-paste': 'The clipboard is empty.',
	'request-denied': 'The login request was denied.',
	'request-expired': 'The login request was not answered in time.',
	'request-over': 'This login request is over.',
};

/** What phone and portal say, in our own words: generic, as on the laptop. */
export const phoneMessages: Readonly<Record<PhoneMessageId, string>> = { ...messages, ...own };

/** The message as a label of the screen, or nothing. */
export const told = (id: string, message: PhoneMessageId | null): Live[] =>
	message ? [value(id, phoneMessages[message])] : [];
