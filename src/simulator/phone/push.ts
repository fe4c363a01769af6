import { draftOf, cleared } from '../drafts.ts';
import { button, choice, field, heading, value, type Live } from '../screen.ts';
import { answer, pendingRequests, requestHistory } from '../push/answer.ts';
import type { PushRequest } from '../service/push.ts';
import { permitPush } from '../service/push-permission.ts';
import { tokenOf } from '../service/service.ts';
import type { World } from '../state.ts';
import { listOrWelcome, opened, pass, phoneOf, phoneOnline, turnTo } from './change.ts';
import { told } from './messages.ts';
import type { PhoneToken } from './state.ts';
import { isOpen, phoneStep, pinControls, tokenText, triesLeft } from './token.ts';

/** Serials whose login requests this phone can show right now. */
export function reachedByPhone(world: World): readonly string[] {
	const { mobilepass, permissions } = phoneOf(world);
	const shows = permissions.notifications && mobilepass.autosend && phoneOnline(world);
	return shows ? mobilepass.tokens.map(({ credential }) => credential.serial) : [];
}

type Asked = { readonly request: PushRequest; readonly token: PhoneToken };

/** What waits for an answer on this phone, the oldest first. */
export function requestsOnPhone(world: World): readonly Asked[] {
	const all = phoneOf(world).mobilepass.tokens.flatMap((token) =>
		pendingRequests(world, token.credential.serial).map((request) => ({ request, token })),
	);
	return all.filter(({ request }, i) => all.findIndex((one) => one.request.id === request.id) === i);
}

/** The request on show, as long as it waits. */
const requestShown = (world: World): Asked | undefined =>
	requestsOnPhone(world).find(({ request }) => request.id === phoneOf(world).mobilepass.request);

const resources: Readonly<Record<string, string>> = { portal: 'User Portal', vpn: 'GlobalProtect' };
const nameOf = ({ resource }: PushRequest): string => resources[resource] ?? resource;

/** A notification for each request, over whatever is in front; also on the lock screen (facts 4). */
export const notifications = (world: World): Live[] => {
	const { permissions, locked, app, mobilepass } = phoneOf(world);
	const inFront =
		!locked && app === 'mobilepass' && (mobilepass.page === 'request' || mobilepass.page === 'request-pin');
	if (!permissions.notifications || inFront) return [];
	return requestsOnPhone(world).map(({ request, token }) =>
		button(
			`notification.${request.id.toLowerCase()}`,
			`MobilePASS+: login request for ${nameOf(request)}`,
			(before) =>
				turnTo(
					pass(opened(before, 'mobilepass'), {
						request: request.id,
						serial: token.credential.serial,
						number: null,
						opened: true,
					}),
					'request',
				),
		),
	);
};

export function requestPage(world: World): Live[] {
	const shown = requestShown(world);
	if (!shown) return overPage(world);
	const { request, token } = shown;
	const all = requestsOnPhone(world);
	const at = all.findIndex((one) => one.request.id === request.id);
	const step = (by: 1 | -1) => (before: World) => {
		const next = all[(at + by + all.length) % all.length] ?? shown;
		return pass(before, {
			request: next.request.id,
			serial: next.token.credential.serial,
			number: null,
		});
	};
	const approve = (number: number | null) => (before: World) => {
		const chosen = pass(before, { number });
		return asksFirst(chosen, token) ? turnTo(chosen, 'request-pin') : approved(chosen);
	};
	return [
		heading('mobilepass.title', 'Login request'),
		value('mobilepass.resource', nameOf(request)),
		value('mobilepass.token', tokenText(world, token)),
		value('mobilepass.origin', request.origin === 'here' ? 'Near you' : 'Another place'),
		value('mobilepass.asked-at', new Date(request.askedAt).toISOString()),
		...(request.match
			? [
					value('mobilepass.match', 'Select the number that the login page shows.'),
					...request.match.choices.map((number) =>
						button(`mobilepass.number-${number}`, String(number), approve(number)),
					),
				]
			: [button('mobilepass.approve', 'Approve', approve(null))]),
		button('mobilepass.deny', 'Deny', denied),
		...(all.length > 1
			? [
					value('mobilepass.waiting', `${at + 1} of ${all.length} requests`),
					button('mobilepass.previous', '<', step(-1)),
					button('mobilepass.next', '>', step(1)),
				]
			: []),
		...told('mobilepass.message', phoneOf(world).mobilepass.message),
	];
}

const overPage = (world: World): Live[] => [
	heading('mobilepass.title', 'Login request'),
	...told('mobilepass.message', 'request-over'),
	button('mobilepass.done', 'Done', leave),
	...(requestsOnPhone(world).length > 0 ? notifications(world) : []),
];

const leave = (world: World): World =>
	turnTo(pass(world, { request: null, number: null }), listOrWelcome(world));

/** PIN or biometric first (facts 8.7): also a Server PIN, which the app then sends with the code. */
const asksFirst = (world: World, token: PhoneToken): boolean =>
	!isOpen(world, token) || token.credential.pinType === 'Server';

const SERVER_PIN = 'mobilepass.server-pin';

export function requestPinPage(world: World): Live[] {
	const shown = requestShown(world);
	if (!shown) return overPage(world);
	const { token } = shown;
	const back = button('mobilepass.back', 'Back', (before) =>
		turnTo(cleared(cleared(before, 'phone', 'mobilepass.pin'), 'phone', SERVER_PIN), 'request'),
	);
	const title = heading('mobilepass.title', 'Login request');
	if (token.credential.pinType === 'Server')
		return [
			title,
			...field(world, 'phone', SERVER_PIN, 'PIN', 'sign-in'),
			button('mobilepass.submit', 'Submit', approved, draftOf(world, 'phone', SERVER_PIN) !== null),
			back,
		];
	return [
		title,
		...pinControls(world, token, approved),
		...told('mobilepass.message', phoneOf(world).mobilepass.message),
		...triesLeft(world, token),
		back,
	];
}

/** The app makes a code and sends it; the page of the login goes on by itself (facts 5.12). */
function approved(world: World): World {
	const shown = requestShown(world);
	const pin = draftOf(world, 'phone', SERVER_PIN);
	const emptied = cleared(world, 'phone', SERVER_PIN);
	if (!shown) return emptied;
	if (!phoneOnline(world)) return turnTo(emptied, 'request', 'server-not-reached');
	const { request, token } = shown;
	const { serial, activation } = token.credential;
	const { world: next, word } = answer(emptied, {
		do: 'approve',
		request: request.id,
		serial,
		activation,
		step: phoneStep(world, token),
		number: phoneOf(world).mobilepass.number,
		...(pin && { pin }),
	});
	return turnTo(pass(next, { number: null }), word === 'ok' ? 'approved' : 'not-sent');
}

function denied(world: World): World {
	const shown = requestShown(world);
	if (!shown) return world;
	if (!phoneOnline(world)) return turnTo(world, 'request', 'server-not-reached');
	const { request, token } = shown;
	const { serial } = token.credential;
	return turnTo(answer(world, { do: 'deny', request: request.id, serial }).world, 'denied');
}

/** "Deny", then "Report": the organization hears of it (procedure C). */
export const deniedPage = (): Live[] => [
	heading('mobilepass.title', 'Denied'),
	...told('mobilepass.message', 'request-denied'),
	button('mobilepass.report', 'Report', (before) => {
		const { request, serial } = phoneOf(before).mobilepass;
		if (request === null || serial === null) return leave(before);
		return turnTo(answer(before, { do: 'report', request, serial }).world, 'reported');
	}),
	button('mobilepass.done', 'Done', leave),
];

const ending = (text: string) => (): Live[] => [
	heading('mobilepass.title', text),
	button('mobilepass.done', 'Done', leave),
];
export const approvedPage = ending('Approved');
export const reportedPage = ending('Reported');
export const notSentPage = ending('The login request was not completed');

/** Turned on later by who chose "No Thanks" (procedure D): blue = on. */
export function appSettingsPage(world: World): Live[] {
	const { autosend, message } = phoneOf(world).mobilepass;
	return [
		heading('mobilepass.title', 'Settings'),
		...(world.service.policy.targets.Android.push
			? [choice('mobilepass.autosend', 'Autosend Passcode', autosent, autosend)]
			: []),
		choice('mobilepass.history', 'Push Authentication History', (before) => turnTo(before, 'history')),
		...told('mobilepass.message', message),
		button('mobilepass.back', 'Back', (before) => turnTo(before, listOrWelcome(before))),
	];
}

function autosent(world: World): World {
	if (!phoneOnline(world)) return turnTo(world, 'app-settings', 'server-not-reached');
	const { tokens, autosend } = phoneOf(world).mobilepass;
	const service = tokens.reduce((before, { credential: { serial, user } }) => {
		if (!tokenOf(before, serial)) return before;
		return permitPush(before, { user, serial, on: !autosend }, world.now).service;
	}, world.service);
	return turnTo(pass({ ...world, service }, { autosend: !autosend }), 'app-settings');
}

const answers: Readonly<Record<PushRequest['state'], string>> = {
	waiting: 'Waiting',
	approved: 'Approved',
	denied: 'Denied',
	failed: 'Not completed',
	expired: 'Not answered',
};

/** The last ones of each token on the phone, the newest first (facts 3.5). */
export const historyPage = (world: World): Live[] => [
	heading('mobilepass.title', 'Push Authentication History'),
	...phoneOf(world).mobilepass.tokens.flatMap(({ credential: { serial } }) =>
		requestHistory(world, serial).map((request) =>
			value(
				`mobilepass.past-${serial}-${request.id.toLowerCase()}`,
				`${nameOf(request)}: ${answers[request.state]}`,
			),
		),
	),
	button('mobilepass.back', 'Back', (before) => turnTo(before, 'app-settings')),
];
