import { cleared, draftOf } from '../drafts.ts';
import { button, field, heading, value, type Live } from '../screen.ts';
import { textOf, tokensOf } from '../service/service.ts';
import type { DeviceId, World } from '../state.ts';
import { setPin } from '../wires.ts';
import { said } from './messages.ts';
import type { MessageId } from './state.ts';

/** A place that signs people in: how its controls are named, and how it goes from page to page. */
export type SignInPlace = {
	readonly id: string;
	/** The laptop unless given. */
	readonly device?: DeviceId;
	readonly message: (world: World) => MessageId | null;
	/** Back to where the PIN and the passcode are typed. */
	readonly signIn: (world: World, message: MessageId | null) => World;
	/** "Set a PIN" once more. */
	readonly again: (world: World, message: MessageId) => World;
};

/**
 * Result code 3: the right code was used up, and the service has drawn a new PIN, which it shows here alone.
 * Layout and wording assumed.
 */
export const pinGivenControls = (world: World, place: SignInPlace): Live[] => [
	heading(`${place.id}.pin-given`, 'You were given a new PIN'),
	value(`${place.id}.pin`, givenPin(world)),
	value(`${place.id}.pin-order`, order(world)),
	button(`${place.id}.pin-continue`, 'Continue', (before) => place.signIn(before, 'pin-set')),
];

/** The PIN of the token whose code was accepted last. */
function givenPin({ service, people }: World): string {
	const token = tokensOf(service, people.user)
		.filter(({ pin }) => pin !== null && !pin.initial)
		.sort((a, b) => (b.lastSuccess ?? 0) - (a.lastSuccess ?? 0))[0];
	return (token && textOf(service, people.user, { kind: 'server-pin', serial: token.serial })) ?? '';
}

const order = ({ service }: World): string =>
	service.policy.serverPin.place === 'before'
		? 'Type the PIN, then the passcode, in one field.'
		: 'Type the passcode, then the PIN, in one field.';

/** Result code 4: the person chooses the PIN, within the lengths of the policy; layout and wording assumed. */
export function setPinControls(world: World, place: SignInPlace): Live[] {
	const { minLength, maxLength } = world.service.policy.serverPin;
	const both = fieldsOf(place).every((id) => draftOf(world, deviceOf(place), id) !== null);
	const [first, again] = fieldsOf(place);
	return [
		heading(`${place.id}.set-pin`, 'Set a new PIN'),
		value(`${place.id}.pin-rule`, `${minLength} to ${maxLength} letters and digits`),
		value(`${place.id}.pin-order`, order(world)),
		...field(world, deviceOf(place), first, 'New PIN', 'new-server-pin'),
		...field(world, deviceOf(place), again, 'Confirm PIN', 'new-server-pin'),
		button(`${place.id}.save-pin`, 'Save', (before) => save(before, place), both),
		...said(`${place.id}.message`, place.message(world)),
		button(`${place.id}.leave-pin`, 'Back', (before) =>
			place.signIn(cleared(before, deviceOf(place), `${place.id}.new-pin`), null),
		),
	];
}

const deviceOf = ({ device = 'laptop' }: SignInPlace): DeviceId => device;
const fieldsOf = ({ id }: SignInPlace) => [`${id}.new-pin`, `${id}.new-pin-again`] as const;

/** Result code 8 stays on the page; a question that has waited too long leads back to the sign-in. */
function save(world: World, place: SignInPlace): World {
	const [first, again] = fieldsOf(place).map((id) => draftOf(world, deviceOf(place), id));
	const emptied = cleared(world, deviceOf(place), `${place.id}.new-pin`);
	if (!first || !again) return place.again(emptied, 'pins-differ');
	const { world: next, word } = setPin(emptied, first, again);
	switch (word) {
		case 'ok':
			return place.signIn(next, 'pin-set');
		case 'over':
			return place.signIn(next, 'sign-in-failed');
		default:
			return place.again(next, word === 'differ' ? 'pins-differ' : 'pin-not-accepted');
	}
}
