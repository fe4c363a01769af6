import { describe, expect, test } from 'vitest';
import { Bench, DAY, MANAGER, MINUTE, OPERATOR, SECOND, START, USER, WRONG, people } from './fixture.ts';
import { bucketOf, bucketsOf, find, put, valuesOf, without } from './buckets.ts';
import {
	acts,
	auditOf,
	checkComputerPassword,
	createService,
	login,
	nextDue,
	passwordProblem,
	perform,
	pinProblem,
	settle,
	stockOf,
	tokensOf,
	userByEmail,
	userOf,
	type Entry,
	type ServiceCommand,
} from './service.ts';

describe('a new service', () => {
	const make = (seed: string | number) => createService({ seed, startsAt: START, users: people([{}]) });

	test('is the same for the same seed, byte for byte, and another for another', () => {
		expect(JSON.stringify(make(1))).toBe(JSON.stringify(make('1')));
		expect(JSON.stringify(make(1))).not.toBe(JSON.stringify(make(2)));
	});

	test('has users, tokens and stock as given', () => {
		const service = createService({
			seed: 1,
			startsAt: START,
			stock: 4,
			users: people([
				{ app: 'MobilePASS 8', state: 'Suspended' },
				{ target: 'Android', push: 'Enabled', deviceType: 'Phone' },
				{ state: 'Assigned' },
			]),
		});
		expect(stockOf(service)).toEqual({ total: 7, available: 4, reserved: 0, assigned: 3, outOfUse: 0 });
		expect(tokensOf(service, USER)).toMatchObject([
			{
				state: 'Suspended',
				seed: { app: 'MobilePASS 8' },
				device: { target: 'Windows 10', deviceType: 'Windows 10 1', push: 'Not Applicable' },
			},
			{
				state: 'Active',
				seed: { app: 'MobilePASS+' },
				device: { target: 'Android', deviceType: 'Phone', push: 'Enabled' },
			},
			{ state: 'Assigned', device: { push: 'Disabled' }, owner: USER, enrolledAt: START },
		]);
		expect(stockOf(make(1))).toMatchObject({ total: 21, available: 20 });
	});

	test('knows users by e-mail address whatever its case, and only those who have one', () => {
		const nobody = { id: 'NM00001', firstName: 'No', lastName: 'Mail' };
		const service = createService({ seed: 1, startsAt: START, users: [...people(), nobody] });
		expect(userByEmail(service, 'ADA.cole@EXAMPLE.com')?.id).toBe(USER);
		expect(userByEmail(service, 'ada.cole@example.org')).toBeUndefined();
		expect(userByEmail(service, '')).toBeUndefined();
		expect(userOf(service, 'NM00001')).toMatchObject({ email: null, operator: false });
	});

	test('draws a card that its own policy accepts, none of it trivial, no PIN twice', () => {
		for (let seed = 0; seed < 200; seed++) {
			const service = createService({
				seed,
				startsAt: START,
				users: people(),
				policy: { pin: { refuseTrivial: true } },
			});
			const card = userOf(service, USER)?.card;
			if (!card) throw new Error('expected a card');
			expect([card.pin, card.nextPin].map((pin) => pinProblem(service.policy.pin, pin))).toEqual([
				null,
				null,
			]);
			expect(card.pin).not.toBe(card.nextPin);
			expect(passwordProblem(service.policy.staticPassword, card.nextStaticPassword)).toBeNull();
			expect(card.computerPassword).toMatch(/^[A-Za-z0-9]{12}$/);
		}
	});

	test('keeps the values of a card that are given', () => {
		const [operator, manager, user] = people();
		if (!operator || !manager || !user) throw new Error('expected three people');
		const service = createService({ seed: 1, startsAt: START, users: [{ ...user, card: { pin: '0000' } }] });
		expect(userOf(service, USER)?.card.pin).toBe('0000');
		expect(userOf(service, USER)?.card.nextPin).toMatch(/^\d{4}$/);
	});

	test('gives Server PINs to tokens where the policy says so', () => {
		const bench = new Bench({ tokens: [{}], policy: { pin: { type: 'Server' } } });
		expect(bench.token().pin).toEqual({ text: expect.stringMatching(/^\d{4}$/) as string, initial: false });
		const both: Entry = {
			kind: 'joined',
			parts: [{ kind: 'server-pin', serial: bench.token().serial }, bench.code()],
		};
		expect(bench.login(both)).toMatchObject({ ok: true });
	});

	test('counts an id given twice once', () => {
		const service = createService({
			seed: 1,
			startsAt: START,
			users: [...people(), ...people([{}])],
			stock: 0,
		});
		expect(valuesOf(service.users)).toHaveLength(3);
		expect(stockOf(service).total).toBe(1);
	});
});

describe('time', () => {
	test('never goes back', () => {
		const bench = new Bench({ tokens: [{}] }).wait(DAY);
		bench.login(WRONG);
		const earlier = login(bench.service, { user: USER, entry: WRONG }, START);
		expect(earlier.service.now).toBe(START + DAY);
		expect(settle(bench.service, NaN)).toBe(bench.service);
	});

	test('brings about what is due at its own instant and in order', () => {
		const bench = new Bench();
		bench.staticPassword();
		expect(nextDue(bench.service)).toBe(bench.service.due[0]?.at);
		expect(bench.service.due.map(({ at }) => at)).toEqual(bench.service.due.map(({ at }) => at).sort());
		const end = settle(bench.service, START + 30 * DAY);
		expect([end.now, end.due, nextDue(end)]).toEqual([START + 30 * DAY, [], null]);
	});

	test('changes nothing where nothing is due', () => {
		const { service } = new Bench();
		expect(settle(service, START + DAY)).toEqual({ ...service, now: START + DAY });
	});
});

describe('the audit log', () => {
	test('grows by chunks that stay the same objects, and is read newest first', () => {
		const bench = new Bench();
		for (let i = 0; i < 600; i++) bench.wait(SECOND).login(WRONG, `U${i}`);
		expect(bench.service.audit.map((chunk) => chunk.length)).toEqual([256, 256, 88]);
		const first = bench.service.audit[0];
		bench.login(WRONG, 'last');
		expect(bench.service.audit[0]).toBe(first);
		expect(auditOf(bench.service, 2).map(({ by }) => by)).toEqual(['last', 'U599']);
		expect(auditOf(bench.service, 400)).toHaveLength(400);
		expect(auditOf(bench.service)).toHaveLength(100);
		expect(auditOf(bench.service, 9_999)).toHaveLength(601);
	});
});

test('every act stands in the audit log: who, what, to whom', () => {
	const given = {
		user: 'U',
		requester: 'R',
		operator: 'O',
		users: ['A', 'B'],
		task: 'T',
		serial: 'S',
		session: 1,
		by: 'link',
		policy: { lock: {} },
	};
	const empty = { kind: 'nothing' };
	let { service } = new Bench();
	for (const act of Object.keys(acts)) {
		const input = {
			...given,
			entry: empty,
			again: empty,
			first: empty,
			second: empty,
			to: 'Lost',
			stopsAt: 0,
		};
		service = perform(service, { act, input } as unknown as ServiceCommand, START).service;
	}
	const lines = auditOf(service)
		.toReversed()
		.map(({ by, act, to }) => `${by} ${act} ${to}`);
	expect(lines).toEqual([
		'U login U',
		'U change-static-password U',
		'U set-server-pin U',
		'U check-computer-password U',
		'R request-static-password U',
		'R request-replacement-token U',
		'U open-enrollment T',
		'U close-enrollment T',
		'U check-activation T',
		'U enroll T',
		'O provision A, B',
		'O remove-task-lines T',
		'O move-stop-date T',
		'O assign U',
		'O suspend S',
		'O activate S',
		'O unlock U',
		'O revoke S',
		'O revoke-static-password U',
		'O reinitialize S',
		'O remove-token S',
		'O reset-server-pin S',
		'O resync S',
		'O change-policy lock',
	]);
});

describe('the computer password', () => {
	const right: Entry = { kind: 'card', value: 'computer-password' };
	const wrong: Entry = { kind: 'near-miss', of: right, how: 'case' };
	const check = (bench: Bench, entry: Entry, user = USER) => bench.do(checkComputerPassword, { user, entry });

	test('is compared exactly', () => {
		const bench = new Bench();
		expect(check(bench, right)).toEqual({ ok: true, value: { user: USER } });
		expect(check(bench, wrong)).toEqual({ ok: false, reason: 'wrong' });
		expect(check(bench, { kind: 'nothing' })).toEqual({ ok: false, reason: 'nothing-typed' });
		expect(check(bench, right, 'ZZ1')).toEqual({ ok: false, reason: 'unknown-user' });
		expect(check(bench, right, MANAGER)).toEqual({ ok: true, value: { user: MANAGER } });
	});

	test('counts apart from the logins: neither touches the other', () => {
		const bench = new Bench({ tokens: [{}] });
		bench.login(WRONG);
		for (const entry of [wrong, wrong, right]) check(bench, entry);
		expect(bench.user()).toMatchObject({ failures: 1, computer: { failures: 0, lockedUntil: null } });
		check(bench, wrong);
		bench.login(bench.code());
		expect(bench.user()).toMatchObject({ failures: 0, computer: { failures: 1 } });
	});

	test('locks after five failures for fifteen minutes', () => {
		const bench = new Bench();
		for (let i = 0; i < 5; i++) expect(check(bench, wrong)).toEqual({ ok: false, reason: 'wrong' });
		expect(check(bench, right)).toEqual({ ok: false, reason: 'account-locked' });
		bench.wait(15 * MINUTE - 1);
		expect(check(bench, right)).toEqual({ ok: false, reason: 'account-locked' });
		bench.wait(1);
		expect(check(bench, wrong)).toEqual({ ok: false, reason: 'wrong' });
		expect(bench.user().computer).toEqual({ failures: 1, lockedUntil: null });
		expect(check(bench, right)).toMatchObject({ ok: true });
		const never = new Bench({ policy: { computerPassword: { threshold: 0 } } });
		for (let i = 0; i < 9; i++) check(never, wrong);
		expect(check(never, right)).toMatchObject({ ok: true });
	});
});

describe('buckets', () => {
	const names = ['__proto__', 'constructor', 'toString', 'a', ''];
	const all = names.reduce((buckets, name, i) => put(buckets, name, i), bucketsOf<number>([]));

	test('hold any key, also the names of object members', () => {
		expect(names.map((name) => find(all, name))).toEqual([0, 1, 2, 3, 4]);
		expect(find(bucketsOf<number>([]), '__proto__')).toBeUndefined();
		expect(names.map((name) => find(JSON.parse(JSON.stringify(all)) as typeof all, name))).toEqual([
			0, 1, 2, 3, 4,
		]);
		expect(valuesOf(all).sort()).toEqual([0, 1, 2, 3, 4]);
	});

	test('leave out a key, and stay the same where it is not there', () => {
		const less = without(all, 'a');
		expect([find(less, 'a'), find(less, '')]).toEqual([undefined, 4]);
		expect(without(less, 'a')).toBe(less);
	});

	test('spread many keys evenly', () => {
		const keys = Array.from({ length: 100_000 }, (_, i) => String(1_000_200_300 + i));
		const sizes = Object.values(bucketsOf(keys.map((key) => [key, 1] as const))).map(
			(bucket) => Object.keys(bucket).length,
		);
		expect(sizes.length).toBe(512);
		expect(Math.max(...sizes)).toBeLessThan(400);
		expect(bucketOf('x')).toBe(bucketOf('x'));
	});

	test('keep the buckets that a change does not touch', () => {
		const buckets = bucketsOf(Array.from({ length: 2_000 }, (_, i) => [`k${i}`, i] as const));
		const next = put(buckets, 'k7', -7);
		expect(Object.keys(next).filter((name) => next[name] !== buckets[name])).toEqual([bucketOf('k7')]);
	});
});

test('an operator is a user like any other, with a card and logins of its own', () => {
	const bench = new Bench();
	expect(bench.login(WRONG, OPERATOR)).toEqual({ ok: false, reason: 'no-method' });
	expect(bench.user(OPERATOR).failures).toBe(1);
});
