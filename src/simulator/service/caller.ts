import { sendPush } from './push-ask.ts';
import { pushRequestsOf, pushTokensOf } from './push-requests.ts';
import { act, deny, done } from './settle.ts';
import type { Outcome, Serial, UserId } from './state.ts';
import { operatorOf, userOf } from './users.ts';

/** What a caller's request is called on their device (assumed). */
export const HELP_DESK = 'Help Desk';

export type CallerRefusal =
	| 'unknown-operator'
	| 'unknown-user'
	| 'account-locked'
	/** No active token of the user takes a push (facts 5.7). */
	| 'no-push';

export type VerifyCaller = {
	readonly operator: UserId;
	readonly user: UserId;
	/** The operator reads out a number, which the caller chooses in the app; plain otherwise (O17). */
	readonly numbers?: boolean;
	/** Tokens whose device shows notifications right now; all unless given. */
	readonly reached?: readonly Serial[];
};

/**
 * "Send Push": an operator makes sure who calls (facts 5.7, O17). The caller answers as for any login; an approval
 * counts as one, a denial as a failure (assumed).
 */
export const verifyCaller = act(
	'verify-caller',
	({ operator, user }: VerifyCaller) => ({ by: operator, to: user }),
	(service, input): Outcome<{ readonly request: string }, CallerRefusal> => {
		if (!operatorOf(service, input.operator)) return deny(service, 'unknown-operator');
		const user = userOf(service, input.user);
		if (!user) return deny(service, 'unknown-user');
		if (user.lock) return deny(service, 'account-locked');
		const serials = pushTokensOf(service, user.id).map(({ serial }) => serial);
		if (serials.length === 0) return deny(service, 'no-push');
		const reached = serials.filter((serial) => !input.reached || input.reached.includes(serial));
		const asked = { user: user.id, resource: HELP_DESK, origin: 'here' } as const;
		const sent = sendPush(service, asked, reached, input.numbers ?? false);
		return done(sent, { request: pushRequestsOf(sent, user.id).at(-1)?.id ?? '' });
	},
);
