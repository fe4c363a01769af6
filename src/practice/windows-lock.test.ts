import { describe, expect, test } from 'vitest';
import { createWorld, dueNext, screenOf, userOf, type World } from '../simulator/world.ts';
import { finished } from './goals.ts';
import { fly } from './pilot/pilot.ts';
import { after, choose, press, texts, type } from './testing/acts.ts';
import { typedEntry } from './typed-entry.ts';
import { standingAt } from './walk.ts';

const startsAt = Date.UTC(2026, 2, 2, 14);
const fresh = createWorld({ seed: 1, startsAt });
const MINUTE = 60_000;
const wrong = { kind: 'near-miss', of: { kind: 'card', value: 'computer-password' }, how: 'case' } as const;
const right = { kind: 'card', value: 'computer-password' } as const;
const warning = 'The password is incorrect. The account will be locked after more wrong passwords.';

describe('the Windows lock', () => {
	const signIn = (world: World, entry: typeof wrong | typeof right = wrong) =>
		after(world, type('sign-in.password', entry), press('sign-in.submit'));
	const said = (world: World, times: number): (string | null)[] => {
		let next = world;
		return Array.from({ length: times }, () => {
			next = signIn(next);
			return next.laptop.logon.message;
		});
	};
	const at = standingAt(fresh, 'enter-computer-password');

	test('is warned of after three wrong passwords, and comes with the fifth', () => {
		expect(said(at, 6)).toEqual([
			'password-refused',
			'password-refused',
			'lock-warning',
			'lock-warning',
			'account-locked',
			'account-locked',
		]);
		const third = signIn(signIn(signIn(at)));
		expect(texts(third)).toContain(warning);
		expect(signIn(third, right).laptop.logon.page).toBe('company-box');
	});

	test('is warned of at the Windows logon too', () => {
		const world = standingAt(fresh, 'log-on-to-windows');
		let logon = after(
			world,
			press('network-sign-in.back'),
			type('logon.user', { kind: 'card', value: 'user-id' }),
		);
		for (let i = 0; i < 3; i++) logon = after(logon, type('logon.password', wrong), press('logon.enter'));
		expect(texts(logon)).toContain(warning);
	});

	test('has the figures of the policy, and none where nothing locks', () => {
		const policy = (computerPassword: { warnAfter?: number; threshold?: number }) =>
			standingAt(createWorld({ seed: 1, startsAt, policy: { computerPassword } }), 'enter-computer-password');
		expect(said(policy({ warnAfter: 1, threshold: 2 }), 2)).toEqual(['lock-warning', 'account-locked']);
		expect(said(policy({ threshold: 0 }), 6)).toEqual(Array(6).fill('password-refused'));
	});

	test('ends by itself, as a thing that comes due', () => {
		let locked = at;
		for (let i = 0; i < 5; i++) locked = signIn(locked);
		const until = userOf(locked.service, locked.people.user)!.computer.lockedUntil!;
		expect(until).toBe(locked.now + 15 * MINUTE);
		expect(locked.service.due.filter(({ kind }) => kind === 'computer-unlock')).toHaveLength(1);
		expect(dueNext(locked)).toBeLessThanOrEqual(until);
		expect(signIn(locked, right).laptop.logon.message).toBe('account-locked');
		const free = after(locked, 15 * 60);
		expect(userOf(free.service, free.people.user)?.computer).toEqual({ failures: 0, lockedUntil: null });
		expect(free.service.due.some(({ kind }) => kind === 'computer-unlock')).toBe(false);
		expect(signIn(free, right).laptop.logon.page).toBe('company-box');
	});
});

describe('an account that only an operator unlocks', () => {
	const policy = { lock: { durationMinutes: null } };
	const at = standingAt(createWorld({ seed: 1, startsAt, policy }), 'enter-static-password');
	let locked = at;
	for (let i = 0; i < 3; i++)
		locked = after(locked, type('company.password', wrong), press('company.log-in'));

	test('is unlocked by the service desk, and the end is reached', () => {
		expect(userOf(locked.service, locked.people.user)?.lock).toMatchObject({ until: null });
		const helped = after(locked, { do: 'call-desk', about: 'account-locked' });
		expect(userOf(helped.service, helped.people.user)?.lock).toBeNull();
		const flown = [...fly(locked)];
		expect(finished(flown.at(-1)!.world)).toBe(true);
	});
});

describe('a clock set by hand', () => {
	const settings = after(
		standingAt(fresh, 'use-passcode-on-vpn'),
		press('taskbar.clock'),
		press('clock.settings'),
		choose('settings.auto-time'),
	);
	const set = (world: World, text: string) =>
		after(world, type('settings.clock', typedEntry(world, text, 'clock')!), press('settings.change'));
	/** The local time of the place, to the minute. */
	const wallAt = (world: World) =>
		new Date(Math.floor(world.now / MINUTE) * MINUTE - 6 * 3_600_000).toISOString().slice(0, 16);
	const nearly = (world: World, hours: number) =>
		expect(Math.abs(world.laptop.clock.skew - hours * 3_600_000)).toBeLessThan(MINUTE);

	test('in the right zone is right', () => {
		nearly(set(settings, wallAt(settings)), 0);
	});

	test.each([
		['America/Halifax', -2],
		['America/New_York', -1],
		['America/Los_Angeles', 2],
		['Asia/Manila', -14],
	])('until it looks right in %s is off by the difference of the zones', (zone, hours) => {
		const id = `settings.zone-${zone.toLowerCase().replace(/\W/g, '-')}`;
		const moved = after(settings, choose(id));
		expect(screenOf(moved).clock).toMatchObject({ zone, utc: moved.now });
		nearly(set(moved, wallAt(moved)), hours);
	});

	test('knows summer time, and is nothing where the text is no date', () => {
		const july = createWorld({ seed: 1, startsAt: Date.UTC(2026, 6, 1, 12) });
		expect(typedEntry(july, '2026-07-01 07:00', 'clock')).toEqual({ kind: 'clock', skew: 0 });
		for (const text of ['2026-02-30 08:00', '2026-03-02 25:00', '08:00', 'noon', '0001-01-01 00:00'])
			expect(typedEntry(fresh, text, 'clock')).toBeNull();
	});
});

describe('a password that was sent for somebody else', () => {
	const sent = after(createWorld({ seed: 1, startsAt, faults: ['wrong-user-id-sent'] }), 190);
	const other = (control: string, way: 'press' | 'choose' = 'press') =>
		({ do: way, device: 'other', control }) as const;
	const mails = (world: World) =>
		screenOf(world, 'other').controls.filter(({ id }) => id.startsWith('mail.mail-'));
	const read = (world: World) => {
		const list = after(world, other('other.mail'));
		const shown = after(list, other(mails(list)[0]!.id, 'choose'));
		const text = (id: string) => screenOf(shown, 'other').controls.find((one) => one.id === id)!.text;
		return { world: shown, user: text('mail.user'), password: text('mail.password') };
	};
	const atBox = (world: World) =>
		[...fly(world)].find(({ world: next }) => screenOf(next).name === 'logon.company-password')!.world;

	test('stands in the mail with the user id that it is for; typed, it is refused and counts', () => {
		const mail = read(sent);
		expect(mail.user).not.toBe(sent.people.user);
		expect(mail.password).toMatch(/^\S{8,16}$/);
		const entry = typedEntry(mail.world, mail.password, 'sign-in')!;
		expect(entry.kind).toBe('static-password');
		const box = atBox(sent);
		const refused = after(box, type('company.password', entry), press('company.log-in'));
		expect(refused.laptop.logon.message).toBe('password-refused');
		expect(userOf(refused.service, refused.people.user)?.failures).toBe(1);
	});

	test('is followed by the right one once the form was sent again', () => {
		const form = after(
			sent,
			other('catalog.home'),
			{
				do: 'type',
				device: 'other',
				control: 'catalog.search',
				entry: { kind: 'fact', name: 'search-static-password' },
			},
			other('catalog.static-password', 'choose'),
			{ do: 'type', device: 'other', control: 'catalog.user', entry: { kind: 'card', value: 'user-id' } },
			other('catalog.submit'),
			190,
		);
		const mail = read(form);
		expect(mail.user).toBe(form.people.user);
		const set = userOf(form.service, form.people.user)!.passwords[0]!;
		expect(mail.password).toBe(set.text);
		const entry = typedEntry(mail.world, mail.password, 'sign-in')!;
		expect(entry).toEqual({ kind: 'static-password', password: set.id });
		const gone = after(atBox(mail.world), type('company.password', entry), press('company.log-in'));
		expect(gone.truth).toMatchObject({ what: 'login', outcome: 'ok' });
	});
});
