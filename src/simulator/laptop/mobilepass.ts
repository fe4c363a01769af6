import { cleared, draftOf } from '../drafts.ts';
import { faulty, mended } from '../faults/ids.ts';
import { button, choice, field, heading, link, value, type Live } from '../screen.ts';
import type { World } from '../state.ts';
import { contacted } from './activation.ts';
import { part, shown } from './change.ts';
import { frame, taskBar } from './desktop.ts';
import { enrollmentSaid } from './enrollment-refusal.ts';
import { appTitle, around, goTo, listOrWelcome, tokenLabel } from './mobilepass-window.ts';

/** From the Start menu. Once started, its links are known to Windows. */
export function appStarted(world: World): World {
	const known = mended(part(world, 'mobilepass', { launched: true }), 'no-open-question');
	const { tokens, installed, pending } = known.laptop.mobilepass;
	if (known.laptop.windows.includes('mobilepass') && pending) return shown(known, 'mobilepass');
	if (installed === 'shared') return shown(goTo(known, 'account-information'), 'mobilepass');
	return shown(goTo(known, tokens.length > 0 ? 'list' : 'welcome'), 'mobilepass');
}

/** The enroll link of the page opens the app with the activation already in. */
function enrollmentStarted(world: World): World {
	const { enrollment } = world.laptop.browser;
	const started = appStarted(world);
	if (!enrollment || started.laptop.mobilepass.installed === 'shared') return started;
	const { task, user, session } = enrollment;
	return contacted(part(started, 'mobilepass', { pending: { by: 'link', task, user, session } }));
}

/**
 * The enroll link goes to the app that Windows takes for it, asked or not: with the fault on to MobilePASS 8,
 * which cannot use it.
 */
export const linkTaken = (world: World): World =>
	faulty(world, 'old-app-opens') ? shown(world, 'mobilepass-8') : enrollmentStarted(world);

export const eightScreen = (world: World): Live[] => [
	heading('mobilepass-8.title', 'MobilePASS 8'),
	value('mobilepass-8.text', 'This link cannot be used here.'),
	...frame('mobilepass-8'),
	...taskBar(world),
];

/** Installed for several users without the policy that it needs (facts 3.1). */
export const accountPage = (world: World): Live[] => [
	appTitle,
	value('mobilepass.asks', 'MobilePASS+ wants to read your account information.'),
	button('mobilepass.yes', 'Yes', (before) => goTo(before, 'sharing-error')),
	button('mobilepass.no', 'No', (before) => goTo(before, 'sharing-error')),
	...around(world),
];

export const sharingErrorPage = (world: World): Live[] => [
	appTitle,
	value('mobilepass.error', 'Sharing is not allowed on this computer.'),
	...around(world),
];

export const welcomePage = (world: World): Live[] => [
	appTitle,
	value('mobilepass.empty', 'No authenticators'),
	link('mobilepass.use-string', 'Use an activation string', (before) => goTo(before, 'string')),
	...enrollmentSaid('mobilepass.message', world.laptop.mobilepass.message),
	...around(world),
];

/** The string of the Self Enrollment page, copied and pasted. */
export function stringPage(world: World): Live[] {
	const activate = (before: World) => {
		const entry = draftOf(before, 'laptop', 'mobilepass.string');
		const emptied = cleared(before, 'laptop', 'mobilepass.');
		return entry ? contacted(part(emptied, 'mobilepass', { pending: { by: 'string', entry } })) : emptied;
	};
	return [
		appTitle,
		...field(world, 'laptop', 'mobilepass.string', 'Activation string', 'activation-string'),
		button(
			'mobilepass.activate',
			'Activate',
			activate,
			draftOf(world, 'laptop', 'mobilepass.string') !== null,
		),
		...enrollmentSaid('mobilepass.message', world.laptop.mobilepass.message),
		button('mobilepass.back', 'Back', (before) => goTo(before, listOrWelcome(before))),
		...around(world),
	];
}

export const listPage = (world: World): Live[] => [
	appTitle,
	...world.laptop.mobilepass.tokens.map(({ credential }) =>
		choice(`mobilepass.token-${credential.serial}`, tokenLabel(world, credential.serial), (before) =>
			goTo(part(before, 'mobilepass', { serial: credential.serial }), 'token'),
		),
	),
	button('mobilepass.add', 'Add', (before) => goTo(before, 'string')),
	...enrollmentSaid('mobilepass.message', world.laptop.mobilepass.message),
	...around(world),
];
