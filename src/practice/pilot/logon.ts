import { screenOf, type World } from '../../simulator/world.ts';
import {
	callDesk,
	card,
	controlOf,
	faulty,
	fill,
	fillSecret,
	has,
	serverPinMove,
	unmet,
	use,
	user,
	wait,
	type Move,
} from './sight.ts';

const online = ({ laptop: { network } }: World) => network.cable === 'plugged' || network.wifi === 'home';

/** The next move before the desktop is there; `null` on any other screen. */
export function logonMove(world: World): Move | null {
	const { laptop } = world;
	const { message } = laptop.logon;
	const capsLock = laptop.capsLock && message !== null && !unmet(world, 'caps-lock-on');
	switch (screenOf(world).name) {
		case 'power.off':
			return use(
				world,
				has(world, 'power.charger') && !unmet(world, 'no-power') ? 'power.charger' : 'power.on',
			);
		case 'power.starting':
			return wait(10);
		case 'logon.lock':
			return use(
				world,
				faulty(world, 'keyboard-not-ready') && !unmet(world, 'keyboard-not-ready')
					? 'logon.built-in-keyboard'
					: 'logon.ctrl-alt-del',
			);
		case 'logon.notice':
			return use(world, 'logon.ok');
		case 'logon.windows':
			return windowsMove(world);
		case 'logon.network':
			return networkMove(world, 'logon.network');
		case 'logon.network-sign-in':
			return portalMove(world);
		case 'logon.connecting':
		case 'logon.sign-in-blank':
			return use(world, 'logon.restart');
		case 'logon.sign-in-email': {
			const email = { kind: 'card', value: 'email' } as const;
			const before = { kind: 'near-miss', of: email, how: 'other-domain' } as const;
			const other = faulty(world, 'email-at-other-domain') && unmet(world, 'email-at-other-domain');
			const entry = other && message === null ? before : email;
			return fill(world, { 'sign-in.email': entry }, 'sign-in.next');
		}
		case 'logon.sign-in-password':
			if (capsLock) return use(world, 'keyboard.caps-lock');
			return onceUnlocked(
				world,
				fill(world, { 'sign-in.password': card('computer-password') }, 'sign-in.submit'),
			);
		case 'logon.company-loading':
			return wait(15);
		case 'logon.company-box':
			return use(world, 'company.next');
		case 'logon.company-password':
			if (capsLock) return use(world, 'keyboard.caps-lock');
			return fillSecret(world, 'company.password', 'company.log-in');
		case 'logon.change-password': {
			const entry = card('next-static-password');
			return fill(world, { 'company.new': entry, 'company.new-again': entry }, 'company.change-password');
		}
		case 'logon.pin-given':
		case 'logon.set-pin':
			return serverPinMove(world, 'company');
		case 'logon.stay-signed-in':
			return use(world, 'company.yes');
		case 'logon.connected':
			return use(world, 'network-sign-in.back');
		case 'logon.building':
			return wait(20);
		default:
			return null;
	}
}

/** A locked computer account opens by time alone. Who has not been told so tries. */
function onceUnlocked(world: World, next: Move): Move {
	const told = world.laptop.logon.message === 'account-locked';
	const until = (told && user(world)?.computer.lockedUntil) || 0;
	return until > world.now ? wait((until - world.now) / 1000) : next;
}

function windowsMove(world: World): Move {
	const { logon, profile, capsLock } = world.laptop;
	if (has(world, 'logon.other-user')) return use(world, 'logon.other-user');
	if (logon.message === 'trust-failed' && faulty(world, 'trust-failed')) return callDesk('trust-failed');
	if (capsLock && logon.message !== null && !unmet(world, 'caps-lock-on'))
		return use(world, 'keyboard.caps-lock');
	const naive = logon.rounds > 0 && (logon.message === null || logon.message === 'trust-failed');
	if (profile || (logon.tunnel && online(world)) || naive) {
		const filled = fill(
			world,
			{ 'logon.user': card('user-id'), 'logon.password': card('computer-password') },
			'logon.enter',
		);
		return onceUnlocked(world, filled);
	}
	if (!online(world)) return use(world, 'logon.network');
	return use(world, has(world, 'logon.network-sign-in') ? 'logon.network-sign-in' : 'logon.restart');
}

/** Gets the computer to the home router, by cable if there is one. */
export function networkMove(world: World, close: string): Move {
	if (online(world)) return use(world, close);
	// a weak signal shows only to who joins it
	if (!unmet(world, 'weak-wifi') || !faulty(world, 'weak-wifi')) return use(world, 'network.cable');
	if (!controlOf(world, 'network.key')) return use(world, 'network.home');
	return fill(world, { 'network.key': { kind: 'fact', name: 'wifi-key' } }, 'network.connect');
}

function portalMove(world: World): Move {
	if (!online(world)) return use(world, 'logon.network');
	const left = world.laptop.drafts['network-sign-in.portal'];
	if (left?.kind === 'near-fact' && world.laptop.logon.message === null)
		return use(world, 'network-sign-in.submit');
	return fill(
		world,
		{ 'network-sign-in.portal': { kind: 'fact', name: 'portal' } },
		'network-sign-in.submit',
	);
}
