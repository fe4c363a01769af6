import { describe, expect, test } from 'vitest';
import { createWorld, screenOf, textOf, tokenOf, type Entry, type World } from '../simulator/world.ts';
import { after, choose, press, texts, type } from './testing/acts.ts';
import { typedEntry } from './typed-entry.ts';
import { standingAt } from './walk.ts';

const pin = { kind: 'card', value: 'pin' } as const;
const nextPin = { kind: 'card', value: 'next-pin' } as const;
const wrong = { kind: 'near-miss', of: pin, how: 'different' } as const;
const fresh = createWorld({ seed: 1, startsAt: Date.UTC(2026, 2, 2, 14) });
const enrolled = standingAt(fresh, 'use-passcode-on-vpn');
const { serial } = enrolled.laptop.mobilepass.tokens[0]!.credential;
const ofApp = (world: World) => world.laptop.mobilepass.tokens[0]!;

const locked = after(
	enrolled,
	press('taskbar.start-menu'),
	choose('start-menu.mobilepass'),
	choose(`mobilepass.token-${serial}`),
);
const unlock = (world: World, entry: Entry) =>
	after(world, type('mobilepass.pin', entry), press('mobilepass.submit'));
const open = unlock(locked, pin);
const details = after(open, choose('mobilepass.settings'));

describe('the settings of a token', () => {
	test('show mode, policy, PIN type and serial number', () => {
		const shown = texts(details);
		for (const label of ['OTP Mode', 'Policy String', 'Policy Level', 'PIN Type', 'Serial Number'])
			expect(shown).toContain(label);
		expect(shown).toEqual(
			expect.arrayContaining(['Time-based', 'PIN: 4 digits, 6 tries', 'Token', serial, 'Change PIN code']),
		);
	});

	test('offer no change of a PIN that the app does not ask for', () => {
		const none = standingAt(
			createWorld({ seed: 1, startsAt: fresh.startsAt, policy: { pin: { type: 'None' } } }),
			'enroll-and-create-pin',
		);
		const world = after(
			none,
			press('taskbar.start-menu'),
			choose('start-menu.mobilepass'),
			press('taskbar.browser'),
			press('browser.enroll'),
			press('prompt.open'),
			press('mobilepass.start'),
			press('mobilepass.close-app'),
			press('taskbar.start-menu'),
			choose('start-menu.mobilepass'),
			choose(`mobilepass.token-${serial}`),
			choose('mobilepass.settings'),
		);
		expect(texts(world)).toContain('No PIN in the app');
		expect(texts(world)).not.toContain('Change PIN code');
	});
});

describe('"Change PIN code"', () => {
	const page = after(details, choose('mobilepass.change-pin'));
	const change = (world: World, current: Entry, first: Entry, again = first) =>
		after(
			world,
			type('mobilepass.change-current', current),
			type('mobilepass.change-new', first),
			type('mobilepass.change-again', again),
			press('mobilepass.ok'),
		);

	test('takes the present PIN and the new one twice', () => {
		expect(texts(page)).toContain('4 digits');
		const changed = change(page, pin, nextPin);
		expect(screenOf(changed).name).toBe('mobilepass.details');
		expect(texts(changed)).toContain('The PIN was changed.');
		const text = textOf(changed.service, changed.people.user, nextPin)!;
		expect(ofApp(changed).pin).toEqual({ text, triesLeft: 6 });
		expect(typedEntry(changed, text, 'pin')).toEqual(nextPin);
		expect(typedEntry(changed, text, 'new-pin')).toEqual(nextPin);
	});

	test('counts a wrong present PIN as a try, and takes the token after the last', () => {
		let world = change(page, wrong, nextPin);
		expect([screenOf(world).name, world.laptop.mobilepass.message]).toEqual([
			'mobilepass.change-pin',
			'pin-wrong',
		]);
		expect(ofApp(world).pin?.triesLeft).toBe(5);
		for (let i = 0; i < 5; i++) world = change(world, wrong, nextPin);
		expect(screenOf(world).name).toBe('mobilepass.removed');
	});

	test.each([
		['pins-differ', nextPin, pin],
		['pin-not-accepted', { kind: 'near-miss', of: pin, how: 'letters' }, undefined],
		['pins-differ', { kind: 'near-miss', of: pin, how: 'one-off' }, undefined],
	] as const)('refuses the new one: %s', (message, first, again) => {
		const world = change(page, pin, first, again ?? first);
		expect([screenOf(world).name, world.laptop.mobilepass.message]).toEqual([
			'mobilepass.change-pin',
			message,
		]);
		expect(ofApp(world)).toEqual(ofApp(page));
	});

	test('leaves nothing typed behind', () => {
		const left = after(page, type('mobilepass.change-current', pin), press('mobilepass.back'));
		expect(screenOf(left).name).toBe('mobilepass.details');
		expect(left.laptop.drafts['mobilepass.change-current']).toBeUndefined();
	});
});

describe('tries left', () => {
	test('are shown from the second wrong PIN on', () => {
		let world = locked;
		const said = Array.from({ length: 5 }, () => {
			world = unlock(world, wrong);
			return texts(world).find((text) => text.endsWith('left'));
		});
		expect(said).toEqual([undefined, '4 tries left', '3 tries left', '2 tries left', '1 try left']);
		expect(texts(unlock(world, pin)).some((text) => text.endsWith('left'))).toBe(false);
	});
});

describe('removing', () => {
	test('a token in the app says that the service does not hear of it', () => {
		const asked = after(details, choose('mobilepass.delete'));
		expect(texts(asked)).toContain(
			'It must then be enrolled again. Tell the service desk: it is not revoked there.',
		);
		expect(screenOf(after(asked, press('mobilepass.back'))).name).toBe('mobilepass.details');
		const gone = after(asked, press('mobilepass.confirm-delete'));
		expect(screenOf(gone).name).toBe('mobilepass.welcome');
		expect(gone.laptop.mobilepass.tokens).toEqual([]);
		expect(tokenOf(gone.service, serial)?.state).toBe('Active');
	});

	test('the app warns that its authenticators go with it', () => {
		const asked = after(
			enrolled,
			press('taskbar.start-menu'),
			choose('start-menu.settings'),
			choose('settings.apps'),
			press('settings.uninstall'),
		);
		expect(texts(asked)).toContain('This removes 1 authenticator. It must be enrolled again.');
		expect(after(asked, press('settings.back')).laptop.mobilepass.tokens).toHaveLength(1);
		const gone = after(asked, press('settings.confirm-uninstall'));
		expect(screenOf(gone).name).toBe('settings.apps');
		expect(gone.laptop.mobilepass).toMatchObject({ installed: null, tokens: [] });
	});
});

test('an update keeps the authenticators, and says so', () => {
	const mobilepass = { ...enrolled.laptop.mobilepass, installed: 'older' } as const;
	const world = after(
		{ ...enrolled, laptop: { ...enrolled.laptop, mobilepass } },
		press('taskbar.start-menu'),
		choose('start-menu.edge'),
		choose('browser.downloads'),
		press('browser.open-file'),
		press('installer.update'),
		choose('installer.accept'),
		press('installer.next'),
		choose('installer.standard'),
		press('installer.next'),
		90,
		press('taskbar.installer'),
	);
	expect(texts(world)).toContain('Updated, 1 authenticator kept');
	expect(world.laptop.mobilepass.tokens).toEqual(enrolled.laptop.mobilepass.tokens);
	const first = standingAt(fresh, 'enroll-and-create-pin');
	expect(first.laptop.installer.kept).toBeNull();
});

describe('the app locks its tokens', () => {
	const away = after(open, press('mobilepass.minimize'));
	const back = (world: World) => screenOf(after(world, press('taskbar.mobilepass'))).name;

	test('when it was put away for a minute', () => {
		expect(screenOf(open).name).toBe('mobilepass.passcode');
		expect(back(after(away, 58))).toBe('mobilepass.passcode');
		expect(back(after(away, 60))).toBe('mobilepass.unlock');
	});

	test('counted anew each time', () => {
		const again = after(away, 40, press('taskbar.mobilepass'), press('mobilepass.minimize'), 50);
		expect(back(again)).toBe('mobilepass.passcode');
	});

	test('never while it is open, and at once when it is closed', () => {
		expect(back(after(away, press('taskbar.mobilepass'), 120))).toBe('mobilepass.passcode');
		const closed = after(open, press('mobilepass.close'));
		expect(closed.laptop.mobilepass.unlocked).toEqual([]);
	});
});
