import { nextText, randomFrom, type Random } from '../../domain/random.ts';
import {
	defaultPolicy,
	policyWith,
	type Policy,
	type PolicyOverrides,
	type Target,
	type TokenApp,
} from '../policy.ts';
import { newSeed } from './activation.ts';
import { bucketOf, bucketsOf } from './buckets.ts';
import { drawPassword, drawStaticPassword } from './passwords.ts';
import { isTrivial } from './pin.ts';
import type { Card, Instant, PushState, Service, Token, User, UserId } from './state.ts';
import { emptyStock } from './stock.ts';
import { blankToken } from './tokens.ts';

type NewToken = {
	readonly state?: 'Active' | 'Suspended' | 'Assigned';
	readonly app?: TokenApp;
	readonly target?: Target;
	readonly deviceType?: string;
	readonly push?: PushState;
};
export type NewUser = {
	readonly id: UserId;
	readonly firstName: string;
	readonly lastName: string;
	readonly email?: string | null;
	readonly operator?: boolean;
	/** Values left out are drawn from the seed. */
	readonly card?: Partial<Card>;
	/** Tokens enrolled before `startsAt`; an Assigned one becomes Active by its first use. */
	readonly tokens?: readonly NewToken[];
};
export type NewService = {
	readonly seed: string | number;
	/** Epoch ms UTC. */
	readonly startsAt: Instant;
	readonly policy?: PolicyOverrides;
	/** An id given twice counts once, as it was given last. */
	readonly users?: readonly NewUser[];
	/** Software tokens in Inventory beside those that users have. Default 20. */
	readonly stock?: number;
};

const FIRST_SERIAL = 1_000_200_300;

/** A service on its first day. The same input gives the same service, byte for byte. */
export function createService({ seed, startsAt, policy, users = [], stock = 20 }: NewService): Service {
	let service = emptyService(randomFrom(seed), startsAt, policyWith(policy ?? {}, defaultPolicy));
	const people = new Map<UserId, User>();
	const tokens = new Map<string, Token>();
	for (const one of new Map(users.map((user) => [user.id, user])).values()) {
		const card = drawCard(service.random, service.policy, one.card ?? {});
		service = { ...service, random: card.random };
		const serials: string[] = [];
		for (const [i, wanted] of (one.tokens ?? []).entries()) {
			const made = enrolledToken(service, String(FIRST_SERIAL + tokens.size), one.id, wanted, i);
			service = made.service;
			tokens.set(made.token.serial, made.token);
			serials.push(made.token.serial);
		}
		people.set(one.id, newUser(one, card.value, serials));
	}
	for (let i = 0; i < stock; i++) {
		const serial = String(FIRST_SERIAL + tokens.size);
		tokens.set(serial, blankToken(serial, 'Inventory'));
	}
	return {
		...service,
		users: bucketsOf(people),
		addresses: bucketsOf(
			[...people.values()].flatMap(({ id, email }) => (email ? [[email.toLowerCase(), id] as const] : [])),
		),
		tokens: bucketsOf(tokens),
		stock: stockFrom(tokens.values()),
	};
}

const emptyService = (random: Random, now: Instant, policy: Policy): Service => ({
	now,
	random,
	policy,
	users: {},
	addresses: {},
	tokens: {},
	stock: emptyStock,
	tasks: {},
	mailboxes: {},
	due: [],
	audit: [],
	numbers: { task: 0, mail: 0, password: 0 },
});

const newUser = (given: NewUser, card: Card, serials: readonly string[]): User => ({
	id: given.id,
	firstName: given.firstName,
	lastName: given.lastName,
	email: given.email ?? null,
	operator: given.operator ?? false,
	card,
	computer: { failures: 0, lockedUntil: null },
	failures: 0,
	lock: null,
	unlockMailDue: false,
	lastAttempt: null,
	lastSuccess: null,
	serials,
	tasks: [],
	passwords: [],
	pending: null,
});

function enrolledToken(
	service: Service,
	serial: string,
	owner: UserId,
	wanted: NewToken,
	index: number,
): { service: Service; token: Token } {
	const app = wanted.app ?? 'MobilePASS+';
	const target = wanted.target ?? 'Windows 10';
	const drawn = newSeed(service, app);
	const push = wanted.push ?? (app === 'MobilePASS 8' ? 'Not Applicable' : 'Disabled');
	const token: Token = {
		...blankToken(serial, wanted.state ?? 'Active'),
		owner,
		seed: drawn.seed,
		device: { target, deviceType: wanted.deviceType ?? `${target} ${index + 1}`, push },
		enrolledAt: service.now,
	};
	if (drawn.seed.pinType !== 'Server') return { service: drawn.service, token };
	const pin = nextText(drawn.service.random, '0123456789', service.policy.serverPin.generatedLength);
	return {
		service: { ...drawn.service, random: pin.random },
		token: { ...token, pin: { text: pin.value, initial: false } },
	};
}

function stockFrom(tokens: Iterable<Token>): Service['stock'] {
	const counts = { ...emptyStock.counts };
	const free: Record<string, string[]> = {};
	for (const { serial, state } of tokens) {
		counts[state] += 1;
		if (state === 'Inventory') (free[bucketOf(serial)] ??= []).push(serial);
	}
	return { counts, reserved: 0, free };
}

/** The card of an exercise: invented values, of which none is trivial and no two PINs are the same. */
function drawCard(random: Random, policy: Policy, given: Partial<Card>): { value: Card; random: Random } {
	const computer = drawPassword(random, 12);
	const length = policy.pin.type === 'Server' ? policy.serverPin.minLength : policy.pin.length;
	const pin = drawPin(computer.random, length, given.nextPin);
	const nextPin = drawPin(pin.random, length, given.pin ?? pin.value);
	const password = drawStaticPassword(nextPin.random, policy.staticPassword);
	const drawn: Card = {
		computerPassword: computer.value,
		pin: pin.value,
		nextPin: nextPin.value,
		nextStaticPassword: password.value,
	};
	return { value: { ...drawn, ...given }, random: password.random };
}

function drawPin(random: Random, length: number, other: string | undefined) {
	let draw = nextText(random, '0123456789', length);
	while (length > 2 && (isTrivial(draw.value) || draw.value === other))
		draw = nextText(draw.random, '0123456789', length);
	return draw;
}
