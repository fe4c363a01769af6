import { cleared, draftOf } from '../drafts.ts';
import { pinGivenControls, setPinControls, type SignInPlace } from '../laptop/server-pin.ts';
import { partsOf } from '../parts.ts';
import { button, choice, field, heading, link, value } from '../screen.ts';
import { askForPush, pushRequestOf, pushRequestsOf, pushTokensOf } from '../service/push.ts';
import { lineOf } from '../service/service.ts';
import type { World } from '../state.ts';
import { heard, signIn } from '../wires.ts';
import { phoneOf, portal } from './change.ts';
import { codeAsked, goTo, saidOn, sends, type PageOf } from './portal-base.ts';
import { portalDevices, type PortalDevice, type PortalPage } from './state.ts';

/** What the portal is called in requests and in the audit log. It takes no static password (facts 6.6). */
export const PORTAL = 'portal';

const AUTOSEND = 'Use my mobile to autosend a password';
const MANUAL = 'Enter a passcode manually';

const offersPush = ({ service, people }: World): boolean => pushTokensOf(service, people.user).length > 0;

/** Procedure C's choice; without a token that takes a push only the passcode is left. */
const choicePage: PageOf = (world, device) => {
	const { method } = phoneOf(world).portals[device];
	const pick = (one: typeof method) => (before: World) => portal(before, device, { method: one });
	return [
		heading('portal.title', 'Sign in'),
		...(offersPush(world)
			? [choice('portal.autosend', AUTOSEND, pick('autosend'), method === 'autosend')]
			: []),
		choice('portal.manual', MANUAL, pick('passcode'), method === 'passcode'),
		button(
			'portal.submit',
			'Submit',
			sends(device, (before) =>
				method === 'autosend' ? pushAsked(before, device) : goTo(before, device, 'passcode'),
			),
			method !== null,
		),
		...saidOn(world, device),
	];
};

/** A request to every device of the person that can be reached (facts 5.12). */
function pushAsked(world: World, device: PortalDevice): World {
	const { user } = world.people;
	const reached = partsOf(world).flatMap((part) => part.reached?.(world) ?? []);
	const outcome = askForPush(
		world.service,
		{ user, trigger: { kind: 'nothing' }, resource: PORTAL, origin: 'here', reached },
		world.now,
	);
	const next = heard(world, 'push', null, outcome);
	if (outcome.reply.ok || outcome.reply.reason !== 'challenge')
		return goTo(next, device, 'passcode', 'sign-in-failed');
	const request = pushRequestsOf(next.service, user).at(-1)?.id ?? null;
	return portal(goTo(next, device, 'waiting'), device, { request });
}

const waitingPage: PageOf = (world, device) => {
	const request = asked(world, device);
	return [
		heading('portal.title', 'Sign in'),
		value('portal.text', 'A login request was sent to your device.'),
		...(request?.match
			? [
					value('portal.number', 'Select this number in MobilePASS+'),
					value('portal.number-value', String(request.match.shown)),
				]
			: []),
		link('portal.to-passcode', MANUAL, (before) => goTo(before, device, 'passcode')),
		...saidOn(world, device),
	];
};

const asked = (world: World, device: PortalDevice) => {
	const { request } = phoneOf(world).portals[device];
	return request === null ? undefined : pushRequestOf(world.service, world.people.user, request);
};

const SECRET = 'portal.secret';

const passcodePage: PageOf = (world, device) => [
	heading('portal.title', 'Sign in'),
	...field(world, device, SECRET, 'Passcode', 'sign-in'),
	button(
		'portal.submit',
		'Submit',
		sends(device, (before) => passcodeTyped(before, device)),
		draftOf(world, device, SECRET) !== null,
	),
	...(offersPush(world)
		? [
				link(
					'portal.to-autosend',
					AUTOSEND,
					sends(device, (before) => pushAsked(before, device)),
				),
			]
		: []),
	...saidOn(world, device),
];

function passcodeTyped(world: World, device: PortalDevice): World {
	const entry = draftOf(world, device, SECRET);
	const { world: next, word } = signIn(cleared(world, device, SECRET), entry, PORTAL);
	switch (word) {
		case 'passcode':
			return goTo(next, device, 'signed-in');
		case 'pin-given':
		case 'set-pin':
			return goTo(next, device, word);
		case 'again':
			return goTo(next, device, 'passcode', 'next-code');
		default:
			return goTo(next, device, 'passcode', 'sign-in-failed');
	}
}

const place = (device: PortalDevice): SignInPlace => ({
	id: 'portal',
	device,
	message: (world) => {
		const { message } = phoneOf(world).portals[device];
		return message === 'pins-differ' || message === 'pin-not-accepted' ? message : null;
	},
	signIn: (world, message) => goTo(world, device, 'passcode', message),
	again: (world, message) => goTo(world, device, 'set-pin', message),
});

const signedInPage: PageOf = (world, device) => [
	heading('portal.title', 'You are signed in'),
	value('portal.text', 'Your authenticator is enrolled.'),
	button(
		'portal.add-another',
		'Add additional authenticator',
		sends(device, (before) => codeAsked(before, device, null)),
	),
	button('portal.sign-out', 'Sign out', (before) => goTo(before, device, 'start')),
	...saidOn(world, device),
];

export const signInPages = {
	'choose-method': choicePage,
	waiting: waitingPage,
	passcode: passcodePage,
	'pin-given': (world, device) => pinGivenControls(world, place(device)),
	'set-pin': (world, device) => setPinControls(world, place(device)),
	'signed-in': signedInPage,
} as const satisfies Partial<Record<PortalPage, PageOf>>;

/** The pages go on by themselves: once the app has enrolled, and when a request was answered or is over. */
export const portalsKept = (world: World): World =>
	portalDevices.reduce((before, device) => kept(before, device), world);

function kept(world: World, device: PortalDevice): World {
	const { page, task } = phoneOf(world).portals[device];
	if (page === 'set-up' && task !== null) return enrolledKept(world, device, task);
	if (page !== 'waiting') return world;
	switch (asked(world, device)?.state) {
		case 'waiting':
			return world;
		case 'approved':
			return goTo(world, device, 'signed-in');
		case 'expired':
			return goTo(world, device, 'passcode', 'request-expired');
		default:
			return goTo(world, device, 'passcode', 'sign-in-failed');
	}
}

/** Enrolled counts only after one push or passcode: if push is on a request comes at once (procedure B). */
function enrolledKept(world: World, device: PortalDevice, task: string): World {
	const status = lineOf(world.service, task, world.people.user)?.status;
	if (status === 'Active') return world;
	const left = portal(world, device, { task: null });
	if (status !== 'Enrolled' && status !== 'Completed') return goTo(left, device, 'add');
	return offersPush(left) ? pushAsked(left, device) : goTo(left, device, 'passcode');
}
