import { describe, expect, test } from 'vitest';
import { createWorld, initialPin, screenOf, textOf, tokensOf, type Entry, type World } from '../world.ts';
import type { PinType } from '../policy.ts';
import { drive, type Driven } from './driven.ts';
import { qrInSight } from './index.ts';

const START = Date.UTC(2026, 2, 2, 14);
const pinTypes: readonly PinType[] = ['None', 'Token', 'Server'];
const worldWith = (type: PinType, push = true): World =>
	createWorld({
		seed: 7,
		startsAt: START,
		phone: true,
		policy: { pin: { type }, targets: { Android: { push } } },
	});

const card = (value: Extract<Entry, { kind: 'card' }>['value']): Entry => ({ kind: 'card', value });
const mailId = (world: World, kind: string): string => {
	const mails = Object.values(world.service.mailboxes).flatMap((bucket) => bucket[world.people.user] ?? []);
	return mails.findLast(({ content }) => content.kind === kind)?.id ?? '';
};
const codeOf = ({ people, service }: World): Entry => {
	const codes = Object.values(service.codes ?? {}).flatMap((bucket) => bucket[people.user] ?? []);
	return { kind: 'verification-code', user: people.user, code: codes.at(-1)?.id ?? '' };
};
const activeToken = ({ service, people }: World) =>
	tokensOf(service, people.user).find(({ state }) => state === 'Active');

const withApp = (world: World): Driven =>
	drive(world)
		.use('phone.unlock', 'home.store', 'store.mobilepass', 'store.install')
		.wait(20)
		.use('phone.home');

/** The mail on the phone is open. */
const mailOpen = (at: Driven): Driven => at.use('home.mail', `mail.mail-${mailId(at.world, 'enrollment')}`);
const laptopAtCode = (at: Driven): Driven => {
	const mail = mailId(at.world, 'enrollment');
	return at
		.on('laptop')
		.use('taskbar.outlook', `outlook.mail-${mail}`, 'outlook.self-enrollment', 'browser.android');
};

/** From the home screen to "the activation was accepted", by each method. */
const methods: Readonly<Record<string, (at: Driven) => Driven>> = {
	automatic: (at) => mailOpen(at).use('mail.self-enrollment', 'browser.enroll', 'prompt.open'),
	qr: (at) =>
		laptopAtCode(at)
			.on('phone')
			.use('home.mobilepass', 'mobilepass.get-started', 'mobilepass.activate', 'prompt.allow')
			.use('mobilepass.scan'),
	'copy-paste': (at) =>
		mailOpen(at)
			.use('mail.long-tap', 'mail.drag', 'mail.tap-selection', 'mail.copy', 'phone.home')
			.use('home.mobilepass', 'mobilepass.get-started', 'mobilepass.activate', 'prompt.allow')
			.use('mobilepass.no-qr-code', 'mobilepass.paste', 'mobilepass.activate'),
	'self-enrollment on the computer': (at) =>
		added(at.on('laptop').use('browser.portal'), 'laptop')
			.on('phone')
			.use('home.mobilepass', 'mobilepass.get-started', 'mobilepass.activate', 'prompt.allow')
			.use('mobilepass.scan'),
	'self-enrollment on the phone': (at) =>
		added(at.use('home.browser', 'browser.portal'), 'phone').use('portal.enroll', 'prompt.open'),
};

/** Through the pages of the portal to the QR code. */
function added(at: Driven, device: 'laptop' | 'phone'): Driven {
	const asked = at
		.on(device)
		.use('portal.start')
		.type('portal.username', card('user-id'))
		.use('portal.login', 'portal.add')
		.wait(190);
	return asked
		.type('portal.code', codeOf(asked.world))
		.use('portal.continue')
		.type('portal.password', card('computer-password'))
		.use('portal.submit', 'portal.authenticator-app', 'portal.submit', 'portal.android');
}

/** The pages that all methods share. */
function activated(at: Driven, type: PinType, allow: boolean): Driven {
	const asks = at.use('mobilepass.continue', 'mobilepass.continue');
	const answered = asks.use(allow ? 'mobilepass.allow' : 'mobilepass.no-thanks');
	if (type !== 'Token') return answered.use('mobilepass.done');
	return answered
		.type('mobilepass.new-pin', card('pin'))
		.use('mobilepass.continue')
		.type('mobilepass.pin-again', card('pin'))
		.use('mobilepass.continue', 'mobilepass.done');
}

/** What the page of a login wants: the passcode on show, with a Server PIN before it. */
function secretOf(at: Driven, type: PinType): { at: Driven; entry: Entry } {
	const serial = activeToken(at.world)?.serial ?? '';
	const token = at.on('phone').use(`mobilepass.token-${serial}`);
	const open = type === 'Token' ? token.type('mobilepass.pin', card('pin')).use('mobilepass.submit') : token;
	const { name, passcode } = screenOf(open.world, 'phone');
	expect(name).toBe('phone-mobilepass.passcode');
	if (!passcode) throw new Error('expected a passcode on show, got none');
	const pin = { kind: 'server-pin', serial } as const;
	return { at: open, entry: type === 'Server' ? { kind: 'joined', parts: [pin, passcode] } : passcode };
}

/** Signs in to the portal on the laptop with the passcode that the phone shows. */
function provedBy(at: Driven, type: PinType): Driven {
	const { at: shown, entry } = secretOf(at, type);
	const waits = screenOf(shown.world).name;
	const laptop = shown.on('laptop');
	const asked = waits.startsWith('portal.')
		? laptop
		: laptop
				.use('taskbar.browser', ...(waits === 'browser.home' ? [] : ['browser.close', 'taskbar.start-menu']))
				.use(...(waits === 'browser.home' ? [] : ['start-menu.edge']), 'browser.portal', 'portal.start')
				.type('portal.username', card('user-id'))
				.use('portal.login', 'portal.manual', 'portal.submit');
	return asked.type('portal.secret', entry).use('portal.submit');
}

/** With the PIN that the service has drawn, and the next passcode. */
function withNewPin(at: Driven): Driven {
	const next = at.use('portal.pin-continue').wait(30);
	const { entry } = secretOf(next.on('phone').use('mobilepass.back'), 'Server');
	return next.type('portal.secret', entry).use('portal.submit');
}

describe.each(Object.entries(methods))('%s', (_, method) => {
	test.each(pinTypes)('PIN type %s: to one accepted passcode', (type) => {
		const begun = method(withApp(worldWith(type))).on('phone');
		expect(screenOf(begun.world, 'phone').name).toBe('phone-mobilepass.one-time-passcode');
		const enrolled = activated(begun, type, false);
		const token = activeToken(enrolled.world);
		expect(token).toMatchObject({ device: { target: 'Android', push: 'Disabled' }, lastSuccess: null });
		if (type === 'Server') expect(initialPin(enrolled.world)).toMatch(/^\d{4}$/);

		const proved = provedBy(enrolled, type);
		expect(screenOf(proved.world).name).toBe(type === 'Server' ? 'portal.pin-given' : 'portal.signed-in');
		const end = type === 'Server' ? withNewPin(proved) : proved;
		expect(screenOf(end.world).name).toBe('portal.signed-in');
		expect(activeToken(end.world)?.lastSuccess).toBeGreaterThan(START);
	});
});

test('the camera reads exactly the text of the QR code that the laptop shows', () => {
	const shown = laptopAtCode(withApp(worldWith('Token')));
	const { name, controls } = screenOf(shown.world);
	expect(name).toBe('self-enrollment.android');
	const qr = controls.find((control) => control.qr !== undefined)?.qr;
	expect(qr).toBeTruthy();
	expect(qrInSight(shown.world)).toBe(qr);
	const { pending } = shown
		.on('phone')
		.use(
			'home.mobilepass',
			'mobilepass.get-started',
			'mobilepass.activate',
			'prompt.allow',
			'mobilepass.scan',
		).world.phone!.mobilepass;
	if (pending?.by !== 'string' || pending.entry.kind !== 'activation-string')
		throw new Error('expected the string of the code, got something else');
	expect(textOf(shown.world.service, pending.entry.user, pending.entry)).toBe(qr);
});
