import type { Entry } from './entry.ts';
import { textOf } from './entry-text.ts';
import { answerBy, ask, countFailure, countSuccess, pendingOf } from './lockout.ts';
import { canLogIn, refusalFor, type LoginRefusal } from './login-refusal.ts';
import { followsFirst, matchCode, stepAt, windowOf } from './passcodes.ts';
import { askForPin } from './server-pin.ts';
import { act, deny, done } from './settle.ts';
import type { Outcome, PasswordId, Seed, Serial, Service, StaticPassword } from './state.ts';
import type { TaskId, Token, User, UserId } from './state.ts';
import { useStaticPassword } from './static-password.ts';
import { withToken } from './stock.ts';
import { changeLine, lineOf } from './task-lines.ts';
import { becomeActive } from './tokens.ts';
import { setPasswordOf, tokensOf, userOf } from './users.ts';

export type LoggedIn =
	| { readonly by: 'static-password'; readonly password: PasswordId }
	| { readonly by: 'passcode'; readonly serial: Serial; readonly step: number };

export type LoginInput = {
	readonly user: UserId;
	readonly entry: Entry;
	/** What the login is for: for the audit log, and some take a passcode only. */
	readonly resource?: string;
};

/**
 * A login at any resource (facts 8.2): first the static password, if one is set, then passcodes. Static
 * passwords are compared exactly; a passcode is compared for real, with the secret and the service's clock.
 * Every failure counts, and stays counted whatever the caller does with the reply.
 */
export const login = act(
	'login',
	(input: LoginInput) => ({ by: input.user, to: input.resource ?? input.user }),
	(service, input): Outcome<LoggedIn, LoginRefusal> => {
		const user = userOf(service, input.user);
		if (!user) return deny(service, 'unknown-user');
		const text = textOf(service, user.id, input.entry);
		if (text === '') return deny(service, 'nothing-typed');
		if (user.lock) return deny(service, 'account-locked');

		const password = setPasswordOf(user);
		if (text !== null && password?.text === text) {
			if (!service.policy.passcodeOnly.includes(input.resource ?? ''))
				return byPassword(service, user, password);
			return { service: countFailure(service, user.id), reply: { ok: false, reason: 'passcode-wanted' } };
		}
		return (
			(text === null ? null : byPasscode(service, user, text)) ?? {
				service: countFailure(service, user.id),
				reply: { ok: false, reason: refusalFor(service, user, input.entry, text) },
			}
		);
	},
);

function byPassword(
	service: Service,
	user: User,
	password: StaticPassword,
): Outcome<LoggedIn, 'change-password'> {
	if (password.mustChange) {
		const pending = { kind: 'change-password', password: password.id, until: answerBy(service) } as const;
		return deny(ask(service, user.id, pending), 'change-password');
	}
	return done(useStaticPassword(service, user.id, password), {
		by: 'static-password',
		password: password.id,
	});
}

/** What was typed as a code of a token. */
export type Typed = { readonly token: Token; readonly seed: Seed; readonly code: string };

/** `null`: no token accepts the text, and the failure is to be counted. */
function byPasscode(service: Service, user: User, text: string): Outcome<LoggedIn, LoginRefusal> | null {
	const typed = tokensOf(service, user.id).flatMap((token) => readTyped(service, token, text) ?? []);
	const pending = pendingOf(service, user);
	if (pending?.kind === 'second-code') {
		const first = typed.find(({ token }) => token.serial === pending.serial);
		if (first && isSecond(service, first, pending.step))
			return accept(service, user, first, pending.step + 1);
	}
	const matches = typed.map((one) => {
		const window = windowOf(service.policy, one.seed);
		return { one, match: matchCode(one.seed, one.token, one.code, service.now, window) };
	});
	for (const { one, match } of matches)
		if (match.kind === 'accept') return accept(service, user, one, match.step);
	if (pending?.kind === 'second-code') return null;
	for (const { one, match } of matches)
		if (match.kind === 'again') return askAgain(service, user, one.token.serial, match.step);
	return null;
}

function isSecond(service: Service, { seed, token, code }: Typed, first: number): boolean {
	return followsFirst(seed, token, first, code, service.now, windowOf(service.policy, seed));
}

function askAgain(service: Service, user: User, serial: Serial, step: number): Outcome<LoggedIn, 'again'> {
	const until = answerBy(service);
	return deny(ask(service, user.id, { kind: 'second-code', serial, step, until }), 'again');
}

/** The code typed for a token, or `null` if the token may not log in or its Server PIN is not there. */
export function readTyped(service: Service, token: Token, text: string): Typed | null {
	const { seed } = token;
	if (!seed || !canLogIn(token)) return null;
	if (!token.pin) return { token, seed, code: text };
	const pin = token.pin.text;
	if (service.policy.serverPin.place === 'before')
		return text.startsWith(pin) ? { token, seed, code: text.slice(pin.length) } : null;
	return text.endsWith(pin) ? { token, seed, code: text.slice(0, -pin.length) } : null;
}

/** The right code of a token: the person is logged in, unless a new Server PIN is asked for. */
export function accept(
	service: Service,
	user: User,
	{ token, seed }: Typed,
	step: number,
): Outcome<LoggedIn, LoginRefusal> {
	const burned = burn(service, token, seed, step);
	const question = askForPin(burned, user.id, token.serial);
	if (question) return question;
	const counted = countSuccess(burned, user.id);
	return done(completeLine(counted, user.id, token.task), { by: 'passcode', serial: token.serial, step });
}

/** The code and all before it are dead; the drift is learned (facts 8.6); a first use activates. */
function burn(service: Service, token: Token, seed: Seed, step: number): Service {
	const drift = seed.mode === 'time' ? step - stepAt(seed, service.now) : 0;
	const marked: Token = { ...token, mark: step, drift, lastSuccess: service.now };
	return token.state === 'Assigned' ? becomeActive(service, marked) : withToken(service, marked);
}

/** Enrolled → Completed at the first success with the token (facts 5.4). */
function completeLine(service: Service, user: UserId, task: TaskId | null): Service {
	if (task === null || lineOf(service, task, user)?.status !== 'Enrolled') return service;
	return changeLine(service, task, user, () => ({ status: 'Completed' }));
}
