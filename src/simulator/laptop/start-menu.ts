import { faulty } from '../faults/ids.ts';
import { button, choice, heading, link, value, type Live } from '../screen.ts';
import type { World } from '../state.ts';
import { deviceNow, laptop, overlaid, part, shown } from './change.ts';
import { signedOut } from './desktop.ts';
import { outlookStarted } from './outlook.ts';
import { appStarted } from './mobilepass.ts';
import { restarted } from './power.ts';
import { zoneTexts } from './state.ts';
import { teamsStarted } from './teams.ts';

/** Everything that can be started, and the ways out of Windows. */
export function startMenu(world: World): Live[] {
	const { mobilepass } = world.laptop;
	return [
		choice('start-menu.outlook', 'Outlook', outlookStarted),
		choice('start-menu.edge', 'Microsoft Edge', edgeStarted),
		...(mobilepass.installed ? [choice('start-menu.mobilepass', 'MobilePASS+', appStarted)] : []),
		...(mobilepass.eight
			? [choice('start-menu.mobilepass-8', 'MobilePASS 8', (before) => shown(before, 'mobilepass-8'))]
			: []),
		...(faulty(world, 'teams-missing') ? [] : [choice('start-menu.teams', 'Microsoft Teams', teamsStarted)]),
		choice('start-menu.settings', 'Settings', (before) =>
			shown(laptop(before, { settings: 'home' }), 'settings'),
		),
		choice('start-menu.credentials', 'Credential Manager', (before) =>
			shown(laptop(before, { settings: 'credentials' }), 'settings'),
		),
		choice('start-menu.sign-out', 'Sign out', signedOut),
		choice('start-menu.restart', 'Restart', restarted),
		button('start-menu.close', 'Close the Start menu', (before) => overlaid(before, null)),
	];
}

/** The company's browser. It opens where it was left, never as the other browser. */
function edgeStarted(world: World): World {
	const { browser } = world.laptop;
	const page = browser.wrong ? 'home' : browser.page;
	const next = part(world, 'browser', { wrong: false, page, message: null });
	return shown(page === 'home' ? part(next, 'browser', { enrollment: null }) : next, 'browser');
}

/** The small calendar over the clock of the task bar (step 23). */
export const clockFlyout = (world: World): Live[] => [
	heading('clock.title', 'Date and time'),
	value('clock.now', new Date(deviceNow(world)).toISOString()),
	value('clock.zone', zoneTexts[world.laptop.clock.zone]),
	link('clock.settings', 'Date and time settings', (before) =>
		shown(laptop(before, { settings: 'time' }), 'settings'),
	),
	button('clock.close', 'Close', (before) => overlaid(before, null)),
];
