import { cleared, draftOf, drafted } from '../drafts.ts';
import { isCard, isFact } from '../entries.ts';
import { faulty, mended } from '../faults/ids.ts';
import { enqueue, MINUTE } from '../queue.ts';
import { button, field, heading, value, type Live } from '../screen.ts';
import type { World } from '../state.ts';
import { computerSignIn, entryText } from '../wires.ts';
import { online, part } from './change.ts';
import { capsLock, corner, goTo, typedAs } from './logon.ts';
import { said } from './messages.ts';

const back = (id: string): Live => button(id, 'Back', (before) => goTo(before, 'windows'));

/** The portal box (procedure A, step 4). The arrow does nothing while the box is empty. */
export function portalScreen(world: World): Live[] {
	return [
		heading('network-sign-in.title', 'Network sign-in'),
		...field(world, 'laptop', 'network-sign-in.portal', 'Portal', 'portal', entryText(world)),
		button('network-sign-in.submit', 'Submit', submit),
		...said('network-sign-in.message', world.laptop.logon.message),
		back('network-sign-in.back'),
		...corner(world),
	];
}

/** An old wrong address stands in the box when the fault is on. */
export const withWrongPortal = (world: World): World =>
	drafted(world, 'laptop', 'network-sign-in.portal', { kind: 'near-fact', name: 'portal', how: 'one-off' });

function submit(world: World): World {
	const portal = draftOf(world, 'laptop', 'network-sign-in.portal');
	if (!portal) return world;
	if (!isFact(portal, 'portal') || !online(world)) return goTo(world, 'network-sign-in', 'portal-not-found');
	const found = mended(world, 'wrong-portal-left');
	if (faulty(found, 'connecting-forever'))
		return enqueue(goTo(found, 'connecting'), 'portal-answers', 10 * MINUTE);
	return portalAnswers(goTo(found, 'connecting'));
}

export const connectingScreen = (world: World): Live[] => [
	heading('network-sign-in.title', 'Network sign-in'),
	value('network-sign-in.connecting', 'Connecting'),
	back('network-sign-in.back'),
	...corner(world),
];

export function portalAnswers(world: World): World {
	if (world.laptop.logon.page !== 'connecting') return world;
	const answered = mended(world, 'connecting-forever');
	const fresh = part(answered, 'logon', { rounds: 0, tunnel: false });
	return goTo(fresh, faulty(fresh, 'sign-in-box-blank') ? 'sign-in-blank' : 'sign-in-email');
}

/** The old embedded web view stays white (facts 6.1). Cancel, restart, try once more. */
export const blankScreen = (world: World): Live[] => [cancel, back('sign-in.back'), ...corner(world)];

/** Clears the e-mail address (facts 8.9). */
const cancel: Live = button('sign-in.cancel', 'Cancel', (before) =>
	goTo(cleared(before, 'laptop', 'sign-in.'), 'windows'),
);

export function emailScreen(world: World): Live[] {
	const next = (before: World) => {
		const right = isCard(draftOf(before, 'laptop', 'sign-in.email'), 'email');
		if (!online(before)) return goTo(before, 'network-sign-in', 'portal-not-found');
		if (!right) return goTo(before, 'sign-in-email', 'email-refused');
		return goTo(mended(before, 'email-at-other-domain'), 'sign-in-password');
	};
	return [
		heading('sign-in.title', 'Sign in'),
		...field(world, 'laptop', 'sign-in.email', 'Email address', 'email', entryText(world)),
		button('sign-in.next', 'Next', next, draftOf(world, 'laptop', 'sign-in.email') !== null),
		...said('sign-in.message', world.laptop.logon.message),
		cancel,
		back('sign-in.back'),
	];
}

export function passwordScreen(world: World): Live[] {
	const typed = draftOf(world, 'laptop', 'sign-in.password');
	return [
		heading('sign-in.title', 'Enter password'),
		value('sign-in.person', entryText(world)({ kind: 'card', value: 'email' })),
		...field(world, 'laptop', 'sign-in.password', 'Password', 'computer-password'),
		...capsLock(world),
		button('sign-in.submit', 'Sign in', signInWithPassword, typed !== null),
		...said('sign-in.message', world.laptop.logon.message),
		button('sign-in.back', 'Back', (before) => goTo(before, 'sign-in-email')),
	];
}

function signInWithPassword(world: World): World {
	const password = typedAs(world, draftOf(world, 'laptop', 'sign-in.password'));
	const emptied = cleared(world, 'laptop', 'sign-in.password');
	if (!online(world)) return goTo(emptied, 'network-sign-in', 'portal-not-found');
	const answer = computerSignIn(emptied, password);
	if (answer.word === 'locked') return goTo(answer.world, 'sign-in-password', 'account-locked');
	if (answer.word === 'warned') return goTo(answer.world, 'sign-in-password', 'lock-warning');
	if (answer.word === 'no') return goTo(answer.world, 'sign-in-password', 'password-refused');
	if (!faulty(answer.world, 'company-box-slow')) return goTo(answer.world, 'company-box');
	return enqueue(goTo(answer.world, 'company-loading'), 'box-loads', MINUTE);
}

export const loadingScreen = (world: World): Live[] => [
	value('company.loading', 'Loading'),
	back('company.back'),
	...corner(world),
];

export const boxLoads = (world: World): World =>
	world.laptop.logon.page === 'company-loading'
		? goTo(mended(world, 'company-box-slow'), 'company-box')
		: world;
