import { faulty, mended } from '../faults/ids.ts';
import { enqueue, MINUTE, SECOND } from '../queue.ts';
import { button, choice, heading, value, type Live } from '../screen.ts';
import type { World } from '../state.ts';
import { appRemoved, removalWarning } from './apps.ts';
import { closed, part } from './change.ts';
import { frame, taskBar } from './desktop.ts';
import { said } from './messages.ts';
import type { Installer } from './state.ts';

const goTo = (world: World, page: Installer['page']): World => part(world, 'installer', { page });
const title = heading('installer.title', 'MobilePASS+ Setup');
const cancel = button('installer.cancel', 'Cancel', (before) => closed(before, 'installer'));
const around = (world: World): Live[] => [...frame('installer'), ...taskBar(world)];
const next = (page: Installer['page'], enabled = true): Live =>
	button('installer.next', 'Next', (before) => goTo(before, page), enabled);

export const welcomePage = (world: World): Live[] => [
	title,
	value('installer.welcome', 'Welcome to the setup wizard'),
	next('license'),
	cancel,
	...around(world),
];

export const busyPage = (world: World): Live[] => [
	title,
	...said('installer.message', 'try-later'),
	cancel,
	...around(world),
];

export const installFree = (world: World): World => mended(world, 'another-installation-running');

/** A version is there already: it can be brought up to date, and keeps its tokens (facts 3.1, assumed). */
export const olderPage = (world: World): Live[] => [
	title,
	value('installer.older', 'Another version of MobilePASS+ is installed'),
	button('installer.update', 'Update', (before) => goTo(before, 'license')),
	cancel,
	...around(world),
];

/** The same version is there: it can be repaired, or removed with its tokens (facts 6.5, 3.1; assumed). */
export const maintenancePage = (world: World): Live[] => [
	title,
	value('installer.same', 'This version of MobilePASS+ is installed'),
	button('installer.repair', 'Repair', repair),
	button('installer.remove', 'Remove', (before) => goTo(appRemoved(before), 'finish')),
	value('installer.warning', removalWarning(world.laptop.mobilepass.tokens.length)),
	cancel,
	...around(world),
];

/** Installed once more in the same way; the tokens stay. */
function repair(world: World): World {
	const kind = world.laptop.mobilepass.installed === 'shared' ? 'shared' : 'standard';
	return run(part(world, 'installer', { kind }));
}

/** "Next" stays gray until the license terms are accepted (facts 3.1, assumed). */
export function licensePage(world: World): Live[] {
	const { accepted } = world.laptop.installer;
	const accept = (before: World) =>
		part(before, 'installer', { accepted: !before.laptop.installer.accepted });
	return [
		title,
		heading('installer.license', 'License terms'),
		choice('installer.accept', 'Accept the license terms', accept, accepted),
		next(faulty(world, 'admin-password-asked') ? 'admin' : 'configuration', accepted),
		cancel,
		...around(world),
	];
}

export function configurationPage(world: World): Live[] {
	const { kind } = world.laptop.installer;
	const choose = (chosen: 'standard' | 'shared') => (before: World) =>
		part(before, 'installer', { kind: chosen });
	return [
		title,
		heading('installer.configuration', 'Configuration'),
		choice('installer.standard', 'Standard Configuration', choose('standard'), kind === 'standard'),
		choice('installer.shared', 'Multiple users', choose('shared'), kind === 'shared'),
		button('installer.next', 'Next', run, kind !== null),
		cancel,
		...around(world),
	];
}

function run(world: World): World {
	const time = faulty(world, 'install-hangs') ? 12 * MINUTE : 90 * SECOND;
	return enqueue(goTo(world, 'progress'), 'install-ends', time);
}

/** The package is not approved on this computer: nobody here knows the password. Cancel, call the desk. */
export const adminPage = (world: World): Live[] => [
	heading('installer.admin', 'An administrator password is needed'),
	cancel,
	...around(world),
];

export const progressPage = (world: World): Live[] => [
	title,
	value('installer.progress', 'Installing'),
	...frame('installer').filter(({ id }) => id !== 'installer.close'),
	...taskBar(world),
];

/** Done, or taken back: then it works after a restart (facts 7, step 18). */
export function installEnds(world: World): World {
	const { installer, mobilepass } = world.laptop;
	const { page, kind } = installer;
	if (page !== 'progress') return world;
	if (faulty(world, 'install-rolls-back')) return goTo(world, 'rolled-back');
	const healed = (['install-hangs', 'older-version-installed'] as const).reduce(mended, world);
	const kept = mobilepass.tokens.length;
	const next = part(healed, 'installer', { kept: kept > 0 ? kept : null });
	return goTo(part(next, 'mobilepass', { installed: kind ?? 'standard' }), 'finish');
}

/** An update keeps the authenticators of the app (assumed). */
const keptText = ({ kept }: Installer): Live[] =>
	kept === null
		? []
		: [value('installer.kept', `Updated, ${kept} authenticator${kept === 1 ? '' : 's'} kept`)];

export const finishPage = (world: World): Live[] => [
	title,
	value('installer.finished', 'Setup is complete'),
	...keptText(world.laptop.installer),
	button('installer.finish', 'Finish', (before) => closed(before, 'installer')),
	...taskBar(world),
];

export const rolledBackPage = (world: World): Live[] => [
	title,
	value('installer.rolled-back', 'Setup ended too early. The changes were taken back.'),
	button('installer.finish', 'Finish', (before) => closed(before, 'installer')),
	...taskBar(world),
];
