import { organization } from '../../domain/organization.ts';
import { cleared, draftOf } from '../drafts.ts';
import { pinToMatch } from '../laptop/token.ts';
import { button, choice, field, heading, value, type Live } from '../screen.ts';
import { passcode, stepAt, tryTokenPin } from '../service/service.ts';
import type { World } from '../state.ts';
import { listOrWelcome, pass, phoneNow, phoneOf, turnTo, withPhoneToken } from './change.ts';
import { told } from './messages.ts';
import type { PhoneToken } from './state.ts';

/** The time step, or the count, of the code on show: by the phone's clock, right or wrong. */
export const phoneStep = (world: World, { credential, counter }: PhoneToken): number =>
	credential.mode === 'time' ? stepAt(credential, phoneNow(world)) : counter;

/** Its name on the phone; several without one are told apart by their serial numbers. */
export function tokenText(world: World, { name, credential }: PhoneToken): string {
	if (name) return name;
	const several = phoneOf(world).mobilepass.tokens.length > 1;
	return several ? `${organization.tokenName} ${credential.serial}` : organization.tokenName;
}

/** Tokens without a PIN in the app are open at once; the others until the app is put away (facts 3.4). */
export const isOpen = (world: World, { pin, credential }: PhoneToken): boolean =>
	pin === null || phoneOf(world).mobilepass.unlocked.includes(credential.serial);

export function tokenPage(world: World, token: PhoneToken): Live[] {
	const { serial, digits, mode } = token.credential;
	const open = isOpen(world, token);
	const next = (before: World) =>
		withPhoneToken(before, serial, (one) => ({ ...one, counter: one.counter + 1 }));
	return [
		heading('mobilepass.token', tokenText(world, token)),
		value('mobilepass.code', open ? passcode(token.credential, phoneStep(world, token)) : '•'.repeat(digits)),
		...(open && mode === 'event' ? [button('mobilepass.next-password', 'Next Password', next)] : []),
		...(open ? [] : pinControls(world, token, (before) => before)),
		...told('mobilepass.message', phoneOf(world).mobilepass.message),
		...triesLeft(world, token),
		choice('mobilepass.settings', 'Settings', (before) => turnTo(before, 'details')),
		button('mobilepass.back', 'Back', (before) => turnTo(before, 'list')),
	];
}

/** The PIN of a token, or the finger that stands for it. `then` follows a right one. */
export const pinControls = (world: World, token: PhoneToken, then: (world: World) => World): Live[] => [
	...field(world, 'phone', 'mobilepass.pin', 'PIN', 'pin'),
	button(
		'mobilepass.submit',
		'Submit',
		(before) => pinTried(before, token.credential.serial, then),
		draftOf(world, 'phone', 'mobilepass.pin') !== null,
	),
	...(token.biometrics
		? [
				button('mobilepass.fingerprint', 'Use fingerprint', (before) =>
					then(unlockedNow(before, token.credential.serial)),
				),
			]
		: []),
];

/** From the second wrong PIN on (assumed). */
export function triesLeft(world: World, { pin }: PhoneToken): Live[] {
	if (!pin || phoneOf(world).mobilepass.message !== 'pin-wrong') return [];
	const left = pin.triesLeft;
	if (left > world.service.policy.pin.maxTries - 2) return [];
	return [value('mobilepass.tries-left', left === 1 ? '1 try left' : `${left} tries left`)];
}

/** A right finger counts as a right PIN (facts 8.5). */
const unlockedNow = (world: World, serial: string): World =>
	pass(cleared(world, 'phone', 'mobilepass.pin'), {
		unlocked: [...phoneOf(world).mobilepass.unlocked.filter((one) => one !== serial), serial],
		message: null,
	});

function pinTried(world: World, serial: string, then: (world: World) => World): World {
	const token = phoneOf(world).mobilepass.tokens.find((one) => one.credential.serial === serial);
	const typed = draftOf(world, 'phone', 'mobilepass.pin');
	const emptied = cleared(world, 'phone', 'mobilepass.pin');
	if (!token?.pin || !typed) return emptied;
	const { pin, reply } = tryTokenPin(world.service.policy.pin, token.pin, pinToMatch(world, typed));
	const tried = withPhoneToken(emptied, serial, (one) => ({ ...one, pin }));
	if (reply.ok) return then(unlockedNow(tried, serial));
	return reply.reason === 'gone' ? removed(tried, serial) : pass(tried, { message: 'pin-wrong' });
}

/** Too many wrong PINs: the token is gone from the app, and must be enrolled anew (facts 3.3). */
export const removed = (world: World, serial: string): World =>
	turnTo(withoutToken(world, serial), 'removed');

/** Gone from the app; the service does not hear of it. */
export function withoutToken(world: World, serial: string): World {
	const { tokens, unlocked } = phoneOf(world).mobilepass;
	return pass(world, {
		tokens: tokens.filter(({ credential }) => credential.serial !== serial),
		unlocked: unlocked.filter((open) => open !== serial),
		serial: null,
	});
}

export const removedPage = (): Live[] => [
	heading('mobilepass.title', 'MobilePASS+'),
	value('mobilepass.removed', 'The authenticator was removed. It must be enrolled again.'),
	button('mobilepass.back', 'Back', (before) => turnTo(before, listOrWelcome(before))),
];
