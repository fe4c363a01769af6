import { organization } from '../../domain/organization.ts';
import { value, type Live } from '../screen.ts';
import type { LineRefusal } from '../service/service.ts';
import { said } from './messages.ts';
import type { MessageId } from './state.ts';

/** What page and app say about a line that is not open: each state of it has a message (wording assumed). */
export const lineRefusals = {
	'already-completed': 'enrollment-done',
	expired: 'enrollment-expired',
	'enrollment-locked': 'enrollment-locked',
	removed: 'enrollment-removed',
	'unknown-link': 'enrollment-removed',
} as const satisfies Record<LineRefusal, MessageId>;

/** Lines that nothing but a new request can follow; one that was completed needs none. */
const ended: readonly MessageId[] = ['enrollment-expired', 'enrollment-locked', 'enrollment-removed'];

/** The message, and what to do about it. */
export const enrollmentSaid = (id: string, message: MessageId | null): Live[] => [
	...said(id, message),
	...(message !== null && ended.includes(message)
		? [value(`${id}-hint`, `Ask your supervisor for a ${organization.catalog.replacementToken.item}.`)]
		: []),
];
