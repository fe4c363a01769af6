import { lineOf, type Entry, type World } from '../../simulator/world.ts';
import { enrolled } from '../goals.ts';
import {
	callDesk,
	controlOf,
	faulty,
	fill,
	goodToken,
	has,
	newestLink,
	pinOf,
	strayToken,
	unmet,
	use,
	wait,
	type Move,
} from './sight.ts';

/** The next move in the browser: download, then the link that enrolls. */
export function browserMove(world: World, name: string, edge: boolean): Move {
	const { browser, mobilepass } = world.laptop;
	if (edge && browser.wrong) return use(world, 'taskbar.start-menu');
	if (enrolled(world)) return use(world, 'browser.close');
	const installed = mobilepass.installed === 'standard';
	if (name === 'browser.downloads')
		return !installed && has(world, 'browser.open-file')
			? use(world, 'browser.open-file')
			: use(world, has(world, 'browser.keep') ? 'browser.keep' : 'browser.back');
	if (browser.enrollment) return onPage(world, installed);
	if (!installed && browser.download !== 'none') return use(world, 'browser.downloads');
	if (faulty(world, 'wrong-browser') && !unmet(world, 'wrong-browser') && browser.lastLink)
		return fill(world, { 'browser.address': { kind: 'fact', name: 'enrollment-address' } }, 'browser.go');
	return use(world, 'browser.close');
}

function onPage(world: World, installed: boolean): Move {
	const { enrollment, download } = world.laptop.browser;
	const line = enrollment && lineOf(world.service, enrollment.task, enrollment.user);
	if (line?.session !== enrollment?.session || line?.status !== 'Active') return use(world, 'browser.close');
	if (!controlOf(world, 'browser.download'))
		return faulty(world, 'only-phones-listed') ? callDesk('only-phones-listed') : use(world, 'browser.close');
	if (installed) return use(world, 'browser.enroll');
	if (download === 'running') return wait(15);
	const next = ['browser.keep', 'browser.open-file'].find((id) => has(world, id));
	return use(world, next ?? 'browser.download');
}

export function installerMove(world: World, name: string): Move {
	switch (name) {
		case 'installer.busy':
			return faulty(world, 'another-installation-running') ? wait(60) : use(world, 'installer.cancel');
		case 'installer.older':
			return use(world, 'installer.update');
		case 'installer.maintenance':
			return use(world, 'installer.repair');
		case 'installer.license':
			return use(world, world.laptop.installer.accepted ? 'installer.next' : 'installer.accept');
		case 'installer.configuration':
			return use(world, world.laptop.installer.kind === 'standard' ? 'installer.next' : 'installer.standard');
		case 'installer.progress':
			return wait(20);
		default:
			return use(world, 'installer.next');
	}
}

/** The next move in MobilePASS+: activation, PIN, or the code. */
export function appMove(world: World, name: string): Move {
	const { mobilepass, windows } = world.laptop;
	switch (name) {
		case 'mobilepass.start':
			return use(world, 'mobilepass.start');
		case 'mobilepass.create-pin':
			return fill(world, { 'mobilepass.new-pin': firstPin(world) }, 'mobilepass.continue');
		case 'mobilepass.confirm-pin':
			return fill(world, { 'mobilepass.pin-again': firstPin(world) }, 'mobilepass.save');
		case 'mobilepass.enrolled':
			return use(world, 'mobilepass.close-app');
		case 'mobilepass.removed':
		case 'mobilepass.details':
		case 'mobilepass.change-pin':
		case 'mobilepass.delete':
			return use(world, 'mobilepass.back');
		case 'mobilepass.string':
			return stringMove(world);
		case 'mobilepass.unlock':
		case 'mobilepass.passcode':
			return tokenMove(world);
		case 'mobilepass.list': {
			const good = goodToken(world);
			return use(world, good ? `mobilepass.token-${good.credential.serial}` : 'mobilepass.add');
		}
		case 'mobilepass.welcome':
			if (windows.includes('mobilepass-8')) return use(world, 'mobilepass.use-string');
			return use(world, 'mobilepass.close');
		default:
			return use(world, mobilepass.installed === 'shared' ? 'mobilepass.close' : 'mobilepass.minimize');
	}
}

/** A trivial one, as long as nobody has met that they are refused. */
function firstPin(world: World): Entry {
	const pin = { kind: 'card', value: 'pin' } as const;
	return unmet(world, 'trivial-pin-refused') ? { kind: 'near-miss', of: pin, how: 'trivial' } : pin;
}

function stringMove(world: World): Move {
	const link = newestLink(world);
	if (strayToken(world)) return callDesk('token-lost');
	if (goodToken(world) || !link || !world.laptop.windows.includes('mobilepass-8'))
		return use(world, 'mobilepass.back');
	const { task, user } = link.content;
	const entry = { kind: 'activation-string', task, user } as const;
	return fill(world, { 'mobilepass.string': entry }, 'mobilepass.activate');
}

function tokenMove(world: World): Move {
	const good = goodToken(world);
	if (!good || good.credential.serial !== world.laptop.mobilepass.serial)
		return use(world, 'mobilepass.back');
	if (!has(world, 'mobilepass.submit') && !controlOf(world, 'mobilepass.pin')) return wait(5);
	return fill(world, { 'mobilepass.pin': pinOf(world, good.pin?.text ?? '') }, 'mobilepass.submit');
}
