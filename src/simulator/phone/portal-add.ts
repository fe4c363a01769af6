import type { Target } from '../policy.ts';
import { choice, heading, link, value } from '../screen.ts';
import { offeredTargets, textOf } from '../service/service.ts';
import { addAuthenticator } from '../service/user-portal.ts';
import type { World } from '../state.ts';
import { heard } from '../wires.ts';
import { ENROLL_LINK, enrollLink } from './browser.ts';
import { browser, phoneOf, portal } from './change.ts';
import { selectableString } from './clipboard.ts';
import { qrCode } from './qr.ts';
import { goTo, saidOn, sends, type PageOf } from './portal-base.ts';
import type { PortalDevice } from './state.ts';

/** How the portal lists what the policy allows. Those beside Android are only named: no exercise goes there. */
const platforms: readonly (readonly [Target, string])[] = [
	['Android', 'Android Phone or Tablet'],
	['iOS', 'iPhone or iPad'],
	['Windows 10', 'Windows Desktop'],
	['macOS', 'Mac Desktop'],
];

const platformPage: PageOf = (world, device) => [
	heading('portal.title', 'Authenticator App'),
	...platforms
		.filter(([target]) => offeredTargets(world.service).includes(target))
		.map(([target, text]) =>
			target === 'Android'
				? choice(
						'portal.android',
						text,
						sends(device, (before) => added(before, device, target)),
					)
				: value(`portal.${target.toLowerCase().replaceAll(' ', '-')}`, text),
		),
	...saidOn(world, device),
];

function added(world: World, device: PortalDevice, target: Target): World {
	const { user } = world.people;
	const outcome = addAuthenticator(world.service, { user, target }, world.now);
	const next = heard(world, 'portal', null, outcome);
	if (!outcome.reply.ok) return goTo(next, device, 'add', 'try-later');
	const { task } = outcome.reply.value;
	return portal(goTo(next, device, 'set-up'), device, { target, task });
}

/** The enrollment that the page holds, as what is typed for it. */
const taskString = (world: World, device: PortalDevice) => {
	const { task } = phoneOf(world).portals[device];
	return task === null ? null : ({ kind: 'activation-string', task, user: world.people.user } as const);
};

/** On the phone itself no camera can see the code: its link and its string are there too. */
const setUpPage: PageOf = (world, device) => {
	const entry = taskString(world, device);
	if (!entry) return [];
	return [
		heading('portal.title', 'Set Up MobilePASS+ on Android'),
		value(
			'portal.text',
			'Install MobilePASS+ from Google Play. Open it, select Activate, and scan this code.',
		),
		...qrCode(world, 'portal', entry),
		...(device === 'phone'
			? [link('portal.enroll', ENROLL_LINK, fromPortal), ...selectableString(world, 'portal', entry)]
			: [value('portal.string', textOf(world.service, entry.user, entry) ?? '')]),
		...saidOn(world, device),
	];
};

/** The link of the page on the phone opens the app as that of the e-mail does. */
function fromPortal(world: World): World {
	const { task } = phoneOf(world).portals.phone;
	if (task === null) return world;
	return enrollLink(browser(world, { portalTask: task }));
}

export const addedPages = { platform: platformPage, 'set-up': setUpPage } as const;
