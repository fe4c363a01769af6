import { value, type Live } from '../screen.ts';
import type { World } from '../state.ts';
import { consoleOf } from './change.ts';

/** Why the service refused an operator. The words are assumed. */
export const refusals: Readonly<Record<string, string>> = {
	'unknown-operator': 'You have no rights for this.',
	'unknown-user': 'This user does not exist.',
	'unknown-requester': 'You have no rights for this.',
	'unknown-token': 'This token does not exist.',
	'unknown-task': 'This task does not exist.',
	'unknown-policy': 'This setting does not exist.',
	'wrong-state': 'The token is in a state in which this cannot be done.',
	'inventory-exhausted': 'There are not enough available tokens. Return tokens to inventory first.',
	'nobody-chosen': 'No user is selected.',
	'no-email': 'A selected user has no e-mail address.',
	'not-locked': 'The account is not locked.',
	'not-allowed': 'The policy does not allow a temporary password.',
	'token-active': 'The user has an active token. A temporary password is for users without one.',
	'none-set': 'The user has no temporary password.',
	'last-method-of-operator':
		'This is the last authentication method of an operator. It cannot be revoked: the operator could not log in any more.',
	'no-server-pin': 'This token has no server-side PIN.',
	'no-match': 'The two codes do not belong together, or not to this token.',
	'nothing-open': 'Every user of this task is finished.',
	'in-the-past': 'The stop date is in the past.',
	'account-locked': 'The account is locked. Unlock it first.',
	'no-push': 'The user has no active token that takes a push.',
	'out-of-range': 'A value is outside its limits.',
	'least-over-most': 'A smallest value is larger than the largest.',
	'nothing-changed': 'Nothing was changed.',
	'no-codes': 'Type two codes, one after the other.',
	'sign-in': 'Sign-in failed. Check your user ID and your passcode.',
};

/** What was done. The words are assumed. */
const done: Readonly<Record<string, string>> = {
	provision: 'The task was created. Each user is sent an e-mail.',
	assign: 'A token was assigned.',
	unlock: 'The account is unlocked.',
	'temporary-password': 'A temporary password was set and sent by e-mail.',
	'revoke-static-password': 'The temporary password was revoked.',
	suspend: 'The token is suspended.',
	activate: 'The token is active.',
	revoke: 'The token was revoked.',
	reinitialize: 'The token is back in inventory.',
	'remove-token': 'The token was removed.',
	'reset-server-pin': 'A new PIN was set. Read it out to the user.',
	resync: 'The token is synchronized.',
	'remove-task': 'The task was removed.',
	'remove-lines': 'The task was removed.',
	'move-stop-date': 'The stop date was changed.',
	'verify-caller': 'The push was sent. Ask the caller to answer it.',
	'apply-policy': 'The policy was applied.',
};

export function messageOf(world: World): Live[] {
	const { message } = consoleOf(world);
	if (!message) return [];
	const words = (message.kind === 'done' ? done : refusals)[message.id] ?? 'This cannot be done.';
	return [value(message.kind === 'done' ? 'console.told' : 'console.message', words)];
}
