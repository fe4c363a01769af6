import { laptopToPortal } from './laptop-beside.ts';
import { tokenOf, textOf, type DeviceId, type Entry, type World } from '../../simulator/world.ts';
import { goodTokens } from '../android-goals.ts';
import {
	codeMail,
	isMove,
	leavePage,
	met,
	phoneName,
	phoneSecret,
	toApp,
	tokenToProve,
	toMail,
	usePhone,
} from './phone-sight.ts';
import { card, fill, has, use, wait, type Move } from './sight.ts';

type Device = Extract<DeviceId, 'laptop' | 'phone'>;

/** The browser of a device at the portal; nothing where it is there. */
function toPortal(world: World, device: Device): Move | null {
	if (device === 'laptop') return laptopToPortal(world);
	const there = toApp(world, 'browser');
	if (there) return there;
	const name = phoneName(world);
	if (name.startsWith('phone-portal.')) return null;
	if (name === 'phone-browser.open-question') return usePhone(world, 'prompt.cancel');
	return usePhone(world, name === 'phone-browser.home' ? 'browser.portal' : 'browser.close');
}

/** Through the portal to the page with the QR code. */
export function addMove(world: World, device: Device): Move | null {
	const there = codeMove(world, device) ?? toPortal(world, device);
	if (there) return there;
	const on = (control: string) => use(world, control, device);
	switch (world.phone?.portals[device].page) {
		case 'start':
			return on('portal.start');
		case 'username':
			return fill(world, { 'portal.username': card('user-id') }, 'portal.login', device);
		case 'add':
			return on('portal.add');
		case 'identity':
			return identityMove(world, device);
		case 'password':
			return fill(world, { 'portal.password': card('computer-password') }, 'portal.submit', device);
		case 'kind':
			return on(world.phone.portals[device].kind ? 'portal.submit' : 'portal.authenticator-app');
		case 'platform':
			return has(world, 'portal.android', device) ? on('portal.android') : wait(10);
		case 'signed-in':
			return on('portal.add-another');
		case 'set-up':
			return null;
		default:
			return on('browser.close');
	}
}

/** The code's e-mail is opened before the code is typed. */
function codeMove(world: World, device: Device): Move | null {
	if (world.phone?.portals[device].page !== 'identity') return null;
	const mail = codeMail(world);
	const open = mail && codeCounts(world);
	return open && world.phone.mail.open !== mail.id ? toMail(world, mail.id) : null;
}

/** The newest code that was sent is the one that has come. */
function codeCounts(world: World): boolean {
	const content = codeMail(world)?.content;
	if (content?.kind !== 'verification-code') return false;
	const sent = Object.values(world.service.codes ?? {}).flatMap((bucket) => bucket[world.people.user] ?? []);
	const newest = sent.at(-1);
	return newest?.id === content.code && newest.state === 'sent' && newest.until > world.now + 10_000;
}

function identityMove(world: World, device: Device): Move {
	const content = codeMail(world)?.content;
	if (content?.kind === 'verification-code' && codeCounts(world))
		return fill(world, { 'portal.code': content }, 'portal.continue', device);
	const sent = Object.values(world.service.codes ?? {}).flatMap((bucket) => bucket[world.people.user] ?? []);
	const over = sent.at(-1)?.state !== 'sent' || (sent.at(-1)?.until ?? 0) < world.now + 10_000;
	return met(world, 'verification-code-lost') || over ? use(world, 'portal.resend', device) : wait(30);
}

/** Signs in to the portal with the new token: by a request where push is on, else by a passcode. */
export function proveMove(world: World, device: Device): Move {
	const page = world.phone?.portals[device].page ?? 'start';
	if (page === 'passcode' && device === 'laptop') {
		const shown = passcodeShown(world);
		if (shown) return shown;
	}
	const there = toPortal(world, device);
	if (there) return there;
	const on = (control: string) => use(world, control, device);
	switch (page) {
		case 'start':
			return on('portal.start');
		case 'username':
			return fill(world, { 'portal.username': card('user-id') }, 'portal.login', device);
		case 'choose-method':
			return methodMove(world, device);
		case 'waiting':
			return silent(world) ? on('portal.to-passcode') : wait(5);
		case 'passcode': {
			const secret = phoneSecret(world);
			return isMove(secret) ? secret : fill(world, { 'portal.secret': secret }, 'portal.submit', device);
		}
		case 'pin-given':
			return on('portal.pin-continue');
		case 'set-pin':
			return setPinMove(world, device);
		case 'signed-in':
			return on('portal.sign-out');
		default:
			return on('browser.close');
	}
}

/** A request that went out, and none of the phone's tokens was reached. */
const silent = (world: World): boolean =>
	Object.values(world.service.push?.requests ?? {})
		.flatMap((bucket) => bucket[world.people.user] ?? [])
		.at(-1)
		?.serials.every((serial) => !goodTokens(world).some(({ credential }) => credential.serial === serial)) ??
	false;

function methodMove(world: World, device: Device): Move {
	const { method } = world.phone?.portals[device] ?? {};
	if (method) return use(world, 'portal.submit', device);
	const push = has(world, 'portal.autosend', device) && oneToken(world);
	return use(world, push ? 'portal.autosend' : 'portal.manual', device);
}
/** Which of two tokens answers cannot be told by a request alone: a passcode says it. */
const oneToken = (world: World): boolean => goodTokens(world).length === 1;

/** The passcode on the phone, to be read and typed; nothing where it is shown. */
function passcodeShown(world: World): Move | null {
	const there = toApp(world, 'mobilepass');
	if (there) return there;
	const serial = tokenToProve(world)?.credential.serial ?? '';
	const name = phoneName(world);
	if (name === 'phone-mobilepass.passcode' && world.phone?.mobilepass.serial === serial) return null;
	if (name === 'phone-mobilepass.list') return usePhone(world, `mobilepass.token-${serial}`);
	if (name === 'phone-mobilepass.unlock' && world.phone?.mobilepass.serial === serial)
		return fill(world, { 'mobilepass.pin': pinEntry(world, serial) }, 'mobilepass.submit', 'phone');
	return leavePage(world);
}

/** The PIN of the card that a token of the phone was given. */
export function pinEntry(world: World, serial: string): Entry {
	const pin = world.phone?.mobilepass.tokens.find(({ credential }) => credential.serial === serial)?.pin
		?.text;
	const next = textOf(world.service, world.people.user, { kind: 'card', value: 'next-pin' });
	return card(pin === next ? 'next-pin' : 'pin');
}

function setPinMove(world: World, device: Device): Move {
	const serial = tokenToProve(world)?.credential.serial ?? '';
	const pin = textOf(world.service, world.people.user, { kind: 'card', value: 'next-pin' });
	const entry = card(tokenOf(world.service, serial)?.pin?.text === pin ? 'pin' : 'next-pin');
	return fill(world, { 'portal.new-pin': entry, 'portal.new-pin-again': entry }, 'portal.save-pin', device);
}
