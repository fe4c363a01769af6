import { screenOf, type World } from '../../simulator/world.ts';
import { enrolled } from '../goals.ts';
import { appMove, browserMove, installerMove } from './install.ts';
import { networkMove } from './logon.ts';
import { outlookMove } from './outlook.ts';
import {
	callDesk,
	faulty,
	fillSecret,
	goodToken,
	has,
	jumpsUnmet,
	unmet,
	use,
	wait,
	type Move,
} from './sight.ts';
import { settingsMove, teamsMove, vpnMove } from './windows.ts';

/** Where the pilot wants to be. */
type Place =
	| 'network'
	| 'restart'
	| 'globalprotect'
	| 'outlook'
	| 'browser'
	| 'installer'
	| 'mobilepass'
	| 'teams'
	| 'clock'
	| 'credentials'
	| 'uninstall'
	| 'edge'
	| 'web-mail'
	| 'wait';

const starts: Partial<Record<Place, string>> = {
	outlook: 'start-menu.outlook',
	browser: 'start-menu.edge',
	mobilepass: 'start-menu.mobilepass',
	teams: 'start-menu.teams',
	clock: 'start-menu.settings',
	credentials: 'start-menu.credentials',
	uninstall: 'start-menu.settings',
	restart: 'start-menu.restart',
	edge: 'start-menu.edge',
	'web-mail': 'start-menu.edge',
};

/** The next move on the desktop. */
export function desktopMove(world: World): Move {
	const { name } = screenOf(world);
	const popUp = popUpMove(world, name);
	if (popUp) return popUp;
	// it came while something else was in front
	const behind = unmet(world, 'loadset-failed') || unmet(world, 'restart-wanted');
	if (behind && has(world, 'taskbar.loadset')) return use(world, 'taskbar.loadset');
	const place = placeOf(world);
	if (place === 'wait') return wait(15);
	if (place === 'network') {
		// a menu lies over the task bar
		const over = ['start-menu.close', 'clock.close'].find((close) => has(world, close));
		return use(world, over ?? 'taskbar.network');
	}
	if (name === 'start-menu.open') return fromMenu(world, place);
	if (name === 'clock.open') return use(world, place === 'clock' ? 'clock.settings' : 'clock.close');
	if (name === 'desktop.network') return use(world, 'taskbar.network');
	return inWindow(world, place, name) ?? toWindow(world, place);
}

/** Screens that must be dealt with whatever is wanted. */
function popUpMove(world: World, name: string): Move | null {
	switch (name) {
		case 'desktop.black':
			return use(world, 'desktop.ctrl-alt-del');
		case 'desktop.security':
			return use(world, faulty(world, 'black-desktop') ? 'security.sign-out' : 'security.cancel');
		case 'desktop.smartscreen':
			return use(world, has(world, 'smartscreen.run') ? 'smartscreen.run' : 'smartscreen.more');
		case 'desktop.loadset':
			if (faulty(world, 'loadset-failed') && world.laptop.loadset === 'failed')
				return callDesk('loadset-failed');
			return use(world, has(world, 'loadset.ok') ? 'loadset.ok' : 'loadset.later');
		case 'desktop.network':
			return networkMove(world, 'taskbar.network');
		case 'browser.open-prompt':
			return use(world, 'prompt.open');
		case 'installer.admin':
			return faulty(world, 'admin-password-asked')
				? callDesk('admin-password-asked')
				: use(world, 'installer.cancel');
		case 'installer.finish':
		case 'installer.rolled-back':
			return use(world, 'installer.finish');
		case 'globalprotect.message':
			return world.laptop.vpn.state === 'on' ? use(world, 'globalprotect.close') : null;
		case 'mobilepass-8.open':
			return use(world, 'mobilepass-8.minimize');
		case 'globalprotect.welcome':
			return use(world, 'globalprotect.get-started');
		default:
			return null;
	}
}

function placeOf(world: World): Place {
	const { laptop, truth } = world;
	const { network, clock, vpn, outlook, mobilepass } = laptop;
	if (faulty(world, 'temporary-profile')) return 'restart';
	if (network.cable !== 'plugged' && network.wifi !== 'home') return 'network';
	const clockShows = truth?.outcome === 'clock-off' || outlook.page === 'error';
	if (clockShows && clock.skew !== 0) return 'clock';
	if (vpn.state === 'off') return forVpn(world);
	if (enrolled(world)) return afterEnrollment(world);
	if (outlook.page !== 'mailbox') return forOutlook(world);
	if (mobilepass.installed !== 'standard') return forInstallation(world);
	return forEnrollment(world);
}

/** The sign-in of GlobalProtect; with a token the app must be open first. */
function forVpn(world: World): Place {
	if (world.queue.some(({ what }) => what === 'globalprotect-message') && !enrolled(world)) return 'wait';
	return appNeeded(world) ? 'mobilepass' : 'globalprotect';
}

function appNeeded(world: World): boolean {
	const good = goodToken(world);
	if (!good?.pin) return false;
	const { unlocked } = world.laptop.mobilepass;
	return !unlocked.includes(good.credential.serial);
}

function forOutlook(world: World): Place {
	const { outlook, savedCredential } = world.laptop;
	if (!outlook.looped) return 'outlook';
	if (faulty(world, 'outlook-password-loop')) return 'outlook';
	if (faulty(world, 'saved-password-in-the-way') && savedCredential)
		return unmet(world, 'saved-password-in-the-way') ? 'outlook' : 'credentials';
	if (faulty(world, 'outlook-needs-restart'))
		return unmet(world, 'outlook-needs-restart') ? 'web-mail' : 'restart';
	return 'outlook';
}

function forInstallation(world: World): Place {
	const { windows, browser, mobilepass } = world.laptop;
	if (mobilepass.installed === 'shared') return 'uninstall';
	if (windows.includes('installer')) return 'installer';
	if (faulty(world, 'install-rolls-back') && !unmet(world, 'install-rolls-back')) return 'restart';
	if (browser.enrollment || browser.download !== 'none')
		return windows.includes('browser') ? 'browser' : 'edge';
	return 'outlook';
}

function forEnrollment(world: World): Place {
	const { windows, browser, mobilepass } = world.laptop;
	if (mobilepass.pending && windows.includes('mobilepass')) return 'mobilepass';
	const met = !unmet(world, 'no-open-question');
	if (faulty(world, 'no-open-question') && met && !mobilepass.launched) return 'mobilepass';
	if (faulty(world, 'old-app-opens') && windows.includes('mobilepass-8')) return 'mobilepass';
	if (faulty(world, 'wrong-browser') && browser.message !== null) return 'edge';
	const other = faulty(world, 'wrong-browser') && !unmet(world, 'wrong-browser');
	if (other && !browser.wrong && browser.lastLink && !browser.enrollment)
		return windows.includes('browser') ? 'browser' : 'edge';
	return browser.enrollment && windows.includes('browser') ? 'browser' : 'outlook';
}

function afterEnrollment(world: World): Place {
	const { vpn, teams, mobilepass, windows, browser, clock } = world.laptop;
	if (mobilepass.page === 'enrolled' && windows.includes('mobilepass')) return 'mobilepass';
	if (browser.enrollment && windows.includes('browser')) return 'browser';
	if (vpn.by !== 'passcode')
		return world.queue.some(({ what }) => what === 'session-ends') ? 'wait' : 'globalprotect';
	if (teams.page === 'ready')
		return clock.zone === 'America/Chicago' && jumpsUnmet(world) ? 'restart' : 'clock';
	if (faulty(world, 'teams-missing')) return 'restart';
	return appNeeded(world) ? 'mobilepass' : 'teams';
}

function fromMenu(world: World, place: Place): Move {
	const id = starts[place];
	return use(world, id && has(world, id) ? id : 'start-menu.close');
}

const windowOf = (place: Place): string =>
	place === 'clock' || place === 'credentials' || place === 'uninstall'
		? 'settings'
		: place === 'edge' || place === 'web-mail'
			? 'browser'
			: place;

function toWindow(world: World, place: Place): Move {
	const window = windowOf(place);
	if (place === 'clock' && (unmet(world, 'wrong-zone') || unmet(world, 'zone-jumps-back')))
		return use(world, 'taskbar.clock');
	const open = has(world, `taskbar.${window}`) && place !== 'edge' && place !== 'credentials';
	return use(world, open ? `taskbar.${window}` : 'taskbar.start-menu');
}

/** The move in the window that is wanted; `null` if another is in front. */
function inWindow(world: World, place: Place, name: string): Move | null {
	const app = name.split('.')[0];
	if (name === 'browser.vpn-sign-in')
		return world.laptop.vpn.state === 'on' || appNeeded(world)
			? null
			: fillSecret(world, 'vpn-browser.secret', 'vpn-browser.sign-in');
	if (app !== windowOf(place)) return null;
	switch (app) {
		case 'globalprotect':
			return vpnMove(world, name);
		case 'outlook':
			return outlookMove(world, name);
		case 'browser':
			if (place === 'web-mail')
				return use(world, has(world, 'browser.web-mail') ? 'browser.web-mail' : 'browser.close');
			return browserMove(world, name, place === 'edge');
		case 'installer':
			return installerMove(world, name);
		case 'mobilepass':
			return appMove(world, name);
		case 'teams':
			return teamsMove(world, name);
		case 'settings':
			return place === 'clock' || place === 'uninstall' || place === 'credentials'
				? settingsMove(world, place, name)
				: null;
		default:
			return null;
	}
}
