import { organization } from '../../domain/organization.ts';
import { cleared, draftOf } from '../drafts.ts';
import { isMissed, type Entry } from '../entries.ts';
import { around, withToken } from '../laptop/mobilepass-window.ts';
import { pinToMatch, removed, stepOf } from '../laptop/token.ts';
import type { AppToken } from '../laptop/state.ts';
import { button, field, heading, value, type Live } from '../screen.ts';
import { tryTokenPin } from '../service/service.ts';
import type { PushRequest } from '../service/push.ts';
import type { World } from '../state.ts';
import { answer, requestOf } from './answer.ts';
import { appInFront, inWindow, push, pushOf, told } from './change.ts';
import { choicesOf } from './requests.ts';
import type { PushMessage, RequestWindow } from './state.ts';

const title = heading('request.title', 'Login request');

/** Closes the window of the request; one that still waits can be opened again from the app. */
const closed = (world: World): World => push(cleared(world, 'laptop', 'request.'), { window: null });

/** Opens the request that has waited longest, or the one named, in front. */
export function opened(world: World, request?: string): World {
	const all = choicesOf(world);
	const first = all.find((one) => one.request.id === request) ?? all[0];
	if (!first) return world;
	const { id } = first.request;
	const noticed = [...new Set([...pushOf(world).noticed, id])];
	const window = { page: 'request', request: id, serial: first.serial, number: null, message: null } as const;
	return appInFront(push(cleared(world, 'laptop', 'request.'), { window, noticed }));
}

/** The request that the window is about, with the token that answers. */
function shownIn(world: World): { request: PushRequest; token: AppToken; window: RequestWindow } | null {
	const { window } = pushOf(world);
	const request = window && requestOf(world, window.request);
	const token = world.laptop.mobilepass.tokens.find(({ credential }) => credential.serial === window?.serial);
	return window && request && token ? { request, token, window } : null;
}

/** What every page of a request says of it: for what, when, from where (facts 5.12, 3.6; the words are assumed). */
function about(world: World): Live[] {
	const shown = shownIn(world);
	if (!shown) return [];
	const { request } = shown;
	const seconds = Math.max(0, Math.floor((world.now - request.askedAt) / 1000));
	return [
		title,
		value('request.resource', request.resource),
		value('request.user', request.user),
		value('request.where', request.origin === 'here' ? 'From: Chicago, IL' : 'From: Reno, NV'),
		value('request.elapsed', `Received ${seconds} s ago`),
	];
}

/** "Approve", "Deny"; with several tokens or requests the arrows choose one (procedure C). */
export function requestPage(world: World): Live[] {
	const all = choicesOf(world);
	const shown = shownIn(world);
	const at = all.findIndex(
		({ request, serial }) => request.id === shown?.request.id && serial === shown.token.credential.serial,
	);
	const to = (place: number) => (before: World) => {
		const next = all[place];
		return next ? inWindow(before, { request: next.request.id, serial: next.serial }) : before;
	};
	const requests = [...new Set(all.map(({ request }) => request.id))];
	const which = requests.indexOf(shown?.request.id ?? '') + 1;
	return [
		...about(world),
		value('request.token', `${organization.tokenName} ${shown?.token.credential.serial ?? ''}`),
		...(requests.length > 1 ? [value('request.count', `Request ${which} of ${requests.length}`)] : []),
		...(all.length > 1
			? [
					button('request.previous', '<', to(at - 1), at > 0),
					button('request.next', '>', to(at + 1), at < all.length - 1),
				]
			: []),
		button('request.approve', 'Approve', approved),
		button('request.deny', 'Deny', denied),
		...around(world),
	];
}

const approved = (world: World): World =>
	shownIn(world)?.request.match ? inWindow(world, { page: 'request-number' }) : protectedBy(world);

/** Number matching: the number that stands on the login page (facts 3.6). */
export const numberPage = (world: World): Live[] => [
	...about(world),
	value('request.match', 'Select the number that your login page shows.'),
	...(shownIn(world)?.request.match?.choices ?? []).map((number) =>
		button(`request.number-${number}`, String(number), (before) => protectedBy(inWindow(before, { number }))),
	),
	...around(world),
];

/** PIN or biometric first, where the token has one (procedure C). */
function protectedBy(world: World): World {
	const shown = shownIn(world);
	if (!shown) return world;
	if (shown.token.pin === null && shown.token.credential.pinType !== 'Server') return sent(world, null);
	return inWindow(world, { page: pushOf(world).hello && shown.token.pin ? 'hello-owner' : 'request-pin' });
}

export function pinPage(world: World): Live[] {
	return [
		...about(world),
		...field(world, 'laptop', 'request.pin', 'PIN', shownIn(world)?.token.pin ? 'pin' : 'new-server-pin'),
		button('request.submit', 'Submit', pinGiven, draftOf(world, 'laptop', 'request.pin') !== null),
		...told('request.message', pushOf(world).window?.message ?? null),
		...around(world),
	];
}

/** A Token PIN is checked by the app, and counts as a try (facts 8.5); a Server PIN goes along with the code. */
function pinGiven(world: World): World {
	const shown = shownIn(world);
	const typed = draftOf(world, 'laptop', 'request.pin');
	const emptied = cleared(world, 'laptop', 'request.');
	if (!shown || !typed) return emptied;
	const { pin, credential } = shown.token;
	if (pin === null) return sent(emptied, isMissed(typed) ? { kind: 'nothing' } : typed);
	const tried = tryTokenPin(world.service.policy.pin, pin, pinToMatch(world, typed));
	const counted = withToken(emptied, credential.serial, (before) => ({ ...before, pin: tried.pin }));
	if (tried.reply.ok) return sent(counted, null);
	return tried.reply.reason === 'gone'
		? closed(removed(counted, credential.serial))
		: inWindow(counted, { message: 'pin-wrong' });
}

/** The app makes the code and sends it. A counted token goes on to its next code. */
export function sent(world: World, pin: Entry | null): World {
	const shown = shownIn(world);
	if (!shown) return world;
	const { request, token, window } = shown;
	const { serial, activation, mode } = token.credential;
	const counted =
		mode === 'time'
			? world
			: withToken(world, serial, (before) => ({ ...before, counter: before.counter + 1 }));
	const step = stepOf(counted, { ...token, counter: token.counter + 1 });
	const given = {
		do: 'approve',
		request: request.id,
		serial,
		activation,
		step,
		number: window.number,
	} as const;
	const { world: next, word } = answer(counted, { ...given, ...(pin && { pin }) });
	return inWindow(next, ends[word]);
}

const ends = {
	ok: { page: 'request-approved' },
	over: { page: 'request-over', message: 'request-expired' },
	no: { page: 'request-over', message: 'request-not-accepted' },
} as const;

function denied(world: World): World {
	const { window } = pushOf(world);
	if (!window) return world;
	const { request, serial } = window;
	const { world: next, word } = answer(world, { do: 'deny', request, serial });
	return inWindow(next, word === 'ok' ? { page: 'request-denied' } : ends.over);
}

function reported(world: World): World {
	const { window } = pushOf(world);
	if (!window) return world;
	const { request, serial } = window;
	return inWindow(answer(world, { do: 'report', request, serial }).world, { page: 'request-reported' });
}

const close = (world: World): Live =>
	button('request.close', 'Close', (before) =>
		choicesOf(world).length > 0 ? opened(closed(before)) : closed(before),
	);

/** The confirmation (procedure C; its words are assumed). */
export const approvedPage = (world: World): Live[] => [
	title,
	value('request.approved', 'Approved. You are logged in without a passcode.'),
	close(world),
	...around(world),
];

/** "Deny", then "Report": the organization's authentication management is told. */
export const deniedPage = (world: World): Live[] => [
	title,
	value('request.denied', 'The login request was denied.'),
	button('request.report', 'Report', reported),
	close(world),
	...around(world),
];

export const reportedPage = (world: World): Live[] => [
	title,
	value('request.reported', 'The request was reported to your organization.'),
	close(world),
	...around(world),
];

export const overPage = (world: World): Live[] => [
	title,
	...told('request.message', pushOf(world).window?.message ?? null),
	close(world),
	...around(world),
];

const open: readonly RequestWindow['page'][] = [
	'request',
	'request-number',
	'hello-owner',
	'hello-choices',
	'request-pin',
];

/** The window follows what becomes of its request, and goes with the app and its token. */
export function windowKept(world: World): World {
	const { window } = pushOf(world);
	if (!window) return world;
	if (!world.laptop.windows.includes('mobilepass')) return closed(world);
	if (window.page === 'history') return world;
	const shown = shownIn(world);
	if (!shown) return closed(world);
	if (!open.includes(window.page) || shown.request.state === 'waiting') return world;
	const message: PushMessage = shown.request.state === 'expired' ? 'request-expired' : 'request-not-accepted';
	return inWindow(cleared(world, 'laptop', 'request.'), { page: 'request-over', message });
}
