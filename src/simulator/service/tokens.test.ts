import { describe, expect, test } from 'vitest';
import { Bench, DAY, HOUR, MANAGER, MINUTE, OPERATOR, SECOND, START, USER, WRONG } from './fixture.ts';
import {
	activate,
	assign,
	changePolicy,
	reinitialize,
	removeToken,
	requestStaticPassword,
	resetServerPin,
	resync,
	revoke,
	setServerPin,
	stockOf,
	suspend,
	tokenOf,
	tokensOf,
	unlock,
	type Entry,
} from './service.ts';

const refusal = (reason: string) => ({ ok: false, reason });
const accepted = { ok: true, value: null };
const raw = (text: string): Entry => ({ kind: 'raw', text });
const ended = ['Inventory', 'Initialize', 'Lost', 'Faulty'] as const;

/** A bench whose user has one token in a state. */
function inState(state: 'Active' | 'Suspended' | 'Locked' | 'Assigned' | (typeof ended)[number]) {
	const bench = new Bench({ tokens: [{}], stock: 0 });
	const { serial } = bench.token();
	if (state === 'Suspended') bench.suspend();
	if (state === 'Locked') for (let i = 0; i < 3; i++) bench.login(WRONG);
	if (state === 'Assigned') {
		bench.revoke();
		bench.assign();
	}
	for (const to of ended) if (state === to) bench.must(revoke, { operator: OPERATOR, serial, to });
	const act = { operator: OPERATOR, serial };
	const now = () => tokenOf(bench.service, serial)?.state;
	return { bench, serial, act, now };
}
const states = ['Active', 'Suspended', 'Locked', 'Assigned', ...ended] as const;

describe('the life cycle', () => {
	test.each(states)('%s is made for the other tests', (state) => expect(inState(state).now()).toBe(state));

	const table = {
		suspend: { from: ['Active'], to: 'Suspended' },
		activate: { from: ['Suspended'], to: 'Active' },
		revoke: { from: ['Active', 'Suspended', 'Locked', 'Assigned'], to: 'Inventory' },
		reinitialize: { from: ['Initialize', 'Lost', 'Faulty'], to: 'Inventory' },
		removeToken: { from: ['Initialize', 'Lost', 'Faulty'], to: undefined },
	};
	const run = { suspend, activate, revoke, reinitialize, removeToken };
	const rows = Object.entries(table).flatMap(([name, { from, to }]) =>
		states.map((state) => ({
			name: name as keyof typeof run,
			state,
			next: from.includes(state) ? String(to) : 'refused',
		})),
	);
	test.each(rows)('$name of $state: $next', ({ name, state, next }) => {
		const { bench, act, now } = inState(state);
		const reply = bench.do(run[name] as typeof revoke, { ...act, to: 'Inventory' });
		expect(reply.ok ? String(now()) : 'refused').toBe(next);
		if (!reply.ok) expect([reply.reason, now()]).toEqual(['wrong-state', state]);
	});

	test.each(ended)('revoking ends in %s: no owner, no seed, no code accepted', (to) => {
		const { bench, serial } = inState('Active');
		const [code, seed] = [bench.code(), bench.token().seed];
		expect(bench.do(revoke, { operator: OPERATOR, serial, to, comment: 'left' })).toEqual(accepted);
		expect(tokenOf(bench.service, serial)).toMatchObject({
			state: to,
			owner: null,
			seed: null,
			retired: [seed],
			device: null,
			task: null,
			comment: 'left',
		});
		expect(bench.user().serials).toEqual([]);
		expect(bench.login(code)).toEqual(refusal('old-token'));
	});

	test.each([suspend, activate, revoke, reinitialize, removeToken, resetServerPin])(
		'is in operators’ hands: act %#',
		(run) => {
			const { bench, act } = inState('Active');
			const input = { to: 'Lost' } as const;
			expect(bench.do(run as typeof revoke, { ...act, ...input, operator: MANAGER })).toEqual(
				refusal('unknown-operator'),
			);
			expect(bench.do(run as typeof revoke, { ...act, ...input, serial: '1' })).toEqual(
				refusal('unknown-token'),
			);
		},
	);

	test('counts the stock along', () => {
		const figures = states.map((state) => {
			const { total, available, assigned, outOfUse } = stockOf(inState(state).bench.service);
			return `${state} ${total} ${available} ${assigned} ${outOfUse}`;
		});
		expect(figures).toEqual([
			'Active 1 0 1 0',
			'Suspended 1 0 1 0',
			'Locked 1 0 1 0',
			'Assigned 1 0 1 0',
			'Inventory 1 1 0 0',
			'Initialize 1 0 0 1',
			'Lost 1 0 0 1',
			'Faulty 1 0 0 1',
		]);
		const { bench, act } = inState('Lost');
		bench.must(removeToken, act);
		expect(stockOf(bench.service).total).toBe(0);
	});
});

describe('a token in use', () => {
	test('that is suspended is refused as old, and works again when it is activated', () => {
		const { bench } = inState('Active');
		const code = bench.code();
		bench.suspend();
		expect(bench.login(code)).toEqual(refusal('old-token'));
		bench.activate();
		expect(bench.login(code)).toMatchObject({ ok: true });
	});

	test('keeps mark and drift through suspension', () => {
		const { bench } = inState('Active');
		bench.login(bench.code(1));
		bench.suspend();
		bench.activate();
		expect(bench.login(bench.code(1))).toEqual(refusal('used-already'));
	});

	test('can be suspended with a static password in the same act', () => {
		const { bench, act } = inState('Active');
		expect(bench.do(suspend, { ...act, staticPassword: true, comment: 'lost?' })).toEqual({
			ok: true,
			value: { password: 'P1' },
		});
		expect(bench.token().comment).toBe('lost?');
		expect(bench.login({ kind: 'static-password', password: 'P1' })).toMatchObject({ ok: true });
		const plain = inState('Active');
		expect(plain.bench.do(suspend, plain.act)).toEqual({ ok: true, value: { password: null } });
		expect(plain.bench.user().passwords).toEqual([]);
	});

	test('is not suspended when that static password is refused', () => {
		const bench = new Bench({ tokens: [{}, {}] });
		const { serial } = bench.token();
		expect(bench.do(suspend, { operator: OPERATOR, serial, staticPassword: true })).toEqual(
			refusal('token-active'),
		);
		expect(bench.token().state).toBe('Active');
	});

	test('that is activated ends the static password', () => {
		const { bench } = inState('Suspended');
		const password = bench.staticPassword();
		bench.activate();
		expect(bench.login(password)).toEqual(refusal('old-password'));
		expect(bench.user().passwords).toMatchObject([{ state: 'removed' }]);
	});

	test('that is revoked keeps the static password, or ends it on demand', () => {
		for (const staticPasswordToo of [false, true]) {
			const { bench, act } = inState('Suspended');
			bench.staticPassword();
			bench.must(revoke, { ...act, to: 'Lost', staticPasswordToo });
			expect(bench.user().passwords).toMatchObject([{ state: staticPasswordToo ? 'revoked' : 'set' }]);
		}
	});

	test('that was revoked and enrolled anew refuses the codes of before, and makes new ones', () => {
		const bench = new Bench({ stock: 1 });
		bench.enroll();
		const [old, serial] = [bench.code(), bench.token().serial];
		bench.revoke();
		bench.enroll();
		expect(bench.token()).toMatchObject({ serial, mark: -1, drift: 0 });
		expect(bench.login(old)).toEqual(refusal('old-token'));
		expect(bench.code().activation).toBe(1);
		expect(bench.login(bench.code())).toMatchObject({ ok: true });
	});

	test('that is revoked takes its open question along', () => {
		const bench = new Bench({ tokens: [{}, {}] });
		bench.login(bench.code(4, bench.token(1).serial));
		bench.revoke(bench.token(0).serial);
		expect(bench.user().pending).toMatchObject({ kind: 'second-code' });
		bench.revoke(bench.token(0).serial);
		expect(bench.user().pending).toBeNull();
	});
});

describe('assigning', () => {
	test('takes a token from stock for a user', () => {
		const bench = new Bench({ stock: 2 });
		const { serial } = bench.assign();
		expect(bench.token()).toMatchObject({ serial, state: 'Assigned', owner: USER, seed: null, pin: null });
		expect(stockOf(bench.service)).toMatchObject({ available: 1, assigned: 1 });
	});

	test('is refused when all that is left is promised', () => {
		const bench = new Bench({ stock: 1 });
		bench.provision();
		expect(bench.do(assign, { operator: OPERATOR, user: USER })).toEqual(refusal('inventory-exhausted'));
	});

	test('is refused without operator or user', () => {
		const bench = new Bench();
		expect(bench.do(assign, { operator: USER, user: USER })).toEqual(refusal('unknown-operator'));
		expect(bench.do(assign, { operator: OPERATOR, user: 'ZZ1' })).toEqual(refusal('unknown-user'));
	});

	test('gives an initial PIN where tokens use Server PINs', () => {
		const bench = new Bench({ policy: { pin: { type: 'Server' } } });
		bench.assign();
		expect(bench.token().pin).toEqual({ text: expect.stringMatching(/^\d{4}$/) as string, initial: true });
	});

	test('empties the stock one by one, each serial once', () => {
		const bench = new Bench({ stock: 5 });
		const serials = Array.from({ length: 5 }, () => bench.assign().serial);
		expect(new Set(serials).size).toBe(5);
		expect(bench.do(assign, { operator: OPERATOR, user: USER })).toEqual(refusal('inventory-exhausted'));
		expect(bench.service.stock.free).toEqual({});
		bench.revoke(serials[2]);
		expect(bench.assign().serial).toBe(serials[2]);
	});
});

describe('unlocking', () => {
	test('is refused where nothing is locked, and without operator or user', () => {
		const bench = new Bench({ tokens: [{}] });
		expect(bench.do(unlock, { operator: OPERATOR, user: USER })).toEqual(refusal('not-locked'));
		expect(bench.do(unlock, { operator: OPERATOR, user: 'ZZ1' })).toEqual(refusal('unknown-user'));
		expect(bench.do(unlock, { operator: MANAGER, user: USER })).toEqual(refusal('unknown-operator'));
	});

	test('brings locked tokens back and leaves suspended ones', () => {
		const bench = new Bench({ tokens: [{}, { state: 'Suspended' }] });
		for (let i = 0; i < 3; i++) bench.login(WRONG);
		bench.unlock();
		expect(tokensOf(bench.service, USER).map(({ state }) => state)).toEqual(['Active', 'Suspended']);
	});
});

describe('an operator’s last method', () => {
	const withTokens = (count: number) => {
		const bench = new Bench();
		for (let i = 0; i < count; i++) bench.do(assign, { operator: OPERATOR, user: OPERATOR });
		return bench;
	};
	const operators = (tokens: object[]) => {
		const users = [
			{ id: OPERATOR, firstName: 'O', lastName: 'P', email: 'o@example.com', operator: true, tokens },
		];
		return new Bench({ users });
	};
	const end = (bench: Bench, index = 0, staticPasswordToo = false) =>
		bench.do(revoke, {
			operator: OPERATOR,
			serial: bench.token(index, OPERATOR).serial,
			to: 'Inventory',
			staticPasswordToo,
		});

	test('is not revoked', () => {
		const bench = operators([{}]);
		expect(end(bench)).toEqual(refusal('last-method-of-operator'));
		expect(bench.token(0, OPERATOR).state).toBe('Active');
	});

	test('is not the one of two', () => {
		const bench = operators([{}, {}]);
		expect(end(bench)).toEqual(accepted);
		expect(end(bench)).toEqual(refusal('last-method-of-operator'));
	});

	test('is the active one beside a suspended one', () => {
		const bench = operators([{}, { state: 'Suspended' }]);
		expect(end(bench)).toEqual(refusal('last-method-of-operator'));
		expect(end(bench, 1)).toEqual(accepted);
	});

	test('may be the static password, unless that is to go too', () => {
		const bench = operators([{ state: 'Suspended' }]);
		bench.must(requestStaticPassword, { requester: OPERATOR, user: OPERATOR });
		expect(end(bench, 0, true)).toEqual(refusal('last-method-of-operator'));
		expect(end(bench, 0, false)).toEqual(accepted);
	});

	test('is no matter where there is none', () => {
		expect(end(operators([{ state: 'Suspended' }]), 0, true)).toEqual(accepted);
		expect(end(withTokens(1))).toEqual(accepted);
	});

	test('may be a locked token', () => {
		const bench = operators([{}, {}]);
		for (let i = 0; i < 3; i++) bench.login(WRONG, OPERATOR);
		expect([end(bench), end(bench)]).toEqual([accepted, refusal('last-method-of-operator')]);
	});

	test('does not protect those who are no operators', () => {
		expect(inState('Active').bench.revoke()).toBeNull();
	});
});

describe('resync', () => {
	const sync = (bench: Bench, first: Entry, second: Entry) =>
		bench.do(resync, { operator: OPERATOR, serial: bench.token().serial, first, second });

	test('brings a clock that was set by two hours into step again', () => {
		const bench = new Bench({ tokens: [{}] });
		expect(bench.login(bench.code(-240))).toEqual(refusal('clock-off'));
		expect(sync(bench, bench.code(-240), bench.code(-239))).toEqual({ ok: true, value: { drift: -239 } });
		expect(bench.user().failures).toBe(1);
		expect(bench.login(bench.code(-239))).toEqual(refusal('used-already'));
		bench.wait(30 * SECOND);
		expect(bench.login(bench.code(-239))).toMatchObject({ ok: true });
	});

	test('brings a counter that ran ahead into step again', () => {
		const bench = new Bench({ tokens: [{}], policy: { otp: { mode: 'event' } } });
		expect(bench.login(bench.code(50))).toEqual(refusal('out-of-step'));
		expect(sync(bench, bench.code(51), bench.code(52))).toEqual({ ok: true, value: { drift: 0 } });
		expect(bench.login(bench.code(1))).toMatchObject({ ok: true });
	});

	test.each([
		{ what: 'the same code twice', pair: (b: Bench) => [b.code(9), b.code(9)] },
		{ what: 'codes in the wrong order', pair: (b: Bench) => [b.code(9), b.code(8)] },
		{ what: 'codes too far away', pair: (b: Bench) => [b.code(600), b.code(601)] },
		{ what: 'nothing at all', pair: (): Entry[] => [{ kind: 'nothing' }, { kind: 'nothing' }] },
		{
			what: 'a first that stands for nothing',
			pair: (b: Bench): Entry[] => [{ kind: 'static-password', password: 'P7' }, b.code()],
		},
		{
			what: 'a second that stands for nothing',
			pair: (b: Bench): Entry[] => [b.code(), { kind: 'static-password', password: 'P7' }],
		},
	])('is refused for $what', ({ pair }) => {
		const bench = new Bench({ tokens: [{}] });
		const [first = WRONG, second = WRONG] = pair(bench);
		const before = bench.token();
		expect(sync(bench, first, second)).toEqual(refusal('no-match'));
		expect(bench.token()).toBe(before);
	});

	test('leaves a lock as it is', () => {
		const { bench, act } = inState('Locked');
		expect(bench.do(resync, { ...act, first: bench.code(9), second: bench.code(10) })).toMatchObject({
			ok: true,
		});
		expect(bench.token().state).toBe('Locked');
	});

	test.each(['Suspended', 'Assigned', 'Inventory'] as const)('is refused for a token that is %s', (state) => {
		const { bench, act } = inState(state);
		expect(bench.do(resync, { ...act, first: WRONG, second: WRONG })).toEqual(refusal('wrong-state'));
	});
});

describe('a Server PIN', () => {
	const server = (over: object = {}) => {
		const bench = new Bench({ policy: { pin: { type: 'Server' }, serverPin: over } });
		bench.enroll();
		const { serial } = bench.token();
		const pin: Entry = { kind: 'server-pin', serial };
		const both = (offset = 0, first: Entry = pin): Entry => ({
			kind: 'joined',
			parts: [first, bench.code(offset)],
		});
		return { bench, serial, pin, both };
	};

	test('stands before the code; the first login gives a new one, the second is complete', () => {
		const { bench, both } = server();
		const initial = bench.token().pin?.text;
		bench.login(WRONG);
		expect(bench.login(both())).toEqual(refusal('pin-given'));
		expect(bench.token().pin).toMatchObject({ initial: false });
		expect(bench.token().pin?.text).not.toBe(initial);
		expect(bench.user()).toMatchObject({ failures: 1, lastSuccess: null, pending: null });
		expect(bench.login(both())).toEqual(refusal('used-already'));
		bench.wait(30 * SECOND);
		expect(bench.login(both(0, raw(initial ?? '')))).toEqual(refusal('wrong-pin'));
		bench.wait(HOUR);
		expect(bench.login(both())).toMatchObject({ ok: true });
	});

	test('may stand after the code', () => {
		const { bench, pin } = server({ place: 'after', changeOnFirstUse: false });
		expect(bench.login({ kind: 'joined', parts: [pin, bench.code()] })).toEqual(refusal('wrong-pin'));
		expect(bench.login({ kind: 'joined', parts: [bench.code(), pin] })).toMatchObject({ ok: true });
	});

	test('is not asked about where the first use changes nothing', () => {
		const { bench, both } = server({ changeOnFirstUse: false });
		expect(bench.login(bench.code())).toEqual(refusal('wrong-pin'));
		expect(bench.login(both())).toMatchObject({ ok: true });
		expect(bench.token().pin?.initial).toBe(true);
	});

	test('is asked for again with the second code of the outer window', () => {
		const { bench, both } = server({ changeOnFirstUse: false });
		expect(bench.login(bench.code(4))).toEqual(refusal('wrong-pin'));
		expect(bench.login(both(4))).toEqual(refusal('again'));
		expect(bench.login(bench.code(5))).toEqual(refusal('not-consecutive'));
		bench.login(both(4));
		expect(bench.login(both(5))).toMatchObject({ ok: true });
	});

	describe('chosen by the user', () => {
		const asked = (over = {}) => {
			const made = server({ random: false, ...over });
			expect(made.bench.login(made.both())).toEqual(refusal('set-pin'));
			const set = (text: string, again = text) =>
				made.bench.do(setServerPin, { user: USER, entry: raw(text), again: raw(again) });
			return { ...made, set };
		};

		test('is set after the code that asked for it, and the login begins anew', () => {
			const { bench, serial, both, set } = asked();
			expect(bench.user().pending).toEqual({ kind: 'set-pin', serial, until: START + 5 * MINUTE });
			expect(set('Ab12')).toEqual({ ok: true, value: { serial } });
			expect(bench.token().pin).toEqual({ text: 'Ab12', initial: false });
			expect(bench.user()).toMatchObject({ pending: null, lastSuccess: null });
			bench.wait(30 * SECOND);
			expect(bench.login(both())).toMatchObject({ ok: true });
			expect(set('Ab13')).toEqual(refusal('not-asked'));
		});

		test.each([
			['123', 'too-short'],
			['a2345678901234567', 'too-long'],
			['12 45', 'wrong-characters'],
			['', 'too-short'],
		])('is not "%s": %s', (text, reason) => expect(asked().set(text)).toEqual(refusal(reason)));

		test('is not the initial one, and the same twice', () => {
			const { bench, set } = asked();
			expect(set(bench.token().pin?.text ?? '')).toEqual(refusal('same-as-before'));
			expect(set('4821', '4822')).toEqual(refusal('entries-differ'));
			expect(
				bench.do(setServerPin, {
					user: USER,
					entry: { kind: 'static-password', password: 'P1' },
					again: raw(''),
				}),
			).toEqual(refusal('too-short'));
			expect(bench.user().failures).toBe(0);
		});

		test('is not trivial where the filter is on', () => {
			const { bench, set } = asked();
			bench.policy({ pin: { refuseTrivial: true } });
			expect(set('1234')).toEqual(refusal('trivial'));
		});

		test('is set within five minutes, on an account that is open, by somebody known', () => {
			const { bench, set } = asked();
			expect(bench.do(setServerPin, { user: 'ZZ1', entry: raw('4821'), again: raw('4821') })).toEqual(
				refusal('unknown-user'),
			);
			bench.wait(5 * MINUTE + 1);
			expect(set('4821')).toEqual(refusal('not-asked'));
			for (let i = 0; i < 3; i++) bench.login(WRONG);
			expect(set('4821')).toEqual(refusal('account-locked'));
		});

		test('is not set on a token that was suspended or revoked meanwhile', () => {
			const first = asked();
			first.bench.suspend();
			expect(first.set('4821')).toEqual(refusal('not-asked'));
			const second = asked();
			second.bench.revoke();
			expect(second.set('4821')).toEqual(refusal('not-asked'));
		});
	});

	test('is reset by an operator: drawn, or chosen within the policy; it must be changed again', () => {
		const { bench, serial } = server();
		const reset = (entry?: Entry) =>
			bench.do(resetServerPin, { operator: OPERATOR, serial, ...(entry ? { entry } : {}) });
		const before = bench.token().pin?.text;
		expect(reset()).toEqual(accepted);
		expect(bench.token().pin?.text).not.toBe(before);
		expect(bench.token().pin?.initial).toBe(true);
		expect(reset(raw('77aa'))).toEqual(accepted);
		expect(bench.token().pin).toEqual({ text: '77aa', initial: true });
		expect(reset({ kind: 'card', value: 'pin' })).toEqual(accepted);
		expect(bench.token().pin?.text).toBe(bench.user().card.pin);
		expect(reset(raw('1'))).toEqual(refusal('too-short'));
		expect(reset({ kind: 'static-password', password: 'P1' })).toEqual(refusal('too-short'));
	});

	test('is not reset where there is none, nor in stock', () => {
		const { bench, act } = inState('Active');
		expect(bench.do(resetServerPin, act)).toEqual(refusal('no-server-pin'));
		const stock = inState('Inventory');
		expect(stock.bench.do(resetServerPin, stock.act)).toEqual(refusal('wrong-state'));
	});

	test('is drawn anew on activation, on demand', () => {
		const { bench, serial } = server();
		const before = bench.token().pin?.text;
		bench.suspend();
		bench.must(activate, { operator: OPERATOR, serial });
		expect(bench.token().pin?.text).toBe(before);
		bench.suspend();
		bench.must(activate, { operator: OPERATOR, serial, newPin: true });
		expect(bench.token().pin?.text).not.toBe(before);
		expect(bench.token().pin?.initial).toBe(true);
		const plain = inState('Suspended');
		plain.bench.must(activate, { ...plain.act, newPin: true });
		expect(plain.bench.token().pin).toBeNull();
	});
});

describe('a change of policy', () => {
	test('is an operator’s act and holds at once', () => {
		const bench = new Bench({ tokens: [{}] });
		expect(bench.do(changePolicy, { operator: MANAGER, policy: { lock: { threshold: 1 } } })).toEqual(
			refusal('unknown-operator'),
		);
		expect(bench.do(changePolicy, { operator: OPERATOR, policy: { lock: { threshold: 1 } } })).toEqual(
			accepted,
		);
		expect(bench.service.policy.lock).toEqual({
			threshold: 1,
			durationMinutes: 15,
			mailOnLock: false,
			mailOnUnlock: false,
		});
		bench.wait(DAY).login(WRONG);
		expect(bench.user().lock).not.toBeNull();
	});
});
