import { organization } from '../../domain/organization.ts';
import { cleared, draftOf } from '../drafts.ts';
import { isCard, isOwnKind, type Entry } from '../entries.ts';
import { addressBar } from '../laptop/enrollment-page.ts';
import { online } from '../laptop/change.ts';
import { frame, taskBar } from '../laptop/desktop.ts';
import { typedAs } from '../laptop/logon.ts';
import { pinGivenControls, setPinControls, type SignInPlace } from '../laptop/server-pin.ts';
import { button, choice, field, heading, link, value, type Live } from '../screen.ts';
import { acts } from '../service/service.ts';
import type { World } from '../state.ts';
import { entryText, heard, signIn } from '../wires.ts';
import { pushOffered, requestOf } from './answer.ts';
import { goTo, isCommon, push, pushOf, told } from './change.ts';
import { asked, strangerFollows } from './delivery.ts';

/** The resource of procedure C's example. */
const RESOURCE = 'Office 365';

const closePage = (world: World): World => push(cleared(world, 'laptop', 'login.'), left);
/** The page is left: what it asked for goes on at the service. */
export const left = { page: 'none', method: null, first: null, waits: null, message: null } as const;

const around = (world: World): Live[] => [
	...addressBar(world),
	...frame('browser', closePage),
	...taskBar(world),
];
const said = (world: World): Live[] => told('login.message', pushOf(world).message);
const address = (host: string): Live => value('browser.page-address', `https://${host}.practice.example/`);

/** The way to the resource, on the first page of the browser. */
export const resourceLink = link('browser.resource', RESOURCE, (before) => goTo(before, 'resource'));

/** The resource's own page: user name and password, then the organization's page takes over (procedure C). */
export function resourcePage(world: World): Live[] {
	const ready = ['login.email', 'login.resource-password'].every(
		(id) => draftOf(world, 'laptop', id) !== null,
	);
	const next = (before: World) => {
		const known = isCard(draftOf(before, 'laptop', 'login.email'), 'email');
		const emptied = cleared(before, 'laptop', 'login.resource-password');
		return known
			? goTo(cleared(emptied, 'laptop', 'login.'), 'company-sign-in')
			: goTo(emptied, 'resource', 'email-refused');
	};
	return [
		heading('login.title', RESOURCE),
		address('mail'),
		...field(world, 'laptop', 'login.email', 'User name', 'email', entryText(world)),
		...field(world, 'laptop', 'login.resource-password', 'Password', 'computer-password'),
		button('login.next', 'Sign in', next, ready),
		...said(world),
		...around(world),
	];
}

/** The organization's login page. Nothing is checked before the second factor is there (facts 5.10, code 9). */
export function companyPage(world: World): Live[] {
	const [user, password] = ['login.user', 'login.password'].map((id) => draftOf(world, 'laptop', id));
	const next = (before: World) => {
		if (!user || !password) return before;
		const first = { user, password: typedAs(before, password) ?? password };
		return goTo(push(cleared(before, 'laptop', 'login.'), { first, method: null }), 'sign-in-method');
	};
	return [
		heading('login.title', organization.signInBox),
		address('login'),
		...field(world, 'laptop', 'login.user', 'User name', 'user-id', entryText(world)),
		...field(world, 'laptop', 'login.password', 'Password', 'computer-password'),
		button('login.sign-in', 'Sign in', next, !!user && !!password),
		...said(world),
		...around(world),
	];
}

/** The choice of the second factor. Without a token that takes a push there is one way only (facts 5.12). */
export function methodPage(world: World): Live[] {
	const { method } = pushOf(world);
	const offered = pushOffered(world) || !knownUser(world);
	const chosen = method === 'autosend' && !offered ? null : method;
	return [
		heading('login.title', organization.signInBox),
		address('login'),
		...(offered
			? [
					choice(
						'login.autosend',
						'Use my mobile to autosend a password',
						(before) => push(before, { method: 'autosend' }),
						chosen === 'autosend',
					),
				]
			: []),
		choice(
			'login.manually',
			'Enter a passcode manually',
			(before) => push(before, { method: 'passcode' }),
			chosen === 'passcode',
		),
		button('login.submit', 'Submit', submitted, chosen !== null),
		...said(world),
		...around(world),
	];
}

const knownUser = (world: World): boolean => isCard(pushOf(world).first?.user ?? null, 'user-id');
const userOf = (world: World): string => (knownUser(world) ? world.people.user : '');

function submitted(world: World): World {
	const { method, first } = pushOf(world);
	if (!online(world)) return goTo(world, 'sign-in-method', 'server-not-reached');
	if (method === 'passcode' || !first) return goTo(world, 'sign-in-passcode');
	const sent = asked(world, {
		user: userOf(world),
		password: first.password,
		resource: RESOURCE,
		origin: 'here',
	});
	if (!sent.challenge) return goTo(sent.world, 'company-sign-in', 'sign-in-failed');
	const { timeoutSeconds } = world.service.policy.push;
	const number = numberOf(sent.world, sent.request);
	const waits = { request: sent.request, until: world.now + timeoutSeconds * 1000, number };
	return goTo(push(sent.world, { waits }), 'sign-in-waiting');
}

/** Number matching: that of the request; where nothing was sent, one that tells a stranger nothing (code 9). */
function numberOf(world: World, request: string | null): number | null {
	if (!world.service.policy.push.numberMatching) return null;
	const match = request === null ? null : requestOf(world, request)?.match;
	return match?.shown ?? 10 + (Math.floor(world.now / 1000) % 90);
}

/** The page waits for the answer; with number matching it shows the number (facts 3.6). */
export function waitingPage(world: World): Live[] {
	const number = pushOf(world).waits?.number ?? null;
	return [
		heading('login.title', organization.signInBox),
		address('login'),
		value('login.waiting', 'A login request was sent. Approve it on your device.'),
		...(number === null ? [] : [value('login.number', String(number))]),
		link('login.manually-instead', 'Enter a passcode manually', (before) => goTo(before, 'sign-in-passcode')),
		...around(world),
	];
}

/** The request that the page waits for was answered, or its time is over. */
export function pageKept(world: World): World {
	const { page, waits } = pushOf(world);
	if (!world.laptop.windows.includes('browser') && page !== 'none') return closePage(world);
	if (page !== 'sign-in-waiting' || !waits) return world;
	const request = waits.request ? requestOf(world, waits.request) : undefined;
	switch (request?.state) {
		case 'approved':
			return signedIn(world, request.id);
		case 'denied':
		case 'failed':
			return goTo(world, 'company-sign-in', 'sign-in-failed');
		default:
			return world.now >= waits.until
				? goTo(push(world, { method: null }), 'sign-in-method', 'no-answer')
				: world;
	}
}

const signedIn = (world: World, request: string | null): World => {
	const logins = [...pushOf(world).logins, { at: world.now, request }];
	const through = push(cleared(world, 'laptop', 'login.'), { logins, first: null, method: null });
	return goTo(request === null ? strangerFollows(through) : through, 'signed-in');
};

export function passcodePage(world: World): Live[] {
	const ready = draftOf(world, 'laptop', 'login.passcode') !== null;
	return [
		heading('login.title', organization.signInBox),
		address('login'),
		...field(world, 'laptop', 'login.passcode', 'Passcode', 'sign-in'),
		button('login.sign-in', 'Sign in', byPasscode, ready),
		...said(world),
		button('login.back', 'Back', (before) => goTo(cleared(before, 'laptop', 'login.'), 'sign-in-method')),
		...around(world),
	];
}

/** Both factors at once: what is wrong is not told. */
function byPasscode(world: World): World {
	const typed = draftOf(world, 'laptop', 'login.passcode');
	const emptied = cleared(world, 'laptop', 'login.');
	if (!online(world)) return goTo(emptied, 'sign-in-passcode', 'server-not-reached');
	const checked = firstFactor(emptied);
	if (!checked.right) return goTo(checked.world, 'company-sign-in', 'sign-in-failed');
	const { world: next, word } = signIn(checked.world, typed, RESOURCE);
	switch (word) {
		case 'passcode':
		case 'static-password':
			return signedIn(next, null);
		case 'again':
			return goTo(next, 'sign-in-passcode', 'next-code');
		case 'pin-given':
		case 'set-pin':
			return goTo(next, word);
		default:
			return goTo(next, 'sign-in-passcode', 'sign-in-failed');
	}
}

function firstFactor(world: World): { world: World; right: boolean } {
	const entry: Entry = pushOf(world).first?.password ?? { kind: 'nothing' };
	const checked = entry.kind === 'fact' || entry.kind === 'near-fact' || isOwnKind(entry) ? null : entry;
	const outcome = acts.checkComputerPassword(
		world.service,
		{ user: userOf(world), entry: checked ?? { kind: 'nothing' } },
		world.now,
	);
	return { world: heard(world, 'computer-login', entry, outcome), right: outcome.reply.ok };
}

const place: SignInPlace = {
	id: 'login',
	message: (world) => {
		const { message } = pushOf(world);
		return isCommon(message) ? message : null;
	},
	signIn: (world, message) => goTo(world, 'sign-in-passcode', message),
	again: (world, message) => goTo(world, 'set-pin', message),
};
const title = heading('login.title', organization.signInBox);
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

export const signedInPage = (world: World): Live[] => [
	heading('login.title', RESOURCE),
	address('mail'),
	value('login.signed-in', 'You are signed in.'),
	button('login.sign-out', 'Sign out', (before) => goTo(before, 'resource')),
	...around(world),
];
