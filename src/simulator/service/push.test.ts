import { describe, expect, test } from 'vitest';
import type { PolicyOverrides } from '../policy.ts';
import { put } from './buckets.ts';
import { Bench, DAY, MINUTE, OPERATOR, SECOND, USER, WRONG } from './fixture.ts';
import {
	approvePush,
	askForPush,
	denyPush,
	pushesOf,
	pushHistoryOf,
	pushRequestOf,
	pushRequestsOf,
	pushTokensOf,
	reportPush,
	waitingPushes,
	type AskPush,
	type PushRequest,
} from './push.ts';
import {
	auditOf,
	changePolicy,
	lineOf,
	mailOf,
	nextDue,
	resultCode,
	revoke,
	suspend,
	type Entry,
} from './service.ts';

const NOTHING: Entry = { kind: 'nothing' };
const PASSWORD: Entry = { kind: 'card', value: 'computer-password' };
const windows = (row: object): PolicyOverrides => ({ targets: { 'Windows 10': { push: true, ...row } } });
const pushed = { state: 'Active', target: 'Windows 10', push: 'Enabled' } as const;
const phone = { state: 'Active', target: 'Android', push: 'Enabled' } as const;

const bench = (policy: PolicyOverrides = {}, tokens: ConstructorParameters<typeof Bench>[0] = {}) =>
	new Bench({ tokens: [pushed], ...tokens, policy: { ...windows({}), ...policy } });
const ask = (at: Bench, over: Partial<AskPush> = {}) =>
	at.do(askForPush, { user: USER, trigger: NOTHING, resource: 'mail', origin: 'here', ...over });

/** Asks, and gives the request that waits. */
function request(at: Bench, over: Partial<AskPush> = {}): PushRequest {
	expect(ask(at, over)).toEqual({ ok: false, reason: 'challenge' });
	return pushRequestsOf(at.service, USER).at(-1)!;
}
const of = (at: Bench, { id }: PushRequest, index = 0) => ({
	user: USER,
	request: id,
	serial: at.token(index).serial,
});
const now = (at: Bench, { id }: PushRequest) => pushRequestOf(at.service, USER, id)!;
const approve = (at: Bench, one: PushRequest, entry: Entry = at.code(), over: object = {}) =>
	at.do(approvePush, { ...of(at, one), entry, ...over });
const deny = (at: Bench, one: PushRequest) => at.do(denyPush, of(at, one));
const log = (at: Bench, count: number) =>
	auditOf(at.service, count).map(({ by, act, to, outcome }) => [by, act, to, outcome].join(' '));

describe('asking for a push', () => {
	test('sends a request that waits for a minute, and is result code 2', () => {
		const at = bench();
		expect(pushesOf(at.service)).toEqual({ last: 0, requests: {}, alerts: [] });
		const reply = ask(at);
		expect([reply, resultCode(reply)]).toEqual([{ ok: false, reason: 'challenge' }, 2]);
		expect(pushRequestsOf(at.service, USER)).toEqual([
			{
				id: 'R1',
				user: USER,
				resource: 'mail',
				origin: 'here',
				askedAt: at.now,
				expiresAt: at.now + 60 * SECOND,
				serials: [at.token().serial],
				match: null,
				state: 'waiting',
				answeredBy: null,
				endedAt: null,
				reported: false,
			},
		]);
		expect(nextDue(at.service)).toBe(at.now + 60 * SECOND);
		expect([at.user().failures, at.user().lastAttempt]).toEqual([0, null]);
		expect(log(at, 1)).toEqual([`${USER} ask-for-push mail challenge`]);
	});

	test('a service that nobody asked holds nothing of push', () => {
		const at = bench();
		at.login(WRONG);
		expect(Object.keys(at.service)).not.toContain('push');
		expect(pushRequestsOf(at.service, USER)).toEqual([]);
	});

	test.each([
		{ what: 'nothing', text: '', reason: 'challenge' },
		{ what: 'one character', text: 'p', reason: 'challenge' },
		{ what: 'two characters', text: 'pp', reason: 'not-a-trigger' },
	])('is triggered by a field that holds $what: $reason', ({ text, reason }) => {
		const at = bench();
		expect(ask(at, { trigger: { kind: 'raw', text } })).toEqual({ ok: false, reason });
		expect(pushRequestsOf(at.service, USER)).toHaveLength(reason === 'challenge' ? 1 : 0);
	});

	test('is not triggered by what stands for no text', () => {
		const trigger = { kind: 'server-pin', serial: '1' } as const;
		expect(ask(bench(), { trigger })).toEqual({ ok: false, reason: 'not-a-trigger' });
	});

	test('takes a right first factor', () => {
		const at = bench();
		expect(request(at, { password: PASSWORD, origin: 'elsewhere' })).toMatchObject({ origin: 'elsewhere' });
		expect(log(at, 2)).toEqual([
			`${USER} ask-for-push mail challenge`,
			`${USER} check-computer-password ${USER} ok`,
		]);
	});

	test.each([
		{ what: 'a wrong first factor', over: { password: WRONG }, failures: 1 },
		{ what: 'an empty first factor', over: { password: NOTHING }, failures: 0 },
		{ what: 'a user that nobody is', over: { user: 'nobody' }, failures: 0 },
	])('$what is a fake challenge, result code 9: nothing is sent', ({ over, failures }) => {
		const at = bench();
		const reply = ask(at, over);
		expect([reply, resultCode(reply)]).toEqual([{ ok: false, reason: 'fake-challenge' }, 9]);
		expect(pushRequestsOf(at.service, over.user ?? USER)).toEqual([]);
		// the first factor has a counter of its own
		expect([at.user().computer.failures, at.user().failures]).toEqual([failures, 0]);
	});

	test('of an account that is locked is refused, whoever asks; a wrong first factor does not learn of it', () => {
		const at = bench({ lock: { threshold: 1 } });
		at.login(WRONG);
		const locked = ask(at, { password: PASSWORD });
		expect([locked, resultCode(locked)]).toEqual([{ ok: false, reason: 'account-locked' }, 0]);
		expect(ask(at, { password: WRONG })).toEqual({ ok: false, reason: 'fake-challenge' });
		expect(pushRequestsOf(at.service, USER)).toEqual([]);
	});
});

describe('a token takes a push', () => {
	const takes = (at: Bench) => pushTokensOf(at.service, USER).length;

	test.each([
		{ what: 'permitted at enrollment, on a target with push', expected: 1 },
		{ what: 'not permitted at enrollment', token: { push: 'Disabled' }, expected: 0 },
		{ what: 'of the app that cannot', token: { app: 'MobilePASS 8' }, expected: 0 },
		{
			what: 'of the other app, though marked as permitted',
			token: { app: 'MobilePASS 8', push: 'Enabled' },
			policy: windows({ app: 'MobilePASS 8' }),
			expected: 0,
		},
		{ what: 'on a target without push', policy: windows({ push: false }), expected: 0 },
		{ what: 'on a target that went to the other app', policy: windows({ app: 'MobilePASS 8' }), expected: 0 },
		{ what: 'suspended', token: { state: 'Suspended' }, expected: 0 },
		{ what: 'assigned', token: { state: 'Assigned' }, expected: 0 },
	] as const)(
		'$what: $expected',
		({ token, policy, expected }: { token?: object; policy?: object; expected: number }) => {
			const at = bench(policy, { tokens: [{ ...pushed, ...token }] });
			expect(takes(at)).toBe(expected);
			expect(ask(at)).toEqual({ ok: false, reason: expected ? 'challenge' : 'no-push' });
			expect(at.user().failures).toBe(0);
		},
	);

	test('with a Server PIN, once it need not be changed any more', () => {
		const at = bench({ pin: { type: 'Server' } });
		expect(takes(at)).toBe(1);
		const { serial } = at.token();
		const initial = { ...at.token(), pin: { text: '1357', initial: true } };
		at.service = { ...at.service, tokens: withSerial(at, serial, initial) };
		expect(takes(at)).toBe(0);
		at.policy({ serverPin: { changeOnFirstUse: false } });
		expect(takes(at)).toBe(1);
	});

	test('the request goes to every such token whose device can be reached', () => {
		const at = bench({}, { tokens: [pushed, phone, { ...pushed, push: 'Disabled' }] });
		const [first, second] = [at.token(0).serial, at.token(1).serial];
		expect(request(at).serials).toEqual([first, second]);
		expect(request(at, { reached: [second, '999'] }).serials).toEqual([second]);
		expect(request(at, { reached: [] }).serials).toEqual([]);
		expect(waitingPushes(at.service, USER, second).map(({ id }) => id)).toEqual(['R1', 'R2']);
		expect(waitingPushes(at.service, USER, first).map(({ id }) => id)).toEqual(['R1']);
	});
});

describe('approving', () => {
	test('logs in with the code that the app sends: it is used up, the failures are forgotten, the line is Completed', () => {
		const at = bench();
		at.login(WRONG);
		const one = request(at);
		at.wait(5 * SECOND);
		const entry = at.code();
		expect(approve(at, one, entry)).toEqual({ ok: true, value: { by: 'push', serial: at.token().serial } });
		expect(now(at, one)).toEqual({
			...one,
			state: 'approved',
			answeredBy: at.token().serial,
			endedAt: at.now,
		});
		expect([at.user().failures, at.user().lastSuccess, at.token().mark]).toEqual([0, at.now, entry.step]);
		expect(at.login(entry)).toEqual({ ok: false, reason: 'used-already' });
		expect(auditOf(at.service, 2)[1]).toMatchObject({
			by: USER,
			act: 'approve-push',
			to: 'R1',
			outcome: 'ok',
		});
	});

	test('completes an enrollment, as a passcode does', () => {
		const at = bench({}, { tokens: [] });
		at.policy(windows({}));
		const { serial } = at.enroll();
		const token = { ...at.token(), device: { ...at.token().device!, push: 'Enabled' as const } };
		at.service = { ...at.service, tokens: withSerial(at, serial, token) };
		expect(approve(at, request(at)).ok).toBe(true);
		expect(auditOf(at.service, 1)[0]?.outcome).toBe('ok');
		expect(lineStatus(at)).toBe('Completed');
	});

	test('works to the last instant, and not after', () => {
		const early = bench();
		const one = request(early);
		early.wait(60 * SECOND - 1);
		expect(approve(early, one).ok).toBe(true);
		const late = bench();
		const other = request(late);
		late.wait(60 * SECOND);
		expect(approve(late, other)).toEqual({ ok: false, reason: 'not-waiting' });
		expect(late.user().failures).toBe(0);
	});

	test('works once', () => {
		const at = bench();
		const one = request(at);
		approve(at, one);
		const before = [at.user(), at.token(), pushRequestsOf(at.service, USER)];
		expect(approve(at, one, at.code(1))).toEqual({ ok: false, reason: 'not-waiting' });
		expect(deny(at, one)).toEqual({ ok: false, reason: 'not-waiting' });
		expect([at.user(), at.token(), pushRequestsOf(at.service, USER)]).toEqual(before);
	});

	test.each([
		{ what: 'a request that there is not', over: { request: 'R9' } },
		{ what: 'a user that nobody is', over: { user: 'nobody' } },
		{ what: 'the request of another', over: { user: OPERATOR } },
		{ what: 'a token to which it did not go', over: { serial: '1' } },
	])('$what is refused, whatever is wanted of it', ({ over }) => {
		const at = bench();
		const one = { ...of(at, request(at)), ...over };
		const refusal = { ok: false, reason: 'unknown-request' };
		expect(at.do(approvePush, { ...one, entry: at.code() })).toEqual(refusal);
		expect(at.do(denyPush, one)).toEqual(refusal);
		expect(at.do(reportPush, one)).toEqual(refusal);
		expect(pushRequestsOf(at.service, USER).map(({ state }) => state)).toEqual(['waiting']);
	});

	test.each([
		['suspended', (at: Bench) => at.do(suspend, { operator: OPERATOR, serial: at.token().serial })],
		['revoked', (at: Bench) => at.do(revoke, { operator: OPERATOR, serial: at.token().serial, to: 'Lost' })],
		[
			'not to be pushed to',
			(at: Bench) => at.do(changePolicy, { operator: OPERATOR, policy: windows({ push: false }) }),
		],
	] as const)('a token that is %s meanwhile is refused, and nothing is counted', (_, meanwhile) => {
		const at = bench();
		const one = request(at);
		const input = { ...of(at, one), entry: at.code() };
		meanwhile(at);
		expect(at.do(approvePush, input)).toEqual({ ok: false, reason: 'no-push' });
		expect([at.user().failures, now(at, one).state]).toEqual([0, 'waiting']);
	});

	test('of an account that was locked meanwhile is refused; denying is not, and counts nothing more', () => {
		const at = bench({ lock: { threshold: 1 } });
		const one = request(at);
		at.login(WRONG);
		const { lock, failures } = at.user();
		expect(approve(at, one)).toEqual({ ok: false, reason: 'account-locked' });
		at.wait(SECOND);
		expect(deny(at, one).ok).toBe(true);
		expect([at.user().lock, at.user().failures]).toEqual([lock, failures]);
	});

	test.each([
		{ what: 'a clock that is far off', steps: 40, reason: 'clock-off' },
		{ what: 'a clock for which a second code would be asked', steps: 4, reason: 'clock-off' },
	])('$what: the request ends, the failure counts: $reason', ({ steps, reason }) => {
		const at = bench();
		const entry = at.code(steps);
		const one = request(at);
		expect(approve(at, one, entry)).toEqual({ ok: false, reason });
		expect(now(at, one)).toMatchObject({ state: 'failed', answeredBy: at.token().serial, endedAt: at.now });
		expect(at.user().failures).toBe(1);
	});

	test('a code of the interval may have been used: the request itself works once', () => {
		const at = bench();
		const late = at.code(1);
		expect(at.login(late).ok).toBe(true);
		expect(approve(at, request(at)).ok).toBe(true);
		expect(at.token().mark).toBe(late.step);
		expect(approve(at, request(at)).ok).toBe(true);
		const counted = bench({ otp: { mode: 'event' } });
		const entry = counted.code(1);
		counted.login(entry);
		expect(approve(counted, request(counted), entry)).toEqual({ ok: false, reason: 'used-already' });
	});

	test('a counter that is too far ahead is out of step', () => {
		const at = bench({ otp: { mode: 'event' } });
		expect(approve(at, request(at), at.code(5))).toEqual({ ok: false, reason: 'out-of-step' });
		expect(approve(at, request(at), at.code(1)).ok).toBe(true);
	});

	test('a text that is no code is wrong', () => {
		const at = bench();
		expect(approve(at, request(at), WRONG)).toEqual({ ok: false, reason: 'wrong' });
		const nowhere = { kind: 'server-pin', serial: '1' } as const;
		expect(approve(at, request(at), nowhere)).toEqual({ ok: false, reason: 'wrong' });
		expect(at.user().failures).toBe(2);
	});

	test('takes the code of the token that it is answered with, of no other', () => {
		const at = bench({}, { tokens: [pushed, phone] });
		const [one, other] = [at.token(0).serial, at.token(1).serial];
		expect(approve(at, request(at), at.code(0, other)).ok).toBe(false);
		const last = request(at);
		expect(at.do(approvePush, { ...of(at, last, 1), entry: at.code(0, other) })).toEqual({
			ok: true,
			value: { by: 'push', serial: other },
		});
		expect([now(at, last).answeredBy, one === other]).toEqual([other, false]);
	});

	test('with a Server PIN takes PIN and code, and nothing less', () => {
		const at = bench({ pin: { type: 'Server' } });
		const { serial } = at.token();
		const pin = { kind: 'server-pin', serial } as const;
		expect(approve(at, request(at))).toEqual({ ok: false, reason: 'wrong-pin' });
		expect(approve(at, request(at), { kind: 'joined', parts: [pin, at.code()] }).ok).toBe(true);
		expect(approve(at, request(at))).toEqual({ ok: false, reason: 'wrong-pin' });
		const nowhere = { kind: 'server-pin', serial: '1' } as const;
		expect(approve(at, request(at), nowhere)).toEqual({ ok: false, reason: 'wrong' });
	});

	test('a Server PIN that is to be changed since the request went out: no login', () => {
		const at = bench({ pin: { type: 'Server' }, serverPin: { changeOnFirstUse: false } });
		const { serial } = at.token();
		const one = request(at);
		const initial = { ...at.token(), pin: { text: '1357', initial: true } };
		at.service = { ...at.service, tokens: withSerial(at, serial, initial) };
		at.policy({ serverPin: { changeOnFirstUse: true } });
		expect(approve(at, one)).toEqual({ ok: false, reason: 'no-push' });
	});
});

describe('denying and reporting', () => {
	test('a denial ends the request and counts as a failure', () => {
		const at = bench();
		const one = request(at);
		at.wait(SECOND);
		expect(deny(at, one)).toEqual({ ok: true, value: null });
		expect(now(at, one)).toEqual({
			...one,
			state: 'denied',
			answeredBy: at.token().serial,
			endedAt: at.now,
		});
		expect([at.user().failures, at.user().lastAttempt]).toEqual([1, at.now]);
		expect(log(at, 1)).toEqual([`${USER} deny-push R1 ok`]);
		expect(mailOf(at.wait(DAY).service, USER)).toEqual([]);
	});

	test('three denials in a row lock the account, and the mail about it says why', () => {
		const at = bench({ lock: { mailOnLock: true } });
		for (let i = 0; i < 3; i++) {
			expect(at.user().lock).toBeNull();
			deny(at, request(at));
		}
		expect([at.user().lock?.since, at.token().state]).toEqual([at.now, 'Locked']);
		expect(at.service.due).toContainEqual(
			expect.objectContaining({
				mail: expect.objectContaining({ content: { kind: 'locked', user: USER, denials: true } }) as object,
			}),
		);
		at.wait(15 * MINUTE);
		expect(ask(at)).toEqual({ ok: false, reason: 'challenge' });
	});

	test('a lock by wrong codes says nothing of denials', () => {
		const at = bench({ lock: { threshold: 1, mailOnLock: true } });
		at.login(WRONG);
		expect(at.service.due).toContainEqual(
			expect.objectContaining({
				mail: expect.objectContaining({ content: { kind: 'locked', user: USER } }) as object,
			}),
		);
	});

	test('the rejection policy sends the user an e-mail for each denial', () => {
		const at = bench({ push: { mailOnDenial: true } });
		deny(at, request(at));
		at.wait(DAY).login(WRONG);
		expect(mailOf(at.service, USER).map(({ content }) => content)).toEqual([
			{ kind: 'push-denied', request: 'R1' },
		]);
	});

	test('a report marks the request and alerts the organization, once', () => {
		const at = bench();
		const one = request(at);
		expect(at.do(reportPush, of(at, one))).toEqual({ ok: false, reason: 'not-denied' });
		deny(at, one);
		at.wait(SECOND);
		expect(at.do(reportPush, of(at, one))).toEqual({ ok: true, value: null });
		expect(now(at, one)).toMatchObject({ state: 'denied', reported: true });
		expect(pushesOf(at.service).alerts).toEqual([{ at: at.now, user: USER, request: 'R1' }]);
		expect(log(at, 1)).toEqual([`${USER} report-push R1 ok`]);
		expect(at.do(reportPush, of(at, one))).toEqual({ ok: false, reason: 'already-reported' });
		expect(pushesOf(at.service).alerts).toHaveLength(1);
		expect(at.user().failures).toBe(1);
	});

	test('what was approved or has expired cannot be reported', () => {
		const at = bench();
		const [one, other] = [request(at), request(at)];
		approve(at, one);
		at.wait(MINUTE);
		for (const ended of [one, other])
			expect(at.do(reportPush, of(at, ended))).toEqual({ ok: false, reason: 'not-denied' });
	});
});

describe('a request that nobody answers', () => {
	test('expires at its own time, counts nothing, and stands in the audit log', () => {
		const at = bench({ push: { timeoutSeconds: 45 } });
		const one = request(at);
		at.wait(DAY);
		at.login({ kind: 'nothing' });
		expect(now(at, one)).toEqual({ ...one, state: 'expired', endedAt: one.askedAt + 45 * SECOND });
		expect(at.user().failures).toBe(0);
		expect(auditOf(at.service, 2)[1]).toEqual({
			at: one.askedAt + 45 * SECOND,
			by: 'service',
			act: 'push-end',
			to: 'R1',
			outcome: 'ok',
		});
	});

	test('one that was answered does not expire', () => {
		const at = bench();
		const one = request(at);
		deny(at, one);
		const denied = now(at, one);
		at.wait(DAY).login({ kind: 'nothing' });
		expect(now(at, one)).toEqual(denied);
		expect(log(at, 5).filter((line) => line.includes('push-end'))).toEqual([]);
	});
});

describe('several requests', () => {
	test('wait side by side, and are answered each by itself', () => {
		const at = bench();
		const [one, other] = [request(at), request(at, { resource: 'vpn' })];
		expect(waitingPushes(at.service, USER, at.token().serial)).toEqual([one, other]);
		deny(at, one);
		expect(waitingPushes(at.service, USER, at.token().serial)).toEqual([other]);
		expect(approve(at, other).ok).toBe(true);
		expect(
			pushHistoryOf(at.service, USER, at.token().serial).map(({ id, state }) => `${id} ${state}`),
		).toEqual(['R2 approved', 'R1 denied']);
	});

	test('of those that ended the last 20 are kept, newest first; those that wait all stay', () => {
		const at = bench({ lock: { threshold: 0 } });
		const waits = request(at);
		for (let i = 0; i < 22; i++) deny(at, request(at));
		const { serial } = at.token();
		expect(pushHistoryOf(at.service, USER, serial).map(({ id }) => id)).toEqual(
			Array.from({ length: 20 }, (_, i) => `R${23 - i}`),
		);
		expect(waitingPushes(at.service, USER, serial)).toEqual([waits]);
		expect(pushHistoryOf(at.service, USER, 'another')).toEqual([]);
		at.policy({ push: { history: 3 } });
		approve(at, waits);
		expect(pushRequestsOf(at.service, USER)).toHaveLength(3);
	});
});

describe('number matching', () => {
	const matching = () => bench({ push: { numberMatching: true } });

	test('shows two digits, and offers three numbers with it among them', () => {
		const shown = new Set<number>();
		const places = new Set<number>();
		const at = matching();
		for (let i = 0; i < 60; i++) {
			const { match } = request(at);
			expect(match?.choices).toHaveLength(3);
			expect(new Set(match?.choices).size).toBe(3);
			expect(match?.choices.every((one) => Number.isInteger(one) && one >= 10 && one <= 99)).toBe(true);
			expect(match?.choices).toContain(match?.shown);
			shown.add(match!.shown);
			places.add(match!.choices.indexOf(match!.shown));
		}
		expect([shown.size > 20, [...places].sort()]).toEqual([true, [0, 1, 2]]);
	});

	test('the right number logs in', () => {
		const at = matching();
		const one = request(at);
		expect(approve(at, one, at.code(), { number: one.match!.shown }).ok).toBe(true);
	});

	test.each(['a wrong number', 'no number'])('%s is a denial', (what) => {
		const at = matching();
		const one = request(at);
		const other = one.match!.choices.find((choice) => choice !== one.match!.shown)!;
		const over = what === 'no number' ? {} : { number: other };
		expect(approve(at, one, at.code(), over)).toEqual({ ok: false, reason: 'wrong-number' });
		expect([now(at, one).state, at.user().failures, at.token().mark]).toEqual(['denied', 1, -1]);
		expect(at.do(reportPush, of(at, one)).ok).toBe(true);
	});
});

function withSerial(at: Bench, serial: string, token: Bench['service']['tokens'][string][string]) {
	return put(at.service.tokens, serial, token);
}
function lineStatus(at: Bench) {
	const [task = ''] = at.user().tasks;
	return lineOf(at.service, task, USER)?.status;
}
