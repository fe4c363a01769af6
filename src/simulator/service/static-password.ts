import type { Entry } from './entry.ts';
import { textOf } from './entry-text.ts';
import { countSuccess, pendingOf } from './lockout.ts';
import { send } from './mail.ts';
import {
	changePassword,
	drawStaticPassword,
	endPassword,
	passwordProblem,
	setPassword,
	type PasswordProblem,
} from './passwords.ts';
import { act, deny, done } from './settle.ts';
import type { Outcome, PasswordId, Service, StaticPassword, UserId } from './state.ts';
import { methodsOf, operatorOf, setPasswordOf, tokensOf, userOf } from './users.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export type StaticPasswordRefusal = 'unknown-requester' | 'unknown-user' | 'not-allowed' | 'token-active';
export type StaticPasswordRequest = {
	/** Gets the e-mail as well: the manager, the coordinator or an operator. */
	readonly requester: UserId;
	readonly user: UserId;
	/** Left out: as the policy says, which an operator cannot relax (facts 5.8). */
	readonly mustChange?: boolean;
	readonly maxUses?: number | null;
};

/**
 * The request for a static password (procedure A, step 1): a static password is set at once and mailed to
 * both after the policy's delay; one set before is replaced. Refused while a token of the user is Active, or
 * Locked and so about to be Active again (facts 2, 5.8).
 */
export const requestStaticPassword = act(
	'request-static-password',
	(input: StaticPasswordRequest) => ({ by: input.requester, to: input.user }),
	(service, input): Outcome<{ readonly password: PasswordId }, StaticPasswordRefusal> => {
		const refusal = staticPasswordRefusal(service, input);
		if (refusal) return deny(service, refusal);
		const given = giveStaticPassword(service, input);
		return done(given.service, { password: given.password });
	},
);

export function staticPasswordRefusal(
	service: Service,
	{ requester, user }: StaticPasswordRequest,
): StaticPasswordRefusal | null {
	if (!userOf(service, requester)) return 'unknown-requester';
	if (!userOf(service, user)) return 'unknown-user';
	if (!service.policy.staticPassword.allowed) return 'not-allowed';
	const active = tokensOf(service, user).some(({ state }) => state === 'Active' || state === 'Locked');
	return active ? 'token-active' : null;
}

export function giveStaticPassword(
	service: Service,
	{ requester, user, mustChange, maxUses }: StaticPasswordRequest,
): { service: Service; password: PasswordId } {
	const policy = service.policy.staticPassword;
	const draw = drawStaticPassword(service.random, policy);
	const set = setPassword({ ...service, random: draw.random }, user, {
		text: draw.value,
		expiresAt: service.now + policy.lifetimeDays * DAY_MS,
		usesLeft: maxUses === undefined ? policy.maxUses : maxUses,
		mustChange: policy.changeOnFirstUse || (mustChange ?? false),
		requestedBy: requester,
	});
	const receivers = requester === user ? [user] : [requester, user];
	const mailed = receivers.reduce(
		(next, to) => send(next, to, { kind: 'static-password', user, password: set.password }),
		set.service,
	);
	return { service: mailed, password: set.password };
}

/** A complete login with the static password: counted against its use limit, if it has one. */
export function useStaticPassword(service: Service, user: UserId, password: StaticPassword): Service {
	const used = changePassword(service, user, password.id, ({ usesLeft }) =>
		usesLeft === null ? {} : usesLeft > 1 ? { usesLeft: usesLeft - 1 } : { usesLeft: 0, state: 'used-up' },
	);
	return countSuccess(used, user);
}

export type ChangePasswordRefusal =
	| 'unknown-user'
	| 'account-locked'
	/** No login asked for a change, or it was too long ago, or the password is over since. */
	| 'not-asked'
	| PasswordProblem
	| 'same-as-before'
	| 'entries-differ';

/**
 * Answers result code 6: the new static password, typed twice. Accepted: it is set and the login complete.
 * The old one's end date and use limit go over to it (assumed). A refusal counts no failure (assumed).
 */
export const changeStaticPassword = act(
	'change-static-password',
	(input: { readonly user: UserId; readonly entry: Entry; readonly again: Entry }) => ({
		by: input.user,
		to: input.user,
	}),
	(service, input): Outcome<{ readonly password: PasswordId }, ChangePasswordRefusal> => {
		const user = userOf(service, input.user);
		if (!user) return deny(service, 'unknown-user');
		if (user.lock) return deny(service, 'account-locked');
		const pending = pendingOf(service, user);
		const old = setPasswordOf(user);
		if (pending?.kind !== 'change-password' || pending.password !== old?.id)
			return deny(service, 'not-asked');

		const text = textOf(service, user.id, input.entry) ?? '';
		const problem = passwordProblem(service.policy.staticPassword, text);
		if (problem) return deny(service, problem);
		if (text === old.text) return deny(service, 'same-as-before');
		if (textOf(service, user.id, input.again) !== text) return deny(service, 'entries-differ');

		const { expiresAt, usesLeft, requestedBy } = old;
		const set = setPassword(endPassword(service, user.id, 'changed'), user.id, {
			text,
			expiresAt,
			usesLeft,
			mustChange: false,
			requestedBy,
		});
		const fresh = userOf(set.service, user.id);
		const password = fresh && setPasswordOf(fresh);
		const complete = password ? useStaticPassword(set.service, user.id, password) : set.service;
		return done(complete, { password: set.password });
	},
);

/** Revokes the static password that is set (the API's serial "0", facts 5.7). */
export const revokeStaticPassword = act(
	'revoke-static-password',
	(input: { readonly operator: UserId; readonly user: UserId }) => ({ by: input.operator, to: input.user }),
	(
		service,
		input,
	): Outcome<null, 'unknown-operator' | 'unknown-user' | 'none-set' | 'last-method-of-operator'> => {
		if (!operatorOf(service, input.operator)) return deny(service, 'unknown-operator');
		const user = userOf(service, input.user);
		if (!user) return deny(service, 'unknown-user');
		if (!setPasswordOf(user)) return deny(service, 'none-set');
		if (user.operator && methodsOf(service, user) <= 1) return deny(service, 'last-method-of-operator');
		return done(endPassword(service, user.id, 'revoked'), null);
	},
);
