import { laptop, part } from '../laptop/change.ts';
import { withWrongPortal } from '../laptop/network-sign-in.ts';
import { messages } from '../laptop/messages.ts';
import { MINUTE } from '../queue.ts';
import { acts, mailDelayed, mailDropped, tokensOf } from '../service/service.ts';
import type { World } from '../state.ts';
import { on, policyChanged, says, unanswered, without, type Fault } from './fault.ts';
import { mailedPassword, waitedFor } from './signs.ts';
import { activated, forColleague, oldPassword, withService } from './starts.ts';

const networkLists = ['logon.network', 'desktop.network'] as const;

/** Faults of steps 1 to 4: request, start, router, portal. */
export const prepareFaults = {
	'password-email-late': {
		step: 'request-static-password',
		symptoms: ['no-password-email'],
		does: 'E-mails take 11 to 13 minutes.',
		shows: 'No e-mail with the password after ten minutes.',
		cure: 'Wait; it comes within 15 minutes.',
		by: 'time',
		policy: { mail: { delaySeconds: { min: 660, max: 780 } } },
		start: (world) =>
			withService(world, mailDelayed(world.service, 'static-password', world.now + 12 * MINUTE)),
		seen: waitedFor(10 * MINUTE),
	},
	'password-email-lost': {
		step: 'request-static-password',
		symptoms: ['no-password-email'],
		does: 'E-mails with static passwords never arrive.',
		shows: 'No e-mail after 15 minutes.',
		cure: 'The service desk mends the delivery; then the request is sent again.',
		by: 'desk',
		policy: { mail: { lost: ['static-password'] } },
		desk: (world) => policyChanged(world, { mail: { lost: [] } }),
		start: (world) => withService(world, mailDropped(world.service, 'static-password')),
		seen: waitedFor(15 * MINUTE),
	},
	'old-token-active': {
		step: 'request-static-password',
		symptoms: ['form-refuses-user', 'static-password-refused'],
		does: 'The token of the old computer is still active.',
		shows: 'The form cannot be submitted for this user.',
		cure: 'The service desk suspends the old token; then the request is sent again.',
		by: 'desk',
		desk: suspended,
		start: activated,
		seen: on('catalog.refused', undefined, 'other'),
	},
	'old-static-password': {
		step: 'request-static-password',
		symptoms: ['old-password-found', 'static-password-refused'],
		does: 'An e-mail of last month holds a static password that has expired.',
		shows: 'A password is at hand, and is refused.',
		cure: 'The manager requests a new one; the newest e-mail counts.',
		by: 'manager',
		start: oldPassword,
		seen: (world) => mailedPassword(world)?.state === 'expired',
	},
	'wrong-user-id-sent': {
		step: 'request-static-password',
		symptoms: ['wrong-user-id-sent', 'no-password-email'],
		does: 'The form was submitted with the user id of a colleague.',
		shows: 'The request is confirmed, but the password that comes is for somebody else.',
		cure: 'Submit the form again with the right user id.',
		by: 'manager',
		start: forColleague,
		seen: (world) =>
			on('mail.static-password', 'mail.user', 'other')(world) && mailedPassword(world) === undefined,
	},
	'no-power': {
		step: 'boot-and-acknowledge',
		symptoms: ['screen-stays-black'],
		does: 'The battery is empty and the dock gives no power.',
		shows: 'Nothing happens when the power key is pressed.',
		cure: 'Connect the charger, then press the power key again.',
		by: 'person',
		start: (world) => laptop(world, { charger: false }),
		seen: unanswered('power.off', 'power.on'),
	},
	'other-name-shown': {
		step: 'boot-and-acknowledge',
		symptoms: ['other-name-shown'],
		does: 'The logon shows the tile of the person who had the computer before.',
		shows: 'Somebody else’s name.',
		cure: 'Choose "Other user".',
		by: 'person',
		start: (world) => part(world, 'logon', { otherTile: true }),
		seen: on('logon.windows', 'logon.other-user'),
	},
	'keyboard-not-ready': {
		step: 'boot-and-acknowledge',
		symptoms: ['keys-do-nothing'],
		does: 'The keyboard of the dock is not ready.',
		shows: 'Ctrl+Alt+Del does nothing.',
		cure: 'Use the keyboard of the laptop.',
		by: 'person',
		seen: unanswered('logon.lock', 'logon.ctrl-alt-del'),
	},
	'notice-absent': {
		step: 'boot-and-acknowledge',
		symptoms: ['no-notice'],
		does: 'The notice does not come.',
		shows: 'The logon prompt comes at once.',
		cure: 'None is needed: go on.',
		by: 'person',
		seen: (world) => on('logon.windows')(world) && !world.laptop.logon.acknowledged,
	},
	'cable-loose': {
		step: 'connect-to-router',
		symptoms: ['no-internet-icon'],
		does: 'The cable to the router is loose.',
		shows: 'Not connected.',
		cure: 'Push the cable in, or join the Wi-Fi of the home router.',
		by: 'person',
		start: (world) => part(world, 'network', { cable: 'loose' }),
		seen: (world) => world.laptop.network.cable === 'loose' && says(networkLists, 'Not connected')(world),
	},
	'guest-wifi': {
		step: 'connect-to-router',
		symptoms: ['guest-wifi'],
		does: 'The computer has no cable and has joined a guest Wi-Fi, whose sign-in page cannot show here.',
		shows: 'Connected, but nothing opens.',
		cure: 'Join the home router.',
		by: 'person',
		start: (world) => part(world, 'network', { cable: 'none', wifi: 'guest' }),
		seen: says(networkLists, 'Connected, no internet'),
	},
	'weak-wifi': {
		step: 'connect-to-router',
		symptoms: ['connection-drops'],
		does: 'The cable is loose, and the Wi-Fi drops after five minutes.',
		shows: 'The connection worked and is gone.',
		cure: 'Push the cable in.',
		by: 'person',
		start: (world) => part(world, 'network', { cable: 'loose', wifi: null }),
		seen: says(networkLists, messages['connection-lost']),
	},
	'no-sign-in-icon': {
		step: 'open-network-sign-in',
		symptoms: ['no-sign-in-icon'],
		does: 'The network sign-in was registered after the start.',
		shows: 'The icon with two screens is missing.',
		cure: 'Restart the computer once.',
		by: 'person',
		seen: without('logon.windows', 'logon.network-sign-in'),
	},
	'wrong-portal-left': {
		step: 'open-network-sign-in',
		symptoms: ['portal-not-found'],
		does: 'A wrong address was left in the portal box.',
		shows: 'The portal is not found.',
		cure: 'Type the exact address and submit again.',
		by: 'person',
		start: withWrongPortal,
		seen: (world) =>
			says('logon.network-sign-in', messages['portal-not-found'])(world) &&
			world.laptop.drafts['network-sign-in.portal']?.kind === 'near-fact',
	},
	'connecting-forever': {
		step: 'open-network-sign-in',
		symptoms: ['connecting-forever'],
		does: 'The portal answers only after ten minutes.',
		shows: '"Connecting" without an end.',
		cure: 'Restart and try again, or wait.',
		by: 'person',
		seen: on('logon.connecting'),
	},
} satisfies Record<string, Fault>;

/** The service desk suspends whatever is still active. */
function suspended(world: World): World {
	const { user, operator } = world.people;
	const active = tokensOf(world.service, user).filter(
		({ state }) => state === 'Active' || state === 'Locked',
	);
	const service = active.reduce(
		(before, { serial }) => acts.suspend(before, { operator, serial }, world.now).service,
		world.service,
	);
	return { ...world, service };
}
