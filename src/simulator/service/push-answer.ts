import type { Entry } from './entry.ts';
import { textOf } from './entry-text.ts';
import { countFailure } from './lockout.ts';
import { accept, readTyped, type Typed } from './login.ts';
import { refusalFor, type LoginRefusal } from './login-refusal.ts';
import { send } from './mail.ts';
import { matchCode, windowOf, type Match } from './passcodes.ts';
import { pushesOf, pushRequestOf, takesPush, withRequest } from './push-requests.ts';
import type { PushRequest } from './push-state.ts';
import { act, deny, done } from './settle.ts';
import type { Outcome, Serial, Service, Token, User, UserId } from './state.ts';
import { tokensOf, userOf } from './users.ts';

/** Which request, and with which token of whom it is answered. */
export type OfPush = { readonly user: UserId; readonly request: string; readonly serial: Serial };

/** For the coach. The app says only whether the request still stands. */
export type PushRefusal =
	/** There is no such request at this token. */
	| 'unknown-request'
	/** It was answered, or its time is over. */
	| 'not-waiting';
export type ApproveRefusal =
	| PushRefusal
	| 'account-locked'
	/** Suspended or revoked since, or push was turned off for it. */
	| 'no-push'
	/** Another number than the one on the login page: counted as a denial (facts 8.7, assumed). */
	| 'wrong-number'
	| LoginRefusal;

const whose = ({ user, request }: OfPush) => ({ by: user, to: request });

/**
 * Approves a request: the app makes a code and sends it (facts 5.12). The code is checked for real, by the clock
 * of the service. One that is not accepted at once ends the request and counts as a failure; a second code is never
 * asked for (assumed).
 */
export const approvePush = act(
	'approve-push',
	whose,
	(
		service,
		input: OfPush & {
			/** The code; with a Server PIN, both in the policy's order. */
			readonly entry: Entry;
			/** Number matching: the number that was chosen. */
			readonly number?: number;
		},
	): Outcome<{ readonly by: 'push'; readonly serial: Serial }, ApproveRefusal> => {
		const found = waiting(service, input);
		if (typeof found === 'string') return deny(service, found);
		const { request, user, token } = found;
		if (user.lock) return deny(service, 'account-locked');
		if (!token || !takesPush(service, token)) return deny(service, 'no-push');
		if (request.match && request.match.shown !== input.number)
			return deny(refusedBy(service, request, input.serial), 'wrong-number');
		const text = textOf(service, user.id, input.entry);
		const typed = text === null ? null : readTyped(service, token, text);
		const match = typed && matchAnswer(service, typed);
		if (typed && match?.kind === 'accept') {
			const accepted = accept(service, user, typed, Math.max(match.step, token.mark));
			const ended = over(accepted.service, request, 'approved', input.serial);
			if (!accepted.reply.ok) return deny(ended, accepted.reply.reason);
			return done(ended, { by: 'push', serial: input.serial });
		}
		const ended = over(countFailure(service, user.id), request, 'failed', input.serial);
		if (match?.kind === 'again')
			return deny(ended, typed?.seed.mode === 'event' ? 'out-of-step' : 'clock-off');
		const onlyPin = text !== null && !typed && token.pin !== null;
		return deny(ended, onlyPin ? 'wrong-pin' : refusalFor(service, user, input.entry, text));
	},
);

/**
 * A time-based code may be sent though it was used: the request works once, so this is no replay (assumed; two
 * logins by push within one interval would be refused otherwise).
 */
function matchAnswer(service: Service, { token, seed, code }: Typed): Match {
	const place = seed.mode === 'time' ? { ...token, mark: -1 } : token;
	return matchCode(seed, place, code, service.now, windowOf(service.policy, seed));
}

/**
 * Denies a request. It counts as a failed login (facts 5.12, inferred), and with the rejection policy on the user is
 * sent an e-mail. Who is locked may deny too: the counter stays then.
 */
export const denyPush = act('deny-push', whose, (service, input: OfPush): Outcome<null, PushRefusal> => {
	const found = waiting(service, input);
	if (typeof found === 'string') return deny(service, found);
	return done(refusedBy(service, found.request, input.serial), null);
});

/** Reports a denied request: the organization's authentication management is alerted (procedure C). */
export const reportPush = act(
	'report-push',
	whose,
	(service, input: OfPush): Outcome<null, 'unknown-request' | 'not-denied' | 'already-reported'> => {
		const request = requestFor(service, input);
		if (!request) return deny(service, 'unknown-request');
		if (request.state !== 'denied') return deny(service, 'not-denied');
		if (request.reported) return deny(service, 'already-reported');
		const marked = withRequest(service, { ...request, reported: true });
		const pushes = pushesOf(marked);
		const alert = { at: service.now, user: request.user, request: request.id };
		return done({ ...marked, push: { ...pushes, alerts: [...pushes.alerts, alert] } }, null);
	},
);

function requestFor(service: Service, { user, request, serial }: OfPush): PushRequest | undefined {
	const found = pushRequestOf(service, user, request);
	return found?.serials.includes(serial) ? found : undefined;
}

type Waiting = { readonly request: PushRequest; readonly user: User; readonly token: Token | undefined };
function waiting(service: Service, input: OfPush): Waiting | PushRefusal {
	const user = userOf(service, input.user);
	const request = requestFor(service, input);
	if (!user || !request) return 'unknown-request';
	if (request.state !== 'waiting') return 'not-waiting';
	return { request, user, token: tokensOf(service, user.id).find(({ serial }) => serial === input.serial) };
}

const over = (service: Service, request: PushRequest, state: PushRequest['state'], serial: Serial): Service =>
	withRequest(service, { ...request, state, answeredBy: serial, endedAt: service.now });

function refusedBy(service: Service, request: PushRequest, serial: Serial): Service {
	const { user } = request;
	const denied = over(service, request, 'denied', serial);
	const told = service.policy.push.mailOnDenial
		? send(denied, user, { kind: 'push-denied', request: request.id })
		: denied;
	return userOf(service, user)?.lock ? told : countFailure(told, user, true);
}
