import { choicesOf, requestOf } from '../../simulator/push/index.ts';
import { screenOf, type World } from '../../simulator/world.ts';
import {
	card,
	faulty,
	fill,
	fillSecret,
	has,
	serverPinMove,
	unmet,
	use,
	user,
	callDesk,
	wait,
	type Move,
} from '../pilot/sight.ts';
import { enrolled, goals } from '../goals.ts';
import { appMove } from '../pilot/install.ts';
import { networkMove } from '../pilot/logon.ts';
import { nextMove } from '../pilot/pilot.ts';
import type { Scenario } from '../scenario.ts';
import { pushGoals } from './goals.ts';

/**
 * The next move towards the end of an exercise of procedure C, by controls that are on its screens. A request that
 * the person did not ask for is denied and reported, whatever the exercise is about. `null` when all is done.
 */
export function pushMove(world: World, { until }: Scenario): Move | null {
	const lock = user(world)?.lock;
	if (lock) return lock.until === null ? callDesk('account-locked') : wait(60);
	const { name } = screenOf(world);
	const answering = answerMove(world, name);
	if (answering) return answering;
	if (name === 'desktop.network') return networkMove(world, 'taskbar.network');
	const setUp = settled(world) ? null : nextMove(world);
	if (setUp) return setUp;
	const over = ['clock.close', 'prompt.cancel', 'smartscreen.leave'].find((id) => has(world, id));
	if (over) return use(world, over);
	if (until === 'turn-push-on' || until === 'turn-push-off')
		return switchMove(world, name, until === 'turn-push-on');
	if (choicesOf(world).length > 0) return toApp(world, name);
	const logsIn = until !== 'deny-and-report' || faulty(world, 'push-second-request');
	if (logsIn && !pushGoals['check-logged-in'](world)) return logInMove(world, name);
	// the stranger's next request needs a way to come
	if (until === 'deny-and-report' && !pushGoals[until](world))
		return switchMove(world, name, true) ?? wait(10);
	return null;
}

/** The computer stands as procedure A has left it: only then is there anything to log in with. */
const settled = (world: World): boolean =>
	world.laptop.power === 'on' &&
	world.laptop.logon.page === 'desktop' &&
	enrolled(world) &&
	goals['connect-to-router'](world);

/** What is asked of the person right now: a notification, or an open request. */
function answerMove(world: World, name: string): Move | null {
	if (has(world, 'notification.open') && !name.startsWith('windows-hello.'))
		return use(world, 'notification.open');
	switch (name) {
		case 'windows-hello.owner':
			return use(
				world,
				faulty(world, 'hello-not-recognized') && !unmetHello(world) ? 'hello.more' : 'hello.ok',
			);
		case 'windows-hello.choices':
			return use(world, faulty(world, 'hello-not-recognized') ? 'hello.pin' : 'hello.face');
		case 'mobilepass.request':
			return requestMove(world);
		case 'mobilepass.request-number': {
			const match = requestOf(world, world.push?.window?.request ?? '')?.match;
			return use(world, `request.number-${match?.shown ?? 0}`);
		}
		case 'mobilepass.request-pin':
			return fill(world, { 'request.pin': pinEntry(world) }, 'request.submit');
		case 'mobilepass.request-denied':
			return use(world, shownOrigin(world) === 'elsewhere' ? 'request.report' : 'request.close');
		case 'mobilepass.request-approved':
		case 'mobilepass.request-reported':
		case 'mobilepass.request-over':
			return use(world, 'request.close');
		case 'mobilepass.history':
			return use(world, 'history.back');
		default:
			return has(world, 'mobilepass.requests') ? use(world, 'mobilepass.requests') : null;
	}
}

const unmetHello = (world: World) => unmet(world, 'hello-not-recognized');
const shownOrigin = (world: World) => requestOf(world, world.push?.window?.request ?? '')?.origin;

function pinEntry(world: World) {
	const token = world.laptop.mobilepass.tokens.find(
		({ credential }) => credential.serial === world.push?.window?.serial,
	);
	if (token?.pin) return card('pin');
	return { kind: 'server-pin', serial: token?.credential.serial ?? '' } as const;
}

/** Of two tokens the second one answers; a request of somebody else is denied. */
function requestMove(world: World): Move {
	if (shownOrigin(world) === 'elsewhere') return use(world, 'request.deny');
	const second = world.laptop.mobilepass.tokens[1]?.credential.serial;
	const window = world.push?.window;
	const there = choicesOf(world).some(
		({ request, serial }) => request.id === window?.request && serial === second,
	);
	if (there && window?.serial !== second) return use(world, 'request.next');
	return use(world, 'request.approve');
}

/** "Notifications & actions" in the settings of Windows. */
function switchMove(world: World, name: string, on: boolean): Move | null {
	if (world.laptop.notifications === on) return null;
	return settingsMove(
		world,
		name,
		'settings.notifications',
		on ? 'settings.notifications-on' : 'settings.notifications-off',
	);
}

function settingsMove(world: World, name: string, page: string, control: string): Move {
	if (has(world, control)) return use(world, control);
	if (name === 'settings.home') return use(world, page);
	if (name.startsWith('settings.')) return use(world, 'settings.back');
	return fromMenu(world, name, 'start-menu.settings');
}

const fromMenu = (world: World, name: string, item: string): Move =>
	use(world, name === 'start-menu.open' ? item : 'taskbar.start-menu');

function logInMove(world: World, name: string): Move {
	const { laptop, push } = world;
	const clock = faulty(world, 'push-clock-fast') && !unmet(world, 'push-clock-fast');
	if (clock) return settingsMove(world, name, 'settings.time', 'settings.sync');
	const silent = faulty(world, 'push-notifications-off') && !unmet(world, 'push-notifications-off');
	if (
		silent ||
		(!laptop.notifications && push?.page !== 'sign-in-waiting' && !faulty(world, 'push-notifications-off'))
	)
		return switchMove(world, name, true) ?? wait(5);
	if (push?.page === 'sign-in-passcode' && appNeeded(world)) return codeMove(world, name);
	if (name.startsWith('browser.')) return pageMove(world, name);
	if (name.startsWith('settings.')) return use(world, 'settings.close');
	if (name.startsWith('mobilepass.')) return leaveApp(world);
	if (has(world, 'taskbar.browser')) return use(world, 'taskbar.browser');
	return fromMenu(world, name, 'start-menu.edge');
}

/** A passcode is typed from the app, which must be unlocked for it. */
const appNeeded = ({ laptop: { mobilepass } }: World): boolean => {
	const [first] = mobilepass.tokens;
	return first?.pin != null && !mobilepass.unlocked.includes(first.credential.serial);
};

/** The page on which an enrollment ends can only be closed. */
const leaveApp = (world: World): Move =>
	use(world, has(world, 'mobilepass.close-app') ? 'mobilepass.close-app' : 'mobilepass.minimize');

/** To a page of the app on which it says what waits. */
function toApp(world: World, name: string): Move {
	if (name.startsWith('mobilepass.'))
		return has(world, 'mobilepass.back') ? use(world, 'mobilepass.back') : leaveApp(world);
	return has(world, 'taskbar.mobilepass')
		? use(world, 'taskbar.mobilepass')
		: fromMenu(world, name, 'start-menu.mobilepass');
}

function codeMove(world: World, name: string): Move {
	return name.startsWith('mobilepass.') ? appMove(world, name) : toApp(world, name);
}

/** The next move on the pages of the browser. */
function pageMove(world: World, name: string): Move {
	switch (name) {
		case 'browser.home':
			return use(world, 'browser.resource');
		case 'browser.resource':
			return fill(
				world,
				{ 'login.email': card('email'), 'login.resource-password': card('computer-password') },
				'login.next',
			);
		case 'browser.company-sign-in':
			return fill(
				world,
				{ 'login.user': card('user-id'), 'login.password': card('computer-password') },
				'login.sign-in',
			);
		case 'browser.sign-in-method': {
			const way = has(world, 'login.autosend') ? 'login.autosend' : 'login.manually';
			const chosen = { 'login.autosend': 'autosend', 'login.manually': 'passcode' }[way];
			return use(world, world.push?.method === chosen ? 'login.submit' : way);
		}
		case 'browser.sign-in-passcode':
			// the request was given up: push is tried again before a passcode
			return fillSecret(world, 'login.passcode', 'login.sign-in');
		case 'browser.pin-given':
		case 'browser.set-pin':
			return serverPinMove(world, 'login');
		case 'browser.sign-in-waiting':
			// none came: the page takes its time
			return wait(5);
		default:
			return use(world, has(world, 'browser.back') ? 'browser.back' : 'browser.close');
	}
}
