import { describe, expect, test } from 'vitest';
import { Bench, DAY, MANAGER, MINUTE, OPERATOR, SECOND, START, USER, WRONG } from './fixture.ts';
import {
	changeStaticPassword,
	mailOf,
	passwordProblem,
	requestStaticPassword,
	revokeStaticPassword,
	setPasswordOf,
	textOf,
	type Entry,
} from './service.ts';
import { defaultPolicy } from '../policy.ts';

const refusal = (reason: string) => ({ ok: false, reason });
const raw = (text: string): Entry => ({ kind: 'raw', text });
const request = { requester: MANAGER, user: USER };

describe('a static password', () => {
	test('is set at once, as the policy wants it', () => {
		const bench = new Bench();
		const password = bench.staticPassword();
		const text = textOf(bench.service, USER, password) ?? '';
		expect(bench.user().passwords).toEqual([
			{
				id: 'P1',
				text,
				state: 'set',
				setAt: START,
				expiresAt: START + 5 * DAY,
				usesLeft: null,
				mustChange: false,
				requestedBy: MANAGER,
			},
		]);
		expect(text).toMatch(/^[A-Za-z0-9]{10}$/);
		expect(bench.login(password)).toEqual({ ok: true, value: { by: 'static-password', password: 'P1' } });
		expect(bench.user()).toMatchObject({ failures: 0, lastSuccess: START });
	});

	test('works a couple of times, and clears the failures', () => {
		const bench = new Bench();
		const password = bench.staticPassword();
		bench.login(WRONG);
		for (let i = 0; i < 5; i++) expect(bench.login(password)).toMatchObject({ ok: true });
		expect(bench.user().failures).toBe(0);
	});

	test('is mailed to requester and user both, two to three minutes later', () => {
		const bench = new Bench();
		bench.staticPassword();
		for (const id of [MANAGER, USER]) expect(mailOf(bench.service, id)).toEqual([]);
		bench.wait(2 * MINUTE - 1).login(WRONG);
		for (const id of [MANAGER, USER]) expect(mailOf(bench.service, id)).toEqual([]);
		bench.wait(MINUTE + SECOND).login(WRONG);
		for (const id of [MANAGER, USER]) {
			const [mail, ...others] = mailOf(bench.service, id);
			expect(others).toEqual([]);
			expect(mail).toMatchObject({
				to: id,
				folder: 'Focused',
				content: { kind: 'static-password', user: USER, password: 'P1' },
			});
			expect(mail?.at).toBeGreaterThanOrEqual(START + 2 * MINUTE);
			expect(mail?.at).toBeLessThanOrEqual(START + 3 * MINUTE);
		}
	});

	test('comes in one e-mail to somebody who requests it alone', () => {
		const bench = new Bench();
		bench.must(requestStaticPassword, { requester: USER, user: USER });
		expect(bench.service.due.filter(({ kind }) => kind === 'mail')).toHaveLength(1);
	});

	test.each(['case', 'one-off', 'too-short', 'too-long', 'letter-or-digit'] as const)(
		'is compared exactly: %s',
		(how) => {
			const bench = new Bench();
			const password = bench.staticPassword();
			expect(bench.login({ kind: 'near-miss', of: password, how })).toEqual(refusal('wrong'));
			expect(bench.user().failures).toBe(1);
		},
	);

	test('is replaced by the next request; the old one is known as old', () => {
		const bench = new Bench();
		const first = bench.staticPassword();
		const second = bench.staticPassword();
		expect(bench.login(first)).toEqual(refusal('old-password'));
		expect(bench.login(second)).toMatchObject({ ok: true });
		expect(bench.user().passwords.map(({ state }) => state)).toEqual(['replaced', 'set']);
	});

	test('expires after five days, to the millisecond', () => {
		const bench = new Bench();
		const password = bench.staticPassword();
		bench.wait(5 * DAY - 1);
		expect(bench.login(password)).toMatchObject({ ok: true });
		bench.wait(1);
		expect(bench.login(password)).toEqual(refusal('old-password'));
		expect(bench.user().passwords.map(({ state }) => state)).toEqual(['expired']);
	});

	test('that was replaced does not expire in place of the new one', () => {
		const bench = new Bench();
		bench.staticPassword();
		bench.wait(4 * DAY);
		const second = bench.staticPassword();
		bench.wait(2 * DAY);
		expect(bench.login(second)).toMatchObject({ ok: true });
		expect(bench.user().passwords.map(({ state }) => state)).toEqual(['replaced', 'set']);
	});

	test('with a use limit is used up by its last login', () => {
		const bench = new Bench();
		const password = bench.staticPassword({ maxUses: 2 });
		expect(bench.login(password)).toMatchObject({ ok: true });
		expect(setPasswordOf(bench.user())?.usesLeft).toBe(1);
		bench.login(WRONG);
		expect(bench.login(password)).toMatchObject({ ok: true });
		expect(bench.user().passwords).toMatchObject([{ state: 'used-up', usesLeft: 0 }]);
		expect(bench.login(password)).toEqual(refusal('old-password'));
	});

	test('takes its use limit from the policy where the request names none', () => {
		const bench = new Bench({ policy: { staticPassword: { maxUses: 3 } } });
		bench.staticPassword();
		expect(setPasswordOf(bench.user())?.usesLeft).toBe(3);
		bench.must(requestStaticPassword, { ...request, maxUses: null });
		expect(setPasswordOf(bench.user())?.usesLeft).toBeNull();
	});

	test.each([
		[{ minLength: 3, maxLength: 4 }, 4],
		[{ minLength: 14, maxLength: 20 }, 14],
		[{ minLength: 8, maxLength: 16 }, 10],
	])('of the policy %o has %i characters', (staticPassword, length) => {
		const bench = new Bench({ policy: { staticPassword } });
		const password = bench.staticPassword();
		const text = textOf(bench.service, USER, password) ?? '';
		expect(text).toHaveLength(length);
		expect(passwordProblem(bench.service.policy.staticPassword, text)).toBeNull();
	});
});

describe('a request for a static password', () => {
	test.each([
		{ what: 'a token is active', tokens: [{}], input: {}, reason: 'token-active' },
		{ what: 'nobody knows the user', tokens: [], input: { user: 'ZZ1' }, reason: 'unknown-user' },
		{
			what: 'nobody knows the requester',
			tokens: [],
			input: { requester: 'ZZ1' },
			reason: 'unknown-requester',
		},
	])('is refused when $what', ({ tokens, input, reason }) => {
		const bench = new Bench({ tokens });
		expect(bench.do(requestStaticPassword, { ...request, ...input })).toEqual(refusal(reason));
		expect(bench.service.due).toEqual([]);
		expect(bench.user().passwords).toEqual([]);
	});

	test('is refused when a token is locked, for it will be active again', () => {
		const bench = new Bench({ tokens: [{}] });
		for (let i = 0; i < 3; i++) bench.login(WRONG);
		expect(bench.do(requestStaticPassword, request)).toEqual(refusal('token-active'));
	});

	test('is refused where the policy allows none', () => {
		const bench = new Bench({ policy: { staticPassword: { allowed: false } } });
		expect(bench.do(requestStaticPassword, request)).toEqual(refusal('not-allowed'));
	});

	test('is accepted once the old token is suspended or revoked', () => {
		const bench = new Bench({ tokens: [{}, {}] });
		bench.suspend();
		expect(bench.do(requestStaticPassword, request)).toEqual(refusal('token-active'));
		bench.revoke(bench.token(1).serial);
		expect(bench.do(requestStaticPassword, request)).toEqual({ ok: true, value: { password: 'P1' } });
	});
});

describe('a static password that must be changed', () => {
	const asked = (options: { mustChange?: boolean; maxUses?: number } = { mustChange: true }) => {
		const bench = new Bench();
		const password = bench.staticPassword(options);
		bench.login(password);
		return { bench, password };
	};
	const change = (bench: Bench, text: string, again = text) =>
		bench.do(changeStaticPassword, { user: USER, entry: raw(text), again: raw(again) });

	test('does not log in: the change comes first', () => {
		const { bench, password } = asked();
		expect(bench.user().pending).toEqual({
			kind: 'change-password',
			password: 'P1',
			until: START + 5 * MINUTE,
		});
		expect(bench.user().lastSuccess).toBeNull();
		expect(bench.login(password)).toEqual(refusal('change-password'));
	});

	test('is changed to the one on the card, which completes the login', () => {
		const { bench, password } = asked();
		bench.wait(MINUTE);
		const card: Entry = { kind: 'card', value: 'next-static-password' };
		expect(bench.do(changeStaticPassword, { user: USER, entry: card, again: card })).toEqual({
			ok: true,
			value: { password: 'P2' },
		});
		expect(bench.user()).toMatchObject({ lastSuccess: bench.now, failures: 0, pending: null });
		expect(bench.user().passwords).toMatchObject([
			{ state: 'changed' },
			{ state: 'set', mustChange: false, expiresAt: START + 5 * DAY, usesLeft: null, requestedBy: MANAGER },
		]);
		expect(bench.login(password)).toEqual(refusal('old-password'));
		expect(bench.login(card)).toMatchObject({ ok: true });
	});

	test('hands its use limit on, and the change is one use', () => {
		const { bench } = asked({ mustChange: true, maxUses: 2 });
		change(bench, 'correct7horse');
		expect(setPasswordOf(bench.user())).toMatchObject({ text: 'correct7horse', usesLeft: 1 });
	});

	test.each([
		['short1', 'too-short'],
		['a2345678901234567', 'too-long'],
		['onlyletters', 'too-simple'],
		['1234567890', 'too-simple'],
		['', 'too-short'],
	])('is not changed to "%s": %s', (text, reason) => {
		const { bench } = asked();
		expect(change(bench, text)).toEqual(refusal(reason));
		expect(bench.user()).toMatchObject({ failures: 0, pending: { kind: 'change-password' } });
	});

	test('is not changed to itself, nor when the entries differ', () => {
		const { bench, password } = asked();
		expect(bench.do(changeStaticPassword, { user: USER, entry: password, again: password })).toEqual(
			refusal('same-as-before'),
		);
		expect(change(bench, 'correct7horse', 'correct7Horse')).toEqual(refusal('entries-differ'));
		const nothing: Entry = { kind: 'static-password', password: 'P99' };
		expect(bench.do(changeStaticPassword, { user: USER, entry: nothing, again: nothing })).toEqual(
			refusal('too-short'),
		);
	});

	test('is changed only when a login asked for it', () => {
		const bench = new Bench();
		expect(change(bench, 'correct7horse')).toEqual(refusal('not-asked'));
		bench.staticPassword();
		bench.login({ kind: 'static-password', password: 'P1' });
		expect(change(bench, 'correct7horse')).toEqual(refusal('not-asked'));
	});

	test('is not changed when it was replaced meanwhile', () => {
		const { bench } = asked();
		bench.staticPassword({ mustChange: true });
		expect(change(bench, 'correct7horse')).toEqual(refusal('not-asked'));
	});

	test('is not changed when a token became active meanwhile', () => {
		const { bench } = asked();
		bench.enroll();
		expect(change(bench, 'correct7horse')).toEqual(refusal('not-asked'));
		expect(setPasswordOf(bench.user())).toBeUndefined();
	});

	test('waits five minutes for the new one', () => {
		const { bench } = asked();
		bench.wait(5 * MINUTE);
		const late = new Bench();
		late.service = bench.service;
		late.wait(5 * MINUTE + 1);
		expect(change(late, 'correct7horse')).toEqual(refusal('not-asked'));
		expect(change(bench, 'correct7horse')).toMatchObject({ ok: true });
	});

	test('is not changed on a locked account, nor for a name that is not known', () => {
		const { bench } = asked();
		for (let i = 0; i < 3; i++) bench.login(WRONG);
		expect(change(bench, 'correct7horse')).toEqual(refusal('account-locked'));
		const entry = raw('correct7horse');
		expect(bench.do(changeStaticPassword, { user: 'ZZ1', entry, again: entry })).toEqual(
			refusal('unknown-user'),
		);
	});

	test('is the rule where the policy says so, whatever the request says', () => {
		const bench = new Bench({ policy: { staticPassword: { changeOnFirstUse: true } } });
		expect(bench.login(bench.staticPassword({ mustChange: false }))).toEqual(refusal('change-password'));
	});
});

describe('revoking a static password', () => {
	test('ends it', () => {
		const bench = new Bench();
		const password = bench.staticPassword();
		expect(bench.do(revokeStaticPassword, { operator: OPERATOR, user: USER })).toEqual({
			ok: true,
			value: null,
		});
		expect(bench.login(password)).toEqual(refusal('old-password'));
		expect(bench.user().passwords).toMatchObject([{ state: 'revoked' }]);
		expect(bench.do(revokeStaticPassword, { operator: OPERATOR, user: USER })).toEqual(refusal('none-set'));
	});

	test('is refused to those who are no operators, and for users not known', () => {
		const bench = new Bench();
		bench.staticPassword();
		expect(bench.do(revokeStaticPassword, { operator: MANAGER, user: USER })).toEqual(
			refusal('unknown-operator'),
		);
		expect(bench.do(revokeStaticPassword, { operator: OPERATOR, user: 'ZZ1' })).toEqual(
			refusal('unknown-user'),
		);
	});

	test('leaves an operator one method', () => {
		const bench = new Bench();
		bench.must(requestStaticPassword, { requester: MANAGER, user: OPERATOR });
		expect(bench.do(revokeStaticPassword, { operator: OPERATOR, user: OPERATOR })).toEqual(
			refusal('last-method-of-operator'),
		);
	});
});

describe('what a static password must be', () => {
	test.each([
		['abcdef7', 'too-short'],
		['abcdefg7', null],
		['abcdefgh12345678', null],
		['abcdefgh123456789', 'too-long'],
		['ABCDEFG7', null],
		['--------', 'too-simple'],
		['-------7', 'too-simple'],
		['-------a', 'too-simple'],
		['-----aZ9', null],
	])('"%s": %s', (text, problem) =>
		expect(passwordProblem(defaultPolicy.staticPassword, text)).toBe(problem),
	);

	test('without a rule of complexity only the length counts', () => {
		expect(passwordProblem({ ...defaultPolicy.staticPassword, complexity: 'none' }, '--------')).toBeNull();
	});
});
