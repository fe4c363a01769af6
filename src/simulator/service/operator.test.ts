import { describe, expect, test } from 'vitest';
import { Bench, HOUR, MANAGER, MINUTE, OPERATOR, SECOND, USER } from './fixture.ts';
import {
	applyPolicy,
	changesOf,
	detailsOf,
	figuresOf,
	HELP_DESK,
	mobileAppOf,
	openTasks,
	policyField,
	policyFields,
	policyPageIds,
	policyValue,
	takesValue,
	tokensFound,
	usersFound,
	verifyCaller,
	noRecords,
} from './operator.ts';
import { approvePush, denyPush, pushRequestOf, pushRequestsOf } from './push.ts';
import { permitPush } from './push-permission.ts';
import { acts, auditOf, createService, tokenOf, userOf, type Service } from './service.ts';

const apply = (at: Bench, page: (typeof policyPageIds)[number], values: Record<string, unknown>) =>
	at.do(applyPolicy, { operator: OPERATOR, page, values: values as never });
const refusal = (reply: { ok: boolean; reason?: string }) => (reply.ok ? 'ok' : reply.reason);
const last = (service: Service) => {
	const [entry] = auditOf(service, 1);
	return entry && [entry.by, entry.act, entry.to, entry.outcome];
};

describe('a policy page', () => {
	test('applies its values, and says in the log when, who and what', () => {
		const at = new Bench();
		expect(apply(at, 'lockout', { 'lock-threshold': 5, 'lock-mail': true })).toEqual({
			ok: true,
			value: {
				at: at.now,
				by: OPERATOR,
				values: [
					{ field: 'lock-threshold', from: 3, to: 5 },
					{ field: 'lock-mail', from: false, to: true },
				],
			},
		});
		expect(at.service.policy.lock).toMatchObject({ threshold: 5, mailOnLock: true, durationMinutes: 15 });
		expect(changesOf(at.service, 'lockout')).toHaveLength(1);
		expect(changesOf(at.service, 'targets')).toEqual([]);
		expect(last(at.service)).toEqual([OPERATOR, 'apply-policy', 'lockout', 'ok']);
	});

	test('keeps the last five changes, the newest first', () => {
		const at = new Bench();
		for (const threshold of [4, 5, 6, 7, 8, 9]) {
			at.wait(MINUTE);
			expect(apply(at, 'lockout', { 'lock-threshold': threshold }).ok).toBe(true);
		}
		const log = changesOf(at.service, 'lockout');
		expect(log.map(({ values }) => values[0]?.to)).toEqual([9, 8, 7, 6, 5]);
		expect(log.map(({ at: when }) => when)).toEqual([0, 1, 2, 3, 4].map((back) => at.now - back * MINUTE));
	});

	test.each([
		['lockout', { 'lock-threshold': 3 }, 'nothing-changed'],
		['lockout', {}, 'nothing-changed'],
		['lockout', { 'lock-threshold': 100 }, 'out-of-range'],
		['lockout', { 'lock-threshold': -1 }, 'out-of-range'],
		['lockout', { 'lock-threshold': 2.5 }, 'out-of-range'],
		['lockout', { 'lock-threshold': null }, 'out-of-range'],
		['lockout', { 'lock-threshold': true }, 'out-of-range'],
		['lockout', { 'lock-mail': 1 }, 'out-of-range'],
		['lockout', { 'lock-minutes': null }, 'ok'],
		['lockout', { 'temporary-min': 9 }, 'unknown-policy'],
		['lockout', { constructor: true }, 'unknown-policy'],
		['temporary-password', { 'temporary-min': 2 }, 'out-of-range'],
		['temporary-password', { 'temporary-min': 3, 'temporary-max': 4 }, 'ok'],
		['temporary-password', { 'temporary-max': 30 }, 'ok'],
		['temporary-password', { 'temporary-max': 31 }, 'out-of-range'],
		['temporary-password', { 'temporary-min': 17 }, 'least-over-most'],
		['temporary-password', { 'temporary-complexity': 'hard' }, 'out-of-range'],
		['temporary-password', { 'temporary-complexity': 'none' }, 'ok'],
		['synchronization', { 'event-inner': 11 }, 'least-over-most'],
		['synchronization', { 'time-outer': 0 }, 'least-over-most'],
		['synchronization', { 'event-inner': 11, 'event-outer': 11 }, 'ok'],
		['targets', { 'windows-10-app': 'MobilePASS 8' }, 'ok'],
		['targets', { 'windows-10-mobile-app': 'MobilePASS 8' }, 'out-of-range'],
		['push-rejection', { 'denial-mail': true }, 'ok'],
	] as const)('%s with %o: %s', (page, values, expected) => {
		const at = new Bench();
		const before = at.service.policy;
		expect(refusal(apply(at, page, values))).toBe(expected);
		if (expected !== 'ok') {
			expect(at.service.policy).toBe(before);
			expect(at.service.console).toBeUndefined();
		}
		expect(last(at.service)?.[3]).toBe(expected);
	});

	test('is for operators', () => {
		const at = new Bench();
		const input = { operator: MANAGER, page: 'lockout', values: { 'lock-threshold': 9 } } as const;
		expect(refusal(at.do(applyPolicy, input))).toBe('unknown-operator');
	});

	test('has for every value a field that reads what it writes, with a name and a page', () => {
		const { policy } = new Bench().service;
		expect(new Set(policyFields.map(({ id }) => id)).size).toBe(policyFields.length);
		expect(new Set(policyFields.map(({ page }) => page))).toEqual(new Set(policyPageIds));
		for (const field of policyFields) {
			const { id, page, takes } = field;
			expect(takesValue(field, field.read(policy))).toBe(true);
			const other = {
				tick: () => field.read(policy) !== true,
				word: () => (takes.kind === 'word' ? (takes.words.at(-1)?.[0] ?? '') : ''),
				count: () => (takes.kind === 'count' ? Math.min(takes.to, Number(field.read(policy)) + 1) : 0),
			}[takes.kind]();
			const at = new Bench();
			const reply = apply(at, page, { [id]: other });
			expect([id, policyValue(at.service.policy, id)]).toEqual([id, other]);
			expect([id, reply.ok]).toEqual([id, other !== field.read(policy)]);
		}
		expect(policyField('nowhere')).toBeUndefined();
		expect(policyValue(policy, 'nowhere')).toBeUndefined();
	});

	test('rules what happens next: the lock, the password, the target', () => {
		const at = new Bench({ tokens: [{}] });
		apply(at, 'lockout', { 'lock-threshold': 1 });
		at.login({ kind: 'raw', text: '000000' });
		expect(at.user().lock).not.toBeNull();
		at.unlock();
		at.suspend();
		apply(at, 'temporary-password', { 'temporary-allowed': false });
		const asked = at.do(acts.requestStaticPassword, { requester: OPERATOR, user: USER });
		expect(refusal(asked)).toBe('not-allowed');
	});
});

describe('verifying a caller', () => {
	const tokens = [{ target: 'Android', push: 'Enabled' }] as const;
	const ask = (at: Bench, more: object = {}) =>
		at.do(verifyCaller, { operator: OPERATOR, user: USER, ...more });
	const request = (at: Bench) => pushRequestsOf(at.service, USER).at(-1)!;
	const answer = (at: Bench) => ({ user: USER, request: request(at).id, serial: at.token().serial });

	test('sends a push; an approval counts as a login', () => {
		const at = new Bench({ tokens });
		const reply = ask(at);
		expect(reply).toEqual({ ok: true, value: { request: request(at).id } });
		expect(request(at)).toMatchObject({ resource: HELP_DESK, state: 'waiting', match: null });
		expect(last(at.service)).toEqual([OPERATOR, 'verify-caller', USER, 'ok']);
		at.must(approvePush, { ...answer(at), entry: at.code() });
		expect(request(at).state).toBe('approved');
		expect(at.user().lastSuccess).toBe(at.now);
	});

	test('a denial counts as a failure, and what nobody answers ends by itself', () => {
		const at = new Bench({ tokens });
		ask(at);
		at.must(denyPush, answer(at));
		expect(at.user().failures).toBe(1);
		ask(at);
		const { id } = request(at);
		at.wait(61 * SECOND).do(acts.unlock, { operator: OPERATOR, user: USER });
		expect(pushRequestOf(at.service, USER, id)?.state).toBe('expired');
		expect(at.user().failures).toBe(1);
	});

	test('by a number: the one that is read out, and the policy of logins stays', () => {
		const at = new Bench({ tokens });
		ask(at, { numbers: true });
		const { match } = request(at);
		expect(match?.choices).toHaveLength(3);
		expect(match?.choices).toContain(match?.shown);
		const wrong = match!.choices.find((one) => one !== match!.shown)!;
		const reply = at.do(approvePush, { ...answer(at), entry: at.code(), number: wrong });
		expect(refusal(reply)).toBe('wrong-number');
		expect(at.service.policy.push.numberMatching).toBeUndefined();
		ask(at);
		expect(request(at).match).toBeNull();
	});

	test('goes only to tokens that are reached', () => {
		const at = new Bench({ tokens });
		ask(at, { reached: [] });
		expect(request(at).serials).toEqual([]);
		ask(at, { reached: [at.token().serial, '1'] });
		expect(request(at).serials).toEqual([at.token().serial]);
	});

	test('is refused without an operator, a user, a token with push, or past a lock', () => {
		const at = new Bench({ tokens });
		expect(refusal(ask(at, { operator: MANAGER }))).toBe('unknown-operator');
		expect(refusal(ask(at, { user: 'ZZ1' }))).toBe('unknown-user');
		expect(refusal(ask(at, { user: MANAGER }))).toBe('no-push');
		at.suspend();
		expect(refusal(ask(at))).toBe('no-push');
		at.activate();
		for (let i = 0; i < 3; i++) at.login({ kind: 'raw', text: '000000' });
		expect(refusal(ask(at))).toBe('account-locked');
		expect(at.service.push).toBeUndefined();
	});
});

describe('push as of enrollment', () => {
	const tokens = [{ target: 'Android', push: 'Enabled' }] as const;
	const switched = (at: Bench, on: boolean) =>
		at.must(permitPush, { user: USER, serial: at.token().serial, on });

	test('stays what it was, however often the switch in the app is turned', () => {
		const at = new Bench({ tokens });
		at.service = { ...at.service, console: noRecords };
		switched(at, false);
		expect(at.token().device?.push).toBe('Disabled');
		expect(mobileAppOf(at.token())?.push).toBe('Enabled');
		switched(at, true);
		switched(at, false);
		expect(mobileAppOf(at.token())).toEqual({
			target: 'Android',
			deviceType: 'Android 1',
			push: 'Enabled',
		});
	});

	test('a service without a console keeps nothing of it, as before', () => {
		const at = new Bench({ tokens });
		switched(at, false);
		expect(at.token().device).toEqual({ target: 'Android', deviceType: 'Android 1', push: 'Disabled' });
	});

	test('MobilePASS 8 cannot; a token in stock is on no device', () => {
		const at = new Bench({ tokens: [{ app: 'MobilePASS 8' }] });
		expect(mobileAppOf(at.token())?.push).toBe('Not Applicable');
		const [free] = tokensFound(at.service, { state: 'Inventory' });
		expect(free && mobileAppOf(free)).toBeNull();
	});
});

describe('what an operator looks for', () => {
	const at = new Bench({ tokens: [{}, { state: 'Suspended' }] });
	const ids = (begins: string, by?: Parameters<typeof usersFound>[2]) =>
		usersFound(at.service, begins, by).map(({ id }) => id);

	test.each([
		['', [OPERATOR, USER, MANAGER]],
		['co', [USER]],
		['CO', [USER]],
		['ada.', [USER]],
		['ab1', [USER]],
		['m', [MANAGER]],
		['o', [OPERATOR]],
		['ole', []],
	])('users: "%s" finds %j', (begins, expected) => {
		expect(ids(begins)).toEqual(expected);
	});

	test('users by one text alone', () => {
		expect(ids('A', 'last-name')).toEqual([]);
		expect(ids('A', 'first-name')).toEqual([USER]);
		expect(ids('A', 'e-mail')).toEqual([USER]);
		expect(ids('A', 'user-id')).toEqual([USER]);
	});

	test('a user without an address is found by name', () => {
		const service = createService({
			seed: 1,
			startsAt: 0,
			users: [{ id: 'AA1', firstName: 'No', lastName: 'Mail' }],
		});
		expect(usersFound(service, 'mai').map(({ id }) => id)).toEqual(['AA1']);
		expect(usersFound(service, 'x', 'e-mail')).toEqual([]);
	});

	test('tokens by state and by the beginning of the serial, in the order of serials', () => {
		const { serial } = at.token();
		expect(tokensFound(at.service)).toHaveLength(22);
		expect(tokensFound(at.service, { state: 'Active' }).map((one) => one.serial)).toEqual([serial]);
		expect(tokensFound(at.service, { serial })).toHaveLength(1);
		expect(tokensFound(at.service, { serial: '9' })).toEqual([]);
		expect(tokensFound(at.service, { type: 'OATH' })).toEqual([]);
		const all = tokensFound(at.service, { type: 'MobilePASS' }).map((one) => one.serial);
		expect(all).toEqual([...all].sort());
	});

	test('figures of each type and state', () => {
		const figures = figuresOf(at.service);
		expect(figures.MobilePASS).toMatchObject({ Active: 1, Suspended: 1, Inventory: 20, Lost: 0 });
		expect(figures.Password.Active).toBe(0);
		const given = new Bench();
		given.staticPassword();
		expect(figuresOf(given.service).Password.Active).toBe(1);
		expect(figuresOf(given.service).SecurID.Active).toBe(0);
	});

	test('details: until when it is locked, how often it failed, how often it was enrolled', () => {
		const bench = new Bench({ tokens: [{}] });
		expect(detailsOf(bench.service, bench.token())).toMatchObject({
			type: 'MobilePASS',
			unlocksAt: null,
			lastAuthentication: null,
			failures: 0,
			activations: 1,
		});
		for (let i = 0; i < 3; i++) bench.login({ kind: 'raw', text: '000000' });
		expect(detailsOf(bench.service, bench.token())).toMatchObject({
			unlocksAt: bench.now + 15 * MINUTE,
			lastAuthentication: bench.now,
			lastSuccess: null,
			failures: 3,
		});
		const { serial } = bench.token();
		bench.revoke();
		const token = tokenOf(bench.service, serial)!;
		expect(detailsOf(bench.service, token)).toMatchObject({ failures: 0, activations: 1, mobileApp: null });
	});

	test('tasks: those that are finished vanish; one that is enrolled waits for its first login', () => {
		const bench = new Bench();
		const gone = bench.provision();
		bench.must(acts.removeTaskLines, { operator: OPERATOR, task: gone });
		expect(openTasks(bench.service)).toEqual([]);
		bench.wait(HOUR);
		const { serial } = bench.enroll();
		expect(openTasks(bench.service)).toHaveLength(1);
		expect(bench.login(bench.code(0, serial)).ok).toBe(true);
		expect(openTasks(bench.service)).toEqual([]);
		bench.wait(HOUR);
		const [first, second] = [
			bench.must(acts.provision, { operator: OPERATOR, users: [MANAGER] }).task,
			bench.must(acts.provision, { operator: OPERATOR, users: [USER] }).task,
		];
		expect(openTasks(bench.service).map(({ id }) => id)).toEqual([second, first]);
	});
});

test('an operator keeps one way to log in', () => {
	const at = new Bench();
	const task = at.must(acts.provision, { operator: OPERATOR, users: [OPERATOR] }).task;
	const { session } = at.must(acts.openEnrollment, { task, user: OPERATOR });
	const link = { by: 'link', task, user: OPERATOR, session } as const;
	const how = { ...link, target: 'Windows 10', app: 'MobilePASS+', deviceType: 'Laptop' } as const;
	const { serial } = at.must(acts.enroll, how);
	const revoked = at.do(acts.revoke, { operator: OPERATOR, serial, to: 'Inventory' });
	expect(refusal(revoked)).toBe('last-method-of-operator');
	at.suspend(serial);
	at.must(acts.requestStaticPassword, { requester: OPERATOR, user: OPERATOR });
	const password = at.do(acts.revokeStaticPassword, { operator: OPERATOR, user: OPERATOR });
	expect(refusal(password)).toBe('last-method-of-operator');
	expect(userOf(at.service, OPERATOR)?.passwords.at(-1)?.state).toBe('set');
});
