import { cleared, draftOf } from '../drafts.ts';
import { mended } from '../faults/ids.ts';
import { button, choice, field, heading, value, type Live } from '../screen.ts';
import type { World } from '../state.ts';
import { phone, phoneNow, phoneOf } from './change.ts';
import type { Phone } from './state.ts';

const goTo = (settings: Phone['settings']) => (world: World) => phone(world, { settings });
const back = button('settings.back', 'Back', goTo('home'));

export const settingsHome = (world: World): Live[] => [
	heading('settings.title', 'Settings'),
	choice(
		'settings.airplane',
		'Airplane mode',
		(before) => mended(phone(before, { airplane: !phoneOf(before).airplane }), 'phone-offline'),
		phoneOf(world).airplane,
	),
	choice('settings.time', 'Date & time', goTo('time')),
	...(phoneOf(world).mobilepass.installed
		? [choice('settings.mobilepass', 'MobilePASS+', goTo('mobilepass'))]
		: []),
];

/** Settings > MobilePASS+ (facts 4): what the app may do. */
export function appPermissions(world: World): Live[] {
	const { permissions } = phoneOf(world);
	const permit = (before: World, change: Partial<Phone['permissions']>) =>
		phone(before, { permissions: { ...phoneOf(before).permissions, ...change } });
	return [
		heading('settings.title', 'MobilePASS+'),
		choice(
			'settings.camera',
			'Camera',
			(before) => {
				const allowed = phoneOf(before).permissions.camera === 'allowed';
				return mended(permit(before, { camera: allowed ? 'refused' : 'allowed' }), 'camera-refused');
			},
			permissions.camera === 'allowed',
		),
		choice(
			'settings.notifications',
			'Notifications',
			(before) =>
				mended(
					permit(before, { notifications: !phoneOf(before).permissions.notifications }),
					'phone-notifications-off',
				),
			permissions.notifications,
		),
		back,
	];
}

/** Set by hand, the clock makes passcodes that nobody accepts; the network's time puts it right. */
export function timePage(world: World): Live[] {
	const { clock } = phoneOf(world);
	const automatic = (before: World) => {
		const on = !phoneOf(before).clock.autoTime;
		const skew = on ? 0 : phoneOf(before).clock.skew;
		return mended(phone(before, { clock: { skew, autoTime: on } }), 'phone-clock-by-hand');
	};
	const set = (before: World) => {
		const typed = draftOf(before, 'phone', 'settings.clock');
		const emptied = cleared(before, 'phone', 'settings.');
		if (typed?.kind !== 'clock') return emptied;
		// no device shows a time before 1970
		return phone(emptied, { clock: { skew: Math.max(typed.skew, -before.now), autoTime: false } });
	};
	return [
		heading('settings.title', 'Date & time'),
		value('settings.now', new Date(phoneNow(world)).toISOString()),
		choice('settings.auto-time', 'Set time automatically', automatic, clock.autoTime),
		...(clock.autoTime
			? []
			: [
					...field(world, 'phone', 'settings.clock', 'Date and time', 'clock'),
					button('settings.change', 'Change', set, draftOf(world, 'phone', 'settings.clock') !== null),
				]),
		back,
	];
}
