import { describe, expect, test } from 'vitest';
import type { PolicyOverrides } from '../policy.ts';
import { activationString } from './activation-string.ts';
import { Bench, DAY, MANAGER, MINUTE, OPERATOR, START, USER, people } from './fixture.ts';
import {
	checkActivation,
	closeEnrollment,
	enroll,
	lineOf,
	mailOf,
	moveStopDate,
	openEnrollment,
	provision,
	removeTaskLines,
	requestReplacementToken,
	settle,
	stockOf,
	taskOf,
	textOf,
	tokenOf,
	type Entry,
	type NearMiss,
} from './service.ts';

const refusal = (reason: string) => ({ ok: false, reason });
const laptop = { target: 'Windows 10', app: 'MobilePASS+', deviceType: 'Laptop' } as const;
const string = (task: string, user = USER): Entry => ({ kind: 'activation-string', task, user });
const miss = (of: Entry, how: NearMiss): Entry => ({ kind: 'near-miss', of, how });

function provisioned(options: ConstructorParameters<typeof Bench>[0] = {}) {
	const bench = new Bench(options);
	const task = bench.provision();
	const open = () => bench.do(openEnrollment, { task, user: USER });
	const byString = (entry: Entry = string(task), over = {}) =>
		bench.do(enroll, { by: 'string', entry, ...laptop, ...over });
	const status = () => lineOf(bench.service, task, USER)?.status;
	return { bench, task, open, byString, status };
}

describe('provisioning', () => {
	test('makes a task with a line, reserves a token and mails the link', () => {
		const { bench, task } = provisioned({ stock: 3 });
		expect(taskOf(bench.service, task)).toEqual({
			id: 'T0001',
			operator: OPERATOR,
			startsAt: START,
			stopsAt: START + 30 * DAY,
			replaces: true,
			lines: {
				[USER]: {
					user: USER,
					status: 'Active',
					tries: 0,
					serial: null,
					emailedTo: 'Ada.Cole@example.com',
					code: expect.stringMatching(/^[A-Z2-7]{16}$/) as string,
					openings: 0,
					session: null,
				},
			},
		});
		expect(stockOf(bench.service)).toEqual({ total: 3, available: 2, reserved: 1, assigned: 0, outOfUse: 0 });
		expect(bench.user().tasks).toEqual([task]);
		bench.service = settle(bench.service, START + 3 * MINUTE);
		expect(mailOf(bench.service, USER)).toMatchObject([
			{ folder: 'Focused', content: { kind: 'enrollment', task, user: USER } },
		]);
	});

	test('serves several users at once, one token each, and one task after the other is numbered', () => {
		const bench = new Bench({ stock: 5 });
		bench.must(provision, { operator: OPERATOR, users: [USER, MANAGER, USER] });
		expect(stockOf(bench.service)).toMatchObject({ available: 3, reserved: 2 });
		expect(bench.must(provision, { operator: OPERATOR, users: [OPERATOR] }).task).toBe('T0002');
		const codes = ['T0001', 'T0001'].map((task, i) => lineOf(bench.service, task, i ? USER : MANAGER)?.code);
		expect(codes[0]).not.toBe(codes[1]);
	});

	test.each([
		{ what: 'by somebody who is no operator', input: { operator: MANAGER }, reason: 'unknown-operator' },
		{ what: 'for nobody', input: { users: [] }, reason: 'nobody-chosen' },
		{ what: 'for somebody not known', input: { users: [USER, 'ZZ1'] }, reason: 'unknown-user' },
		{ what: 'for somebody without an address', input: { users: [USER, 'NM00001'] }, reason: 'no-email' },
		{
			what: 'for more than the stock holds',
			input: { users: [USER, MANAGER] },
			reason: 'inventory-exhausted',
		},
	])('is refused $what, and nothing is reserved', ({ input, reason }) => {
		const nobody = { id: 'NM00001', firstName: 'No', lastName: 'Mail' };
		const bench = new Bench({ stock: 1, users: [...people(), nobody] });
		expect(bench.do(provision, { operator: OPERATOR, users: [USER], ...input })).toEqual(refusal(reason));
		expect(stockOf(bench.service)).toMatchObject({ available: 1, reserved: 0 });
		expect(bench.service.due).toEqual([]);
	});

	test('uses the last token of the stock, and no more', () => {
		const bench = new Bench({ stock: 1 });
		bench.provision();
		expect(bench.do(provision, { operator: OPERATOR, users: [MANAGER] })).toEqual(
			refusal('inventory-exhausted'),
		);
	});

	test('ends the open lines of the user’s earlier tasks, and their reservations', () => {
		const { bench, task } = provisioned({ stock: 1 });
		const second = bench.provision();
		expect(lineOf(bench.service, task, USER)?.status).toBe('Removed');
		expect(lineOf(bench.service, second, USER)?.status).toBe('Active');
		expect(stockOf(bench.service)).toMatchObject({ available: 0, reserved: 1 });
		expect(bench.do(openEnrollment, { task, user: USER })).toEqual(refusal('removed'));
		expect(bench.do(enroll, { by: 'string', entry: string(task), ...laptop })).toEqual(refusal('removed'));
	});

	test('puts the e-mail where the policy says, and loses it where it says so', () => {
		const junk = new Bench({ policy: { mail: { enrollmentFolder: 'Junk' } } });
		junk.provision();
		junk.staticPassword();
		const lost = new Bench({ policy: { mail: { lost: ['enrollment'] } } });
		lost.provision();
		const folders = [junk, lost].map(({ service }) =>
			mailOf(settle(service, START + DAY), USER).map(({ folder }) => folder),
		);
		expect(folders.map((list) => list.sort())).toEqual([['Focused', 'Junk'], []]);
	});

	test('takes the delay from the policy, to the second', () => {
		const bench = new Bench({ policy: { mail: { delaySeconds: { min: 60, max: 60 } } } });
		bench.provision();
		expect(mailOf(settle(bench.service, START + MINUTE - 1), USER)).toEqual([]);
		expect(mailOf(settle(bench.service, START + MINUTE), USER)).toHaveLength(1);
	});
});

describe('a replacement token', () => {
	test('can be requested by any user, and enrolling it ends the older token', () => {
		const bench = new Bench({ tokens: [{}], policy: { task: { newTokenEndsOld: false } } });
		const old = bench.code();
		const { task } = bench.must(requestReplacementToken, { requester: MANAGER, user: USER });
		expect(taskOf(bench.service, task)).toMatchObject({ operator: MANAGER, replaces: true });
		bench.must(enroll, { by: 'string', entry: string(task), ...laptop });
		expect(bench.user().serials).toHaveLength(1);
		expect(bench.login(old)).toEqual(refusal('old-token'));
	});

	test('is refused to somebody not known', () => {
		expect(new Bench().do(requestReplacementToken, { requester: 'ZZ1', user: USER })).toEqual(
			refusal('unknown-operator'),
		);
		expect(new Bench().do(requestReplacementToken, { requester: USER, user: 'ZZ1' })).toEqual(
			refusal('unknown-user'),
		);
	});
});

describe('the Self-Enrollment page', () => {
	test('opens by the link and offers the allowed targets', () => {
		const { open } = provisioned();
		expect(open()).toEqual({
			ok: true,
			value: { session: 1, targets: ['Windows 10', 'Android', 'iOS'], stopsAt: START + 30 * DAY },
		});
		expect(open()).toMatchObject({ ok: true, value: { session: 2 } });
	});

	test('opens up to the stop date and not after it', () => {
		const { bench, open, status } = provisioned();
		bench.wait(30 * DAY);
		expect(open()).toMatchObject({ ok: true });
		bench.wait(1);
		expect(open()).toEqual(refusal('expired'));
		expect(status()).toBe('Expired');
		expect(stockOf(bench.service)).toMatchObject({ available: 20, reserved: 0 });
	});

	test('knows no other links', () => {
		const { bench, task } = provisioned();
		for (const input of [
			{ task: 'T9999', user: USER },
			{ task, user: MANAGER },
			{ task, user: '__proto__' },
		])
			expect(bench.do(openEnrollment, input)).toEqual(refusal('unknown-link'));
	});

	test('enrolls by its own link as long as it is open', () => {
		const { bench, task } = provisioned();
		const link = (session: number) => ({ by: 'link', task, user: USER, session, ...laptop }) as const;
		const open = () => bench.must(openEnrollment, { task, user: USER }).session;
		expect(bench.do(enroll, link(1))).toEqual(refusal('session-closed'));
		const first = open();
		const second = open();
		expect(bench.do(enroll, link(first))).toEqual(refusal('session-closed'));
		bench.must(closeEnrollment, { task, user: USER, session: second });
		expect(bench.do(enroll, link(second))).toEqual(refusal('session-closed'));
		expect(bench.do(enroll, link(open()))).toMatchObject({ ok: true });
	});

	test('closes once, and only the one that is open', () => {
		const { bench, task } = provisioned();
		const { session } = bench.must(openEnrollment, { task, user: USER });
		const close = (over = {}) => bench.do(closeEnrollment, { task, user: USER, session, ...over });
		expect(close({ session: session + 1 })).toEqual(refusal('not-open'));
		expect(close({ task: 'T9' })).toEqual(refusal('unknown-link'));
		expect(close()).toEqual({ ok: true, value: null });
		expect(close()).toEqual(refusal('not-open'));
	});

	test('says after enrollment that it is completed', () => {
		const { bench, open, byString, status } = provisioned();
		byString();
		expect([open(), byString()]).toEqual([refusal('already-completed'), refusal('already-completed')]);
		bench.login(bench.code());
		expect(status()).toBe('Completed');
		expect(open()).toEqual(refusal('already-completed'));
	});
});

describe('enrolling', () => {
	test('gives the app its credential, and the service keeps the same', () => {
		const { bench, task, byString } = provisioned({ stock: 2 });
		const reply = byString();
		const token = bench.token();
		expect(reply).toEqual({
			ok: true,
			value: {
				app: 'MobilePASS+',
				secret: expect.stringMatching(/^[A-Z2-7]{32}$/) as string,
				mode: 'time',
				digits: 6,
				algorithm: 'SHA1',
				intervalSeconds: 30,
				pinType: 'Token',
				serial: token.serial,
				activation: 0,
				user: USER,
			},
		});
		expect(token).toEqual({
			serial: token.serial,
			state: 'Active',
			owner: USER,
			seed: {
				app: 'MobilePASS+',
				secret: token.seed?.secret,
				mode: 'time',
				digits: 6,
				algorithm: 'SHA1',
				intervalSeconds: 30,
				pinType: 'Token',
			},
			retired: [],
			mark: -1,
			drift: 0,
			pin: null,
			device: { target: 'Windows 10', deviceType: 'Laptop', push: 'Disabled' },
			task,
			enrolledAt: START,
			lastSuccess: null,
			comment: '',
		});
		expect(reply.ok && reply.value.secret).toBe(token.seed?.secret);
		expect(lineOf(bench.service, task, USER)).toMatchObject({
			status: 'Enrolled',
			serial: token.serial,
			session: null,
		});
		expect(stockOf(bench.service)).toEqual({ total: 2, available: 1, reserved: 0, assigned: 1, outOfUse: 0 });
	});

	test('removes the static password', () => {
		const bench = new Bench();
		const password = bench.staticPassword();
		bench.enroll();
		expect(bench.login(password)).toEqual(refusal('old-password'));
		expect(bench.user().passwords).toMatchObject([{ state: 'removed' }]);
	});

	test('is promised nothing by the check before it', () => {
		const { bench, task } = provisioned();
		const input = { by: 'string', entry: string(task), target: 'Windows 10', app: 'MobilePASS+' } as const;
		const before = bench.service;
		expect(bench.do(checkActivation, input)).toEqual({
			ok: true,
			value: { task, user: USER, pinType: 'Token', pin: bench.service.policy.pin, push: false },
		});
		expect({ ...bench.service, audit: before.audit }).toEqual(before);
		bench.must(removeTaskLines, { operator: OPERATOR, task });
		expect(bench.do(enroll, { ...input, deviceType: 'Laptop' })).toEqual(refusal('removed'));
		expect(bench.user().serials).toEqual([]);
	});

	test('is refused by the check as it is by the end: tries count in both', () => {
		const { bench, task } = provisioned();
		const check = (entry: Entry, target: 'Windows 10' | 'macOS' = 'Windows 10') =>
			bench.do(checkActivation, { by: 'string', entry, target, app: 'MobilePASS+' });
		expect(check(string(task), 'macOS')).toEqual(refusal('target-not-allowed'));
		expect(check(miss(string(task), 'too-short'), 'macOS')).toEqual(refusal('string-invalid'));
		expect(lineOf(bench.service, task, USER)?.tries).toBe(1);
		expect(check(string('T7'))).toEqual(refusal('string-invalid'));
	});

	test('by a link that was never sent is refused', () => {
		const { bench } = provisioned();
		const link = { by: 'link', task: 'T9', user: USER, session: 1, ...laptop } as const;
		expect(bench.do(enroll, link)).toEqual(refusal('unknown-link'));
	});

	test('leaves a token that was handed over with its secret, and takes one from stock', () => {
		const bench = new Bench({ stock: 1, tokens: [{ state: 'Assigned' }] });
		const handed = bench.token().serial;
		expect(bench.enroll(false).serial).not.toBe(handed);
		expect(bench.user().serials).toContain(handed);
	});

	test('names in the comment why the older token is back in stock', () => {
		const bench = new Bench({ tokens: [{}] });
		const { serial } = bench.token();
		bench.enroll();
		expect(tokenOf(bench.service, serial)).toMatchObject({ state: 'Inventory', comment: 'replaced' });
	});

	test('takes a token that was assigned to the user before one from stock', () => {
		const bench = new Bench({ stock: 2 });
		const { serial } = bench.assign();
		expect(bench.enroll().serial).toBe(serial);
		expect(stockOf(bench.service)).toEqual({ total: 2, available: 1, reserved: 0, assigned: 1, outOfUse: 0 });
		expect(bench.user().serials).toEqual([serial]);
	});

	test('does not give the token that it ends out again at once', () => {
		const bench = new Bench({ stock: 1 });
		const first = bench.enroll();
		bench.revoke();
		const again = bench.enroll();
		expect(again).toMatchObject({ serial: first.serial, activation: 1 });
		expect(again.secret).not.toBe(first.secret);
		const other = new Bench({ stock: 1, tokens: [{}] });
		const old = other.token().serial;
		expect(other.enroll().serial).not.toBe(old);
		expect(stockOf(other.service)).toEqual({ total: 2, available: 1, reserved: 0, assigned: 1, outOfUse: 0 });
	});

	test('of a new token ends the old one’s codes', () => {
		const bench = new Bench({ tokens: [{}] });
		const old = bench.code();
		const fresh = bench.enroll();
		expect(bench.login(old)).toEqual(refusal('old-token'));
		expect(bench.login(bench.code(0, fresh.serial))).toMatchObject({ ok: true });
	});

	test('leaves the old token where nothing is to be replaced, and MobilePASS 8 in any case', () => {
		const keep = new Bench({ tokens: [{}] });
		const old = keep.code();
		keep.enroll(false);
		expect(keep.login(old)).toMatchObject({ ok: true });
		const migrate = new Bench({ tokens: [{ app: 'MobilePASS 8' }] });
		const eight = migrate.code();
		migrate.enroll(true);
		expect(migrate.login(eight)).toMatchObject({ ok: true });
	});

	test.each([
		{ what: 'Android with push', over: { target: 'Android', allowPush: true }, push: 'Enabled' },
		{ what: 'Android, "No Thanks"', over: { target: 'Android', allowPush: false }, push: 'Disabled' },
		{ what: 'Android, not asked', over: { target: 'Android' }, push: 'Disabled' },
		{ what: 'Windows, where push is off', over: { allowPush: true }, push: 'Disabled' },
	])('stores the push state of enrollment: $what', ({ over, push }) => {
		const { bench, byString } = provisioned();
		byString(undefined, over);
		expect(bench.token().device?.push).toBe(push);
	});

	test('asks for permission to push only where the server has it on', () => {
		const { bench, task } = provisioned();
		const check = (target: 'Android' | 'Windows 10') =>
			bench.must(checkActivation, { by: 'string', entry: string(task), target, app: 'MobilePASS+' }).push;
		expect([check('Android'), check('Windows 10')]).toEqual([true, false]);
	});

	test('of MobilePASS 8 works where its target says so, without push and without ending others', () => {
		const policy: PolicyOverrides = { targets: { 'Windows 10': { app: 'MobilePASS 8', push: true } } };
		const { bench, byString } = provisioned({ policy, tokens: [{}] });
		const old = bench.code();
		expect(byString(undefined, { allowPush: true })).toEqual(refusal('wrong-app'));
		expect(byString(undefined, { app: 'MobilePASS 8', allowPush: true })).toMatchObject({ ok: true });
		expect(bench.token(1)).toMatchObject({
			seed: { app: 'MobilePASS 8' },
			device: { push: 'Not Applicable' },
		});
		expect(bench.login(old)).toMatchObject({ ok: true });
		const task = bench.provision();
		expect(
			bench.must(checkActivation, {
				by: 'string',
				entry: string(task),
				target: 'Windows 10',
				app: 'MobilePASS 8',
			}).push,
		).toBe(false);
	});

	test('is refused on a target that is not allowed, which is no try', () => {
		const { bench, task, byString } = provisioned();
		expect(byString(undefined, { target: 'macOS' })).toEqual(refusal('target-not-allowed'));
		expect(lineOf(bench.service, task, USER)?.tries).toBe(0);
		expect(byString()).toMatchObject({ ok: true });
	});

	test('with Server PIN gives an initial PIN', () => {
		const { bench, byString } = provisioned({
			policy: { pin: { type: 'Server' }, serverPin: { generatedLength: 6 } },
		});
		expect(byString()).toMatchObject({ ok: true, value: { pinType: 'Server' } });
		expect(bench.token().pin).toEqual({ text: expect.stringMatching(/^\d{6}$/) as string, initial: true });
	});

	test('takes the passcode settings of the policy; a change of policy leaves the token as it is', () => {
		const { bench, byString } = provisioned({ policy: { otp: { digits: 8, algorithm: 'SHA256' } } });
		byString();
		bench.policy({ otp: { digits: 6 } });
		expect(bench.token().seed).toMatchObject({ digits: 8, algorithm: 'SHA256' });
		expect(bench.login(bench.code())).toMatchObject({ ok: true });
	});

	test('stands in the audit log with the line that it was for', () => {
		const { bench, task, byString } = provisioned();
		byString({ kind: 'raw', text: 'T0001' });
		byString();
		bench.do(enroll, { by: 'link', task, user: USER, session: 7, ...laptop });
		expect(bench.service.audit.flat().slice(-3)).toMatchObject([
			{ act: 'enroll', by: '', to: '', outcome: 'string-invalid' },
			{ act: 'enroll', by: USER, to: task, outcome: 'ok' },
			{ act: 'enroll', by: USER, to: task, outcome: 'already-completed' },
		]);
	});
});

describe('the activation string', () => {
	test('has a readable head, a code and a checksum', () => {
		const { bench, task } = provisioned();
		const text = textOf(bench.service, USER, string(task)) ?? '';
		expect(text).toMatch(/^T0001\.AB12345\.[A-Z2-7]{16}\.[A-Z2-7]{4}$/);
	});

	test('has a checksum over all that comes before', () => {
		const made = (code: string, user = USER) => activationString('T0001', { user, code });
		expect(made('AAAAAAAAAAAAAAAA')).toBe('T0001.AB12345.AAAAAAAAAAAAAAAA.XW4B');
		expect(made('AAAAAAAAAAAAAAAB')).toBe('T0001.AB12345.AAAAAAAAAAAAAAAB.XWIE');
		expect(made('AAAAAAAAAAAAAAAA', 'BB12345').slice(-4)).not.toBe(made('AAAAAAAAAAAAAAAA').slice(-4));
	});

	test('may have spaces around it', () => {
		const { bench, task, byString } = provisioned();
		const text = textOf(bench.service, USER, string(task)) ?? '';
		expect(byString({ kind: 'raw', text: `  ${text}\n` })).toMatchObject({ ok: true });
	});

	test.each(['too-short', 'too-long', 'one-off'] as const)(
		'that misses (%s) counts a try; the third locks the line',
		(how) => {
			const { bench, task, byString, open, status } = provisioned();
			const bad = miss(string(task), how);
			expect([byString(bad), byString(bad)]).toEqual([refusal('string-invalid'), refusal('string-invalid')]);
			expect(lineOf(bench.service, task, USER)).toMatchObject({ tries: 2, status: 'Active' });
			expect(byString(bad)).toEqual(refusal('enrollment-locked'));
			expect(status()).toBe('Locked');
			expect(stockOf(bench.service)).toMatchObject({ reserved: 0, available: 20 });
			expect([open(), byString()]).toEqual([refusal('enrollment-locked'), refusal('enrollment-locked')]);
		},
	);

	test.each(['', 'T0001', 'T0001.', 'T0001.AB1234', 'T9999.AB12345.AAAA.AAAA', '.AB12345.', 'AB12345'])(
		'"%s" belongs to no line and counts nowhere',
		(text) => {
			const { bench, task, byString } = provisioned();
			expect(byString({ kind: 'raw', text })).toEqual(refusal('string-invalid'));
			expect(lineOf(bench.service, task, USER)?.tries).toBe(0);
		},
	);

	test('in the wrong case has no readable head', () => {
		const { bench, task, byString } = provisioned();
		expect(byString(miss(string(task), 'case'))).toEqual(refusal('string-invalid'));
		expect(lineOf(bench.service, task, USER)?.tries).toBe(0);
	});

	test('of a task that never was stands for nothing', () => {
		const { byString } = provisioned();
		expect(byString(string('T7777'))).toEqual(refusal('string-invalid'));
	});

	test('works for a user id with dots', () => {
		const dotted = { id: 'a.b', firstName: 'A', lastName: 'B', email: 'a.b@example.com' };
		const bench = new Bench({ users: [...people(), { ...dotted, id: 'a' }, dotted] });
		const { task } = bench.must(provision, { operator: OPERATOR, users: ['a.b'] });
		expect(bench.do(enroll, { by: 'string', entry: string(task, 'a.b'), ...laptop })).toMatchObject({
			ok: true,
			value: { user: 'a.b' },
		});
	});

	test('of an ended line is refused for what ended it, right or wrong', () => {
		const { bench, task, byString } = provisioned();
		bench.wait(31 * DAY);
		expect([byString(), byString(miss(string(task), 'too-short'))]).toEqual([
			refusal('expired'),
			refusal('expired'),
		]);
		expect(lineOf(bench.service, task, USER)?.tries).toBe(0);
	});
});

describe('an operator’s acts on a task', () => {
	test('removing a line ends it, releases the token and may tell the user', () => {
		const { bench, task, open } = provisioned();
		expect(bench.do(removeTaskLines, { operator: OPERATOR, task, notify: true })).toEqual({
			ok: true,
			value: { removed: 1 },
		});
		expect(open()).toEqual(refusal('removed'));
		expect(stockOf(bench.service)).toMatchObject({ reserved: 0 });
		const kinds = mailOf(settle(bench.service, START + DAY), USER).map(({ content }) => content.kind);
		expect(kinds.sort()).toEqual(['enrollment', 'task-removed']);
		expect(bench.do(removeTaskLines, { operator: OPERATOR, task })).toEqual(refusal('nothing-open'));
	});

	test('removing one user’s line leaves the others', () => {
		const bench = new Bench();
		const { task } = bench.must(provision, { operator: OPERATOR, users: [USER, MANAGER] });
		bench.must(removeTaskLines, { operator: OPERATOR, task, user: MANAGER });
		expect([USER, MANAGER].map((user) => lineOf(bench.service, task, user)?.status)).toEqual([
			'Active',
			'Removed',
		]);
		expect(stockOf(bench.service).reserved).toBe(1);
		const kinds = mailOf(settle(bench.service, START + DAY), MANAGER).map(({ content }) => content.kind);
		expect(kinds).toEqual(['enrollment']);
	});

	test('removing leaves a line that is enrolled', () => {
		const { bench, task, byString, status } = provisioned();
		byString();
		expect(bench.do(removeTaskLines, { operator: OPERATOR, task })).toEqual(refusal('nothing-open'));
		expect(status()).toBe('Enrolled');
	});

	test('moving the stop date keeps the link alive, or ends it earlier', () => {
		const { bench, task, open } = provisioned();
		bench.must(moveStopDate, { operator: OPERATOR, task, stopsAt: START + 60 * DAY });
		bench.wait(45 * DAY);
		expect(open()).toMatchObject({ ok: true });
		bench.must(moveStopDate, { operator: OPERATOR, task, stopsAt: bench.now });
		expect(open()).toMatchObject({ ok: true });
		bench.wait(1);
		expect(open()).toEqual(refusal('expired'));
	});

	test.each([
		{ what: 'by somebody who is no operator', input: { operator: MANAGER }, reason: 'unknown-operator' },
		{ what: 'of a task that never was', input: { task: 'T9' }, reason: 'unknown-task' },
	])('are refused $what', ({ input, reason }) => {
		const { bench, task } = provisioned();
		const given = { operator: OPERATOR, task, ...input };
		expect(bench.do(removeTaskLines, given)).toEqual(refusal(reason));
		expect(bench.do(moveStopDate, { ...given, stopsAt: START + DAY })).toEqual(refusal(reason));
	});

	test('do not move a stop date into the past', () => {
		const { bench, task } = provisioned();
		for (const stopsAt of [START - 1, NaN])
			expect(bench.do(moveStopDate, { operator: OPERATOR, task, stopsAt })).toEqual(refusal('in-the-past'));
	});
});
