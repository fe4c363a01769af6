import { cleared, draftOf } from '../drafts.ts';
import { mended } from '../faults/ids.ts';
import { button, field, heading, type Live } from '../screen.ts';
import type { World } from '../state.ts';
import { changePassword } from '../wires.ts';
import { said } from './messages.ts';
import type { MessageId } from './state.ts';

/** A place that takes the static password: how its controls are named, and how it goes from page to page. */
export type PasswordPlace = {
	readonly id: string;
	readonly message: (world: World) => MessageId | null;
	/** Back to where the password is typed. */
	readonly signIn: (world: World, message: MessageId | null) => World;
	/** "Change your password" once more. */
	readonly changeAgain: (world: World, message: MessageId) => World;
	/** Signed in with the new one. */
	readonly changed: (world: World) => World;
};

/** Result code 6: the static password must be changed (facts 5.8). */
export function changePasswordControls(world: World, place: PasswordPlace): Live[] {
	const [first, again] = fieldsOf(place);
	const both = fieldsOf(place).every((id) => draftOf(world, 'laptop', id) !== null);
	return [
		heading(`${place.id}.change`, 'Change your password'),
		...field(world, 'laptop', first, 'New password', 'new-static-password'),
		...field(world, 'laptop', again, 'Confirm password', 'new-static-password'),
		button(`${place.id}.change-password`, 'Change', (before) => change(before, place), both),
		...said(`${place.id}.message`, place.message(world)),
	];
}

const fieldsOf = ({ id }: PasswordPlace) => [`${id}.new`, `${id}.new-again`] as const;

/** Result code 7 stays on the page; a question that has waited too long leads back to the sign-in. */
function change(world: World, place: PasswordPlace): World {
	const [first, again] = fieldsOf(place).map((id) => draftOf(world, 'laptop', id));
	const emptied = cleared(world, 'laptop', `${place.id}.new`);
	const { world: next, word } = changePassword(emptied, first ?? null, again ?? null);
	switch (word) {
		case 'ok':
			return place.changed(mended(next, 'static-password-must-change'));
		case 'over':
			return place.signIn(next, 'sign-in-failed');
		default:
			return place.changeAgain(next, word === 'differ' ? 'passwords-differ' : 'new-password-refused');
	}
}
