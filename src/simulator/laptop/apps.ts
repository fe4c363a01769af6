import { cleared } from '../drafts.ts';
import { button, heading, value, type Live } from '../screen.ts';
import type { World } from '../state.ts';
import { closed, laptop, part } from './change.ts';
import { around, back, goTo } from './settings.ts';

/** "Apps" of Windows Settings. The app itself cannot be taken away from within. */
export const appsPage = (world: World): Live[] => [
	heading('settings.title', 'Apps'),
	...(world.laptop.mobilepass.installed
		? [
				value('settings.mobilepass', 'MobilePASS+'),
				button('settings.uninstall', 'Uninstall', goTo('uninstall')),
			]
		: []),
	back,
	...around(world),
];

/** Removing the app removes its tokens, and each must be enrolled again: a warning comes first (assumed). */
export const uninstallPage = (world: World): Live[] => [
	heading('settings.title', 'Uninstall MobilePASS+?'),
	value('settings.warning', removalWarning(world.laptop.mobilepass.tokens.length)),
	button('settings.confirm-uninstall', 'Uninstall', uninstalled),
	button('settings.back', 'Cancel', goTo('apps')),
	...around(world),
];

/** What becomes of the tokens when the app is removed. */
export function removalWarning(tokens: number): string {
	if (tokens === 0) return 'The app has no authenticators.';
	return tokens === 1
		? 'This removes 1 authenticator. It must be enrolled again.'
		: `This removes ${tokens} authenticators. Each must be enrolled again.`;
}

const uninstalled = (world: World): World => goTo('apps')(appRemoved(world));

/** Without the app, its tokens and what it kept; the service does not hear of it. */
export function appRemoved(world: World): World {
	const gone = part(cleared(world, 'laptop', 'mobilepass.'), 'mobilepass', {
		installed: null,
		launched: false,
		tokens: [],
		pending: null,
		serial: null,
		unlocked: [],
		page: 'welcome',
		message: null,
	});
	return closed(laptop(gone, { notifications: true }), 'mobilepass');
}
