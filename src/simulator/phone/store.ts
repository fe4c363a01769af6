import { enqueue, SECOND } from '../queue.ts';
import { button, choice, heading, value, type Live } from '../screen.ts';
import type { World } from '../state.ts';
import { pass, phone, phoneOf, phoneOnline } from './change.ts';
import { told } from './messages.ts';
import { started } from './mobilepass.ts';

const TAKES = 20 * SECOND;

export const searchPage = (): Live[] => [
	heading('store.title', 'Google Play'),
	choice('store.mobilepass', 'MobilePASS+', (before) => phone(before, { store: 'app' })),
];

/** Where the app is installed from (procedure B). Without a connection nothing can be installed. */
export const appPage = (world: World): Live[] => [
	heading('store.title', 'MobilePASS+'),
	button(
		'store.install',
		'Install',
		(before) => enqueue(phone(before, { store: 'installing' }), 'phone-app-installed', TAKES, true),
		phoneOnline(world),
	),
	...(phoneOnline(world) ? [] : told('store.message', 'server-not-reached')),
	back,
];

export const installingPage = (): Live[] => [
	heading('store.title', 'MobilePASS+'),
	value('store.installing', 'Installing'),
];

export const installedPage = (): Live[] => [
	heading('store.title', 'MobilePASS+'),
	value('store.installed', 'Installed'),
	button('store.open', 'Open', started),
	back,
];

const back = button('store.back', 'Back', (before) => phone(before, { store: 'search' }));

export const appInstalled = (world: World): World =>
	phoneOf(world).store === 'installing' ? phone(pass(world, { installed: true }), { store: 'app' }) : world;
