import { part } from '../laptop/change.ts';
import { messages } from '../laptop/messages.ts';
import { clockSetRight } from '../laptop/settings.ts';
import { HOUR, MINUTE, SECOND } from '../queue.ts';
import { acts, tokensOf, userOf } from '../service/service.ts';
import type { World } from '../state.ts';
import { gray, on, says, unanswered, without, type Fault } from './fault.ts';
import { appPages, refusedForClock, zoneReadsWrong } from './signs.ts';
import { lockedByTries } from './starts.ts';

const enrollmentPages = ['browser.self-enrollment', 'browser.download', 'browser.enroll-link'] as const;

/** Faults of steps 19 to 23: activation, PIN, passcode, Teams, clock. */
export const enrollFaults = {
	'no-open-question': {
		step: 'enroll-and-create-pin',
		symptoms: ['no-open-question'],
		does: 'Windows does not know the app’s links until the app was started once.',
		shows: 'The link does nothing.',
		cure: 'Start MobilePASS+ from the Start menu, then the link again; or use the string.',
		by: 'person',
		start: (world) => part(world, 'mobilepass', { launched: false }),
		seen: (world) =>
			enrollmentPages.some((screen) => unanswered(screen, 'browser.enroll')(world)) &&
			world.laptop.browser.message === null,
	},
	'wrong-browser': {
		step: 'enroll-and-create-pin',
		symptoms: ['wrong-browser'],
		does: 'Links open in a browser that knows no apps.',
		shows: 'The link says that it finds no app.',
		cure: 'Open the page’s address in Edge.',
		by: 'person',
		seen: (world) =>
			world.laptop.browser.wrong && says(enrollmentPages, messages['link-does-nothing'])(world),
	},
	'old-app-opens': {
		step: 'enroll-and-create-pin',
		symptoms: ['old-app-opened'],
		does: 'MobilePASS 8 is installed too, and takes the link.',
		shows: 'The old app opens.',
		cure: 'Close it; use the activation string in MobilePASS+.',
		by: 'person',
		start: (world) => part(world, 'mobilepass', { eight: true }),
		seen: on('mobilepass-8.open'),
	},
	'activation-code-used': {
		step: 'enroll-and-create-pin',
		symptoms: ['code-used'],
		does: 'The same enrollment was finished on another device a moment before.',
		shows: 'This enrollment has already been completed.',
		cure: 'The service desk revokes that token and sends a new e-mail.',
		by: 'desk',
		desk: revoked,
		seen: says(appPages, messages['enrollment-done']),
	},
	'enrollment-locked': {
		step: 'enroll-and-create-pin',
		symptoms: ['enrollment-locked'],
		does: 'Three tries with a cut string have locked the enrollment.',
		shows: 'The link is refused.',
		cure: 'The manager requests a new token.',
		by: 'manager',
		start: lockedByTries,
		seen: says(['browser.refused', ...appPages], messages['enrollment-locked']),
	},
	'trivial-pin-refused': {
		step: 'enroll-and-create-pin',
		symptoms: ['pin-not-accepted'],
		does: 'PINs such as 1234 are refused.',
		shows: 'The PIN was not accepted.',
		cure: 'Choose another.',
		by: 'person',
		policy: { pin: { refuseTrivial: true } },
		seen: says('mobilepass.create-pin', messages['pin-not-accepted']),
	},
	'clock-set-by-hand': {
		step: 'use-passcode-on-vpn',
		symptoms: ['passcode-refused', 'changed-time-by-hand', 'outlook-error-code'],
		does: 'The zone is two hours off, and somebody set the clock by hand until it looked right: it is two hours slow.',
		shows: 'Every passcode is refused; Outlook shows an error.',
		cure: 'Choose the right zone, then "Set time automatically" and "Sync now".',
		by: 'person',
		start: (world) => part(world, 'clock', { skew: -2 * HOUR, autoTime: false, zone: 'America/Halifax' }),
		seen: (world) =>
			world.laptop.clock.skew < -HOUR && (on('outlook.error')(world) || refusedForClock(world)),
	},
	'clock-fast-5-minutes': {
		step: 'use-passcode-on-vpn',
		symptoms: ['passcode-refused'],
		does: 'The clock is five minutes fast.',
		shows: 'Every passcode is refused.',
		cure: '"Sync now".',
		by: 'person',
		start: (world) => part(world, 'clock', { skew: 5 * MINUTE, autoTime: false }),
		seen: refusedForClock,
	},
	'clock-fast-90-seconds': {
		step: 'use-passcode-on-vpn',
		symptoms: ['second-code-asked'],
		does: 'The clock is 90 seconds fast.',
		shows: 'A second passcode is asked for.',
		cure: 'Wait for the next passcode and type it.',
		by: 'person',
		start: (world) => part(world, 'clock', { skew: 90 * SECOND, autoTime: false }),
		seen: says(['globalprotect.sign-in', 'browser.vpn-sign-in', 'teams.passcode'], messages['next-code']),
	},
	'two-failures-already': {
		step: 'use-passcode-on-vpn',
		symptoms: ['vpn-account-locked'],
		does: 'An old session has failed twice; the next failure locks.',
		shows: 'Locked after one wrong passcode.',
		cure: 'A fresh passcode, once; else wait 15 minutes.',
		by: 'person',
		seen: (world) =>
			userOf(world.service, world.people.user)?.lock?.until !== undefined &&
			says(['globalprotect.sign-in', 'browser.vpn-sign-in'], messages['sign-in-failed'])(world),
	},
	'teams-loops': {
		step: 'sign-in-to-teams',
		symptoms: ['teams-loops'],
		does: 'Teams goes round with what it remembers.',
		shows: 'The sign-in begins again.',
		cure: 'Close Teams and start it again.',
		by: 'person',
		seen: says('teams.email', messages['sign-in-again']),
	},
	'teams-blank': {
		step: 'sign-in-to-teams',
		symptoms: ['teams-blank'],
		does: 'The first start takes a minute.',
		shows: 'A blank window.',
		cure: 'Wait.',
		by: 'time',
		seen: on('teams.blank'),
	},
	'personal-account-asked': {
		step: 'sign-in-to-teams',
		symptoms: ['personal-account-asked'],
		does: 'Teams offers a personal account.',
		shows: 'The wrong account.',
		cure: '"Use another account".',
		by: 'person',
		seen: on('teams.account'),
	},
	'teams-missing': {
		step: 'sign-in-to-teams',
		symptoms: ['teams-missing'],
		does: 'Teams is not there until the next start.',
		shows: 'It is not in the Start menu.',
		cure: 'Restart the computer.',
		by: 'person',
		seen: without('start-menu.open', 'start-menu.teams'),
	},
	'wrong-zone': {
		step: 'check-time-zone',
		symptoms: ['clock-hours-off'],
		does: 'The time zone is two hours off; the clock itself is right.',
		shows: 'The time on the task bar is wrong. Passcodes work.',
		cure: 'Choose the right zone.',
		by: 'person',
		start: (world) => part(world, 'clock', { zone: 'America/Los_Angeles' }),
		seen: zoneReadsWrong,
	},
	'zone-jumps-back': {
		step: 'check-time-zone',
		symptoms: ['zone-jumps-back'],
		does: 'The zone is found automatically at each start, and wrongly.',
		shows: 'It was set right, and is wrong again after a start.',
		cure: 'Switch "Set time zone automatically" off, then choose the zone.',
		by: 'person',
		start: (world) => part(world, 'clock', { zone: 'America/Los_Angeles', autoZone: true, jumped: false }),
		seen: (world) => world.laptop.clock.jumped && zoneReadsWrong(world),
	},
	'settings-grayed': {
		step: 'check-time-zone',
		symptoms: ['settings-grayed'],
		does: 'The zone is wrong, and the settings are managed.',
		shows: 'The settings are gray.',
		cure: 'Only the service desk can change them: it sets zone and clock right.',
		by: 'desk',
		start: (world) => part(world, 'clock', { zone: 'America/Denver' }),
		desk: clockSetRight,
		seen: gray('settings.time', 'settings.auto-zone'),
	},
} satisfies Record<string, Fault>;

/** Revokes what was enrolled elsewhere and provisions anew: the user gets a new e-mail. */
function revoked(world: World): World | null {
	const { user, operator } = world.people;
	let { service } = world;
	for (const { serial, state } of tokensOf(service, user))
		if (state === 'Active' || state === 'Locked')
			service = acts.revoke(service, { operator, serial, to: 'Inventory' }, world.now).service;
	const provisioned = acts.provision(service, { operator, users: [user] }, world.now);
	return provisioned.reply.ok ? { ...world, service: provisioned.service } : null;
}
