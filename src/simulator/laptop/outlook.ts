import { organization } from '../../domain/organization.ts';
import { cleared, draftOf } from '../drafts.ts';
import { isCard } from '../entries.ts';
import { faulty, mended } from '../faults/ids.ts';
import { enqueue, MINUTE } from '../queue.ts';
import { button, choice, field, heading, value, type Live } from '../screen.ts';
import type { World } from '../state.ts';
import { entryText, signIn } from '../wires.ts';
import { closed, inCompanyNetwork, part, shown } from './change.ts';
import { frame, taskBar } from './desktop.ts';
import { capsLock, typedAs } from './logon.ts';
import { changePasswordControls, type PasswordPlace } from './change-password.ts';
import { said } from './messages.ts';
import { pinGivenControls, setPinControls, type SignInPlace } from './server-pin.ts';
import type { MessageId, Outlook } from './state.ts';

/** A clock this far off makes the sign-in of Outlook fail before it begins (facts 7, step 12; assumed). */
const CLOCK_LIMIT = 5 * MINUTE;

const goTo = (world: World, page: Outlook['page'], message: MessageId | null = null): World =>
	part(world, 'outlook', { page, message });

const around = (world: World): Live[] => [...frame('outlook', left), ...taskBar(world)];

/** Opening it again clears the loop of the sign-in once (procedure A, step 13). */
export function outlookStarted(world: World): World {
	const { outlook, windows } = world.laptop;
	if (windows.includes('outlook')) return shown(world, 'outlook');
	const again = outlook.looped ? mended(world, 'outlook-password-loop') : world;
	const unset = outlook.page === 'email' || outlook.page === 'welcome';
	const page = unset && faulty(again, 'new-outlook-look') ? 'welcome' : outlook.page;
	const reopened = outlook.reopened || outlook.looped;
	return shown(part(goTo(again, page), 'outlook', { looped: false, reopened }), 'outlook');
}

/** Closed before the profile is there, it begins anew. */
function left(world: World): World {
	const { page } = world.laptop.outlook;
	const emptied = cleared(world, 'laptop', 'outlook.');
	if (page === 'setting-up' || page === 'mailbox') return emptied;
	if (page === 'restart') return goTo(mended(emptied, 'outlook-must-restart'), 'mailbox');
	return part(goTo(emptied, 'email'), 'outlook', { asksType: false });
}

export const welcomePage = (world: World): Live[] => [
	heading('outlook.welcome', 'Meet the new Outlook'),
	button('outlook.continue', 'Continue', (before) => goTo(mended(before, 'new-outlook-look'), 'email')),
	...around(world),
];

/** Step 12: the address, and the type of account if asked. */
export function emailPage(world: World): Live[] {
	const { asksType, message } = world.laptop.outlook;
	const typed = draftOf(world, 'laptop', 'outlook.email') !== null;
	const settings = (before: World) => goTo(before, 'server-settings');
	return [
		heading('outlook.title', 'Outlook'),
		...field(world, 'laptop', 'outlook.email', 'Email address', 'email', entryText(world)).map(retyped),
		button('outlook.connect', 'Connect', connect, typed),
		...(asksType
			? [
					choice('outlook.microsoft-365', 'Microsoft 365', (before) => goTo(before, 'password')),
					choice('outlook.imap', 'IMAP', settings),
					choice('outlook.pop', 'POP', settings),
				]
			: []),
		...said('outlook.message', message),
		...around(world),
	];
}

/** Another address over the one that was looked up: it must be looked up anew. */
function retyped(control: Live): Live {
	const { act } = control;
	if (!act) return control;
	return {
		...control,
		act: (world, entry) => part(act(world, entry), 'outlook', { asksType: false, message: null }),
	};
}

function connect(world: World): World {
	if (Math.abs(world.laptop.clock.skew) > CLOCK_LIMIT || faulty(world, 'temporary-profile'))
		return goTo(world, 'error', 'something-went-wrong');
	const right = isCard(draftOf(world, 'laptop', 'outlook.email'), 'email');
	if (!inCompanyNetwork(world) || !right) return goTo(world, 'email', 'mailbox-not-found');
	return part(goTo(world, 'email'), 'outlook', { asksType: true });
}

export const errorPage = (world: World): Live[] => [
	heading('outlook.title', 'Outlook'),
	...said('outlook.message', world.laptop.outlook.message),
	...around(world),
];

export const serverSettingsPage = (world: World): Live[] => [
	heading('outlook.server-settings', 'Server settings'),
	button('outlook.back', 'Back', (before) => goTo(before, 'email')),
	...around(world),
];

export const passwordPage = (world: World): Live[] => [
	heading('outlook.company', organization.signInBox),
	...field(world, 'laptop', 'outlook.password', 'Password', 'sign-in'),
	...capsLock(world),
	button('outlook.login', 'Login', login, draftOf(world, 'laptop', 'outlook.password') !== null),
	...said('outlook.message', world.laptop.outlook.message),
	...around(world),
];

function login(world: World): World {
	const entry = typedAs(world, draftOf(world, 'laptop', 'outlook.password'));
	const emptied = cleared(world, 'laptop', 'outlook.password');
	if (!inCompanyNetwork(world)) return goTo(emptied, 'password', 'server-not-reached');
	// Asks again whatever is typed; the service never hears of it.
	if (loops(world)) return part(goTo(emptied, 'password', 'sign-in-again'), 'outlook', { looped: true });
	const { world: next, word } = signIn(emptied, entry, 'outlook');
	if (word === 'change-password' || word === 'pin-given' || word === 'set-pin') return goTo(next, word);
	if (word === 'again') return goTo(next, 'password', 'next-code');
	return word === 'no' ? goTo(next, 'password', 'password-refused') : goTo(next, 'added');
}

const loops = (world: World): boolean =>
	faulty(world, 'outlook-password-loop') ||
	faulty(world, 'outlook-needs-restart') ||
	(faulty(world, 'saved-password-in-the-way') && world.laptop.savedCredential);

export const changePage = (world: World): Live[] => [
	heading('outlook.company', organization.signInBox),
	...changePasswordControls(world, place),
	...around(world),
];

const place: SignInPlace & PasswordPlace = {
	id: 'outlook',
	message: (world) => world.laptop.outlook.message,
	signIn: (world, message) => goTo(world, 'password', message),
	again: (world, message) => goTo(world, 'set-pin', message),
	changeAgain: (world, message) => goTo(world, 'change-password', message),
	changed: (world) => goTo(world, 'added'),
};

export const pinGivenPage = (world: World): Live[] => [...pinGivenControls(world, place), ...around(world)];
export const setPinPage = (world: World): Live[] => [...setPinControls(world, place), ...around(world)];

/** Step 14. The place of the box is assumed (facts 6.3); ticked at first. */
export function addedPage(world: World): Live[] {
	const { phoneBox } = world.laptop.outlook;
	const tick = (before: World) => part(before, 'outlook', { phoneBox: !before.laptop.outlook.phoneBox });
	return [
		heading('outlook.added', 'Account added'),
		...(faulty(world, 'no-phone-box')
			? []
			: [choice('outlook.phone-box', 'Setup Outlook Mobile on my phone, too', tick, phoneBox)]),
		button('outlook.done', 'Done', done),
		...around(world),
	];
}

function done(world: World): World {
	const asksPhone = world.laptop.outlook.phoneBox && !faulty(world, 'no-phone-box');
	return asksPhone ? goTo(world, 'phone') : setsUp(mended(world, 'no-phone-box'));
}

const setsUp = (world: World): World =>
	enqueue(goTo(world, 'setting-up'), 'outlook-set-up', 2 * MINUTE, true);

export const phonePage = (world: World): Live[] => [
	heading('outlook.phone', 'Outlook on your phone'),
	button('outlook.skip', 'Skip', setsUp),
	...around(world),
];

export const settingUpPage = (world: World): Live[] => [
	heading('outlook.title', 'Outlook'),
	value('outlook.setting-up', 'Setting up your mailbox'),
	...around(world),
];

export const outlookSetUp = (world: World): World =>
	world.laptop.outlook.page === 'setting-up'
		? goTo(world, faulty(world, 'outlook-must-restart') ? 'restart' : 'mailbox')
		: world;

export const restartPage = (world: World): Live[] => [
	heading('outlook.title', 'Outlook'),
	value('outlook.must-restart', 'Outlook must be restarted.'),
	button('outlook.ok', 'OK', (before) => closed(left(before), 'outlook')),
	...around(world),
];
