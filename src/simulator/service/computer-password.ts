import { countComputerFailure } from './computer-lock.ts';
import type { Entry } from './entry.ts';
import { textOf } from './entry-text.ts';
import { act, deny, done } from './settle.ts';
import type { Outcome, UserId } from './state.ts';
import { changeUser, userOf } from './users.ts';

export type ComputerPasswordRefusal = 'unknown-user' | 'account-locked' | 'wrong' | 'nothing-typed';

/**
 * The Windows password of the domain: the first factor. It has a counter and a lock of its own (Windows lock
 * policy, assumed); right or wrong, it never touches the counter of the authentication service.
 */
export const checkComputerPassword = act(
	'check-computer-password',
	(input: { readonly user: UserId; readonly entry: Entry }) => ({ by: input.user, to: input.user }),
	(service, input): Outcome<{ readonly user: UserId }, ComputerPasswordRefusal> => {
		const user = userOf(service, input.user);
		if (!user) return deny(service, 'unknown-user');
		const text = textOf(service, user.id, input.entry);
		if (text === '') return deny(service, 'nothing-typed');
		if (user.computer.lockedUntil !== null) return deny(service, 'account-locked');
		if (text === user.card.computerPassword)
			return done(
				changeUser(service, user.id, () => ({ computer: { failures: 0, lockedUntil: null } })),
				{ user: user.id },
			);
		return deny(countComputerFailure(service, user.id), 'wrong');
	},
);
