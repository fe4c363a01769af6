import { button, choice, heading, keys, type Live } from '../screen.ts';
import type { World } from '../state.ts';
import { opened, phone, phoneOf, putAway } from './change.ts';
import { started } from './mobilepass.ts';

/** The lock screen. A finger on the sensor opens it; a PIN of the phone itself is never asked for. */
export const lockScreen = (): Live[] => [
	heading('phone.title', 'Lock screen'),
	keys('phone.unlock', 'Swipe up', (before) => phone(before, { locked: false })),
];

export function homeScreen(world: World): Live[] {
	const app = (id: 'mail' | 'browser' | 'store' | 'settings', text: string) =>
		choice(`home.${id}`, text, (before) => opened(before, id));
	return [
		heading('phone.title', 'Home screen'),
		app('mail', 'Mail'),
		app('browser', 'Browser'),
		app('store', 'Google Play'),
		app('settings', 'Settings'),
		...(phoneOf(world).mobilepass.installed ? [choice('home.mobilepass', 'MobilePASS+', started)] : []),
		keys('phone.lock', 'Power key', (before) => phone(before, { locked: true })),
	];
}

/** The key below every app. */
export const homeKey = (): Live => button('phone.home', 'Home', (before) => opened(putAway(before), null));
