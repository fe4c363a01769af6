import { shown } from '../laptop/change.ts';
import { installPart } from '../parts.ts';
import type { World } from '../state.ts';
import { addedPage, secretPage, signedInPage, signInPage, startPage } from './screens.ts';

/** The laptop is on, its person signed in, and the portal's page in front. */
function atPortal(world: World): World {
	const { logon } = world.laptop;
	const on: World = {
		...world,
		laptop: {
			...world.laptop,
			power: 'on',
			boot: 1,
			profile: true,
			logon: { ...logon, page: 'desktop', acknowledged: true },
		},
		ownApp: { page: 'start', serial: null, refused: false, used: false },
	};
	return shown(on, 'browser');
}

installPart({
	id: 'own-app',
	begin: atPortal,
	front: ({ ownApp }, name) => (ownApp && name.startsWith('browser.') ? `own-app.${ownApp.page}` : null),
	screens: {
		'own-app.start': startPage,
		'own-app.secret': secretPage,
		'own-app.added': addedPage,
		'own-app.sign-in': signInPage,
		'own-app.signed-in': signedInPage,
	},
});
