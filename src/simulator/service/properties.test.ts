import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { seed } from '../../../tests/support/seed.ts';
import { valuesOf } from './buckets.ts';
import { Bench, MANAGER, OPERATOR, START, USER } from './fixture.ts';
import {
	acts,
	login,
	perform,
	setPasswordOf,
	stockOf,
	tokensOf,
	userOf,
	type Service,
	type ServiceCommand,
	type Token,
	type TokenState,
} from './service.ts';
import { emptyStock } from './stock.ts';
import { drafts, started, walk, type Draft, type Step } from './walk.ts';

const LONG = process.env.LONG === '1';
const numRuns = LONG ? 10_000 : 1_000;
const settings = { numRuns, seed };
const timeout = LONG ? 600_000 : 120_000;

/** What sees every step of a walk, and throws where a property does not hold. */
type Watcher = (step: Step) => void;

/** Walks all walks, each under the eyes of a fresh watcher. */
const walkAll = (watcher: () => Watcher) =>
	fc.assert(
		fc.property(drafts, (list: Draft[]) => void walk(list, watcher())),
		settings,
	);

/**
 * Lets the properties of a `describe` watch the same walks: to walk takes longer than to watch.
 *
 * @returns adds a property that holds over every walk; `make` gives a fresh watcher
 */
function watchedTogether() {
	const makers = new Map<string, () => Watcher>();
	const broken = new Map<string, unknown>();
	beforeAll(
		() =>
			walkAll(() => {
				const watchers = [...makers].map(([sentence, make]) => [sentence, make()] as const);
				return (step) => {
					for (const [sentence, watch] of watchers) {
						if (broken.has(sentence)) continue;
						try {
							watch(step);
						} catch (error) {
							broken.set(sentence, error);
						}
					}
				};
			}),
		timeout,
	);
	return (sentence: string, make: () => Watcher) => {
		makers.set(sentence, make);
		test(
			sentence,
			() => {
				if (!broken.has(sentence)) return;
				// alone, so that it is told on the shortest walk
				walkAll(make);
				throw broken.get(sentence);
			},
			timeout,
		);
	};
}

const userIn = (service: Service) => {
	const user = userOf(service, USER);
	if (!user) throw new Error('expected the user, got none');
	return user;
};
const accepted = ({ command, reply }: Step): { by: string; serial: string; step: number } | null =>
	command.act === 'login' && reply.ok ? (reply.value as { by: string; serial: string; step: number }) : null;
/** Which enrollment of a token is meant, for records that outlive it. */
const enrollment = (token: Token) => `${token.serial}#${token.retired.length}`;

describe('over any walk: codes, locks and failures', () => {
	const always = watchedTogether();

	always('no code is accepted twice, and none up to one that was', () => {
		const last = new Map<string, number>();
		return (step) => {
			const login = accepted(step);
			if (login?.by !== 'passcode') return;
			const token = tokensOf(step.after, USER).find(({ serial }) => serial === login.serial);
			const key = token ? enrollment(token) : '?';
			expect(login.step).toBeGreaterThan(last.get(key) ?? -1);
			last.set(key, login.step);
		};
	});

	always('the same act at the same instant from a second device is refused', () => (step) => {
		if (accepted(step)?.by !== 'passcode') return;
		expect(perform(step.after, step.command, step.now).reply.ok).toBe(false);
	});

	always('locked stays locked until its time is reached or an operator unlocks', () => {
		return ({ before, after, command, now, reply }) => {
			const lock = userIn(before).lock;
			if (!lock || (lock.until !== null && lock.until <= now)) return;
			if (command.act === 'unlock') return expect(reply.ok).toBe(true);
			expect(userIn(after).lock).toEqual(lock);
			expect(userIn(after).failures).toBe(userIn(before).failures);
			if (command.act === 'login') expect(reply.ok).toBe(false);
		};
	});

	always('failures are never rolled back: only a complete login or the end of a lock clears them', () => {
		return ({ before, after, command, reply, now }) => {
			const [was, is] = [userIn(before), userIn(after)];
			const over = was.lock?.until !== null && (was.lock?.until ?? Infinity) <= now;
			const complete = reply.ok && (command.act === 'login' || command.act === 'changeStaticPassword');
			if (complete || (command.act === 'unlock' && reply.ok)) expect(is.failures).toBe(0);
			else if (!over) expect(is.failures).toBeGreaterThanOrEqual(was.failures);
			const free = ['nothing-typed', 'account-locked', 'again', 'change-password'];
			const counted = command.act === 'login' && !reply.ok && !free.includes(reply.reason);
			if (!over && !complete && command.act !== 'unlock')
				expect(is.failures).toBe(was.failures + (counted ? 1 : 0));
		};
	});
});

describe('over any walk: tokens, owners and stock', () => {
	const always = watchedTogether();

	always('stock = available + reserved + assigned + out of use, counted and recounted', () => ({ after }) => {
		const tokens = valuesOf(after.tokens);
		const counts: Record<TokenState, number> = { ...emptyStock.counts };
		for (const { state } of tokens) counts[state] += 1;
		expect(after.stock.counts).toEqual(counts);
		const figures = stockOf(after);
		expect(figures.total).toBe(tokens.length);
		expect(figures.available + figures.reserved + figures.assigned + figures.outOfUse).toBe(tokens.length);
		expect(figures.available).toBeGreaterThanOrEqual(0);
		const open = valuesOf(after.tasks)
			.flatMap(({ lines }) => Object.values(lines))
			.filter(({ status }) => status === 'Active');
		expect(figures.reserved).toBe(open.length);
		const free = Object.values(after.stock.free).flat();
		expect(free.sort()).toEqual(
			tokens
				.filter(({ state }) => state === 'Inventory')
				.map(({ serial }) => serial)
				.sort(),
		);
	});

	always('tokens and their owners name each other', () => ({ after }) => {
		const owned = valuesOf(after.tokens).filter(({ owner }) => owner !== null);
		expect(owned.map(({ serial }) => serial).sort()).toEqual([...userIn(after).serials].sort());
		const held: TokenState[] = ['Assigned', 'Active', 'Suspended', 'Locked'];
		const wrong = valuesOf(after.tokens).filter(({ state, owner, seed }) =>
			owner === null ? held.includes(state) || seed !== null : !held.includes(state),
		);
		expect(wrong).toEqual([]);
	});

	always(
		'a static password and an active token never coexist, and one password at most is set',
		() =>
			({ after }) => {
				const user = userIn(after);
				const active = tokensOf(after, USER).some(({ state }) => state === 'Active' || state === 'Locked');
				if (active) expect(setPasswordOf(user)).toBeUndefined();
				expect(user.passwords.filter(({ state }) => state === 'set').length).toBeLessThanOrEqual(1);
			},
	);
});

describe('over any walk: enrollments, secrets and what is kept', () => {
	const always = watchedTogether();

	always('an activation string or link works once', () => {
		const used = new Set<string>();
		return ({ command, before, reply }) => {
			if (command.act !== 'enroll' || !reply.ok) return;
			const task = command.input.by === 'link' ? command.input.task : taskIn(command);
			expect(used.has(task)).toBe(false);
			used.add(task);
			expect(stockOf(before).reserved).toBeGreaterThan(0);
		};
	});

	always('secrets stay the same after wrong codes and reloads', () => {
		const known = new Map<string, string>();
		return ({ after }) => {
			const changed: string[] = [];
			for (const token of valuesOf(after.tokens)) {
				const seeds = token.seed ? [...token.retired, token.seed] : token.retired;
				for (const [activation, seed] of seeds.entries()) {
					const key = `${token.serial}#${activation}`;
					if ((known.get(key) ?? seed.secret) !== seed.secret) changed.push(key);
					known.set(key, seed.secret);
				}
			}
			expect(changed).toEqual([]);
			expect(new Set(known.values()).size).toBe(known.size);
		};
	});

	always('a new token that replaces the old one ends the old one’s codes', () => {
		const dead = new Set<string>();
		return (step) => {
			const { command, before, after, reply } = step;
			if (command.act === 'enroll' && reply.ok) {
				const { serial } = reply.value as { serial: string };
				const { task } = tokensOf(after, USER).find((token) => token.serial === serial) ?? {};
				if (valuesOf(after.tasks).find(({ id }) => id === task)?.replaces)
					for (const token of tokensOf(before, USER)) if (token.seed) dead.add(enrollment(token));
			}
			if (command.act !== 'login' || command.input.entry.kind !== 'passcode') return;
			const { serial, activation } = command.input.entry;
			if (dead.has(`${serial}#${activation}`)) expect(reply.ok).toBe(false);
		};
	});

	always(
		'a login leaves every bucket that it does not touch the same object',
		() =>
			({ command, now, before, after }) => {
				if (command.act !== 'login' || (before.due[0]?.at ?? Infinity) <= now) return;
				const changed = (name: 'users' | 'tokens' | 'tasks' | 'mailboxes' | 'addresses') =>
					Object.keys(after[name]).filter((bucket) => after[name][bucket] !== before[name][bucket]).length;
				expect(changed('users')).toBeLessThanOrEqual(1);
				expect(changed('tokens')).toBeLessThanOrEqual(userIn(before).serials.length);
				expect(changed('tasks')).toBeLessThanOrEqual(1);
				expect([changed('mailboxes'), changed('addresses')]).toEqual([0, 0]);
			},
	);

	always('the service is plain JSON', () => {
		let count = 0;
		return ({ after }) => {
			if (count++ % 8 === 0) expect(JSON.parse(JSON.stringify(after))).toEqual(after);
		};
	});
});

function taskIn(command: Extract<ServiceCommand, { act: 'enroll' }>): string {
	if (command.input.by === 'link' || command.input.entry.kind !== 'activation-string') return '?';
	return command.input.entry.task;
}

test(
	'the walks go everywhere: every act is accepted and refused, accounts lock, codes are used twice',
	() => {
		const seen = new Set<string>();
		for (const list of fc.sample(drafts, { numRuns: 400, seed: 7 }))
			walk(list, ({ command, reply }) =>
				seen.add(`${command.act} ${reply.ok ? 'ok' : 'refused'}`).add(reply.ok ? '' : reply.reason),
			);
		const acts = [
			'login',
			'requestStaticPassword',
			'provision',
			'enroll',
			'suspend',
			'activate',
			'revoke',
			'assign',
			'resync',
		];
		const wanted = acts.flatMap((act) => [`${act} ok`, `${act} refused`]);
		const reasons = [
			'again',
			'used-already',
			'not-consecutive',
			'account-locked',
			'old-token',
			'old-password',
			'clock-off',
			'string-invalid',
			'enrollment-locked',
			'expired',
			'removed',
			'already-completed',
			'inventory-exhausted',
		];
		const others = [
			'changeStaticPassword ok',
			'unlock ok',
			'openEnrollment ok',
			'removeTaskLines ok',
			'reinitialize ok',
		];
		expect([...wanted, ...reasons, ...others].filter((what) => !seen.has(what))).toEqual([]);
	},
	timeout,
);

test(
	'replaying a command log gives the same service, byte for byte',
	() =>
		fc.assert(
			fc.property(drafts, (list) => {
				const log: { command: ServiceCommand; now: number }[] = [];
				const end = walk(list, ({ command, now }) => log.push({ command, now }));
				const again = log.reduce(
					(service, { command, now }) => perform(service, command, now).service,
					started(),
				);
				const late = { ...again, now: end.now };
				expect(JSON.stringify(late)).toBe(JSON.stringify({ ...end, now: end.now }));
			}),
			settings,
		),
	timeout,
);

test(
	'any input of any shape is answered, never thrown at',
	() => {
		const texts = fc.oneof(
			fc.constantFrom(USER, OPERATOR, MANAGER, '__proto__', 'constructor', '', 'T0001'),
			fc.string(),
		);
		const { entry } = fc.letrec((tie) => ({
			entry: fc.oneof(
				{ maxDepth: 3 },
				fc.constant({ kind: 'nothing' as const }),
				fc.record({ kind: fc.constant('raw' as const), text: texts }),
				fc.record({
					kind: fc.constant('card' as const),
					value: fc.constantFrom('pin', 'email', 'user-id', 'next-pin'),
				}),
				fc.record({ kind: fc.constant('static-password' as const), password: texts }),
				fc.record({
					kind: fc.constant('passcode' as const),
					serial: texts,
					activation: fc.integer(),
					step: fc.oneof(fc.double(), fc.integer()),
				}),
				fc.record({ kind: fc.constant('server-pin' as const), serial: texts }),
				fc.record({ kind: fc.constant('joined' as const), parts: fc.tuple(tie('entry'), tie('entry')) }),
				fc.record({ kind: fc.constant('activation-string' as const), task: texts, user: texts }),
				fc.record({
					kind: fc.constant('near-miss' as const),
					of: tie('entry'),
					how: fc.constantFrom(
						'case',
						'one-off',
						'too-short',
						'too-long',
						'letters',
						'trivial',
						'other-domain',
						'letter-or-digit',
					),
				}),
			),
		}));
		const input = fc.record({
			user: texts,
			requester: texts,
			operator: texts,
			users: fc.array(texts, { maxLength: 3 }),
			serial: texts,
			task: texts,
			entry,
			again: entry,
			first: entry,
			second: entry,
			session: fc.integer(),
			stopsAt: fc.double(),
			by: fc.constantFrom('link', 'string'),
			to: fc.constantFrom('Inventory', 'Lost'),
			policy: fc.constant({}),
			target: fc.constantFrom('Windows 10', 'macOS'),
			app: fc.constantFrom('MobilePASS+', 'MobilePASS 8'),
			deviceType: texts,
		});
		const act = fc.constantFrom(...(Object.keys(acts) as ServiceCommand['act'][]));
		const one = fc.record({
			act,
			input,
			now: fc.oneof(fc.integer({ min: START, max: START * 2 }), fc.double()),
		});
		fc.assert(
			fc.property(fc.array(one, { maxLength: 12 }), (list) => {
				let service = started();
				for (const { act, input, now } of list)
					service = perform(service, { act, input } as unknown as ServiceCommand, now).service;
				// beside what the service does by itself when it is due
				const lines = service.audit.flat().filter(({ by }) => by !== 'service');
				expect(lines).toHaveLength(list.length);
			}),
			settings,
		);
	},
	timeout,
);

test('two devices at the same instant: one login, whichever comes first', () => {
	const bench = new Bench({ tokens: [{}] });
	const entry = bench.code();
	const first = login(bench.service, { user: USER, entry, resource: 'laptop' }, START);
	const second = login(first.service, { user: USER, entry, resource: 'phone' }, START);
	expect([first.reply.ok, second.reply]).toEqual([true, { ok: false, reason: 'used-already' }]);
});
