import type { World } from '../../simulator/world.ts';
import { enrolled } from '../goals.ts';
import {
	callDesk,
	card,
	faulty,
	fill,
	fillSecret,
	has,
	jumpsUnmet,
	serverPinMove,
	use,
	wait,
	type Move,
} from './sight.ts';

/** The next move in GlobalProtect. */
export function vpnMove(world: World, name: string): Move {
	const { vpn } = world.laptop;
	switch (name) {
		case 'globalprotect.sign-in':
			if (vpn.state === 'on') return use(world, 'globalprotect.close');
			return fillSecret(world, 'globalprotect.secret', 'globalprotect.sign-in');
		case 'globalprotect.change-password': {
			const entry = card('next-static-password');
			const both = { 'globalprotect.new': entry, 'globalprotect.new-again': entry };
			return enrolled(world)
				? use(world, 'globalprotect.close')
				: fill(world, both, 'globalprotect.change-password');
		}
		case 'globalprotect.pin-given':
		case 'globalprotect.set-pin':
			return serverPinMove(world, 'globalprotect');
		case 'globalprotect.message':
			return use(world, vpn.state === 'off' ? 'globalprotect.connect' : 'globalprotect.close');
		default:
			return use(world, vpn.state === 'off' ? 'globalprotect.connect' : 'globalprotect.disconnect');
	}
}

export function teamsMove(world: World, name: string): Move {
	switch (name) {
		case 'teams.blank':
			return wait(20);
		case 'teams.account':
			return use(world, 'teams.other-account');
		case 'teams.pin-given':
		case 'teams.set-pin':
			return serverPinMove(world, 'teams');
		case 'teams.email':
			if (world.laptop.teams.looped) return use(world, 'teams.close');
			return fill(world, { 'teams.email': card('email') }, 'teams.next');
		default:
			return fillSecret(world, 'teams.passcode', 'teams.sign-in');
	}
}

/** The next move in Settings: the clock and the zone, the app to remove, or what Windows keeps for Office. */
export function settingsMove(
	world: World,
	wanted: 'clock' | 'uninstall' | 'credentials',
	name: string,
): Move {
	const { clock } = world.laptop;
	if (wanted === 'credentials') {
		// the Credential Manager is found in the Start menu, not on the first page of Settings
		const way = ['settings.remove', 'settings.back'].find((id) => has(world, id));
		return use(world, way ?? 'taskbar.start-menu');
	}
	const page = wanted === 'uninstall' ? 'apps' : 'time';
	if (name === 'settings.home') return use(world, `settings.${page}`);
	if (name === 'settings.uninstall' && wanted === 'uninstall')
		return use(world, 'settings.confirm-uninstall');
	if (name !== `settings.${page}`) return use(world, 'settings.back');
	if (page === 'apps') return use(world, 'settings.uninstall');
	if (faulty(world, 'settings-grayed')) return callDesk('settings-grayed');
	if (clock.skew !== 0) return use(world, 'settings.sync');
	return use(
		world,
		clock.autoZone && !jumpsUnmet(world) ? 'settings.auto-zone' : 'settings.zone-america-chicago',
	);
}
