import { lostTokens } from '../../simulator/phone/desk.ts';
import { lineOf, screenOf, type AnyFaultId, type World } from '../../simulator/world.ts';
import {
	androidGoals,
	enrolledOnPhone,
	openTask,
	proven,
	pushReady,
	strangerAround,
} from '../android-goals.ts';
import type { AndroidWay, Scenario } from '../scenario.ts';
import { laptopToQr } from './laptop-beside.ts';
import {
	fillPhone,
	hasOnPhone,
	leavePage,
	met,
	openLink,
	phoneName,
	switched,
	toApp,
	toMail,
	usePhone,
} from './phone-sight.ts';
import { addMove, pinEntry, proveMove } from './portal.ts';
import { callDesk, card, has, mailUnderWay, user, wait, type Move } from './sight.ts';

/**
 * The next move towards the end of an exercise of procedure B, by controls that are on the screens of phone and
 * laptop; what only the service desk can mend, the desk mends. `null` when all is done.
 */
export function phoneMove(world: World, scenario: Scenario): Move | null {
	const { until } = scenario;
	const wantsPush = until === 'keep-phone-ready' || until === 'all';
	if (androidGoals[wantsPush ? 'keep-phone-ready' : 'prove-enrollment'](world)) return null;
	const lock = user(world)?.lock;
	if (lock) return lock.until === null ? callDesk('account-locked') : wait(60);
	const cured = cureMove(world);
	if (cured) return cured;
	const asked = requestMove(world);
	if (asked) return asked;
	if (world.phone?.mobilepass.installed === false) return installMove(world);
	if (!enrolledOnPhone(world)) return enrollMove(world, scenario);
	if (world.phone?.mobilepass.page === 'success')
		return toApp(world, 'mobilepass') ?? usePhone(world, 'mobilepass.done');
	const device = portalDevice(scenario);
	// a Server PIN that is still to be changed keeps the token from any other login
	if (!proven(world) || world.phone?.portals[device].page === 'set-pin') return proveMove(world, device);
	if (!pushReady(world) || !strangerAround(world)) return pushMove(world);
	// the stranger's next try is waited for
	return world.phone?.airplane ? switched(world, 'home', 'settings.airplane') : wait(30);
}

const wayOf = ({ way = 'link' }: Scenario): AndroidWay => way;
const portalDevice = (scenario: Scenario) =>
	wayOf(scenario) === 'portal-phone' ? ('phone' as const) : ('laptop' as const);

/** What was met, and can be mended at once. */
function cureMove(world: World): Move | null {
	const { phone } = world;
	if (off(world, 'phone-offline', phone?.airplane)) return switched(world, 'home', 'settings.airplane');
	if (off(world, 'phone-clock-by-hand', phone?.clock.autoTime === false))
		return switched(world, 'time', 'settings.auto-time');
	if (off(world, 'phone-notifications-off', phone?.permissions.notifications === false))
		return switched(world, 'mobilepass', 'settings.notifications');
	if (met(world, 'android-not-allowed')) return callDesk('android-not-allowed');
	for (const id of ['phone-enrollment-expired', 'phone-enrollment-used', 'phone-enrollment-locked'] as const)
		if (met(world, id)) return callDesk(id);
	if (met(world, 'page-link-opens-nothing')) return toApp(world, 'mobilepass');
	return null;
}

/** Something is not as it must be; where a fault made it so, only once that was met. */
const off = (world: World, id: AnyFaultId, wrong = false): boolean =>
	wrong && (world.faults[id] !== true || world.shown.includes(id));

/** A request of one's own is approved, any other denied and reported. */
export function requestMove(world: World): Move | null {
	const notice = screenOf(world, 'phone').controls.find(({ id }) => id.startsWith('notification.'));
	const name = phoneName(world);
	if (notice && !name.startsWith('phone-mobilepass.request')) return usePhone(world, notice.id);
	const { phone } = world;
	switch (name) {
		case 'phone-mobilepass.request':
			return answerMove(world);
		case 'phone-mobilepass.request-pin':
			if (hasOnPhone(world, 'mobilepass.done')) return usePhone(world, 'mobilepass.done');
			return hasOnPhone(world, 'mobilepass.pin')
				? fillPhone(
						world,
						{ 'mobilepass.pin': pinEntry(world, phone?.mobilepass.serial ?? '') },
						'mobilepass.submit',
					)
				: fillPhone(
						world,
						{ 'mobilepass.server-pin': { kind: 'server-pin', serial: phone?.mobilepass.serial ?? '' } },
						'mobilepass.submit',
					);
		case 'phone-mobilepass.denied':
			return usePhone(world, 'mobilepass.report');
		case 'phone-mobilepass.approved':
		case 'phone-mobilepass.reported':
		case 'phone-mobilepass.not-sent':
			return usePhone(world, 'mobilepass.done');
		default:
			return null;
	}
}

function answerMove(world: World): Move {
	if (hasOnPhone(world, 'mobilepass.done')) return usePhone(world, 'mobilepass.done');
	const request = Object.values(world.service.push?.requests ?? {})
		.flatMap((bucket) => bucket[world.people.user] ?? [])
		.find(({ id }) => id === world.phone?.mobilepass.request);
	if (request?.origin === 'elsewhere') return usePhone(world, 'mobilepass.deny');
	return usePhone(world, request?.match ? `mobilepass.number-${request.match.shown}` : 'mobilepass.approve');
}

/** From the store, if the app is not there yet. */
function installMove(world: World): Move {
	const there = toApp(world, 'store');
	if (there) return there;
	switch (phoneName(world)) {
		case 'phone-store.search':
			return usePhone(world, 'store.mobilepass');
		case 'phone-store.app':
			return hasOnPhone(world, 'store.install')
				? usePhone(world, 'store.install')
				: switched(world, 'home', 'settings.airplane');
		default:
			return wait(5);
	}
}

/** By the way of the exercise, or by another where that one is closed. */
function enrollMove(world: World, scenario: Scenario): Move {
	const { pending, page } = world.phone?.mobilepass ?? {};
	if (pending && page && activationPages.has(page)) return activationMove(world, scenario);
	const way = wayOf(scenario);
	if (way === 'portal' || way === 'portal-phone') return portalMove(world, way);
	if (mailUnderWay(world, 'enrollment')) return wait(30);
	if (!openTask(world) && !lineFault(world)) return callDesk('new-enrollment');
	const open = fallbacks[way].find((one) => !isClosed(world, one)) ?? 'copy';
	return { link: linkMove, qr: qrMove, copy: copyMove }[open](world);
}

/** What to take where a way is closed, in this order. */
const fallbacks = {
	link: ['link', 'qr', 'copy'],
	qr: ['qr', 'link', 'copy'],
	copy: ['copy'],
} as const;
const isClosed = (world: World, way: 'link' | 'qr' | 'copy'): boolean =>
	(way === 'link' && met(world, 'mail-link-opens-nothing')) || (way === 'qr' && met(world, 'qr-code-off'));

/** The line is over by a fault that nobody has met yet: it is met on the way. */
const lineFault = (world: World): boolean =>
	(['phone-enrollment-expired', 'phone-enrollment-used', 'phone-enrollment-locked'] as const).some(
		(id) => world.faults[id] === true && !world.shown.includes(id),
	);

function portalMove(world: World, way: 'portal' | 'portal-phone'): Move {
	if (hasOnPhone(world, 'prompt.open')) return usePhone(world, 'prompt.open');
	const device = way === 'portal' ? 'laptop' : 'phone';
	// the portal asks for a token that is on no phone of theirs
	const asksForLost = ['choose-method', 'waiting', 'passcode'].includes(
		world.phone?.portals[device].page ?? '',
	);
	if (asksForLost && lostTokens(world).length > 0) return callDesk('new-enrollment');
	const adding = addMove(world, device);
	if (adding) return adding;
	if (way === 'portal-phone') return usePhone(world, 'portal.enroll');
	if (screenOf(world).controls.some(({ qr }) => qr !== undefined)) return scanMove(world);
	return stringMove(world, openTask(world) ?? '');
}

/** The link of the e-mail, then that of the page. */
function linkMove(world: World): Move {
	const name = phoneName(world);
	if (name === 'phone-browser.open-question') return usePhone(world, 'prompt.open');
	const { phone, service, people } = world;
	const task = openTask(world);
	const page = phone?.browser.enrollment;
	// opened again elsewhere, the enrollment has left this page behind
	if (page && page.task === task && lineOf(service, page.task, people.user)?.session === page.session) {
		const there = toApp(world, 'browser');
		if (there) return there;
		if (name === 'phone-browser.enrollment' && hasOnPhone(world, 'browser.enroll'))
			return usePhone(world, 'browser.enroll');
		return usePhone(world, 'browser.close');
	}
	const mail = openLink(world)?.mail.id ?? '';
	return toMail(world, mail) ?? usePhone(world, 'mail.self-enrollment');
}

/** The page on the laptop, then the camera. */
function qrMove(world: World): Move {
	const there = laptopToQr(world);
	if (there) return there;
	return has(world, 'browser.qr') ? scanMove(world) : wait(5);
}

/** In the app up to the camera's view, and the code in it. */
function scanMove(world: World): Move {
	if (world.phone?.app === 'settings' && world.phone.permissions.camera === 'refused')
		return switched(world, 'mobilepass', 'settings.camera');
	const there = toApp(world, 'mobilepass');
	if (there) return there;
	switch (phoneName(world)) {
		case 'phone-mobilepass.welcome':
			return usePhone(world, 'mobilepass.get-started');
		case 'phone-mobilepass.quick-setup':
			return usePhone(world, 'mobilepass.activate');
		case 'phone-mobilepass.no-camera':
			return usePhone(world, 'mobilepass.open-settings');
		case 'phone-mobilepass.list':
			return usePhone(world, 'mobilepass.add');
		case 'phone.camera':
			return usePhone(world, 'mobilepass.scan');
		default:
			return leavePage(world);
	}
}

/** The string, copied from the e-mail on the phone. */
function copyMove(world: World): Move {
	const { phone } = world;
	const newest = openLink(world);
	const copied =
		phone?.clipboard?.kind === 'activation-string' && phone.clipboard.task === newest?.content.task;
	if (copied) return stringMove(world, newest.content.task);
	const there = toMail(world, newest?.mail.id ?? '');
	if (there) return there;
	if (!phone?.selection) return usePhone(world, 'mail.long-tap');
	if (phone.selection.size === 'part') return usePhone(world, 'mail.drag');
	return usePhone(world, phone.selection.menu ? 'mail.copy' : 'mail.tap-selection');
}

/** Into the field of the app: pasted if it was copied, else typed. */
function stringMove(world: World, task: string): Move {
	if (phoneName(world) !== 'phone-mobilepass.string') {
		if (hasOnPhone(world, 'mobilepass.no-qr-code')) return usePhone(world, 'mobilepass.no-qr-code');
		return scanMove(world);
	}
	const entry = { kind: 'activation-string', task, user: world.people.user } as const;
	const copied = JSON.stringify(world.phone?.clipboard) === JSON.stringify(entry);
	if (copied && !hasOnPhone(world, 'mobilepass.activate')) return usePhone(world, 'mobilepass.paste');
	return fillPhone(world, { 'mobilepass.string': entry }, 'mobilepass.activate');
}

/** The pages that all ways share. Where a login request took their place the enrollment is begun again. */
const activationPages: ReadonlySet<string> = new Set([
	'one-time-passcode',
	'push-authentication',
	'allow-push',
	'create-pin',
	'confirm-pin',
	'success',
]);

function activationMove(world: World, { from }: Scenario): Move {
	const there = toApp(world, 'mobilepass');
	if (there) return there;
	switch (phoneName(world)) {
		case 'phone-mobilepass.allow-push':
			// who is to turn it on later has said no
			return usePhone(world, from === 'keep-phone-ready' ? 'mobilepass.no-thanks' : 'mobilepass.allow');
		case 'phone-mobilepass.create-pin':
			return fillPhone(world, { 'mobilepass.new-pin': card('pin') }, 'mobilepass.continue');
		case 'phone-mobilepass.confirm-pin':
			return fillPhone(world, { 'mobilepass.pin-again': card('pin') }, 'mobilepass.continue');
		default:
			return usePhone(world, 'mobilepass.continue');
	}
}

/** "Autosend Passcode", for who said "No Thanks". */
function pushMove(world: World): Move {
	if (world.phone?.permissions.notifications === false)
		return switched(world, 'mobilepass', 'settings.notifications');
	const there = toApp(world, 'mobilepass');
	if (there) return there;
	switch (phoneName(world)) {
		case 'phone-mobilepass.app-settings':
			return usePhone(world, 'mobilepass.autosend');
		case 'phone-mobilepass.list':
			return usePhone(world, 'mobilepass.app-settings');
		default:
			return leavePage(world);
	}
}
