import { facts } from '../entries.ts';
import { addressBar } from '../laptop/enrollment-page.ts';
import { frame, taskBar } from '../laptop/desktop.ts';
import { pageClosed } from '../laptop/session.ts';
import { button, choice, heading, link, value, type Live } from '../screen.ts';
import { textOf } from '../service/service.ts';
import type { World } from '../state.ts';
import { ENROLLMENT_TITLE } from './browser.ts';
import { browser, phone, phoneOf } from './change.ts';
import { portalPage } from './portal.ts';
import { portalLeft } from './portal-base.ts';
import { qrCode } from './qr.ts';

const around = (world: World): Live[] => [
	...addressBar(world),
	...frame('browser', (before) =>
		portalLeft(phone(pageClosed(before), { portalOpen: false, picked: null }), 'laptop'),
	),
	...taskBar(world),
];

/** The way to the portal, on the first page of the laptop's browser. */
export const portalLink = link('browser.portal', 'User Portal', (before) =>
	phone(before, { portalOpen: true }),
);

export const laptopPortal = (world: World): Live[] => [...portalPage(world, 'laptop'), ...around(world)];

/** "Choose Android in the list of devices" (procedure B, "QR code"). Windows is procedure A's page. */
export function devicesPage(world: World): Live[] {
	const { enrollment } = world.laptop.browser;
	if (!enrollment) return [];
	return [
		heading('browser.title', ENROLLMENT_TITLE),
		value('browser.page-address', facts['enrollment-address']),
		...enrollment.offered.map((target) => {
			const id = `browser.${target.toLowerCase().replaceAll(' ', '-')}`;
			if (target !== 'Android' && target !== 'Windows 10') return value(id, target);
			return choice(id, target, (before) => phone(before, { picked: target }));
		}),
		...around(world),
	];
}

export function androidPage(world: World): Live[] {
	const { enrollment } = world.laptop.browser;
	if (!enrollment) return [];
	const { task, user } = enrollment;
	const entry = { kind: 'activation-string', task, user } as const;
	return [
		heading('browser.title', ENROLLMENT_TITLE),
		value('browser.page-address', facts['enrollment-address']),
		heading('browser.device', 'Android'),
		...qrCode(world, 'browser', entry),
		value('browser.string', textOf(world.service, user, entry) ?? ''),
		choice('browser.other-device', 'Another device', (before) => phone(before, { picked: null })),
		...around(world),
	];
}

/** The portal in the phone's browser. */
export const phonePortal = (world: World): Live[] => [
	...portalPage(world, 'phone'),
	button('browser.close', 'Close the tab', (before) =>
		portalLeft(
			browser(phone(before, { selection: null }), { page: 'home', portalTask: null, message: null }),
			'phone',
		),
	),
];

/** Which of these pages takes the place of one of the laptop's own. */
export function laptopFront(world: World, name: string) {
	const { portalOpen, portals, picked } = phoneOf(world);
	if (name === 'browser.home' && portalOpen) return `portal.${portals.laptop.page}` as const;
	const enrollment =
		name === 'browser.self-enrollment' || name === 'browser.download' || name === 'browser.enroll-link';
	if (!enrollment || picked === 'Windows 10') return null;
	return picked === 'Android' ? ('self-enrollment.android' as const) : ('self-enrollment.devices' as const);
}
