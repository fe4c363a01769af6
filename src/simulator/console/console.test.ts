import { describe, expect, test } from 'vitest';
import '../phone/index.ts';
import { drive, type Driven } from '../phone/driven.ts';
import { auditOf, setPasswordOf, stockOf, type Service } from '../service/service.ts';
import {
	advance,
	createWorld,
	hash,
	screenOf,
	stepAt,
	textOf,
	tokensOf,
	userOf,
	type Control,
	type World,
} from '../world.ts';
import { besideWorld, consolePages, consoleScreens, foundText, operatorCode, toldBy } from './index.ts';

const START = Date.UTC(2026, 2, 2, 14);
const fresh = (more: object = {}): World => createWorld({ seed: 5, startsAt: START, console: true, ...more });
const open = (world = fresh()): Driven => drive(world, 'console');
const controls = ({ world }: Driven): readonly Control[] => screenOf(world, 'console').controls;
const text = (driven: Driven, id: string) => controls(driven).find((one) => one.id === id)?.text;
const page = ({ world }: Driven) => screenOf(world, 'console').name;
const told = (driven: Driven) => text(driven, 'console.told') ?? text(driven, 'console.message');
const enabled = (driven: Driven, id: string) => controls(driven).find((one) => one.id === id)?.enabled;
const mine = ({ world }: Driven) => tokensOf(world.service, world.people.user);
const account = ({ world }: Driven, id = world.people.user) => userOf(world.service, id)!;
/** The cells of a table, row by row. */
const table = (driven: Driven, name: string): Record<string, Record<string, string>> => {
	const rows: Record<string, Record<string, string>> = {};
	for (const { cell, text: words } of controls(driven))
		if (cell?.table === name) rows[cell.row] = { ...rows[cell.row], [cell.column]: words };
	return rows;
};
const lastAct = ({ service }: World) => {
	const [entry] = auditOf(service, 1);
	return entry && [entry.by, entry.act, entry.outcome];
};

/** The page of a user, found by what they are called. */
const atUser = (driven: Driven, user = driven.world.people.user) =>
	driven.use('console.module-assignment', 'console.search', `console.user-${user}`);
const manage = (driven: Driven, serial: string) => atUser(driven).use(`console.manage-${serial}`);
/** Jordan with a token that is enrolled on the phone. */
function withPhone(): Driven {
	const world = fresh({ phone: { installed: true }, policy: { pin: { type: 'None' } } });
	const mails = Object.values(world.service.mailboxes).flatMap((bucket) => bucket[world.people.user] ?? []);
	return drive(world, 'phone')
		.use('phone.unlock', 'home.mail', `mail.mail-${mails.at(-1)?.id ?? ''}`, 'mail.self-enrollment')
		.use('browser.enroll', 'prompt.open', 'mobilepass.continue', 'mobilepass.continue', 'mobilepass.allow')
		.use('mobilepass.done', 'phone.home')
		.on('console');
}
const activeOf = (driven: Driven) => mine(driven).find(({ state }) => state === 'Active')!.serial;
const codeOf = ({ world }: Driven, serial: string, off = 0) => {
	const { seed } = tokensOf(world.service, world.people.user).find((one) => one.serial === serial)!;
	return { kind: 'passcode', serial, activation: 0, step: stepAt(seed!, world.now) + off } as const;
};

describe('a World with a console', () => {
	test('one without has nothing of it', () => {
		const plain = createWorld({ seed: 5, startsAt: START });
		expect(plain).not.toHaveProperty('console');
		expect(plain.service).not.toHaveProperty('console');
		expect(tokensOf(plain.service, plain.people.operator)).toEqual([]);
	});

	test('opens at the Snapshot; its operator has a token of their own, or none', () => {
		expect(page(open())).toBe('console.snapshot');
		const states = (operatorTokens: 0 | 1 | 2) => {
			const world = fresh({ console: { operatorTokens } });
			return tokensOf(world.service, world.people.operator).map(({ state }) => state);
		};
		expect([states(0), states(1)]).toEqual([[], ['Active']]);
		expect(states(2)).toContain('Active');
	});

	test('every page has its modules, one title, and ids that occur once', () => {
		for (const [name, draw] of Object.entries(consoleScreens)) {
			const live = draw(fresh());
			const ids = live.map(({ id }) => id);
			expect([name, new Set(ids).size]).toEqual([name, ids.length]);
			expect(live.filter(({ id }) => id === 'console.title')).toHaveLength(1);
			const modules = live.filter(({ id }) => id.startsWith('console.module-')).length;
			expect([name, modules]).toEqual([name, name === 'console.sign-in' ? 0 : 5]);
		}
		expect(Object.keys(consoleScreens)).toHaveLength(consolePages.length);
	});
});

describe('Sign in', () => {
	const closed = () => open(fresh({ console: { signedIn: false } })).wait(60);
	const who = ({ people }: World) =>
		({ kind: 'found', by: 'user-id', of: people.operator, letters: people.operator.length }) as const;
	const signIn = (at: Driven, entry = operatorCode(at.world)!) =>
		at.type('console.login-user', who(at.world)).type('console.login-code', entry).use('console.sign-in');

	test('takes a passcode of the operator’s own token, once', () => {
		const at = closed();
		expect(page(at)).toBe('console.sign-in');
		const digits = textOf(at.world.service, at.world.people.operator, operatorCode(at.world)!);
		expect(text(at, 'console.own-token')).toContain(digits);
		expect(page(signIn(at))).toBe('console.snapshot');
	});

	test('refuses an old one, an empty form and one without a token, and says no more than that', () => {
		const at = closed();
		const old = operatorCode(at.world)!;
		const refused = signIn(at, { ...old, step: old.step - 20 });
		expect([page(refused), told(refused)]).toEqual([
			'console.sign-in',
			'Sign-in failed. Check your user ID and your passcode.',
		]);
		expect(refused.world.truth).toMatchObject({ what: 'login', outcome: 'used-already' });
		expect(page(closed().use('console.sign-in'))).toBe('console.sign-in');
		const without = open(fresh({ console: { signedIn: false, operatorTokens: 0 } }));
		expect(operatorCode(without.world)).toBeNull();
		expect(text(without, 'console.own-token')).toBe('You have no token that works.');
	});
});

test('a small stock is small from the start', () => {
	expect(stockOf(fresh({ console: { stock: 1 } }).service).available).toBe(0);
	expect(stockOf(fresh({ console: { stock: 3 } }).service).available).toBe(2);
});

describe('Snapshot', () => {
	test('counts each type in each state, and what is free and reserved', () => {
		const at = open();
		const rows = table(at, 'Token States');
		expect(rows['MobilePASS']).toMatchObject({ Active: '1', Suspended: '1', Lost: '0' });
		expect(rows['Password']).toMatchObject({ Active: '0' });
		expect(rows['SecurID']).toMatchObject({ Active: '–', Inventory: '–' });
		expect(text(at, 'console.reserved-value')).toBe('1');
		expect(text(at, 'console.available-value')).toBe(rows['MobilePASS']?.['Inventory']);
	});

	test('follows an act at once', () => {
		const before = open();
		const [old] = mine(before);
		const after = manage(before, old!.serial)
			.use('console.revoke', 'console.mode-lost', 'console.confirm')
			.use('console.module-snapshot');
		expect(table(after, 'Token States')['MobilePASS']).toMatchObject({ Suspended: '0', Lost: '1' });
	});
});

describe('Assignment', () => {
	test('finds by the beginning of what somebody is called; an empty field lists all', () => {
		const at = open().use('console.module-assignment');
		expect(text(at, 'console.hint')).toContain('beginning of a name');
		const all = at.use('console.search');
		expect(Object.keys(table(all, 'Users'))).toHaveLength(4);
		const found = at
			.type('console.search-user', { kind: 'found', by: 'last-name', of: 'JR48213', letters: 3 })
			.use('console.search');
		expect(table(found, 'Users')['JR48213']).toMatchObject({ Name: 'Rivers, Jordan', Account: 'Active' });
		expect(Object.keys(table(found, 'Users'))).toEqual(['JR48213']);
		expect(text(found, 'console.count')).toBe('1 to 1 of 1');
	});

	test('the letters are those of the World, never what was typed', () => {
		const world = fresh();
		const found = { kind: 'found', by: 'e-mail', of: world.people.manager, letters: 6 } as const;
		expect(foundText(world, found)).toBe('morgan');
		expect(foundText(world, { ...found, of: 'ZZ1' })).toBe('');
		expect(foundText(world, { ...found, by: 'serial', of: '12345', letters: 2 })).toBe('12');
	});

	test('one task for all who are ticked, after Confirm', () => {
		const at = open().use('console.module-assignment', 'console.search');
		expect(enabled(at, 'console.provision')).toBe(false);
		const chosen = at
			.use('console.tick-MW10027', 'console.tick-AB99999', 'console.tick-JR48213', 'console.tick-JR48213')
			.use('console.provision');
		expect(text(chosen, 'console.whom-value')).toBe('2 users');
		const confirm = chosen.use('console.provision');
		expect([page(confirm), confirm.world.service.tasks]).toEqual([
			'console.confirm',
			chosen.world.service.tasks,
		]);
		const after = confirm.use('console.confirm');
		expect([page(after), told(after)]).toEqual([
			'console.tasks',
			'The task was created. Each user is sent an e-mail.',
		]);
		expect(Object.values(table(after, 'Provisioning Tasks')).map((row) => row['Count'])).toContain('2');
		expect(lastAct(after.world)).toEqual(['OP00001', 'provision', 'ok']);
	});

	test('only MobilePASS can be provisioned; another type says so', () => {
		const at = atUser(open()).use('console.provision', 'console.type-oath');
		expect(text(at, 'console.not-here')).toContain('Choose MobilePASS');
		expect([text(at, 'console.available-value'), enabled(at, 'console.provision')]).toEqual(['0', false]);
		expect(enabled(at.use('console.type-mobilepass'), 'console.provision')).toBe(true);
	});

	test('with no token left it is refused, in words, and stands in the audit log', () => {
		let at = open();
		const figure = (id: string) => Number(text(at.use('console.module-snapshot'), `console.${id}-value`));
		while (figure('available') > figure('reserved')) at = atUser(at).use('console.assign');
		expect(lastAct(at.world)).toEqual(['OP00001', 'assign', 'ok']);
		const all = at.use('console.module-assignment', 'console.search');
		const refused = all.use(
			'console.tick-MW10027',
			'console.provision',
			'console.provision',
			'console.confirm',
		);
		expect(told(refused)).toBe('There are not enough available tokens. Return tokens to inventory first.');
		expect(page(refused)).toBe('console.confirm');
		expect(lastAct(refused.world)).toEqual(['OP00001', 'provision', 'inventory-exhausted']);
	});
});

describe('a user’s methods', () => {
	test('stand with the columns of the module', () => {
		const at = atUser(open());
		const [old] = mine(at);
		expect(table(at, 'Authentication Methods')[old!.serial]).toEqual({
			Type: 'MobilePASS',
			Target: 'Windows 10',
			Description: old!.serial,
			State: 'Suspended',
			'Provisioning Rule': 'Manual',
			'Initial PIN': '',
			Action: 'Manage',
		});
	});

	test('Assign, Suspend, Activate', () => {
		const assigned = atUser(open()).use('console.assign');
		expect(mine(assigned).map(({ state }) => state)).toContain('Assigned');
		const phone = withPhone();
		const serial = activeOf(phone);
		const suspended = manage(phone, serial).use('console.suspend', 'console.box-password', 'console.confirm');
		expect(mine(suspended).find((one) => one.serial === serial)?.state).toBe('Suspended');
		expect(setPasswordOf(account(suspended))).toBeDefined();
		const active = suspended.use('console.activate', 'console.confirm');
		expect(mine(active).find((one) => one.serial === serial)?.state).toBe('Active');
		expect(setPasswordOf(account(active))).toBeUndefined();
	});

	test.each([
		['inventory', 'Inventory'],
		['initialize', 'Initialize'],
		['lost', 'Lost'],
		['faulty', 'Faulty'],
	])('Revoke: %s', (mode, state) => {
		const at = open();
		const { serial } = mine(at)[0]!;
		const after = manage(at, serial)
			.use('console.revoke', `console.mode-${mode}`, 'console.comment-lost-or-stolen')
			.use('console.confirm');
		expect([page(after), told(after)]).toEqual(['console.user', 'The token was revoked.']);
		const token = open(after.world).use('console.module-tokens', 'console.search', `console.token-${serial}`);
		expect([text(token, 'console.state-value'), text(token, 'console.comment-value')]).toEqual([
			state,
			'Lost or stolen',
		]);
		expect(enabled(token, 'console.reinitialize')).toBe(state !== 'Inventory');
		if (state === 'Inventory') return;
		const back = token.use('console.reinitialize');
		expect([text(back, 'console.state-value'), told(back)]).toEqual([
			'Inventory',
			'The token is back in inventory.',
		]);
		const gone = token.use('console.remove-token');
		expect([page(gone), told(gone)]).toEqual(['console.tokens', 'The token was removed.']);
	});

	test('an operator’s last method cannot be revoked, and the page says why', () => {
		const at = atUser(open(), 'OP00001');
		const [own] = tokensOf(at.world.service, 'OP00001');
		const after = at.use(`console.manage-${own!.serial}`, 'console.revoke', 'console.confirm');
		expect([page(after), told(after)?.slice(0, 53)]).toEqual([
			'console.revoke',
			'This is the last authentication method of an operator',
		]);
		expect(lastAct(after.world)).toEqual(['OP00001', 'revoke', 'last-method-of-operator']);
	});

	test('a temporary password is for a user without an active token', () => {
		const at = atUser(open()).use('console.password', 'console.box-change', 'console.confirm');
		expect(told(at)).toBe('A temporary password was set and sent by e-mail.');
		expect(setPasswordOf(account(at))?.mustChange).toBe(true);
		expect(table(at, 'Authentication Methods')['password']).toMatchObject({ Type: 'Password' });
		const revoked = at.use('console.revoke-password');
		expect(setPasswordOf(account(revoked))).toBeUndefined();
		expect(enabled(atUser(withPhone()), 'console.password')).toBe(false);
	});

	test('a new Server PIN is shown until it is changed', () => {
		const at = open(fresh({ policy: { pin: { type: 'Server' } } }));
		const assigned = atUser(at).use('console.assign');
		const { serial, pin } = mine(assigned).at(-1)!;
		const before = manage(assigned, serial);
		expect(text(before, 'console.initial-pin-value')).toBe(pin?.text);
		const after = before.use('console.new-pin');
		expect(told(after)).toBe('A new PIN was set. Read it out to the user.');
		expect(text(after, 'console.initial-pin-value')).toBe(mine(after).at(-1)!.pin?.text);
		expect(enabled(manage(open(), mine(open())[0]!.serial), 'console.new-pin')).toBe(false);
	});

	test('Resync takes two codes that follow each other, and forgets what was typed', () => {
		const phone = withPhone();
		const serial = activeOf(phone);
		const at = manage(phone, serial).use('console.resync');
		expect(enabled(at, 'console.confirm')).toBe(false);
		const typed = at.type('console.code-first', codeOf(at, serial, 40));
		const wrong = typed.type('console.code-second', codeOf(at, serial, 60)).use('console.confirm');
		expect(told(wrong)).toBe('The two codes do not belong together, or not to this token.');
		expect(wrong.world.console?.drafts).toEqual({});
		const right = typed.type('console.code-second', codeOf(at, serial, 41)).use('console.confirm');
		expect([page(right), told(right)]).toEqual(['console.method', 'The token is synchronized.']);
	});

	test('Unlock is there for a locked account', () => {
		const at = open(fresh({ policy: { lock: { durationMinutes: null } } }));
		expect(enabled(atUser(at), 'console.unlock')).toBe(false);
		const { user } = at.world.people;
		const lock = { at: START, until: null, cause: 'failures' } as never;
		const service = locked(at.world.service, user, lock);
		const seen = atUser(open({ ...at.world, service }));
		expect(text(seen, 'console.user-account-value')).toBe('Locked until an operator unlocks it');
		const unlocked = seen.use('console.unlock');
		expect([account(unlocked).lock, told(unlocked)]).toEqual([null, 'The account is unlocked.']);
	});
});

/** The account as it is after too many failures. */
const locked = (service: Service, user: string, lock: never): Service => ({
	...service,
	users: Object.fromEntries(
		Object.entries(service.users).map(([key, bucket]) => [
			key,
			bucket[user] ? { ...bucket, [user]: { ...bucket[user], lock } } : bucket,
		]),
	),
});

describe('verifying a caller', () => {
	test('the push comes to the phone, and the console says what came of it', () => {
		const asked = atUser(withPhone()).use('console.send-push', 'console.confirm');
		expect(text(asked, 'console.outcome-value')).toBe('Waiting for the answer');
		const phone = asked.on('phone');
		const notice = screenOf(phone.world, 'phone').controls.find(({ id }) => id.startsWith('notification.'));
		const approved = phone.use(notice!.id, 'mobilepass.approve').on('console');
		expect(text(approved, 'console.outcome-value')).toBe('Approved: the caller has the device of this user');
		const late = asked.wait(90);
		expect(text(late, 'console.outcome-value')).toBe('No answer in time');
	});

	test('with a number the operator has one to read out', () => {
		const asked = atUser(withPhone()).use('console.send-push', 'console.way-number', 'console.confirm');
		expect(text(asked, 'console.number-value')).toMatch(/^\d+$/);
	});

	test('is gray without a token that takes a push', () => {
		expect(enabled(atUser(open()), 'console.send-push')).toBe(false);
	});
});

describe('Tokens', () => {
	test('nothing is listed before Search; then by state and by serial', () => {
		const at = open().use('console.module-tokens');
		expect(table(at, 'Token List')).toEqual({});
		const active = at.use('console.state-active', 'console.search');
		expect(Object.values(table(active, 'Token List'))).toHaveLength(1);
		const { serial } = mine(at)[0]!;
		const one = at
			.type('console.search-serial', { kind: 'found', by: 'serial', of: serial, letters: serial.length })
			.use('console.state-all', 'console.search');
		expect(Object.keys(table(one, 'Token List'))).toEqual([serial]);
	});

	test('details say what the phone is, with push as of enrollment', () => {
		const at = withPhone();
		const serial = activeOf(at);
		const token = at.use('console.module-tokens', 'console.search', `console.token-${serial}`);
		expect([
			text(token, 'console.target-value'),
			text(token, 'console.push-otp-value'),
			text(token, 'console.type-value'),
		]).toEqual(['Android', 'Enabled', 'MobilePASS']);
	});

	test('a token in stock is on no device, and nothing is to be managed', () => {
		const free = open().use('console.module-tokens', 'console.state-inventory', 'console.search');
		const [serial = ''] = Object.keys(table(free, 'Token List'));
		const token = free.use(`console.token-${serial}`);
		expect(text(token, 'console.no-device')).toBe('This token is not enrolled on a device.');
		expect([enabled(token, 'console.manage'), text(token, 'console.target')]).toEqual([false, undefined]);
	});
});

describe('Provisioning Tasks', () => {
	const at = open().use('console.module-assignment', 'console.to-tasks');
	const task = Object.keys(table(at, 'Provisioning Tasks'))[0]!;

	test('the stop date moves; nobody is told by it', () => {
		const after = at.use(`console.task-${task}`, 'console.stop-7');
		expect(text(after, 'console.stop-value')).toBe(new Date(after.world.now + 7 * 86_400_000).toISOString());
		expect(told(after)).toBe('The stop date was changed.');
	});

	test('one user’s line, or the whole task, is removed; the e-mail only where it is wanted', () => {
		const user = at.world.people.user;
		const mails = (driven: Driven) =>
			Object.values(driven.world.service.mailboxes)
				.flatMap((bucket) => bucket[user] ?? [])
				.filter(({ content }) => content.kind === 'task-removed').length;
		const quiet = at.use(`console.task-${task}`, `console.remove-${user}`).wait(600);
		expect([table(quiet, 'Users of the task')[user]?.['Status'], mails(quiet)]).toEqual(['Removed', 0]);
		expect(enabled(quiet, 'console.remove')).toBe(false);
		const loud = at.use(`console.task-${task}`, 'console.box-notify', 'console.remove').wait(600);
		expect(mails(loud)).toBe(1);
		expect(table(loud.use('console.back'), 'Provisioning Tasks')).toEqual({});
	});
});

describe('Policy', () => {
	const at = open().use('console.module-policies');

	test('Apply and Cancel are lit once something changed, and back to what holds is no change', () => {
		const lockout = at.use('console.policy-lockout');
		const lit = (driven: Driven) => [enabled(driven, 'console.apply'), enabled(driven, 'console.cancel')];
		expect(lit(lockout)).toEqual([false, false]);
		const ticked = lockout.use('console.tick-lock-mail');
		expect(lit(ticked)).toEqual([true, true]);
		expect(lit(ticked.use('console.tick-lock-mail'))).toEqual([false, false]);
		expect(lit(ticked.use('console.cancel'))).toEqual([false, false]);
		expect(ticked.use('console.cancel').world.service.policy.lock.mailOnLock).toBe(false);
		expect(ticked.world.service.policy.lock.mailOnLock).toBe(false);
	});

	test('Apply takes what was ticked and typed; the Change Log says it', () => {
		const after = at
			.use('console.policy-lockout', 'console.tick-lock-mail')
			.type('console.set-lock-threshold', { kind: 'count', count: 5 })
			.use('console.apply');
		expect(told(after)).toBe('The policy was applied.');
		expect(after.world.service.policy.lock).toMatchObject({ threshold: 5, mailOnLock: true });
		expect(table(after, 'Change Log')['change-0']).toMatchObject({
			Operator: 'OP00001',
			Values: 'Account lock threshold: 3 → 5; Alert on lockout: off → on',
		});
		expect(after.world.console).toMatchObject({ drafts: {}, edits: {} });
	});

	test('a number outside its limits is refused, and stays to be mended', () => {
		const after = at
			.use('console.policy-temporary-password')
			.type('console.set-temporary-max', { kind: 'count', count: 999 })
			.use('console.apply');
		expect(told(after)).toBe('A value is outside its limits.');
		expect(after.world.service.policy).toBe(at.world.service.policy);
		expect(after.world.console?.drafts).toHaveProperty('console.set-temporary-max');
	});

	test('a target has one app; with neither it is not allowed', () => {
		const targets = at.use('console.policy-targets');
		const eight = targets.use('console.tick-android-eight', 'console.apply');
		expect(eight.world.service.policy.targets.Android).toMatchObject({ app: 'MobilePASS 8', allowed: true });
		expect(enabled(eight, 'console.tick-android-push')).toBe(false);
		const none = eight.use('console.tick-android-eight', 'console.apply');
		expect(none.world.service.policy.targets.Android.allowed).toBe(false);
		expect(enabled(targets, 'console.tick-windows-10-mobile-eight')).toBe(false);
	});

	test('what is changed rules the phone at once: a target that is not allowed enrolls nobody', () => {
		const world = fresh({ phone: { installed: true } });
		const mails = Object.values(world.service.mailboxes).flatMap((bucket) => bucket[world.people.user] ?? []);
		const closed = open(world)
			.use('console.module-policies', 'console.policy-targets', 'console.tick-android-allowed')
			.use('console.apply')
			.on('phone')
			.use('phone.unlock', 'home.mail', `mail.mail-${mails.at(-1)?.id ?? ''}`, 'mail.self-enrollment');
		expect(screenOf(closed.world, 'phone').controls.map(({ id }) => id)).not.toContain('browser.enroll');
	});
});

describe('the console beside another World', () => {
	const running = createWorld({ seed: 9, startsAt: START });
	const { serial } = tokensOf(running.service, running.people.user)[0]!;
	const away = (from: Driven) =>
		manage(from, serial).use('console.revoke', 'console.mode-lost', 'console.confirm');

	test('says what that World is to be told, and leaves it as it is', () => {
		const before = hash(running);
		const after = away(drive(besideWorld(running), 'console'));
		const operations = toldBy(after.world);
		expect(operations).toEqual([
			{ act: 'revoke', serial, to: 'Lost', comment: 'Replaced', staticPasswordToo: false },
		]);
		expect(hash(running)).toBe(before);
		let world = running;
		for (const operation of operations) {
			const next = advance(world, { do: 'operate', operation, at: world.now + 1000 });
			expect(next.reply.ok).toBe(true);
			({ world } = next);
		}
		expect(tokensOf(world.service, world.people.user).map((one) => one.serial)).not.toContain(serial);
		expect(world).not.toHaveProperty('console');
		expect(world).not.toHaveProperty('parts');
	});

	test('goes on where it was left, with nothing left to be told', () => {
		const after = away(drive(besideWorld(running), 'console'));
		const again = besideWorld(running, after.world.console);
		expect([screenOf(again, 'console').name, toldBy(again)]).toEqual(['console.user', []]);
		expect(besideWorld(again).parts).toEqual(['console']);
	});

	test('a refused act is told too: it stands in the audit log there', () => {
		const refused = atUser(drive(besideWorld(running), 'console')).use('console.assign');
		expect(toldBy(refused.world)).toEqual([{ act: 'assign', user: running.people.user }]);
	});
});
