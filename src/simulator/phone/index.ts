/** The phone and the user portal: loading this makes them a part of the Worlds that ask for them. */
import { HOME_ZONE } from '../laptop/state.ts';
import { installPart, type PartShows } from '../parts.ts';
import type { Live } from '../screen.ts';
import type { DeviceId, World } from '../state.ts';
import { phone, phoneNow, phoneToken } from './change.ts';
import { newEnrollment } from './desk.ts';
import { phoneExclusions, phoneFaults } from './faults.ts';
import { withPhone } from './initial.ts';
import { laptopFront, portalLink } from './laptop-pages.ts';
import { portalLeft } from './portal-base.ts';
import { PORTAL, portalsKept } from './portal-sign-in.ts';
import { notifications, reachedByPhone } from './push.ts';
import { phoneScreen, phoneScreens } from './screens.ts';
import { homeKey } from './shell.ts';
import { appInstalled } from './store.ts';
import { strangerAsks, strangerKept } from './stranger.ts';
import { phoneStep } from './token.ts';

export { qrInSight } from './scan.ts';
export { reachedByPhone, requestsOnPhone } from './push.ts';
type At = { readonly device: DeviceId; readonly name: string };

function shows(world: World, { device, name }: At): PartShows {
	if (device !== 'phone') return {};
	const clock = { utc: phoneNow(world), zone: HOME_ZONE };
	const token = name === 'phone-mobilepass.passcode' ? phoneToken(world) : undefined;
	if (!token) return { clock, passcode: null, passcodeTime: null };
	const { serial, activation, mode, intervalSeconds } = token.credential;
	const step = phoneStep(world, token);
	const length = intervalSeconds * 1000;
	return {
		clock,
		passcode: { kind: 'passcode', serial, activation, step },
		passcodeTime: mode === 'time' ? { from: step * length, until: (step + 1) * length } : null,
	};
}

/** Notifications over what is in front, and the key below; the laptop's browser knows the portal. */
function layer(world: World, { device, name }: At, live: readonly Live[]): readonly Live[] {
	if (name === 'browser.home') return [...live, portalLink];
	if (device !== 'phone') return live;
	const key = name === 'phone.lock' || name === 'phone.home' ? [] : [homeKey()];
	return [...notifications(world), ...live, ...key];
}

installPart({
	id: 'phone',
	policy: () => ({ passcodeOnly: ['teams', PORTAL] }),
	begin: (world, options) => withPhone(world, options === true ? {} : options),
	devices: { phone: phoneScreen },
	screens: phoneScreens,
	front: laptopFront,
	layer,
	shows,
	due: { 'phone-app-installed': appInstalled, 'phone-stranger': strangerAsks },
	kept: (world) => strangerKept(portalsKept(pickedKept(world))),
	reached: reachedByPhone,
	sessionOver: (world) => portalLeft(phone(world, { portalOpen: false, picked: null }), 'laptop'),
	faults: phoneFaults,
	exclusions: phoneExclusions,
	desk: { 'new-enrollment': newEnrollment },
});

/** What was chosen on the Self-Enrollment page is forgotten with the page. */
const pickedKept = (world: World): World =>
	world.phone && world.phone.picked !== null && !world.laptop.browser.enrollment
		? phone(world, { picked: null })
		: world;
