/**
 * Authenticator apps of any maker, enrolled by a standard `otpauth:` URI. A second door to this folder: only
 * exercises that use such an app load it.
 */
import { Secret, TOTP } from 'otpauth';
import { nextBytes } from '../../domain/random.ts';
import { toBase32 } from './base32.ts';
import type { Entry } from './entry.ts';
import { textOf } from './entry-text.ts';
import { countSuccess } from './lockout.ts';
import { refusalFor, type LoginRefusal } from './login-refusal.ts';
import { matchCode, windowOf } from './passcodes.ts';
import { act, deny, done } from './settle.ts';
import type { Outcome, Seed, Serial, Service, Token, UserId } from './state.ts';
import { freeSerial, stockOf, tokenOf, withToken } from './stock.ts';
import { becomeActive, giveTo } from './tokens.ts';
import { tokensOf, userOf } from './users.ts';

export type OfferRefusal = 'unknown-user' | 'inventory-exhausted';
/** `nothing-offered`: no secret waits for its first code. */
export type ConfirmRefusal = LoginRefusal | 'nothing-offered';

/** The token whose secret was offered to a user and waits for its first code. */
export const offered = (service: Service, user: UserId): (Token & { readonly seed: Seed }) | undefined =>
	tokensOf(service, user).flatMap((token) =>
		token.seed?.app === 'OATH' && token.state === 'Assigned' ? [{ ...token, seed: token.seed }] : [],
	)[0];

/**
 * Offers a user a secret for an app of their own. It stays the same until a code of it was accepted, however often
 * it is asked for; only `anew` replaces it, and the one before is kept as retired.
 */
export const offerSecret = act(
	'offer-secret',
	(input: { readonly user: UserId; readonly anew?: boolean }) => ({ by: input.user, to: input.user }),
	(service, input): Outcome<{ readonly serial: Serial }, OfferRefusal> => {
		if (!userOf(service, input.user)) return deny(service, 'unknown-user');
		const before = offered(service, input.user);
		if (before && !input.anew) return done(service, { serial: before.serial });
		const drawn = newSecret(service);
		if (before) {
			const { seed, retired, ...rest } = before;
			const token = { ...rest, seed: drawn.seed, retired: [...retired, seed], mark: -1, drift: 0 };
			return done(withToken(drawn.service, token), { serial: before.serial });
		}
		const serial = stockOf(service).available > 0 ? freeSerial(service) : undefined;
		const token = serial === undefined ? undefined : tokenOf(service, serial);
		if (!token) return deny(service, 'inventory-exhausted');
		const given = { ...token, state: 'Assigned', seed: drawn.seed } as const;
		return done(giveTo(drawn.service, input.user, given), { serial: token.serial });
	},
);

/**
 * The first code of an offered secret makes its token Active. A code that is refused changes nothing and counts
 * towards no lock: the person is signed in already.
 */
export const confirmSecret = act(
	'confirm-secret',
	(input: { readonly user: UserId; readonly entry: Entry }) => ({ by: input.user, to: input.user }),
	(service, input): Outcome<{ readonly serial: Serial }, ConfirmRefusal> => {
		const user = userOf(service, input.user);
		const token = offered(service, input.user);
		if (!user) return deny(service, 'unknown-user');
		if (!token) return deny(service, 'nothing-offered');
		const text = textOf(service, user.id, input.entry);
		if (text === '') return deny(service, 'nothing-typed');
		const { seed } = token;
		const window = windowOf(service.policy, seed);
		const match = text === null ? null : matchCode(seed, token, text, service.now, window);
		// the next code would be as far off: the app's clock must be set
		if (match?.kind === 'again') return deny(service, 'clock-off');
		if (match?.kind !== 'accept') return deny(service, refusalFor(service, user, input.entry, text));
		const { now } = service;
		const first = { ...token, mark: match.step, enrolledAt: now, lastSuccess: now };
		return done(countSuccess(becomeActive(service, first), user.id), { serial: token.serial });
	},
);

/** Fixed by what every authenticator app reads: SHA-1, 6 digits, 30 s, 160 bits (RFC 6238, 1.2; RFC 4226, 4, R6). */
function newSecret(service: Service): { service: Service; seed: Seed } {
	const draw = nextBytes(service.random, 20);
	const seed: Seed = {
		app: 'OATH',
		secret: toBase32(draw.value),
		mode: 'time',
		digits: 6,
		algorithm: 'SHA1',
		intervalSeconds: 30,
		pinType: 'None',
	};
	return { service: { ...service, random: draw.random }, seed };
}

/**
 * The URI that an authenticator app reads from a QR code.
 *
 * @param issuer shown by the app above the code
 * @param account shown by the app beside the issuer
 * @returns `otpauth://totp/…`
 */
export function provisioningUri(
	{ secret, algorithm, digits, intervalSeconds }: Seed,
	issuer: string,
	account: string,
): string {
	return new TOTP({
		issuer,
		label: account,
		secret: Secret.fromBase32(secret),
		algorithm,
		digits,
		period: intervalSeconds,
	}).toString();
}

/** A secret to be typed: base32 in groups of four. */
export const inGroups = (secret: string): string => secret.replace(/.{4}(?=.)/g, '$& ');
