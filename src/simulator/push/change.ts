import { laptop } from '../laptop/change.ts';
import { messages } from '../laptop/messages.ts';
import type { MessageId } from '../laptop/state.ts';
import { value, type Live } from '../screen.ts';
import type { World } from '../state.ts';
import type { LoginPage, Push, PushMessage, RequestWindow } from './state.ts';

/** Nobody has logged in, and nothing is shown. */
export const noPush: Push = {
	page: 'none',
	method: null,
	first: null,
	waits: null,
	message: null,
	logins: [],
	noticed: [],
	window: null,
	hello: false,
	stranger: null,
};

export const pushOf = ({ push = noPush }: World): Push => push;
export const push = (world: World, patch: Partial<Push>): World => ({
	...world,
	push: { ...pushOf(world), ...patch },
});

export const goTo = (world: World, page: LoginPage, message: PushMessage | null = null): World =>
	push(world, { page, message, ...(page === 'sign-in-waiting' ? {} : { waits: null }) });

/** With some of the request window changed; nothing where none is open. */
export function inWindow(world: World, patch: Partial<RequestWindow>): World {
	const { window } = pushOf(world);
	return window ? push(world, { window: { ...window, message: null, ...patch } }) : world;
}

const texts: Readonly<Record<Exclude<PushMessage, MessageId>, string>> = {
	'no-answer': 'No answer came. Try again, or enter a passcode manually.',
	'not-recognized': 'You were not recognized. Try again, or choose another way.',
	'request-expired': 'The time for this request is over.',
	'request-not-accepted': 'The login request was not accepted.',
};

/** Is it a message that other places show too? */
export const isCommon = (message: PushMessage | null): message is MessageId =>
	message !== null && Object.hasOwn(messages, message);

/** The message as a label of the screen, or nothing. */
export const told = (id: string, message: PushMessage | null): Live[] =>
	message ? [value(id, isCommon(message) ? messages[message] : texts[message])] : [];

/** The app is there and runs, in front or put away. */
export const appRuns = ({ laptop: { mobilepass, windows } }: World): boolean =>
	mobilepass.installed !== null && windows.includes('mobilepass');

/** The app is opened, in front. */
export const appInFront = (world: World): World => {
	const windows = [...world.laptop.windows.filter((open) => open !== 'mobilepass'), 'mobilepass' as const];
	const minimized = world.laptop.minimized.filter((open) => open !== 'mobilepass');
	return laptop(world, { windows, minimized, overlay: null });
};
