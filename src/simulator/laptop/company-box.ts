import { organization } from '../../domain/organization.ts';
import { cleared, draftOf } from '../drafts.ts';
import { faulty, mended } from '../faults/ids.ts';
import { button, choice, field, heading, value, type Live } from '../screen.ts';
import type { World } from '../state.ts';
import { entryText, signIn } from '../wires.ts';
import { online, part } from './change.ts';
import { capsLock, corner, goTo, typedAs } from './logon.ts';
import { changePasswordControls, type PasswordPlace } from './change-password.ts';
import { said } from './messages.ts';
import { pinGivenControls, setPinControls, type SignInPlace } from './server-pin.ts';

const title = (): Live => heading('company.title', organization.signInBox);
const back = button('company.back', 'Back', (before) => goTo(before, 'sign-in-email'));

/** The company's own sign-in box appears (procedure A, step 6). */
export const accountScreen = (world: World): Live[] => [
	title(),
	value('company.person', entryText(world)({ kind: 'card', value: 'email' })),
	button('company.next', 'Next', (before) => goTo(before, 'company-password')),
	choice('company.other-account', 'Use another account', (before) =>
		goTo(cleared(before, 'laptop', 'sign-in.'), 'sign-in-email'),
	),
	back,
];

/** Step 7. At the first logon it comes twice: for the portal, then for the gateway (facts 6.1). */
export function passwordScreen(world: World): Live[] {
	const { logon } = world.laptop;
	return [
		title(),
		value('company.for', logon.rounds === 0 ? 'Portal' : 'Gateway'),
		...field(world, 'laptop', 'company.password', 'Password', 'sign-in'),
		...capsLock(world),
		button('company.log-in', 'Log in', logIn, draftOf(world, 'laptop', 'company.password') !== null),
		...said('company.message', logon.message),
		back,
	];
}

function logIn(world: World): World {
	const typed = typedAs(world, draftOf(world, 'laptop', 'company.password'));
	const emptied = cleared(world, 'laptop', 'company.password');
	if (!online(world)) return goTo(emptied, 'network-sign-in', 'portal-not-found');
	const { world: next, word } = signIn(emptied, typed, 'network-sign-in');
	if (word === 'change-password') return goTo(next, 'change-password');
	if (word === 'pin-given' || word === 'set-pin') return goTo(next, word);
	if (word === 'again') return goTo(next, 'company-password', 'next-code');
	return word === 'no' ? goTo(next, 'company-password', 'password-refused') : accepted(next);
}

/** One of the two sign-ins is through. */
function accepted(world: World): World {
	if (faulty(world, 'sign-in-loops-back'))
		return goTo(cleared(mended(world, 'sign-in-loops-back'), 'laptop', 'sign-in.'), 'sign-in-email');
	const rounds = world.laptop.logon.rounds + 1;
	const wanted = world.service.policy.networkSignIn.doublePrompt && !world.laptop.profile ? 2 : 1;
	const counted = part(world, 'logon', { rounds });
	return goTo(counted, rounds < wanted ? 'company-password' : 'stay-signed-in');
}

export const changeScreen = (world: World): Live[] => [
	title(),
	...changePasswordControls(world, place),
	back,
];

const place: SignInPlace & PasswordPlace = {
	id: 'company',
	message: (world) => world.laptop.logon.message,
	signIn: (world, message) => goTo(world, 'company-password', message),
	again: (world, message) => goTo(world, 'set-pin', message),
	changeAgain: (world, message) => goTo(world, 'change-password', message),
	changed: accepted,
};

export const pinGivenScreen = (world: World): Live[] => [title(), ...pinGivenControls(world, place)];
export const setPinScreen = (world: World): Live[] => [title(), ...setPinControls(world, place)];

/** "Yes" and "No" both go on. Before the logon no answer is remembered (facts 6.1): it is asked each time. */
export function staySignedInScreen(): Live[] {
	const answer = (before: World) => goTo(part(before, 'logon', { tunnel: true }), 'connected');
	return [
		title(),
		heading('company.stay', 'Stay signed in?'),
		button('company.yes', 'Yes', answer),
		button('company.no', 'No', answer),
	];
}

/** The network sign-in stands. "Back" returns to the Windows logon (step 8). */
export function connectedScreen(world: World): Live[] {
	const toWindows = (before: World) => {
		const dropped = faulty(before, 'tunnel-drops');
		const next = dropped ? part(before, 'logon', { tunnel: false }) : before;
		return goTo(mended(next, 'tunnel-drops'), 'windows');
	};
	return [
		heading('network-sign-in.title', 'Network sign-in'),
		value('network-sign-in.state', world.laptop.logon.tunnel ? 'Connected' : 'Not connected'),
		button('network-sign-in.back', 'Back', toWindows),
		...corner(world),
	];
}
