import { nextText } from '../../domain/random.ts';
import { endPassword } from './passwords.ts';
import type { Seed, Serial, Service, Token, TokenState, UserId } from './state.ts';
import { changeUser } from './users.ts';
import { tokenOf, withToken } from './stock.ts';

/** A token as it leaves the factory: in stock, with no owner and no secret. */
export function blankToken(serial: Serial, state: TokenState): Token {
	return {
		serial,
		state,
		owner: null,
		seed: null,
		retired: [],
		mark: -1,
		drift: 0,
		pin: null,
		device: null,
		task: null,
		enrolledAt: null,
		lastSuccess: null,
		comment: '',
	};
}

/**
 * Makes a token Active. The owner's static password is removed with it: the two exclude each other (facts 2;
 * on enrollment assumed, on activation documented).
 */
export function becomeActive(service: Service, token: Token): Service {
	const active = withToken(service, { ...token, state: 'Active' });
	return token.owner === null ? active : endPassword(active, token.owner, 'removed');
}

/** Gives a token from stock to a user. */
export function giveTo(service: Service, user: UserId, token: Token): Service {
	const owned = withToken(service, { ...token, owner: user });
	return changeUser(owned, user, ({ serials }) => ({ serials: [...serials, token.serial] }));
}

/**
 * Takes a token from its owner, back into stock or out of use. Its secrets stay on record, so that an old
 * app's codes can be told from wrong ones; none is accepted again.
 */
export function takeBack(
	service: Service,
	token: Token,
	to: Extract<TokenState, 'Inventory' | 'Initialize' | 'Lost' | 'Faulty'>,
	comment: string,
): Service {
	const retired = token.seed ? [...token.retired, token.seed] : token.retired;
	const freed = withToken(service, { ...blankToken(token.serial, to), retired, comment });
	if (token.owner === null) return freed;
	return changeUser(freed, token.owner, ({ serials, pending }) => ({
		serials: serials.filter((serial) => serial !== token.serial),
		pending: pending && 'serial' in pending && pending.serial === token.serial ? null : pending,
	}));
}

/** The seed of an enrollment of this serial, from 0; the last one is the present one. */
export function seedOf(token: Token, activation: number): Seed | null {
	return activation === token.retired.length ? token.seed : (token.retired[activation] ?? null);
}

/** With a new Server PIN drawn from digits; `initial` until the user has changed it. */
export function drawServerPin(service: Service, serial: Serial, initial: boolean): Service {
	const token = tokenOf(service, serial);
	if (!token) return service;
	const draw = nextText(service.random, '0123456789', service.policy.serverPin.generatedLength);
	return withToken({ ...service, random: draw.random }, { ...token, pin: { text: draw.value, initial } });
}
