import { shown } from '../laptop/change.ts';
import type { World } from '../state.ts';
import type { NewPhone } from './names.ts';
import type { Phone, Portal } from './state.ts';

/** The portal as it is opened. */
export const newPortal: Portal = {
	page: 'start',
	kind: null,
	method: null,
	target: null,
	task: null,
	request: null,
	message: null,
};

/** A phone as it lies on the table: locked, in the network, without the app. */
const newPhone: Phone = {
	locked: true,
	app: null,
	drafts: {},
	clock: { skew: 0, autoTime: true },
	airplane: false,
	permissions: { camera: 'ask', notifications: true },
	clipboard: null,
	selection: null,
	mail: { folder: 'Focused', open: null },
	browser: { page: 'home', enrollment: null, portalTask: null, asks: false, message: null },
	store: 'search',
	settings: 'home',
	mobilepass: {
		installed: false,
		opened: false,
		page: 'welcome',
		pending: null,
		allowsPush: null,
		autosend: false,
		tokens: [],
		serial: null,
		unlocked: [],
		request: null,
		number: null,
		message: null,
	},
	portals: { laptop: newPortal, phone: newPortal },
	portalOpen: false,
	picked: null,
};

/** Procedure B: a computer that works, with mail and a browser, and a phone beside it. */
export function withPhone(world: World, { installed = false }: NewPhone): World {
	const { laptop } = world;
	const working: World = {
		...world,
		laptop: {
			...laptop,
			power: 'on',
			boot: 1,
			profile: true,
			logon: { ...laptop.logon, page: 'desktop', acknowledged: true, tunnel: true },
			vpn: { ...laptop.vpn, state: 'on', by: 'network-sign-in' },
			outlook: { ...laptop.outlook, page: 'mailbox', offlineSince: null },
			loadset: 'closed',
		},
		phone: { ...newPhone, mobilepass: { ...newPhone.mobilepass, installed } },
	};
	return shown(shown(working, 'outlook'), 'browser');
}
