import { faulty, mended } from '../faults/ids.ts';
import { enqueue, MINUTE, SECOND } from '../queue.ts';
import { button, choice, heading, keys, value, type Live } from '../screen.ts';
import type { World } from '../state.ts';
import { closed, laptop, minimized, online, overlaid, part, popUp, shown } from './change.ts';
import { goTo } from './logon.ts';
import { messages } from './messages.ts';
import { restarted } from './power.ts';
import { sessionOver } from './session.ts';
import type { Vpn, WindowId } from './state.ts';

const windowTitles: Readonly<Record<WindowId, string>> = {
	globalprotect: 'GlobalProtect',
	'vpn-browser': 'Company sign-in',
	loadset: 'Image and Loadset',
	outlook: 'Outlook',
	browser: 'Microsoft Edge',
	installer: 'MobilePASS+ Setup',
	mobilepass: 'MobilePASS+',
	'mobilepass-8': 'MobilePASS 8',
	teams: 'Microsoft Teams',
	settings: 'Settings',
};

/** What stands on the task bar of every desktop screen. */
export function taskBar(world: World): Live[] {
	const open = world.laptop.windows.map((window) =>
		button(`taskbar.${window}`, windowTitles[window], (before) =>
			shown(window === 'globalprotect' ? mended(before, 'sign-in-hidden') : before, window),
		),
	);
	return [
		button('taskbar.start-menu', 'Start menu', (before) => overlaid(before, 'start-menu')),
		...open,
		...(world.laptop.windows.includes('globalprotect')
			? []
			: [button('taskbar.globalprotect', 'GlobalProtect', openPanel)]),
		...(world.laptop.overlay === 'network'
			? []
			: [button('taskbar.network', 'Network', (before) => overlaid(before, 'network'))]),
		button('taskbar.clock', 'Clock', (before) => overlaid(before, 'clock')),
	];
}

const openPanel = (world: World): World => shown(part(world, 'vpn', { page: 'panel' }), 'globalprotect');

const unchanged = (world: World): World => world;

/** The controls at the top right of a window. */
export const frame = (window: WindowId, close = unchanged, putAway = unchanged): Live[] => [
	button(`${window}.minimize`, 'Minimize', (before) => minimized(putAway(before), window)),
	button(`${window}.close`, 'Close', (before) => closed(close(before), window)),
];

export const plainDesktop = (world: World): Live[] => [
	heading('desktop.title', 'Desktop'),
	...(faulty(world, 'temporary-profile') ? [value('desktop.message', messages['temporary-profile'])] : []),
	...taskBar(world),
];

/** The shell has not come up (facts 7, step 9): only the keys work. */
export const blackDesktop = (): Live[] => [
	keys('desktop.ctrl-alt-del', 'Ctrl+Alt+Del', (before) => overlaid(before, 'security')),
];

export const securityScreen = (): Live[] => [
	choice('security.sign-out', 'Sign out', signedOut),
	choice('security.restart', 'Restart', restarted),
	button('security.cancel', 'Cancel', (before) =>
		overlaid(before, faulty(before, 'black-desktop') ? 'black' : null),
	),
];

/** Back at the logon prompt; the network sign-in is over, the profile stays. */
export const signedOut = (world: World): World =>
	goTo(sessionOver(mended(world, 'black-desktop')), 'windows');

/** The logon is through: the desktop, or one of the things that can come instead (facts 7, step 9). */
export function profileBuilt(world: World): World {
	if (world.laptop.logon.page !== 'building') return world;
	if (faulty(world, 'thrown-back')) return goTo(mended(world, 'thrown-back'), 'lock');
	let next = goTo(mended(world, 'profile-slow'), 'desktop');
	next = laptop(next, {
		profile: !faulty(next, 'temporary-profile'),
		overlay: faulty(next, 'black-desktop') ? 'black' : null,
	});
	next = enqueue(next, 'globalprotect-message', 90 * SECOND);
	// a message that a restart or a sign-out took away comes after the next logon
	return world.laptop.loadset === 'none' ? enqueue(next, 'loadset-message', 4 * MINUTE) : next;
}

/** GlobalProtect goes on with the network sign-in as the user's own connection (facts 6.2). */
export function globalProtectMessage(world: World): World {
	if (world.laptop.logon.page !== 'desktop') return world;
	const held = (['vpn-not-connected', 'sign-in-hidden', 'browser-tab-opened'] as const).some((id) =>
		faulty(world, id),
	);
	const connects = world.laptop.logon.tunnel && online(world) && !held;
	const asked = asks(world);
	let next = part(world, 'vpn', {
		...(asked ? {} : ({ page: 'message', messages: 1, message: null } as const)),
		...(connects && world.laptop.vpn.state === 'off' ? { state: 'on', by: 'network-sign-in' } : {}),
	});
	if (!asked && faulty(world, 'welcome-page-stays')) next = part(next, 'vpn', { page: 'welcome' });
	if (!asked && faulty(world, 'many-messages')) next = part(next, 'vpn', { messages: 3 });
	if (faulty(world, 'sign-in-hidden')) {
		next = asked ? next : part(next, 'vpn', { page: 'sign-in' });
		return minimized(popUp(next, 'globalprotect'), 'globalprotect');
	}
	return popUp(next, faulty(world, 'browser-tab-opened') ? 'vpn-browser' : 'globalprotect');
}

/** GlobalProtect is in the middle of a question: a message does not take its place. */
const asks = ({ laptop: { vpn, windows } }: World): boolean =>
	windows.includes('globalprotect') && questions.includes(vpn.page);
const questions: readonly Vpn['page'][] = ['sign-in', 'change-password', 'pin-given', 'set-pin'];

export function loadsetMessage(world: World): World {
	if (world.laptop.logon.page !== 'desktop' || world.laptop.loadset !== 'none') return world;
	if (faulty(world, 'loadset-missing')) return laptop(world, { loadset: 'missing' });
	const loadset = faulty(world, 'loadset-failed')
		? 'failed'
		: faulty(world, 'restart-wanted')
			? 'restart'
			: 'complete';
	return popUp(laptop(world, { loadset }), 'loadset');
}

const loadsetTexts = {
	none: '',
	closed: '',
	missing: '',
	complete: 'Image and Loadset are complete.',
	failed: 'Loadset failed. Code 1603.',
	restart: 'Updates are ready. The computer must restart.',
} as const;

/** Step 11: closed with "OK"; a restart that is wanted may wait. */
export function loadsetScreen(world: World): Live[] {
	const { loadset } = world.laptop;
	const close = (before: World) => closed(laptop(before, { loadset: 'closed' }), 'loadset');
	return [
		heading('loadset.title', 'Image and Loadset'),
		value('loadset.text', loadsetTexts[loadset]),
		...(loadset === 'restart'
			? [
					button('loadset.restart', 'Restart now', restarted),
					button('loadset.later', 'Later', (before) => minimized(before, 'loadset')),
				]
			: [button('loadset.ok', 'OK', close)]),
		...taskBar(world),
	];
}
