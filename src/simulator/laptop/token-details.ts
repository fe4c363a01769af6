import { organization } from '../../domain/organization.ts';
import { cleared, draftOf } from '../drafts.ts';
import { isMissed } from '../entries.ts';
import { button, choice, field, heading, value, type Live } from '../screen.ts';
import { changeTokenPin } from '../service/service.ts';
import type { World } from '../state.ts';
import { said } from './messages.ts';
import { appTitle, around, goTo, listOrWelcome, tokenShown, withToken } from './mobilepass-window.ts';
import type { AppToken, MessageId } from './state.ts';
import { pinRule, pinText, pinToMatch, removed, triesLeft, without } from './token.ts';

/** What the settings of a token show (guide of the Windows app, "Viewing token information"), and what they change. */
export function detailsPage(world: World, { credential, pin }: AppToken): Live[] {
	const mode = credential.mode === 'time' ? 'Time-based' : 'Event-based';
	return [
		appTitle,
		value('mobilepass.token', organization.tokenName),
		value('mobilepass.otp-mode', 'OTP Mode'),
		value('mobilepass.otp-mode-value', mode),
		value('mobilepass.policy-string', 'Policy String'),
		value('mobilepass.policy-string-value', policyString(world, credential)),
		value('mobilepass.policy-level', 'Policy Level'),
		value('mobilepass.policy-level-value', POLICY_LEVEL),
		value('mobilepass.pin-type', 'PIN Type'),
		value('mobilepass.pin-type-value', credential.pinType),
		value('mobilepass.serial', 'Serial Number'),
		value('mobilepass.serial-value', credential.serial),
		...said('mobilepass.message', world.laptop.mobilepass.message),
		// only a PIN that the person has chosen can be changed here
		...(pin
			? [choice('mobilepass.change-pin', 'Change PIN code', (before) => goTo(before, 'change-pin'))]
			: []),
		choice('mobilepass.delete', 'Delete', (before) => goTo(before, 'delete')),
		button('mobilepass.back', 'Back', (before) => goTo(before, 'token')),
		...around(world),
	];
}

/** The two labels are documented, what stands beside them is assumed. */
const POLICY_LEVEL = '1';
const policyString = (world: World, { pinType }: AppToken['credential']): string =>
	pinType === 'Token'
		? `PIN: ${pinRule(world)}, ${world.service.policy.pin.maxTries} tries`
		: 'No PIN in the app';

const PREFIX = 'mobilepass.change-';
const fields = [`${PREFIX}current`, `${PREFIX}new`, `${PREFIX}again`] as const;

/** "Change PIN code": the present PIN, the new one twice, "OK" (guide of the Windows app). */
export function changePinPage(world: World, token: AppToken): Live[] {
	const all = fields.every((id) => draftOf(world, 'laptop', id) !== null);
	const [current, first, again] = fields;
	return [
		appTitle,
		heading('mobilepass.change', 'Change PIN code'),
		value('mobilepass.pin-rule', pinRule(world)),
		...field(world, 'laptop', current, 'Current PIN', 'pin'),
		...field(world, 'laptop', first, 'New PIN', 'new-pin'),
		...field(world, 'laptop', again, 'Confirm PIN', 'new-pin'),
		button('mobilepass.ok', 'OK', change, all),
		...said('mobilepass.message', world.laptop.mobilepass.message),
		...triesLeft(world, token),
		button('mobilepass.back', 'Back', (before) => goTo(cleared(before, 'laptop', PREFIX), 'details')),
		...around(world),
	];
}

/** The present PIN counts as a try, whatever becomes of the new one. */
function change(world: World): World {
	const token = tokenShown(world);
	const [current, first, again] = fields.map((id) => draftOf(world, 'laptop', id));
	const emptied = cleared(world, 'laptop', PREFIX);
	if (!token?.pin || !current || !first || !again) return emptied;
	const { serial } = token.credential;
	const { pin, reply } = changeTokenPin(world.service.policy.pin, token.pin, {
		current: pinToMatch(world, current),
		text: pinText(world, first),
		// which text it was is not known: two of these are not the same PIN
		again: isMissed(first) ? '' : pinToMatch(world, again),
	});
	const tried = withToken(emptied, serial, (before) => ({ ...before, pin }));
	if (reply.ok) return goTo(tried, 'details', 'pin-changed');
	if (reply.reason === 'gone') return removed(tried, serial);
	return goTo(tried, 'change-pin', refusals[reply.reason] ?? 'pin-not-accepted');
}

const refusals: Readonly<Partial<Record<string, MessageId>>> = {
	wrong: 'pin-wrong',
	'entries-differ': 'pins-differ',
};

/** Deleting it here revokes nothing at the service (assumed): the service desk must hear of it. */
export const deletePage = (world: World, { credential }: AppToken): Live[] => [
	appTitle,
	heading('mobilepass.delete-title', 'Delete this authenticator?'),
	value(
		'mobilepass.warning',
		'It must then be enrolled again. Tell the service desk: it is not revoked there.',
	),
	button('mobilepass.confirm-delete', 'Delete', (before) => {
		const gone = without(before, credential.serial);
		return goTo(gone, listOrWelcome(gone));
	}),
	button('mobilepass.back', 'Cancel', (before) => goTo(before, 'details')),
	...around(world),
];
