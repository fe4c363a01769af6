import { beforeEach, describe, expect, test } from 'vitest';
import { organization } from '../../domain/organization.ts';
import { auditOf, tokensOf, userOf } from '../service/service.ts';
import { pushesOf, pushRequestsOf } from '../service/push.ts';
import {
	advance,
	createWorld,
	dueNext,
	screenOf,
	type Deed,
	type Entry,
	type NewWorld,
	type World,
} from '../world.ts';
import './index.ts';

const START = Date.UTC(2026, 2, 2, 14);
type Card = Extract<Entry, { kind: 'card' }>;
const card = (value: Card['value']): Card => ({ kind: 'card', value });

/** A laptop in a person's hands: only by what is on its screens. */
class Hands {
	world: World;
	constructor(given: Omit<NewWorld, 'seed' | 'startsAt'> = { push: true }) {
		this.world = createWorld({ seed: 1, startsAt: START, push: true, ...given });
	}
	screen = () => screenOf(this.world);
	name = () => this.screen().name;
	texts = () => this.screen().controls.map(({ text }) => text);
	has = (id: string) => this.screen().controls.some((control) => control.id === id && control.enabled);
	text = (id: string) => this.screen().controls.find((control) => control.id === id)?.text;
	private deed(deed: Deed, seconds = 1): this {
		const { world, reply } = advance(this.world, { ...deed, at: this.world.now + seconds * 1000 });
		if (!reply.ok) throw new Error(`${JSON.stringify(deed)} on ${this.name()}: ${reply.reason}`);
		this.world = world;
		return this;
	}
	press = (...ids: string[]): this => {
		for (const control of ids) {
			const kind = this.screen().controls.find(({ id }) => id === control)?.kind;
			this.deed({ do: kind === 'choice' ? 'choose' : 'press', control });
		}
		return this;
	};
	type = (control: string, entry: Entry) => this.deed({ do: 'type', control, entry });
	wait = (seconds: number) => this.deed({ do: 'wait' }, seconds);

	/** To the choice of the second factor. */
	credentials(password: Entry = card('computer-password'), user: Entry = card('user-id')): this {
		if (!this.screen().name.startsWith('browser.')) this.press('taskbar.start-menu', 'start-menu.edge');
		if (this.name() === 'browser.home') this.press('browser.resource');
		if (this.name() === 'browser.resource') {
			this.type('login.email', card('email')).type('login.resource-password', card('computer-password'));
			this.press('login.next');
		}
		return this.type('login.user', user).type('login.password', password).press('login.sign-in');
	}
	ask = (password?: Entry, user?: Entry): this => {
		this.credentials(password, user);
		return this.press('login.autosend', 'login.submit');
	};
	pin = (value: 'pin' | 'next-pin' = 'pin') => this.type('request.pin', card(value)).press('request.submit');
	last = () => pushRequestsOf(this.world.service, this.world.people.user).at(-1)!;
	failures = () => userOf(this.world.service, this.world.people.user)!.failures;
}

let hands: Hands;
beforeEach(() => {
	hands = new Hands();
});

describe('a World with push', () => {
	test('begins on the desktop, with a token that was enrolled for real and takes a push', () => {
		expect([hands.name(), hands.world.parts]).toEqual(['desktop.plain', ['push']]);
		const active = tokensOf(hands.world.service, hands.world.people.user).filter(
			({ state }) => state === 'Active',
		);
		expect(active.map(({ device }) => device?.push)).toEqual(['Enabled']);
		expect(hands.world.laptop.mobilepass.tokens.map(({ credential }) => credential.serial)).toEqual(
			active.map(({ serial }) => serial),
		);
		expect(
			auditOf(hands.world.service, 10).some(({ act, outcome }) => act === 'enroll' && outcome === 'ok'),
		).toBe(true);
	});

	test('its passcode logs in as any other does', () => {
		hands.press('taskbar.mobilepass');
		const { serial } = hands.world.laptop.mobilepass.tokens[0]!.credential;
		hands.press(`mobilepass.token-${serial}`).type('mobilepass.pin', card('pin')).press('mobilepass.submit');
		const { passcode } = hands.screen();
		hands.credentials().press('login.manually', 'login.submit').type('login.passcode', passcode!);
		hands.press('login.sign-in');
		expect([hands.name(), hands.world.push?.logins]).toEqual([
			'browser.signed-in',
			[{ at: hands.world.now, request: null }],
		]);
		hands.press('login.sign-out');
		expect(hands.name()).toBe('browser.resource');
	});

	test('has two tokens where it is asked for, and none of it where the laptop is new', () => {
		const two = new Hands({ push: { tokens: 2 } });
		expect(new Set(two.world.laptop.mobilepass.tokens.map(({ credential }) => credential.serial)).size).toBe(
			2,
		);
		const fresh = new Hands({ push: { laptop: 'new' } });
		expect([fresh.name(), fresh.world.laptop.mobilepass.tokens]).toEqual(['power.off', []]);
	});
});

describe('a login by push', () => {
	test('goes from the resource to the request, and is through without a passcode', () => {
		hands.press('taskbar.start-menu', 'start-menu.edge', 'browser.resource');
		expect(hands.name()).toBe('browser.resource');
		hands.ask();
		expect([hands.name(), hands.has('notification.open')]).toEqual(['browser.sign-in-waiting', true]);
		expect(hands.texts()).toContain('Login request: Office 365');
		hands.press('notification.open');
		expect(hands.name()).toBe('mobilepass.request');
		expect(hands.texts()).toEqual(
			expect.arrayContaining(['Approve', 'Deny', 'Office 365', 'From: Chicago, IL']),
		);
		expect(hands.texts()).toContain('Received 1 s ago');
		expect(hands.has('request.next')).toBe(false);
		hands.press('request.approve');
		expect(hands.name()).toBe('mobilepass.request-pin');
		hands.pin();
		expect(hands.name()).toBe('mobilepass.request-approved');
		hands.press('request.close', 'mobilepass.minimize');
		expect([hands.name(), hands.has('notification.open')]).toEqual(['browser.signed-in', false]);
		expect(hands.world.push?.logins).toEqual([{ at: expect.any(Number) as number, request: 'R1' }]);
		expect(hands.world.truth).toMatchObject({ what: 'push', outcome: 'ok' });
	});

	test('the resource sends only who belongs to the organization on', () => {
		hands.press('taskbar.start-menu', 'start-menu.edge', 'browser.resource');
		hands.type('login.email', { kind: 'near-miss', of: card('email'), how: 'one-off' });
		hands.type('login.resource-password', card('computer-password')).press('login.next');
		expect([hands.name(), hands.text('login.message')]).toEqual([
			'browser.resource',
			'This username may be incorrect. Check it and try again.',
		]);
	});

	test('without a PIN there is nothing between "Approve" and the confirmation', () => {
		hands = new Hands({ policy: { pin: { type: 'None' } } });
		hands.ask().press('notification.open', 'request.approve');
		expect(hands.name()).toBe('mobilepass.request-approved');
	});

	test('with a Server PIN the service checks PIN and code together', () => {
		hands = new Hands({ policy: { pin: { type: 'Server' }, serverPin: { changeOnFirstUse: false } } });
		const { serial } = hands.world.laptop.mobilepass.tokens[0]!.credential;
		hands.ask().press('notification.open', 'request.approve');
		hands.type('request.pin', { kind: 'server-pin', serial }).press('request.submit');
		expect(hands.name()).toBe('mobilepass.request-approved');
		hands.press('mobilepass.minimize', 'login.sign-out');
		hands.ask().press('notification.open', 'request.approve').pin();
		expect([hands.name(), hands.world.truth?.outcome, hands.failures()]).toEqual([
			'mobilepass.request-over',
			'wrong-pin',
			1,
		]);
	});

	test('a Server PIN that must be changed first: push is not offered, the passcode page asks for it', () => {
		hands = new Hands({ policy: { pin: { type: 'Server' }, serverPin: { random: false } } });
		const { serial } = hands.world.laptop.mobilepass.tokens[0]!.credential;
		hands.credentials();
		expect(hands.has('login.autosend')).toBe(false);
		hands.press('taskbar.mobilepass', `mobilepass.token-${serial}`);
		const code = hands.screen().passcode!;
		hands.press('mobilepass.minimize', 'login.manually', 'login.submit');
		hands.type('login.passcode', { kind: 'joined', parts: [{ kind: 'server-pin', serial }, code] });
		hands.press('login.sign-in');
		expect(hands.name()).toBe('browser.set-pin');
		hands
			.type('login.new-pin', card('next-pin'))
			.type('login.new-pin-again', card('next-pin'))
			.press('login.save-pin');
		expect(hands.name()).toBe('browser.sign-in-passcode');
		hands.press('login.back');
		expect(hands.has('login.autosend')).toBe(true);
	});

	test('a wrong PIN counts in the app alone; after the last one the token is gone', () => {
		hands.ask().press('notification.open', 'request.approve').pin('next-pin');
		expect([hands.name(), hands.text('request.message')]).toEqual([
			'mobilepass.request-pin',
			'The PIN is not correct.',
		]);
		expect([hands.failures(), hands.world.laptop.mobilepass.tokens[0]?.pin?.triesLeft]).toEqual([0, 5]);
		for (let i = 0; i < 5; i++) hands.pin('next-pin');
		expect([hands.name(), hands.world.laptop.mobilepass.tokens]).toEqual(['mobilepass.removed', []]);
		expect(hands.last().state).toBe('waiting');
	});

	test('each approval of a counted token sends a code that was not on show', () => {
		hands = new Hands({ policy: { otp: { mode: 'event' }, pin: { type: 'None' } } });
		for (let i = 1; i < 4; i++) {
			hands.ask().press('notification.open', 'request.approve');
			expect(hands.name()).toBe('mobilepass.request-approved');
			hands.press('mobilepass.minimize', 'login.sign-out');
			expect(hands.world.laptop.mobilepass.tokens[0]?.counter).toBe(i);
		}
	});
});

describe('a wrong first factor', () => {
	const near = (of: Card): Entry => ({ kind: 'near-miss', of, how: 'one-off' });
	test.each([
		['the password', [near(card('computer-password')), card('user-id')]],
		['the user name', [card('computer-password'), near(card('user-id'))]],
	] as const)('%s: the page waits as it always does, and nothing arrives (code 9)', (_, [password, user]) => {
		const right = new Hands().ask();
		hands.ask(password, user);
		const page = ({ screen }: Hands) => ({
			...screen(),
			controls: screen().controls.filter(({ id }) => !id.startsWith('notification.')),
		});
		expect(page(hands)).toEqual(page(right));
		expect([hands.has('notification.open'), hands.world.truth?.outcome]).toEqual([false, 'fake-challenge']);
		expect(dueNext(hands.world)).toBe(hands.world.now + 60_000);
		hands.wait(60);
		expect([hands.name(), hands.text('login.message')]).toEqual([
			'browser.sign-in-method',
			'No answer came. Try again, or enter a passcode manually.',
		]);
	});

	test('with a right passcode it is refused too, and not told why', () => {
		hands.press('taskbar.mobilepass');
		const { serial } = hands.world.laptop.mobilepass.tokens[0]!.credential;
		hands.press(`mobilepass.token-${serial}`).type('mobilepass.pin', card('pin')).press('mobilepass.submit');
		const { passcode } = hands.screen();
		hands.credentials(near(card('computer-password'))).press('login.manually', 'login.submit');
		hands.type('login.passcode', passcode!).press('login.sign-in');
		expect([hands.name(), hands.text('login.message')]).toEqual([
			'browser.company-sign-in',
			'Sign-in failed. Try again.',
		]);
		expect(hands.failures()).toBe(0);
	});
});

describe('denying and reporting', () => {
	test('"Deny", then "Report": a failure is counted, and the organization is alerted', () => {
		hands.ask().press('notification.open', 'request.deny');
		expect([hands.name(), hands.failures()]).toEqual(['mobilepass.request-denied', 1]);
		hands.press('request.report');
		expect(hands.name()).toBe('mobilepass.request-reported');
		expect(pushesOf(hands.world.service).alerts).toHaveLength(1);
		hands.press('request.close');
		expect(hands.name()).toBe('mobilepass.list');
		hands.press('mobilepass.minimize');
		expect([hands.name(), hands.text('login.message')]).toEqual([
			'browser.company-sign-in',
			'Sign-in failed. Try again.',
		]);
	});

	test('after three denials the account is locked, and no request goes out', () => {
		for (let i = 0; i < 3; i++) {
			hands.ask().press('notification.open', 'request.deny', 'request.close', 'mobilepass.minimize');
		}
		hands.credentials();
		// the locked token takes none, so push is not offered
		expect([hands.has('login.autosend'), userOf(hands.world.service, 'JR48213')?.lock === null]).toEqual([
			false,
			false,
		]);
		hands.wait(15 * 60).press('login.autosend', 'login.submit');
		expect(hands.has('notification.open')).toBe(true);
	});
});

describe('a request that is not answered', () => {
	test('expires: its notification goes, its window says so, and the page offers a passcode', () => {
		hands.ask().press('notification.open').wait(60);
		expect([hands.name(), hands.text('request.message')]).toEqual([
			'mobilepass.request-over',
			'The time for this request is over.',
		]);
		hands.press('mobilepass.minimize');
		expect(hands.name()).toBe('browser.sign-in-method');
		expect(hands.has('login.submit')).toBe(false);
		hands.press('login.manually', 'login.submit');
		expect([hands.name(), hands.failures()]).toEqual(['browser.sign-in-passcode', 0]);
	});

	test('a notification can be dismissed; the app still counts the request', () => {
		hands.ask().press('notification.dismiss');
		expect(hands.has('notification.open')).toBe(false);
		hands.press('taskbar.mobilepass');
		expect(hands.text('mobilepass.requests')).toBe('1 login request');
		hands.press('mobilepass.requests');
		expect(hands.name()).toBe('mobilepass.request');
	});

	test('leaving the page leaves the request as it is', () => {
		hands.ask().press('browser.close');
		expect([hands.world.push?.page, hands.last().state]).toEqual(['none', 'waiting']);
		hands.press('notification.open', 'request.approve').pin();
		expect([hands.name(), hands.world.push?.logins]).toEqual(['mobilepass.request-approved', []]);
	});

	test('a passcode can be typed instead', () => {
		hands.ask().press('login.manually-instead');
		expect(hands.name()).toBe('browser.sign-in-passcode');
	});
});

describe('where a request arrives', () => {
	test('not while Windows shows no notifications of the app; after "On" it does', () => {
		const notifications = (which: 'on' | 'off') =>
			hands.press(
				'taskbar.start-menu',
				'start-menu.settings',
				'settings.notifications',
				`settings.notifications-${which}`,
				'settings.close',
			);
		notifications('off');
		hands.ask();
		expect([hands.has('notification.open'), hands.last().serials]).toEqual([false, []]);
		hands.press('taskbar.mobilepass');
		expect(hands.has('mobilepass.requests')).toBe(false);
		hands.press('mobilepass.minimize').wait(60);
		notifications('on');
		hands.press('login.autosend', 'login.submit');
		expect(hands.has('notification.open')).toBe(true);
	});

	test('an app that is closed shows no notification, and has the request when it is started', () => {
		hands.press('taskbar.mobilepass', 'mobilepass.close');
		hands.ask();
		expect(hands.has('notification.open')).toBe(false);
		hands
			.press('taskbar.start-menu', 'start-menu.mobilepass', 'mobilepass.requests', 'request.approve')
			.pin();
		expect(hands.name()).toBe('mobilepass.request-approved');
	});

	test('with no token that takes one, push is not offered', () => {
		hands = new Hands({ push: true, policy: { targets: { 'Windows 10': { push: false } } } });
		hands.credentials();
		expect([hands.has('login.autosend'), hands.has('login.manually')]).toEqual([false, true]);
	});

	test('a sign-out or a restart closes page and window; the request waits on', () => {
		hands.ask().press('notification.open', 'taskbar.start-menu', 'start-menu.restart');
		expect([hands.world.push?.page, hands.world.push?.window, hands.last().state]).toEqual([
			'none',
			null,
			'waiting',
		]);
	});

	test('offline nothing is sent', () => {
		hands.credentials().press('login.autosend');
		hands.world = {
			...hands.world,
			laptop: { ...hands.world.laptop, network: { ...hands.world.laptop.network, cable: 'none' } },
		};
		hands.press('login.submit');
		expect([hands.name(), hands.text('login.message')]).toEqual([
			'browser.sign-in-method',
			'The server cannot be reached.',
		]);
	});
});

describe('several', () => {
	test('tokens: the arrows choose the one that answers', () => {
		hands = new Hands({ push: { tokens: 2 } });
		const [one, other] = hands.world.laptop.mobilepass.tokens.map(({ credential }) => credential.serial);
		hands.ask().press('notification.open');
		expect(hands.text('request.token')).toBe(`${organization.tokenName} ${one}`);
		expect([hands.has('request.previous'), hands.has('request.next')]).toEqual([false, true]);
		hands.press('request.next');
		expect(hands.text('request.token')).toBe(`${organization.tokenName} ${other}`);
		expect([hands.has('request.previous'), hands.has('request.next')]).toEqual([true, false]);
		hands.press('request.approve').pin();
		expect(hands.last()).toMatchObject({ state: 'approved', answeredBy: other });
	});

	test('requests: each has its place, and after one the next is shown', () => {
		hands = new Hands({ push: { stranger: { after: 'login', seconds: 2 } } });
		hands.ask().wait(2);
		expect(hands.texts()).toContain('Login request: VPN');
		hands.press('notification.open');
		expect([
			hands.text('request.resource'),
			hands.text('request.count'),
			hands.text('request.where'),
		]).toEqual(['VPN', 'Request 2 of 2', 'From: Reno, NV']);
		hands.press('request.previous');
		expect([hands.text('request.resource'), hands.text('request.count')]).toEqual([
			'Office 365',
			'Request 1 of 2',
		]);
		hands.press('request.approve').pin().press('request.close');
		expect([hands.text('request.resource'), hands.text('request.count')]).toEqual(['VPN', undefined]);
		hands.press('request.deny', 'request.report', 'request.close');
		expect(hands.name()).toBe('mobilepass.list');
		expect(hands.world.push?.logins).toHaveLength(1);
	});

	test('the app counts what waits', () => {
		hands = new Hands({ push: { stranger: { after: 'login', seconds: 2 } } });
		hands.ask().wait(2).press('taskbar.mobilepass');
		expect(hands.text('mobilepass.requests')).toBe('2 login requests');
	});
});

describe('number matching', () => {
	const matching = () => new Hands({ policy: { push: { numberMatching: true }, pin: { type: 'None' } } });

	test('the number of the login page is the one to choose', () => {
		hands = matching().ask();
		const number = hands.text('login.number')!;
		hands.press('notification.open', 'request.approve');
		expect(hands.name()).toBe('mobilepass.request-number');
		expect(hands.screen().controls.filter(({ id }) => id.startsWith('request.number-'))).toHaveLength(3);
		hands.press(`request.number-${number}`);
		expect(hands.name()).toBe('mobilepass.request-approved');
	});

	test('another one is a denial', () => {
		hands = matching().ask();
		const number = hands.text('login.number')!;
		hands.press('notification.open', 'request.approve');
		const wrong = hands
			.screen()
			.controls.find(({ id, text }) => id.startsWith('request.number-') && text !== number)!;
		hands.press(wrong.id);
		expect([hands.name(), hands.last().state, hands.failures()]).toEqual([
			'mobilepass.request-over',
			'denied',
			1,
		]);
	});

	test('where nothing was sent, the page shows two digits all the same', () => {
		hands = matching().ask({ kind: 'near-miss', of: card('computer-password'), how: 'case' });
		expect(hands.text('login.number')).toMatch(/^[1-9]\d$/);
		expect(hands.has('notification.open')).toBe(false);
	});
});

describe('Windows Hello', () => {
	beforeEach(() => {
		hands = new Hands({ push: { hello: true } });
		hands.ask().press('notification.open', 'request.approve');
	});

	test('stands for the PIN', () => {
		expect([hands.name(), hands.texts()[0]]).toEqual(['windows-hello.owner', 'Hello, Owner!']);
		hands.press('hello.ok');
		expect(hands.name()).toBe('mobilepass.request-approved');
	});

	test.each(['hello.face', 'hello.fingerprint'])('"More choices": %s', (way) => {
		hands.press('hello.more', way);
		expect(hands.name()).toBe('mobilepass.request-approved');
	});

	test('"More choices": the PIN; "Cancel" leads back', () => {
		hands.press('hello.cancel');
		expect(hands.name()).toBe('mobilepass.request');
		hands
			.press('request.approve', 'hello.more', 'hello.cancel', 'request.approve', 'hello.more', 'hello.pin')
			.pin();
		expect(hands.name()).toBe('mobilepass.request-approved');
	});

	test('gives way when the time is over', () => {
		hands.wait(60);
		expect(hands.name()).toBe('mobilepass.request-over');
	});
});

describe('the history of a token', () => {
	test('lists what ended, newest first', () => {
		const { serial } = hands.world.laptop.mobilepass.tokens[0]!.credential;
		const open = () => hands.press(`mobilepass.token-${serial}`, 'mobilepass.settings', 'mobilepass.history');
		hands.press('taskbar.mobilepass');
		open();
		expect(hands.texts()).toContain('No login requests');
		hands.press('history.back', 'mobilepass.back', 'mobilepass.back', 'mobilepass.minimize');
		hands
			.ask()
			.press('notification.open', 'request.deny', 'request.report', 'request.close', 'mobilepass.minimize');
		hands.ask().wait(60).press('taskbar.mobilepass');
		open();
		const lines = hands.screen().controls.filter(({ id }) => /^history\.R/.test(id));
		expect(lines.map(({ text }) => text.replace(/^\S+ /, ''))).toEqual([
			'Office 365: Expired',
			'Office 365: Denied and reported',
		]);
	});
});
