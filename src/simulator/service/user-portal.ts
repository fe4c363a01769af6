import { nextText } from '../../domain/random.ts';
import type { Target } from '../policy.ts';
import { readString } from './activation-string.ts';
import { put } from './buckets.ts';
import type { Entry } from './entry.ts';
import { textOf } from './entry-text.ts';
import { send } from './mail.ts';
import { codesOf, newestCode } from './portal-codes.ts';
import type { PortalCode } from './portal-state.ts';
import { open } from './provisioning.ts';
import { act, deny, done } from './settle.ts';
import type { Outcome, Service, TaskId, UserId } from './state.ts';
import { tokensOf, userOf } from './users.ts';

export { codesOf, newestCode } from './portal-codes.ts';
export type { PortalCode } from './portal-state.ts';

/** Facts 4.1: 6 digits, 10 minutes, 3 tries, all assumed. */
const DIGITS = 6;
export const CODE_VALID = 10 * 60_000;
const TRIES = 3;
/** At most so many authenticators of one user (facts 4.1, H6). */
const MOST_AUTHENTICATORS = 2;

const oneself = ({ user }: { readonly user: UserId }) => ({ by: user, to: user });
type OfUser = { readonly user: UserId };

/** Tokens with which the user can log in, now or when the account's lock ends. */
export const authenticatorsOf = (service: Service, user: UserId) =>
	tokensOf(service, user).filter(({ state, seed }) => seed && (state === 'Active' || state === 'Locked'));

export type SendCodeRefusal = 'unknown-user' | 'no-email' | 'too-many';

/** "Add Authenticator": a verification code is sent by e-mail. It takes the place of any code before it. */
export const sendCode = act(
	'send-verification-code',
	oneself,
	(service, { user }: OfUser): Outcome<null, SendCodeRefusal> => {
		const known = userOf(service, user);
		if (!known) return deny(service, 'unknown-user');
		if (!known.email) return deny(service, 'no-email');
		if (authenticatorsOf(service, user).length >= MOST_AUTHENTICATORS) return deny(service, 'too-many');
		const draw = nextText(service.random, '0123456789', DIGITS);
		const before = codesOf(service, user).map((code): PortalCode => ({ ...code, state: 'over' }));
		const code: PortalCode = {
			id: `V${before.length + 1}`,
			text: draw.value,
			until: service.now + CODE_VALID,
			triesLeft: TRIES,
			state: 'sent',
		};
		const next = withCodes({ ...service, random: draw.random }, user, [...before, code]);
		return done(send(next, user, { kind: 'verification-code', user, code: code.id }), null);
	},
);

export type IdentityRefusal =
	| 'unknown-user'
	/** No code waits to be typed. */
	| 'not-asked'
	| 'nothing-typed'
	| 'code-expired'
	/** A code that another one has taken the place of. */
	| 'older-code'
	| 'wrong-code'
	/** The last try: a new code must be sent. */
	| 'no-tries-left';

/** "Confirm Your Identity". A wrong code is no failed login (assumed). */
export const confirmIdentity = act(
	'confirm-identity',
	oneself,
	(service, { user, entry }: OfUser & { readonly entry: Entry }): Outcome<null, IdentityRefusal> => {
		if (!userOf(service, user)) return deny(service, 'unknown-user');
		const code = newestCode(service, user);
		if (code?.state !== 'sent') return deny(service, 'not-asked');
		const text = textOf(service, user, entry)?.trim() ?? null;
		if (text === '') return deny(service, 'nothing-typed');
		if (service.now > code.until) return deny(changed(service, user, { state: 'over' }), 'code-expired');
		if (text === code.text) return done(changed(service, user, { state: 'right' }), null);
		const triesLeft = code.triesLeft - 1;
		const counted = changed(service, user, { triesLeft, ...(triesLeft <= 0 && { state: 'over' as const }) });
		if (triesLeft <= 0) return deny(counted, 'no-tries-left');
		const older = codesOf(service, user).some((one) => one.text === text);
		return deny(counted, older ? 'older-code' : 'wrong-code');
	},
);

export type AddRefusal =
	| 'unknown-user'
	/** The identity was not confirmed, or it was used up. */
	| 'not-confirmed'
	| 'target-not-allowed'
	| 'too-many'
	| 'inventory-exhausted';

/**
 * The page "Set Up MobilePASS+ on …": a task of one line, without an e-mail, whose code the page shows. Open lines
 * of the user end, and tokens that work stay as they are: it is a further authenticator.
 */
export const addAuthenticator = act(
	'add-authenticator',
	oneself,
	(
		service,
		{ user, target }: OfUser & { readonly target: Target },
	): Outcome<{ readonly task: TaskId }, AddRefusal> => {
		if (!userOf(service, user)) return deny(service, 'unknown-user');
		if (newestCode(service, user)?.state !== 'right') return deny(service, 'not-confirmed');
		if (!service.policy.targets[target].allowed) return deny(service, 'target-not-allowed');
		if (authenticatorsOf(service, user).length >= MOST_AUTHENTICATORS) return deny(service, 'too-many');
		const opened = open(changed(service, user, { state: 'over' }), user, [user], false, false);
		return opened.reply.ok ? done(opened.service, opened.reply.value) : deny(service, 'inventory-exhausted');
	},
);

const withCodes = (service: Service, user: UserId, codes: readonly PortalCode[]): Service => ({
	...service,
	codes: put(service.codes ?? {}, user, codes),
});

/** With the newest code changed. */
function changed(service: Service, user: UserId, change: Partial<PortalCode>): Service {
	const codes = codesOf(service, user);
	return withCodes(
		service,
		user,
		codes.map((code, i) => (i === codes.length - 1 ? { ...code, ...change } : code)),
	);
}

/** Whose enrollment a QR code's text is, all of it right; `null` for any other text. */
export function readQr(
	service: Service,
	text: string,
): { readonly task: TaskId; readonly user: UserId } | null {
	const read = readString(service, text);
	return read?.complete ? { task: read.task, user: read.user } : null;
}
