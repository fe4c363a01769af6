import { cleared, draftOf } from '../drafts.ts';
import { forService, isMissed, type Entry } from '../entries.ts';
import { button, choice, field, value, type Live } from '../screen.ts';
import { passcode, stepAt, textOf, tryTokenPin } from '../service/service.ts';
import type { World } from '../state.ts';
import { deviceNow, part } from './change.ts';
import { said } from './messages.ts';
import { appTitle, around, goTo, tokenLabel, tokenShown, withToken } from './mobilepass-window.ts';
import type { AppToken } from './state.ts';

/** The time step, or the count, of the code on show. Made from the device's clock, right or wrong. */
export const stepOf = (world: World, { credential, counter }: AppToken): number =>
	credential.mode === 'time' ? stepAt(credential, deviceNow(world)) : counter;

const codeOf = (world: World, token: AppToken): string => passcode(token.credential, stepOf(world, token));

/** The digits that a PIN entry stands for. */
export const pinText = (world: World, entry: Entry): string =>
	textOf(world.service, world.people.user, forService(entry)) ?? '';

/** A PIN to compare with one that was typed before: what missed it is like no text at all. */
export const pinToMatch = (world: World, entry: Entry): string =>
	isMissed(entry) ? '' : pinText(world, entry);

/** What a PIN must be, as the screens state it. */
export function pinRule({ service }: World): string {
	const { length, characters } = service.policy.pin;
	return `${length} ${characters === 'digits' ? 'digits' : 'letters and digits'}`;
}

/** Masked until the PIN is given; tokens without a PIN in the app show their code at once (facts 3.4). */
export function tokenPage(world: World, token: AppToken): Live[] {
	const { unlocked, message } = world.laptop.mobilepass;
	const { serial } = token.credential;
	const open = token.pin === null || unlocked.includes(serial);
	const masked = '•'.repeat(token.credential.digits);
	return [
		appTitle,
		value('mobilepass.token', tokenLabel(world, serial)),
		value('mobilepass.code', open ? codeOf(world, token) : masked),
		...(open ? nextPassword(token) : unlockControls(world)),
		...said('mobilepass.message', message),
		...triesLeft(world, token),
		choice('mobilepass.settings', 'Settings', (before) => goTo(before, 'details')),
		button('mobilepass.back', 'Back', (before) => goTo(before, 'list')),
		...around(world),
	];
}

/** From the second wrong PIN on (assumed). */
export function triesLeft({ laptop, service }: World, { pin }: AppToken): Live[] {
	if (!pin || laptop.mobilepass.message !== 'pin-wrong') return [];
	const left = pin.triesLeft;
	if (left > service.policy.pin.maxTries - 2) return [];
	return [value('mobilepass.tries-left', left === 1 ? '1 try left' : `${left} tries left`)];
}

const unlockControls = (world: World): Live[] => [
	...field(world, 'laptop', 'mobilepass.pin', 'PIN', 'pin'),
	button('mobilepass.submit', 'Submit', unlock, draftOf(world, 'laptop', 'mobilepass.pin') !== null),
];

/** Event-based tokens show the next code when asked (facts 3.4). */
const nextPassword = ({ credential }: AppToken): Live[] =>
	credential.mode === 'time'
		? []
		: [
				button('mobilepass.next-password', 'Next Password', (before) =>
					withToken(before, credential.serial, (token) => ({ ...token, counter: token.counter + 1 })),
				),
			];

function unlock(world: World): World {
	const token = tokenShown(world);
	const typed = draftOf(world, 'laptop', 'mobilepass.pin');
	const emptied = cleared(world, 'laptop', 'mobilepass.');
	if (!token?.pin || !typed) return emptied;
	const { serial } = token.credential;
	const { pin, reply } = tryTokenPin(world.service.policy.pin, token.pin, pinToMatch(world, typed));
	const tried = withToken(emptied, serial, (before) => ({ ...before, pin }));
	if (reply.ok) {
		const unlocked = [...tried.laptop.mobilepass.unlocked, serial];
		return part(tried, 'mobilepass', { unlocked, message: null });
	}
	return reply.reason === 'gone' ? removed(tried, serial) : goTo(tried, 'token', 'pin-wrong');
}

/** Too many wrong PINs: the token is gone from the app, and must be enrolled anew (facts 3.3). */
export const removed = (world: World, serial: string): World => goTo(without(world, serial), 'removed');

/** Gone from the app; the service does not hear of it. */
export function without(world: World, serial: string): World {
	const tokens = world.laptop.mobilepass.tokens.filter(({ credential }) => credential.serial !== serial);
	const unlocked = world.laptop.mobilepass.unlocked.filter((open) => open !== serial);
	return part(world, 'mobilepass', { tokens, unlocked, serial: null });
}

export const removedPage = (world: World): Live[] => [
	appTitle,
	value('mobilepass.removed', 'The authenticator was removed. It must be enrolled again.'),
	button('mobilepass.back', 'Back', (before) =>
		goTo(before, before.laptop.mobilepass.tokens.length > 0 ? 'list' : 'welcome'),
	),
	...around(world),
];
