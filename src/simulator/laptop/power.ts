import { button, keys, value, type Live } from '../screen.ts';
import { faulty, mended } from '../faults/ids.ts';
import { enqueue, SECOND } from '../queue.ts';
import type { World } from '../state.ts';
import { laptop, part } from './change.ts';
import { HOME_ZONE } from './state.ts';

/** The computer is off, or shows nothing. The power key and the charger are parts of the case. */
export function powerScreen(world: World): Live[] {
	const { charger } = world.laptop;
	return [
		keys('power.on', 'Power', switchedOn),
		...(charger
			? []
			: [button('power.charger', 'Connect the charger', (before) => laptop(before, { charger: true }))]),
	];
}

export const startingScreen = (): Live[] => [value('power.starting', 'Starting')];

/** With an empty battery and no charger nothing happens (facts 7, step 2). */
function switchedOn(world: World): World {
	if (faulty(world, 'no-power') && !world.laptop.charger) return world;
	return start(mended(world, 'no-power'));
}

function start(world: World): World {
	const boot = world.laptop.boot + 1;
	return enqueue(laptop(world, { power: 'starting', boot }), 'started', 30 * SECOND);
}

export const started = (world: World): World => laptop(world, { power: 'on' });

/** Restarts the computer. What was not saved is lost; profile, installed apps and tokens stay. */
export function restarted(world: World): World {
	const { laptop: before } = world;
	let next = start(world);
	const drafts = portalLeft(world);
	next = laptop(next, { windows: [], minimized: [], overlay: null, drafts, settings: 'home' });
	next = part(next, 'logon', {
		page: 'lock',
		back: 'windows',
		message: null,
		acknowledged: false,
		rounds: 0,
		tunnel: false,
		stay: null,
	});
	next = part(next, 'vpn', { state: 'off', by: null, page: 'message', again: false, message: null });
	next = part(next, 'outlook', {
		page: savedPage(before.outlook.page),
		message: null,
		looped: false,
		reopened: false,
	});
	const { download } = before.browser;
	next = part(next, 'browser', {
		page: 'home',
		enrollment: null,
		message: null,
		download: download === 'running' ? 'none' : download,
	});
	next = part(next, 'installer', { page: 'welcome', accepted: false, kind: null, kept: null });
	next = part(next, 'mobilepass', { pending: null, serial: null, unlocked: [], message: null });
	next = part(next, 'teams', { message: null, looped: false });
	if (next.laptop.loadset === 'restart') next = laptop(next, { loadset: 'closed' });
	return curedByRestart(next);
}

/** The portal box keeps the wrong address that was left in it, whatever else a restart clears. */
function portalLeft(world: World): World['laptop']['drafts'] {
	const left = world.laptop.drafts[PORTAL];
	return left && faulty(world, 'wrong-portal-left') ? { [PORTAL]: left } : {};
}
const PORTAL = 'network-sign-in.portal';

const savedPage = (page: World['laptop']['outlook']['page']) =>
	page === 'mailbox' || page === 'restart' ? ('mailbox' as const) : ('email' as const);

/** Troubles that a restart ends (facts 7), once they have shown: before, it would end what nobody has met. */
function curedByRestart(world: World): World {
	const ids = [
		'no-sign-in-icon',
		'connecting-forever',
		'sign-in-box-blank',
		'temporary-profile',
		'restart-wanted',
		'outlook-needs-restart',
		'install-rolls-back',
		'teams-missing',
	] as const;
	const settled = ids.filter((id) => world.shown.includes(id)).reduce(mended, world);
	const { clock } = settled.laptop;
	// Found automatically, the zone is wrong again after each start (facts 7, step 23).
	if (!faulty(settled, 'zone-jumps-back') || !clock.autoZone) return settled;
	const jumped = clock.jumped || clock.zone === HOME_ZONE;
	return part(settled, 'clock', { zone: 'America/Los_Angeles', jumped });
}
