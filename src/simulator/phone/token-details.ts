import { cleared, draftOf } from '../drafts.ts';
import { isMissed } from '../entries.ts';
import type { MessageId } from '../laptop/state.ts';
import { pinRule, pinText, pinToMatch } from '../laptop/token.ts';
import { button, choice, field, heading, value, type Live } from '../screen.ts';
import { changeTokenPin } from '../service/service.ts';
import type { World } from '../state.ts';
import { listOrWelcome, phoneOf, phoneToken, turnTo, withPhoneToken } from './change.ts';
import { told } from './messages.ts';
import { tokenNames, type PhoneToken } from './state.ts';
import { pinControls, removed, tokenText, triesLeft, withoutToken } from './token.ts';

/** The settings of a token (facts 3.5): Android has its name too, and biometrics for one with a PIN (facts 3.3). */
export function detailsPage(world: World, token: PhoneToken): Live[] {
	const { credential, pin } = token;
	const named = (id: string, text: string, shown: string) => [
		value(`mobilepass.${id}`, text),
		value(`mobilepass.${id}-value`, shown),
	];
	return [
		heading('mobilepass.title', tokenText(world, token)),
		...named('name', 'Display Name', tokenText(world, token)),
		...named('otp-mode', 'OTP Mode', credential.mode === 'time' ? 'Time-based' : 'Event-based'),
		...named('pin-kind', 'PIN Type', credential.pinType),
		...named('serial', 'Serial Number', credential.serial),
		...told('mobilepass.message', phoneOf(world).mobilepass.message),
		choice('mobilepass.rename', 'Rename', (before) => turnTo(before, 'rename')),
		...(pin
			? [
					choice(
						'mobilepass.biometrics',
						'Enable Biometrics',
						biometrics(credential.serial),
						token.biometrics,
					),
					choice('mobilepass.change-pin', 'Change PIN', (before) => turnTo(before, 'change-pin')),
				]
			: []),
		choice('mobilepass.delete', 'Delete', (before) => turnTo(before, 'delete')),
		button('mobilepass.back', 'Back', (before) => turnTo(before, 'token')),
	];
}

/** Turning it on asks for the PIN once; an open token was given it. */
const biometrics = (serial: string) => (world: World) => {
	const token = phoneToken(world);
	if (!token) return world;
	if (!token.biometrics && !phoneOf(world).mobilepass.unlocked.includes(serial))
		return turnTo(world, 'biometrics-pin');
	return switched(world, serial);
};
const switched = (world: World, serial: string): World =>
	withPhoneToken(world, serial, (one) => ({ ...one, biometrics: !one.biometrics }));

export const biometricsPinPage = (world: World, token: PhoneToken): Live[] => [
	heading('mobilepass.title', 'Enable Biometrics'),
	...pinControls(world, token, (before) => turnTo(switched(before, token.credential.serial), 'details')),
	...told('mobilepass.message', phoneOf(world).mobilepass.message),
	...triesLeft(world, token),
	button('mobilepass.back', 'Back', (before) =>
		turnTo(cleared(before, 'phone', 'mobilepass.pin'), 'details'),
	),
];

/** A name of one's own; in practice it is one of a list. */
export const renamePage = (world: World, token: PhoneToken): Live[] => [
	heading('mobilepass.title', 'Rename'),
	...tokenNames.map((name) =>
		choice(
			`mobilepass.name-${name.toLowerCase()}`,
			name,
			(before) => withPhoneToken(before, token.credential.serial, (one) => ({ ...one, name })),
			token.name === name,
		),
	),
	button('mobilepass.back', 'Back', (before) => turnTo(before, 'details')),
];

const PREFIX = 'mobilepass.change-';
const fields = [`${PREFIX}current`, `${PREFIX}new`, `${PREFIX}again`] as const;

/** "Change PIN": current, new, confirm, "Submit" (facts 4). */
export function changePinPage(world: World, token: PhoneToken): Live[] {
	const [current, first, again] = fields;
	const all = fields.every((id) => draftOf(world, 'phone', id) !== null);
	return [
		heading('mobilepass.title', 'Change PIN'),
		value('mobilepass.pin-rule', pinRule(world)),
		...field(world, 'phone', current, 'Current PIN', 'pin'),
		...field(world, 'phone', first, 'New PIN', 'new-pin'),
		...field(world, 'phone', again, 'Confirm PIN', 'new-pin'),
		button('mobilepass.submit-change', 'Submit', change, all),
		...told('mobilepass.message', phoneOf(world).mobilepass.message),
		...triesLeft(world, token),
		button('mobilepass.back', 'Back', (before) => turnTo(cleared(before, 'phone', PREFIX), 'details')),
	];
}

/** The present PIN counts as a try, whatever becomes of the new one. */
function change(world: World): World {
	const token = phoneToken(world);
	const [current, first, again] = fields.map((id) => draftOf(world, 'phone', id));
	const emptied = cleared(world, 'phone', PREFIX);
	if (!token?.pin || !current || !first || !again) return emptied;
	const { serial } = token.credential;
	const { pin, reply } = changeTokenPin(world.service.policy.pin, token.pin, {
		current: pinToMatch(world, current),
		text: pinText(world, first),
		// which text it was is not known: two of these are not the same PIN
		again: isMissed(first) ? '' : pinToMatch(world, again),
	});
	const tried = withPhoneToken(emptied, serial, (one) => ({ ...one, pin }));
	if (reply.ok) return turnTo(tried, 'details', 'pin-changed');
	if (reply.reason === 'gone') return removed(tried, serial);
	return turnTo(tried, 'change-pin', refusals[reply.reason] ?? 'pin-not-accepted');
}

const refusals: Readonly<Partial<Record<string, MessageId>>> = {
	wrong: 'pin-wrong',
	'entries-differ': 'pins-differ',
};

/** Deleting it here revokes nothing at the service (assumed): the service desk must hear of it. */
export const deletePage = (_: World, { credential }: PhoneToken): Live[] => [
	heading('mobilepass.title', 'Delete this authenticator?'),
	value(
		'mobilepass.warning',
		'It must then be enrolled again. Tell the service desk: it is not revoked there.',
	),
	button('mobilepass.confirm-delete', 'Delete', (before) => {
		const gone = withoutToken(before, credential.serial);
		return turnTo(gone, listOrWelcome(gone));
	}),
	button('mobilepass.back', 'Cancel', (before) => turnTo(before, 'details')),
];
