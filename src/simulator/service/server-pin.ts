import type { Entry } from './entry.ts';
import { textOf } from './entry-text.ts';
import { tokenFor, type OnToken, type TokenRefusal } from './life-cycle.ts';
import { answerBy, ask, pendingOf } from './lockout.ts';
import { serverPinProblem, type PinProblem } from './pin.ts';
import { act, deny, done } from './settle.ts';
import type { Outcome, Serial, Service, UserId } from './state.ts';
import { tokenOf, withToken } from './stock.ts';
import { drawServerPin } from './tokens.ts';
import { userOf } from './users.ts';

/**
 * What stands between a right code and the login while the Server PIN is still the initial one: the server
 * draws a new PIN (`pin-given`), or the user has to choose one (`set-pin`). `null`: nothing. The code is used up
 * either way, the failure counter stays (facts 5.9, 5.10).
 */
export function askForPin(
	service: Service,
	user: UserId,
	serial: Serial,
): Outcome<never, 'pin-given' | 'set-pin'> | null {
	const { changeOnFirstUse, random } = service.policy.serverPin;
	if (!changeOnFirstUse || !tokenOf(service, serial)?.pin?.initial) return null;
	if (random) return deny(ask(drawServerPin(service, serial, false), user, null), 'pin-given');
	return deny(ask(service, user, { kind: 'set-pin', serial, until: answerBy(service) }), 'set-pin');
}

export type SetPinRefusal =
	| 'unknown-user'
	| 'account-locked'
	/** No login asked for a PIN, or it was too long ago, or the token is gone since. */
	| 'not-asked'
	| PinProblem
	| 'same-as-before'
	| 'entries-differ';

/** Answers result code 4. Accepted: log in again with the new PIN and the next code. Refusals count no failure (assumed). */
export const setServerPin = act(
	'set-server-pin',
	(input: { readonly user: UserId; readonly entry: Entry; readonly again: Entry }) => ({
		by: input.user,
		to: input.user,
	}),
	(service, input): Outcome<{ readonly serial: Serial }, SetPinRefusal> => {
		const user = userOf(service, input.user);
		if (!user) return deny(service, 'unknown-user');
		if (user.lock) return deny(service, 'account-locked');
		const pending = pendingOf(service, user);
		const token = pending?.kind === 'set-pin' ? tokenOf(service, pending.serial) : undefined;
		if (token?.state !== 'Active' || token.owner !== user.id || !token.pin) return deny(service, 'not-asked');

		const text = textOf(service, user.id, input.entry) ?? '';
		const problem = serverPinProblem(service.policy, text);
		if (problem) return deny(service, problem);
		if (text === token.pin.text) return deny(service, 'same-as-before');
		if (textOf(service, user.id, input.again) !== text) return deny(service, 'entries-differ');
		const set = withToken(service, { ...token, pin: { text, initial: false } });
		return done(ask(set, user.id, null), { serial: token.serial });
	},
);

/** An operator gives a token with Server PIN a new initial PIN: the entry's, or one that is drawn (facts 5.7, 5.9). */
export const resetServerPin = act(
	'reset-server-pin',
	({ operator, serial }: OnToken) => ({ by: operator, to: serial }),
	(
		service,
		input: OnToken & { readonly entry?: Entry },
	): Outcome<null, TokenRefusal | 'no-server-pin' | PinProblem> => {
		const token = tokenFor(service, input, ['Assigned', 'Active', 'Suspended', 'Locked']);
		if (typeof token === 'string') return deny(service, token);
		if (!token.pin) return deny(service, 'no-server-pin');
		if (!input.entry) return done(drawServerPin(service, token.serial, true), null);
		const text = textOf(service, token.owner ?? '', input.entry) ?? '';
		const problem = serverPinProblem(service.policy, text);
		if (problem) return deny(service, problem);
		return done(withToken(service, { ...token, pin: { text, initial: true } }), null);
	},
);
