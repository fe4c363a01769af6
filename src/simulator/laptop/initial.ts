import type { Laptop, OtherComputer } from './state.ts';
import { HOME_ZONE } from './state.ts';

/** A new computer on its first day: off, charged, at the router by cable. */
export const newLaptop: Laptop = {
	power: 'off',
	boot: 0,
	charger: true,
	keyboard: 'dock',
	capsLock: false,
	clock: { skew: 0, zone: HOME_ZONE, autoZone: false, jumped: false, autoTime: true },
	network: { cable: 'plugged', wifi: null, joining: null, message: null },
	logon: {
		page: 'lock',
		back: 'windows',
		message: null,
		otherTile: false,
		acknowledged: false,
		rounds: 0,
		tunnel: false,
	},
	vpn: { state: 'off', by: null, page: 'message', again: false, messages: 0, message: null },
	profile: false,
	overlay: null,
	windows: [],
	minimized: [],
	drafts: {},
	outlook: {
		page: 'email',
		asksType: false,
		phoneBox: true,
		folder: 'Focused',
		mail: null,
		offlineSince: null,
		message: null,
		looped: false,
		reopened: false,
	},
	browser: {
		page: 'home',
		wrong: false,
		enrollment: null,
		lastLink: null,
		download: 'none',
		ticked: false,
		allowed: false,
		message: null,
	},
	installer: { page: 'welcome', accepted: false, kind: null, kept: null },
	mobilepass: {
		installed: null,
		eight: false,
		launched: false,
		page: 'welcome',
		pending: null,
		tokens: [],
		serial: null,
		unlocked: [],
		message: null,
	},
	teams: { page: 'email', message: null, looped: false },
	settings: 'home',
	notifications: true,
	savedCredential: false,
	loadset: 'none',
};

/** The manager's computer, at the catalog. */
export const otherComputer: OtherComputer = {
	front: 'browser',
	catalog: { page: 'search', item: null, kindChosen: false, request: 0 },
	mail: null,
	drafts: {},
};
