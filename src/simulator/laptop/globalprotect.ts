import { organization } from '../../domain/organization.ts';
import { cleared, draftOf } from '../drafts.ts';
import { faulty, mended } from '../faults/ids.ts';
import { enqueue, MINUTE } from '../queue.ts';
import { button, field, heading, value, type Live } from '../screen.ts';
import type { World } from '../state.ts';
import { signIn } from '../wires.ts';
import { closed, minimized, online, part, popUp, shown } from './change.ts';
import { frame, taskBar } from './desktop.ts';
import { changePasswordControls, type PasswordPlace } from './change-password.ts';
import { said } from './messages.ts';
import { pinGivenControls, setPinControls, type SignInPlace } from './server-pin.ts';

const WINDOW = 'globalprotect';
const title = heading('globalprotect.title', 'GlobalProtect');
const stateText = (world: World) => (world.laptop.vpn.state === 'on' ? 'Connected' : 'Not connected');
const connect = (world: World): Live =>
	button('globalprotect.connect', 'Connect', toSignIn, world.laptop.vpn.state === 'off');

/** The company's sign-in opens; with the fault on, behind the other windows (facts 7, step 10). */
function toSignIn(world: World): World {
	const page = part(world, 'vpn', { page: 'sign-in', message: null, again: false });
	if (faulty(world, 'browser-tab-opened')) return shown(closed(page, WINDOW), 'vpn-browser');
	return faulty(world, 'sign-in-hidden') ? minimized(page, WINDOW) : page;
}

/** The page of the first logon. Closed without "Get Started" it comes back. */
export function welcomePage(world: World): Live[] {
	const start = (before: World) => part(mended(before, 'welcome-page-stays'), 'vpn', { page: 'message' });
	const later = (before: World) => enqueue(before, 'globalprotect-welcome', MINUTE);
	return [
		title,
		value('globalprotect.welcome', 'Welcome'),
		button('globalprotect.get-started', 'Get Started', start),
		...frame(WINDOW, later),
		...taskBar(world),
	];
}

export const welcomeAgain = (world: World): World =>
	faulty(world, 'welcome-page-stays') && world.laptop.logon.page === 'desktop'
		? popUp(part(world, 'vpn', { page: 'welcome' }), WINDOW)
		: world;

/** Informational messages; they may be closed (procedure A, step 10). */
export function messagePage(world: World): Live[] {
	const close = (before: World) => {
		const left = before.laptop.vpn.messages - 1;
		const fewer = part(before, 'vpn', { messages: Math.max(0, left) });
		return left > 0 ? fewer : closed(mended(fewer, 'many-messages'), WINDOW);
	};
	return [
		title,
		value('globalprotect.state', stateText(world)),
		...(world.laptop.vpn.state === 'off' ? [connect(world)] : []),
		button('globalprotect.close', 'Close', close),
		...taskBar(world),
	];
}

export function panel(world: World): Live[] {
	const disconnect = (before: World) => part(before, 'vpn', { state: 'off', by: null });
	return [
		title,
		value('globalprotect.state', stateText(world)),
		connect(world),
		button('globalprotect.disconnect', 'Disconnect', disconnect, world.laptop.vpn.state === 'on'),
		...frame(WINDOW),
		...taskBar(world),
	];
}

/** The sign-in of GlobalProtect: the static password until a token is active, then its passcode (step 21). */
export function signInPage(world: World): Live[] {
	const { vpn } = world.laptop;
	return [
		title,
		value('globalprotect.company', organization.signInBox),
		...field(
			world,
			'laptop',
			'globalprotect.secret',
			vpn.again ? 'Next passcode' : 'Password or passcode',
			'sign-in',
		),
		button(
			'globalprotect.sign-in',
			'Sign in',
			submit,
			draftOf(world, 'laptop', 'globalprotect.secret') !== null,
		),
		...said('globalprotect.message', vpn.message),
		...frame(WINDOW),
		...taskBar(world),
	];
}

function submit(world: World): World {
	const entry = draftOf(world, 'laptop', 'globalprotect.secret');
	const emptied = cleared(world, 'laptop', 'globalprotect.');
	if (!online(world)) return part(emptied, 'vpn', { message: 'server-not-reached' });
	const { world: next, word } = signIn(emptied, entry, 'vpn');
	switch (word) {
		case 'again':
			return part(next, 'vpn', { again: true, message: 'next-code' });
		case 'change-password':
			return part(next, 'vpn', { page: 'change-password', message: null });
		case 'pin-given':
		case 'set-pin':
			return part(next, 'vpn', { page: word, again: false, message: null });
		case 'no':
			return part(next, 'vpn', { again: false, message: 'sign-in-failed' });
		default:
			return connected(next, word === 'passcode' ? 'passcode' : 'password');
	}
}

export function connected(world: World, by: 'password' | 'passcode'): World {
	const on = part(world, 'vpn', {
		state: 'on',
		by,
		page: 'message',
		messages: faulty(world, 'many-messages') ? 3 : 1,
		again: false,
		message: null,
	});
	return (['vpn-not-connected', 'sign-in-hidden', 'browser-tab-opened'] as const).reduce(mended, on);
}

export const changePage = (world: World): Live[] => [
	title,
	...changePasswordControls(world, place),
	...around(world),
];

const place: SignInPlace & PasswordPlace = {
	id: WINDOW,
	message: (world) => world.laptop.vpn.message,
	signIn: (world, message) => part(world, 'vpn', { page: 'sign-in', message }),
	again: (world, message) => part(world, 'vpn', { page: 'set-pin', message }),
	changeAgain: (world, message) => part(world, 'vpn', { page: 'change-password', message }),
	changed: (world) => connected(world, 'password'),
};
const around = (world: World): Live[] => [...frame(WINDOW), ...taskBar(world)];

export const pinGivenPage = (world: World): Live[] => [
	title,
	...pinGivenControls(world, place),
	...around(world),
];
export const setPinPage = (world: World): Live[] => [
	title,
	...setPinControls(world, place),
	...around(world),
];

/** With the new token active the old session ends: from now on the passcode (step 21). */
export function sessionEnds(world: World): World {
	if (world.laptop.vpn.by === 'passcode') return world;
	const off = part(world, 'vpn', { state: 'off', by: null });
	if (world.laptop.logon.page !== 'desktop') return off;
	const { page } = world.laptop.vpn;
	// A new PIN on show is shown only once.
	const kept = page === 'pin-given' || page === 'set-pin' ? page : 'sign-in';
	return popUp(part(off, 'vpn', { page: kept, again: false, message: null }), WINDOW);
}
