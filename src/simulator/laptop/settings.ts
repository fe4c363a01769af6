import { draftOf, cleared } from '../drafts.ts';
import { faulty, mended, type FaultId } from '../faults/ids.ts';
import { button, choice, field, heading, value, type Live } from '../screen.ts';
import type { World } from '../state.ts';
import { deviceNow, laptop, online, part } from './change.ts';
import { frame, taskBar } from './desktop.ts';
import { HOME_ZONE, zones, zoneTexts, type Laptop } from './state.ts';

export const goTo = (page: Laptop['settings']) => (world: World) => laptop(world, { settings: page });
export const back = button('settings.back', 'Back', goTo('home'));
export const around = (world: World): Live[] => [...frame('settings'), ...taskBar(world)];

export const homePage = (world: World): Live[] => [
	heading('settings.title', 'Settings'),
	choice('settings.time', 'Date & time', goTo('time')),
	choice('settings.apps', 'Apps', goTo('apps')),
	choice('settings.notifications', 'Notifications & actions', goTo('notifications')),
	...around(world),
];

/** Steps 23: the zone may be changed; the clock too (rights assumed). Managed computers gray it out. */
export function timePage(world: World): Live[] {
	const { clock } = world.laptop;
	const free = !faulty(world, 'settings-grayed');
	// with the fault on, the zone can be chosen: it is lost again at the next start
	const zoneFree = free && (!clock.autoZone || faulty(world, 'zone-jumps-back'));
	return [
		heading('settings.title', 'Date & time'),
		value('settings.now', new Date(deviceNow(world)).toISOString()),
		choice('settings.auto-time', 'Set time automatically', autoTime, clock.autoTime, free),
		...(clock.autoTime ? [] : byHand(world, free)),
		button('settings.sync', 'Sync now', synced, free),
		choice('settings.auto-zone', 'Set time zone automatically', autoZone, clock.autoZone, free),
		...zones.map((zone) =>
			choice(
				`settings.zone-${zone.toLowerCase().replace(/\W/g, '-')}`,
				zoneTexts[zone],
				(before) => clockSettled(part(before, 'clock', { zone })),
				clock.zone === zone,
				zoneFree,
			),
		),
		back,
		...around(world),
	];
}

function byHand(world: World, free: boolean): Live[] {
	const set = (before: World) => {
		const typed = draftOf(before, 'laptop', 'settings.clock');
		const emptied = cleared(before, 'laptop', 'settings.');
		if (typed?.kind !== 'clock') return emptied;
		// no device shows a time before 1970
		return part(emptied, 'clock', { skew: Math.max(typed.skew, -before.now) });
	};
	return [
		...field(world, 'laptop', 'settings.clock', 'Date and time', 'clock').map((control) => ({
			...control,
			enabled: free,
		})),
		button('settings.change', 'Change', set, free && draftOf(world, 'laptop', 'settings.clock') !== null),
	];
}

/** A clock that is set automatically is right again as soon as the time server can be reached. */
export function timeKept(world: World): World {
	const { autoTime, skew } = world.laptop.clock;
	return autoTime && skew !== 0 ? synced(world) : world;
}

/** True time again, if the time server can be reached (facts 8.10). */
function synced(world: World): World {
	if (!online(world)) return world;
	return clockSettled(part(world, 'clock', { skew: 0 }));
}

/** Zone and time set right from afar, by the service desk. */
export const clockSetRight = (world: World): World =>
	clockSettled(part(world, 'clock', { skew: 0, autoTime: true, zone: HOME_ZONE }));

function autoTime(world: World): World {
	const on = !world.laptop.clock.autoTime;
	const next = part(world, 'clock', { autoTime: on });
	return on ? synced(next) : next;
}

function autoZone(world: World): World {
	const on = !world.laptop.clock.autoZone;
	if (!on) return clockSettled(part(world, 'clock', { autoZone: false }));
	const zone = faulty(world, 'zone-jumps-back') ? 'America/Los_Angeles' : HOME_ZONE;
	return clockSettled(part(world, 'clock', { autoZone: true, zone }));
}

/** Ends the faults of clock and zone of which nothing is left. */
function clockSettled(world: World): World {
	const { skew, zone, autoZone } = world.laptop.clock;
	const home = zone === HOME_ZONE;
	const over: FaultId[] = [
		...(skew === 0 ? (['clock-fast-5-minutes', 'clock-fast-90-seconds'] as const) : []),
		...(skew === 0 && home ? (['clock-set-by-hand'] as const) : []),
		...(home ? (['wrong-zone'] as const) : []),
		...(home && !autoZone ? (['zone-jumps-back'] as const) : []),
	];
	return over.reduce(mended, world);
}

const notify = (on: boolean) => (world: World) => laptop(world, { notifications: on });

/** A switch for each app that is installed (procedure C). */
export const notificationsPage = (world: World): Live[] => [
	heading('settings.title', 'Notifications & actions'),
	...(world.laptop.mobilepass.installed
		? [
				value('settings.mobilepass', 'MobilePASS+'),
				choice('settings.notifications-on', 'On', notify(true), world.laptop.notifications),
				choice('settings.notifications-off', 'Off', notify(false), !world.laptop.notifications),
			]
		: []),
	back,
	...around(world),
];

/** Credential Manager: what Windows keeps for Office. The service desk guides this (facts 7, step 13). */
export function credentialsPage(world: World): Live[] {
	const remove = (before: World) =>
		mended(laptop(before, { savedCredential: false }), 'saved-password-in-the-way');
	return [
		heading('settings.title', 'Credential Manager'),
		...(world.laptop.savedCredential
			? [value('settings.office', 'Microsoft Office'), button('settings.remove', 'Remove', remove)]
			: []),
		back,
		...around(world),
	];
}
