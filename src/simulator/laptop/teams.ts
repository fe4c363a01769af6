import { organization } from '../../domain/organization.ts';
import { cleared, draftOf } from '../drafts.ts';
import { isCard } from '../entries.ts';
import { faulty, mended } from '../faults/ids.ts';
import { awaited, enqueue, MINUTE } from '../queue.ts';
import { button, choice, field, heading, value, type Live } from '../screen.ts';
import type { World } from '../state.ts';
import { entryText, signIn } from '../wires.ts';
import { online, part, shown } from './change.ts';
import { frame, taskBar } from './desktop.ts';
import { said } from './messages.ts';
import { pinGivenControls, setPinControls, type SignInPlace } from './server-pin.ts';
import type { MessageId, Teams } from './state.ts';

const goTo = (world: World, page: Teams['page'], message: MessageId | null = null): World =>
	part(world, 'teams', { page, message });
const title = heading('teams.title', 'Microsoft Teams');

/** Step 22. Quitting fully and starting again ends the loop (facts 7). */
export function teamsStarted(world: World): World {
	const { teams, windows } = world.laptop;
	if (windows.includes('teams')) return shown(world, 'teams');
	const fresh = teams.looped ? mended(world, 'teams-loops') : world;
	const started = part(shown(fresh, 'teams'), 'teams', { looped: false, message: null });
	if (teams.page === 'ready') return started;
	if (faulty(started, 'teams-blank')) {
		const blank = goTo(started, 'blank');
		return awaited(blank, 'teams-shown') ? blank : enqueue(blank, 'teams-shown', MINUTE, true);
	}
	return goTo(started, firstPage(started));
}

const firstPage = (world: World) => (faulty(world, 'personal-account-asked') ? 'account' : 'email');

function left(world: World): World {
	const emptied = cleared(world, 'laptop', 'teams.');
	return world.laptop.teams.page === 'ready' ? emptied : goTo(emptied, 'email');
}

const around = (world: World): Live[] => [...frame('teams', left), ...taskBar(world)];

/** Slow at the first start. */
export const blankPage = (world: World): Live[] => [title, ...around(world)];

export function teamsShown(world: World): World {
	const settled = mended(world, 'teams-blank');
	return settled.laptop.teams.page === 'blank' ? goTo(settled, firstPage(settled)) : settled;
}

/** A personal account is offered; it is not the company's (facts 7, step 22). */
export const accountPage = (world: World): Live[] => [
	title,
	value('teams.account', 'Personal account'),
	choice('teams.other-account', 'Use another account', (before) =>
		goTo(mended(before, 'personal-account-asked'), 'email'),
	),
	...around(world),
];

export function emailPage(world: World): Live[] {
	const next = (before: World) => {
		const right = isCard(draftOf(before, 'laptop', 'teams.email'), 'email');
		if (!online(before)) return goTo(before, 'email', 'server-not-reached');
		return right ? goTo(before, 'passcode') : goTo(before, 'email', 'email-refused');
	};
	return [
		title,
		...field(world, 'laptop', 'teams.email', 'Email address', 'email', entryText(world)),
		button('teams.next', 'Next', next, draftOf(world, 'laptop', 'teams.email') !== null),
		...said('teams.message', world.laptop.teams.message),
		...around(world),
	];
}

/** The company's sign-in: a passcode, no longer the static password (facts 6.6). */
export const passcodePage = (world: World): Live[] => [
	title,
	heading('teams.company', organization.signInBox),
	...field(world, 'laptop', 'teams.passcode', 'Passcode', 'sign-in'),
	button('teams.sign-in', 'Sign in', submit, draftOf(world, 'laptop', 'teams.passcode') !== null),
	...said('teams.message', world.laptop.teams.message),
	button('teams.back', 'Back', (before) => goTo(before, 'email')),
	...around(world),
];

function submit(world: World): World {
	const entry = draftOf(world, 'laptop', 'teams.passcode');
	const emptied = cleared(world, 'laptop', 'teams.passcode');
	if (!online(world)) return goTo(emptied, 'passcode', 'server-not-reached');
	// Round and round with what it remembers; the service is not asked.
	if (faulty(world, 'teams-loops'))
		return part(goTo(emptied, 'email', 'sign-in-again'), 'teams', { looped: true });
	const { world: next, word } = signIn(emptied, entry, 'teams');
	if (word === 'again') return goTo(next, 'passcode', 'next-code');
	if (word === 'pin-given' || word === 'set-pin') return goTo(next, word);
	return word === 'passcode' ? goTo(next, 'ready') : goTo(next, 'passcode', 'sign-in-failed');
}

const place: SignInPlace = {
	id: 'teams',
	message: (world) => world.laptop.teams.message,
	signIn: (world, message) => goTo(world, 'passcode', message),
	again: (world, message) => goTo(world, 'set-pin', message),
};

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

export const readyPage = (world: World): Live[] => [
	title,
	value('teams.state', 'Signed in'),
	...around(world),
];
