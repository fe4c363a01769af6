import { facts } from '../entries.ts';
import { laptop, part } from '../laptop/change.ts';
import { withWrongPortal } from '../laptop/network-sign-in.ts';
import { MINUTE } from '../queue.ts';
import { acts, tokensOf, userOf } from '../service/service.ts';
import type { World } from '../state.ts';
import { on, policyChanged, without, type Fault } from './fault.ts';

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
		seen: (world) =>
			world.service.due.some(
				(due) =>
					due.kind === 'mail' &&
					due.mail.content.kind === 'static-password' &&
					due.at - world.now > 5 * MINUTE,
			),
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
		seen: (world) => world.service.policy.mail.lost.length > 0,
	},
	'old-token-active': {
		step: 'request-static-password',
		symptoms: ['form-refuses-user', 'static-password-refused'],
		does: 'The token of the old computer is still active.',
		shows: 'The form cannot be submitted for this user.',
		cure: 'The service desk suspends the old token; then the request is sent again.',
		by: 'desk',
		desk: suspended,
		seen: on('catalog.refused', undefined, 'other'),
	},
	'old-static-password': {
		step: 'request-static-password',
		symptoms: ['old-password-found', 'static-password-refused'],
		does: 'An e-mail of last month holds a static password that has expired.',
		shows: 'A password is at hand, and is refused.',
		cure: 'The manager requests a new one; the newest e-mail counts.',
		by: 'manager',
		seen: (world) =>
			userOf(world.service, world.people.user)?.passwords.some(({ state }) => state === 'expired') === true,
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
			world.other.catalog.request > 0 && userOf(world.service, world.people.user)?.passwords.length === 0,
	},
	'no-power': {
		step: 'boot-and-acknowledge',
		symptoms: ['screen-stays-black'],
		does: 'The battery is empty and the dock gives no power.',
		shows: 'Nothing happens when the power key is pressed.',
		cure: 'Connect the charger, then press the power key again.',
		by: 'person',
		start: (world) => laptop(world, { charger: false }),
		seen: on('power.off', 'power.charger'),
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
		seen: (world) => on('logon.lock')(world) && world.faults['keyboard-not-ready'] === true,
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
		seen: on('logon.network', 'network.cable'),
	},
	'guest-wifi': {
		step: 'connect-to-router',
		symptoms: ['guest-wifi'],
		does: 'The computer has no cable and has joined a guest Wi-Fi, whose sign-in page cannot show here.',
		shows: 'Connected, but nothing opens.',
		cure: 'Join the home router.',
		by: 'person',
		start: (world) => part(world, 'network', { cable: 'none', wifi: 'guest' }),
		seen: (world) => world.laptop.network.wifi === 'guest',
	},
	'weak-wifi': {
		step: 'connect-to-router',
		symptoms: ['connection-drops'],
		does: 'There is no cable, and the Wi-Fi drops after five minutes.',
		shows: 'The connection worked and is gone.',
		cure: 'Use the cable.',
		by: 'person',
		start: (world) => part(world, 'network', { cable: 'loose', wifi: null }),
		seen: (world) =>
			world.laptop.boot > 0 &&
			world.laptop.network.wifi === null &&
			on('logon.network', 'network.cable')(world),
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
			on('logon.network-sign-in')(world) &&
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
export function suspended(world: World): World {
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

function forColleague(world: World): World {
	const input = { requester: world.people.manager, user: facts['colleague-user-id'] };
	const { service } = acts.requestStaticPassword(world.service, input, world.now);
	const catalog = { page: 'submitted', item: 'static-password', request: 1 } as const;
	return { ...world, service, other: { ...world.other, catalog } };
}
