import { button, keys, value, type Live } from '../screen.ts';
import { faulty, mended } from '../faults/ids.ts';
import { enqueue, SECOND } from '../queue.ts';
import type { World } from '../state.ts';
import { laptop, part } from './change.ts';
import { HOME_ZONE } from './state.ts';
import { sessionOver } from './session.ts';

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
	const over = part(start(sessionOver(world)), 'logon', {
		page: 'lock',
		back: 'windows',
		acknowledged: false,
	});
	const settled = over.laptop.loadset === 'restart' ? laptop(over, { loadset: 'closed' }) : over;
	return curedByRestart(settled);
}

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
