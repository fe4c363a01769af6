import type { PushStep, PushSymptom } from '../../domain/push.ts';
import { on, says, without } from '../faults/fault.ts';
import type { PartFault } from '../faults/fault-type.ts';
import { faulty, mended } from '../faults/ids.ts';
import type { Exclusions } from '../parts.ts';
import { laptop, part } from '../laptop/change.ts';
import { awaited, enqueue, forget, MINUTE, SECOND } from '../queue.ts';
import { pushesOf, pushForbidden, pushRequestsOf } from '../service/push.ts';
import { tokensOf } from '../service/service.ts';
import type { World } from '../state.ts';
import { choicesOf, waitingCount } from './requests.ts';
import { appRuns, push, pushOf } from './change.ts';
import { pushFaultIds, type PushFaultId } from './names.ts';

const loggedIn = (world: World): boolean => pushOf(world).logins.length > 0;
const waitsInVain = on('browser.sign-in-waiting');
const fromElsewhere = (world: World): boolean =>
	choicesOf(world).some(({ request }) => request.origin === 'elsewhere');

/** Faults of procedure C. */
export const pushFaults: Readonly<Record<PushFaultId, PartFault<PushStep, PushSymptom>>> = {
	'push-notifications-off': {
		step: 'turn-push-on',
		symptoms: ['no-request-arrives'],
		does: 'Windows does not show the notifications of MobilePASS+.',
		shows: 'The login page waits, and nothing arrives.',
		cure: '"Notifications & actions": MobilePASS+ "On", then log in again.',
		by: 'person',
		start: (world) => laptop(world, { notifications: false }),
		seen: (world) => waitsInVain(world) && !world.laptop.notifications,
		tooLate: loggedIn,
	},
	'push-app-closed': {
		step: 'open-request',
		symptoms: ['no-request-arrives'],
		does: 'MobilePASS+ does not run.',
		shows: 'The login page waits, and no notification comes.',
		cure: 'Start MobilePASS+ from the Start menu: the request is there.',
		by: 'person',
		start: (world) =>
			laptop(world, {
				windows: world.laptop.windows.filter((open) => open !== 'mobilepass'),
				minimized: world.laptop.minimized.filter((open) => open !== 'mobilepass'),
			}),
		seen: (world) => waitsInVain(world) && !appRuns(world),
		tooLate: loggedIn,
	},
	'push-not-permitted': {
		step: 'choose-autosend',
		symptoms: ['push-not-offered'],
		does: 'Push was not permitted when the token was enrolled.',
		shows: 'The login page offers a passcode only.',
		cure: 'Enter a passcode manually.',
		by: 'person',
		start: (world) => ({
			...world,
			service: tokensOf(world.service, world.people.user).reduce(
				(before, { serial }) => pushForbidden(before, serial),
				world.service,
			),
		}),
		seen: without('browser.sign-in-method', 'login.autosend'),
		tooLate: loggedIn,
	},
	'push-not-allowed': {
		step: 'choose-autosend',
		symptoms: ['push-not-offered'],
		does: 'The organization has push turned off for Windows.',
		shows: 'The login page offers a passcode only.',
		cure: 'Enter a passcode manually.',
		by: 'person',
		policy: { targets: { 'Windows 10': { push: false } } },
		seen: without('browser.sign-in-method', 'login.autosend'),
		tooLate: loggedIn,
	},
	'push-stranger': {
		step: 'deny-and-report',
		symptoms: ['unexpected-request'],
		does: 'Somebody who knows the password logs in as the person.',
		shows: 'A login request that the person did not ask for.',
		cure: '"Deny", then "Report".',
		by: 'person',
		start: (world) => enqueue(world, 'push-stranger', 20 * SECOND, true),
		seen: fromElsewhere,
		tooLate: () => false,
	},
	'push-second-request': {
		step: 'deny-and-report',
		symptoms: ['two-requests'],
		does: 'While the person logs in, somebody else does it in the person’s name.',
		shows: 'Two login requests at once.',
		cure: 'Approve the own one. "Deny" the other one, then "Report".',
		by: 'person',
		start: (world) => push(world, { stranger: { after: 'login', seconds: 2 } }),
		seen: (world) => waitingCount(world) > 1,
		tooLate: loggedIn,
	},
	'push-clock-fast': {
		step: 'approve-request',
		symptoms: ['approved-but-refused'],
		does: 'The clock of the computer is five minutes fast: set by hand.',
		shows: 'The request was approved, and the login is refused.',
		cure: '"Set time automatically", then log in again.',
		by: 'person',
		start: (world) => part(world, 'clock', { skew: 5 * MINUTE, autoTime: false }),
		seen: (world) => on('mobilepass.request-over')(world) && world.truth?.outcome === 'clock-off',
		tooLate: loggedIn,
	},
	'hello-not-recognized': {
		step: 'confirm-it-is-you',
		symptoms: ['hello-does-not-recognize-me'],
		does: 'Windows Hello recognizes neither face nor finger.',
		shows: 'It asks again.',
		cure: '"More choices", "PIN".',
		by: 'person',
		seen: says('windows-hello.owner', 'You were not recognized. Try again, or choose another way.'),
		tooLate: loggedIn,
	},
};

export const pushExclusions: Exclusions = [
	{
		why: 'What is not offered is not waited for, approved or confirmed.',
		of: pushFaultIds.filter((id) => id !== 'push-stranger' && id !== 'push-second-request'),
	},
	{
		why: 'A request needs a token that takes one.',
		of: ['push-not-permitted', 'push-stranger', 'push-second-request'],
	},
	{
		why: 'A request needs a service that sends one.',
		of: ['push-not-allowed', 'push-stranger', 'push-second-request'],
	},
	{
		why: 'One clock cannot be off in two ways.',
		of: ['push-clock-fast', 'clock-set-by-hand', 'clock-fast-5-minutes', 'clock-fast-90-seconds'],
	},
];

/** Ends the faults of which nothing is left. */
export function faultsKept(world: World): World {
	const { notifications, clock } = world.laptop;
	const over: readonly PushFaultId[] = [
		...(notifications ? (['push-notifications-off'] as const) : []),
		...(appRuns(world) ? (['push-app-closed'] as const) : []),
		...(clock.skew === 0 ? (['push-clock-fast'] as const) : []),
		...(loggedIn(world) ? (['hello-not-recognized'] as const) : []),
	];
	return strangerKept(over.filter((id) => faulty(world, id)).reduce(mended, world));
}

const strangers = ['push-stranger', 'push-second-request'] as const;

/** Somebody who got in, or was not answered or not reported, tries again, so that it can be practiced; a report ends it. */
function strangerKept(world: World): World {
	if (!strangers.some((id) => faulty(world, id))) return world;
	if (pushesOf(world.service).alerts.length > 0)
		return strangers.reduce(mended, push(forget(world, 'push-stranger'), { stranger: null }));
	if (awaited(world, 'push-stranger')) return world;
	const theirs = pushRequestsOf(world.service, world.people.user).filter(
		({ origin }) => origin === 'elsewhere',
	);
	const tried = theirs.length > 0 && theirs.every(({ state }) => state !== 'waiting');
	return tried ? enqueue(world, 'push-stranger', AGAIN, true) : world;
}
const AGAIN = 30 * SECOND;
