import { endLock } from './lockout.ts';
import { endPassword } from './passwords.ts';
import { act, deny, done } from './settle.ts';
import type { Outcome, PasswordId, Serial, Service, Token, TokenState, UserId } from './state.ts';
import { giveStaticPassword, staticPasswordRefusal, type StaticPasswordRefusal } from './static-password.ts';
import { dropToken, freeSerial, stockOf, tokenOf, withToken } from './stock.ts';
import { becomeActive, drawServerPin, giveTo, takeBack } from './tokens.ts';
import { methodsOf, operatorOf, setPasswordOf, tokensOf, userOf } from './users.ts';

export type TokenRefusal = 'unknown-operator' | 'unknown-token' | 'wrong-state';
export type OnToken = { readonly operator: UserId; readonly serial: Serial };

const onToken = ({ operator, serial }: OnToken) => ({ by: operator, to: serial });

/** Inventory → Assigned: taken from stock for a user, not yet enrolled; with a Server PIN, an initial PIN (facts 5.7). */
export const assign = act(
	'assign',
	(input: { readonly operator: UserId; readonly user: UserId }) => ({ by: input.operator, to: input.user }),
	(
		service,
		input,
	): Outcome<{ readonly serial: Serial }, 'unknown-operator' | 'unknown-user' | 'inventory-exhausted'> => {
		if (!operatorOf(service, input.operator)) return deny(service, 'unknown-operator');
		if (!userOf(service, input.user)) return deny(service, 'unknown-user');
		const serial = stockOf(service).available > 0 ? freeSerial(service) : undefined;
		const token = serial === undefined ? undefined : tokenOf(service, serial);
		if (!token) return deny(service, 'inventory-exhausted');
		const given = giveTo(service, input.user, { ...token, state: 'Assigned' });
		const withPin = service.policy.pin.type === 'Server' ? drawServerPin(given, token.serial, true) : given;
		return done(withPin, { serial: token.serial });
	},
);

/**
 * Active → Suspended. With `staticPassword` the owner gets one in the same act (assumed); if that is refused,
 * nothing is suspended.
 */
export const suspend = act(
	'suspend',
	onToken,
	(
		service,
		input: OnToken & { readonly staticPassword?: boolean; readonly comment?: string },
	): Outcome<{ readonly password: PasswordId | null }, TokenRefusal | StaticPasswordRefusal> => {
		const token = tokenFor(service, input, ['Active']);
		if (typeof token === 'string') return deny(service, token);
		const suspended = withToken(service, {
			...token,
			state: 'Suspended',
			comment: input.comment ?? token.comment,
		});
		if (!input.staticPassword || token.owner === null) return done(suspended, { password: null });
		const request = { requester: input.operator, user: token.owner };
		const refusal = staticPasswordRefusal(suspended, request);
		if (refusal) return deny(service, refusal);
		const given = giveStaticPassword(suspended, request);
		return done(given.service, { password: given.password });
	},
);

/** Suspended → Active, optionally with a new initial Server PIN; the owner's static password is removed (facts 5.7). */
export const activate = act(
	'activate',
	onToken,
	(service, input: OnToken & { readonly newPin?: boolean }): Outcome<null, TokenRefusal> => {
		const token = tokenFor(service, input, ['Suspended']);
		if (typeof token === 'string') return deny(service, token);
		const active = becomeActive(service, token);
		return done(input.newPin && token.pin ? drawServerPin(active, token.serial, true) : active, null);
	},
);

/** Ends the lock of an account and of its tokens before its time (facts 5.7, 5.11). */
export const unlock = act(
	'unlock',
	(input: { readonly operator: UserId; readonly user: UserId }) => ({ by: input.operator, to: input.user }),
	(service, input): Outcome<null, 'unknown-operator' | 'unknown-user' | 'not-locked'> => {
		if (!operatorOf(service, input.operator)) return deny(service, 'unknown-operator');
		const user = userOf(service, input.user);
		if (!user) return deny(service, 'unknown-user');
		return user.lock ? done(endLock(service, user.id), null) : deny(service, 'not-locked');
	},
);

export type Revocation = OnToken & {
	readonly to: Extract<TokenState, 'Inventory' | 'Initialize' | 'Lost' | 'Faulty'>;
	readonly comment?: string;
	readonly staticPasswordToo?: boolean;
};

/**
 * Takes a token from its owner (facts 5.7, 8.1): back to Inventory, to be initialised, Lost or Faulty. "Revoked"
 * is no state. The app's copy goes on making codes that nobody accepts.
 */
export const revoke = act(
	'revoke',
	onToken,
	(service, input: Revocation): Outcome<null, TokenRefusal | 'last-method-of-operator'> => {
		const token = tokenFor(service, input, ['Active', 'Suspended', 'Locked', 'Assigned']);
		if (typeof token === 'string') return deny(service, token);
		if (endsLastMethod(service, token, input.staticPasswordToo ?? false))
			return deny(service, 'last-method-of-operator');
		const revoked = takeBack(service, token, input.to, input.comment ?? '');
		return done(
			input.staticPasswordToo && token.owner !== null
				? endPassword(revoked, token.owner, 'revoked')
				: revoked,
			null,
		);
	},
);

/** Lost, Faulty or Initialize → Inventory. */
export const reinitialize = act('reinitialize', onToken, (service, input): Outcome<null, TokenRefusal> => {
	const token = tokenFor(service, input, ['Lost', 'Faulty', 'Initialize']);
	if (typeof token === 'string') return deny(service, token);
	return done(takeBack(service, token, 'Inventory', ''), null);
});

/** Takes a Lost, Faulty or uninitialised token off the books. */
export const removeToken = act('remove-token', onToken, (service, input): Outcome<null, TokenRefusal> => {
	const token = tokenFor(service, input, ['Lost', 'Faulty', 'Initialize']);
	return typeof token === 'string' ? deny(service, token) : done(dropToken(service, token), null);
});

/** The token of an operator's act, or why the act is refused. */
export function tokenFor(
	service: Service,
	input: OnToken,
	states: readonly TokenState[],
): Token | TokenRefusal {
	if (!operatorOf(service, input.operator)) return 'unknown-operator';
	const token = tokenOf(service, input.serial);
	if (!token) return 'unknown-token';
	return states.includes(token.state) ? token : 'wrong-state';
}

/** An operator keeps one way to log in (facts 5.7). */
function endsLastMethod(service: Service, token: Token, passwordToo: boolean): boolean {
	const owner = token.owner === null ? undefined : userOf(service, token.owner);
	if (!owner?.operator || methodsOf(service, owner) === 0) return false;
	const others = tokensOf(service, owner.id).filter(
		({ serial, state }) => serial !== token.serial && (state === 'Active' || state === 'Locked'),
	);
	return others.length === 0 && (passwordToo || !setPasswordOf(owner));
}
