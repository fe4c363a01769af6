import { describe, expect, test } from 'vitest';
import { createWorld, screenOf, tokensOf, userOf, type Entry, type World } from '../world.ts';
import type { PolicyOverrides } from '../policy.ts';
import { askForPush } from '../service/push.ts';
import { drive, type Driven } from './driven.ts';
import { reachedByPhone, requestsOnPhone } from './index.ts';

const START = Date.UTC(2026, 2, 2, 14);
const pin: Entry = { kind: 'card', value: 'pin' };

/** A phone with one token, enrolled by the link; on its home screen. */
function enrolled(policy: PolicyOverrides = {}, allow = true): Driven {
	const world = createWorld({ seed: 3, startsAt: START, phone: { installed: true }, policy });
	const mails = Object.values(world.service.mailboxes).flatMap((bucket) => bucket[world.people.user] ?? []);
	const asked = drive(world)
		.use('phone.unlock', 'home.mail', `mail.mail-${mails.at(-1)?.id ?? ''}`, 'mail.self-enrollment')
		.use('browser.enroll', 'prompt.open', 'mobilepass.continue', 'mobilepass.continue')
		.use(allow ? 'mobilepass.allow' : 'mobilepass.no-thanks');
	const made =
		(policy.pin?.type ?? 'Token') === 'Token'
			? asked
					.type('mobilepass.new-pin', pin)
					.use('mobilepass.continue')
					.type('mobilepass.pin-again', pin)
					.use('mobilepass.continue')
			: asked;
	return made.use('mobilepass.done', 'phone.home');
}

/** A login somewhere asks for a push. */
function asked({ world }: Driven, origin: 'here' | 'elsewhere' = 'here'): Driven {
	const input = {
		user: world.people.user,
		trigger: { kind: 'nothing' },
		resource: 'vpn',
		origin,
		reached: reachedByPhone(world),
	} as const;
	return drive({ ...world, service: askForPush(world.service, input, world.now).service });
}

const ids = (world: World) => screenOf(world, 'phone').controls.map(({ id }) => id);
const notices = (world: World) => ids(world).filter((id) => id.startsWith('notification.'));
const name = (world: World) => screenOf(world, 'phone').name;
const requests = ({ service, people }: World) =>
	Object.values(service.push?.requests ?? {}).flatMap((bucket) => bucket[people.user] ?? []);
const none = { pin: { type: 'None' } } as const;

describe('a login request on the phone', () => {
	test('stands on the lock screen, and is approved after the PIN', () => {
		const locked = asked(enrolled().use('phone.lock'));
		expect([name(locked.world), notices(locked.world)]).toEqual(['phone.lock', ['notification.r1']]);
		const open = locked.use('notification.r1');
		expect(name(open.world)).toBe('phone-mobilepass.request');
		expect(notices(open.world)).toEqual([]);
		const wrong = open
			.use('mobilepass.approve')
			.type('mobilepass.pin', { kind: 'near-miss', of: pin, how: 'different' })
			.use('mobilepass.submit');
		expect(name(wrong.world)).toBe('phone-mobilepass.request-pin');
		expect(requests(wrong.world)).toMatchObject([{ state: 'waiting' }]);
		const right = wrong.type('mobilepass.pin', pin).use('mobilepass.submit');
		expect(name(right.world)).toBe('phone-mobilepass.approved');
		expect(requests(right.world)).toMatchObject([{ state: 'approved' }]);
		expect(tokensOf(right.world.service, right.world.people.user).at(-1)?.lastSuccess).toBe(right.world.now);
	});

	test('is approved at once with no PIN, and by a finger where biometrics are on', () => {
		const free = asked(enrolled(none)).use('notification.r1', 'mobilepass.approve');
		expect(name(free.world)).toBe('phone-mobilepass.approved');
		const list = enrolled().use('home.mobilepass');
		const token = list.use(ids(list.world).find((id) => id.startsWith('mobilepass.token-')) ?? '');
		const finger = token
			.use('mobilepass.settings', 'mobilepass.biometrics')
			.type('mobilepass.pin', pin)
			.use('mobilepass.submit', 'phone.home');
		const done = asked(finger).use('notification.r1', 'mobilepass.approve', 'mobilepass.fingerprint');
		expect(requests(done.world)).toMatchObject([{ state: 'approved' }]);
	});

	test('with a Server PIN the PIN goes with the code', () => {
		const policy = { pin: { type: 'Server' }, serverPin: { changeOnFirstUse: false } } as const;
		const open = asked(enrolled(policy)).use('notification.r1', 'mobilepass.approve');
		const serial = requestsOnPhone(open.world)[0]?.token.credential.serial ?? '';
		const typed = open.type('mobilepass.server-pin', { kind: 'server-pin', serial }).use('mobilepass.submit');
		expect(requests(typed.world)).toMatchObject([{ state: 'approved' }]);
	});

	test('"Deny" counts as a failure, and "Report" alerts the organization', () => {
		const denied = asked(enrolled(none), 'elsewhere').use('notification.r1', 'mobilepass.deny');
		expect(name(denied.world)).toBe('phone-mobilepass.denied');
		expect(userOf(denied.world.service, denied.world.people.user)?.failures).toBe(1);
		expect(denied.world.service.push?.alerts).toEqual([]);
		const reported = denied.use('mobilepass.report');
		expect(reported.world.service.push?.alerts).toMatchObject([{ request: 'R1' }]);
		const history = reported.use('mobilepass.done', 'mobilepass.app-settings', 'mobilepass.history');
		expect(screenOf(history.world, 'phone').controls.map(({ text }) => text)).toContain(
			'GlobalProtect: Denied',
		);
	});

	test('two at once: each is found by the arrows, and one answer leaves the other', () => {
		const two = asked(asked(enrolled(none)), 'elsewhere');
		expect(notices(two.world)).toEqual(['notification.r1', 'notification.r2']);
		const first = two.use('notification.r1');
		expect(screenOf(first.world, 'phone').controls.map(({ text }) => text)).toContain('1 of 2 requests');
		const second = first.use('mobilepass.next');
		expect(second.world.phone?.mobilepass.request).toBe('R2');
		expect(second.use('mobilepass.previous').world.phone?.mobilepass.request).toBe('R1');
		const answered = second.use('mobilepass.deny', 'mobilepass.done');
		expect(requests(answered.world).map(({ state }) => state)).toEqual(['waiting', 'denied']);
		expect(notices(answered.world)).toEqual(['notification.r1']);
	});

	test('the number of the login page is chosen; another one denies', () => {
		const open = asked(enrolled({ ...none, push: { numberMatching: true } })).use('notification.r1');
		const match = requests(open.world)[0]?.match;
		const wrong = match?.choices.find((one) => one !== match.shown) ?? 0;
		expect(ids(open.world)).not.toContain('mobilepass.approve');
		expect(requests(open.use(`mobilepass.number-${match?.shown ?? 0}`).world)).toMatchObject([
			{ state: 'approved' },
		]);
		const denied = open.use(`mobilepass.number-${wrong}`);
		expect([name(denied.world), requests(denied.world)[0]?.state]).toEqual([
			'phone-mobilepass.not-sent',
			'denied',
		]);
	});

	test('is over after a minute: the open page says so', () => {
		const late = asked(enrolled(none)).use('notification.r1').wait(60);
		expect(screenOf(late.world, 'phone').controls.map(({ text }) => text)).toContain(
			'This login request is over.',
		);
		expect(notices(asked(enrolled(none)).wait(61).world)).toEqual([]);
		expect(requests(late.world)).toMatchObject([{ state: 'expired' }]);
	});
});

describe('no request comes', () => {
	test('while notifications are off, in airplane mode, and after "No Thanks"', () => {
		const off = enrolled(none).use(
			'home.settings',
			'settings.mobilepass',
			'settings.notifications',
			'phone.home',
		);
		const away = enrolled(none).use('home.settings', 'settings.airplane', 'phone.home');
		expect([off, away].map((at) => notices(asked(at).world))).toEqual([[], []]);
		const declined = asked(enrolled(none, false));
		expect(requests(declined.world)).toEqual([]);
	});

	test('until "Autosend Passcode" is turned on; off again it stops', () => {
		const on = enrolled(none, false).use(
			'home.mobilepass',
			'mobilepass.app-settings',
			'mobilepass.autosend',
			'phone.home',
		);
		expect(notices(asked(on).world)).toEqual(['notification.r1']);
		const off = on.use('home.mobilepass', 'mobilepass.app-settings', 'mobilepass.autosend', 'phone.home');
		expect(requests(asked(off).world)).toEqual([]);
	});

	test('a clock that is off makes a code that is not accepted', () => {
		const slow = enrolled(none)
			.use('home.settings', 'settings.time', 'settings.auto-time')
			.type('settings.clock', { kind: 'clock', skew: -7_200_000 })
			.use('settings.change', 'phone.home');
		const sent = asked(slow).use('notification.r1', 'mobilepass.approve');
		expect([name(sent.world), sent.world.truth?.outcome]).toEqual(['phone-mobilepass.not-sent', 'clock-off']);
	});
});
