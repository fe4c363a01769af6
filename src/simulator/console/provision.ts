import { button, choice, heading, value, type Live } from '../screen.ts';
import { tokenTypes, workingTypes, type TokenType } from '../service/operator.ts';
import type { World } from '../state.ts';
import { asked, consoleOf, goTo, isOn, pick, pickedOf } from './change.ts';
import { named, page, stockShown } from './frame.ts';
import { userHere } from './user.ts';

const chosenType = (world: World): TokenType => pickedOf<TokenType>(world, 'type', 'MobilePASS');

const whom = (world: World): string => {
	const { ticked } = consoleOf(world);
	return ticked.length === 1 ? (ticked[0] ?? '') : `${ticked.length} users`;
};

const away = (world: World): World => goTo(world, 'assignment', { ticked: [] });
const cancel: Live = button('console.cancel', 'Cancel', away);

/** "Provision": which type, and how many of it there are (facts 5.3). */
export function provisionPage(world: World): Live[] {
	const chosen = chosenType(world);
	const works = chosen === 'MobilePASS';
	const { available, reserved } = works ? stockShown(world) : { available: 0, reserved: 0 };
	return page(
		world,
		'Provision',
		named('whom', 'Users', whom(world)),
		[heading('console.section', 'Authentication Type')],
		tokenTypes
			.filter((type) => type !== 'Password')
			.map((type) =>
				choice(
					`console.type-${type.toLowerCase().replaceAll(' ', '-')}`,
					type,
					(before) => pick(before, 'type', type),
					type === chosen,
				),
			),
		named('available', 'Available', String(available)),
		named('reserved', 'Reserved for Provisioning Tasks', String(reserved)),
		workingTypes.includes(chosen)
			? []
			: [value('console.not-here', 'This type is not part of the practice. Choose MobilePASS.')],
		[button('console.provision', 'Provision', (before) => goTo(before, 'confirm'), works), cancel],
	);
}

/** Nothing is created before "Confirm" (facts 5.3). */
export function confirmPage(world: World): Live[] {
	return page(
		world,
		'Confirm',
		[value('console.text', 'A task is created, and each user is sent the enrollment e-mail.')],
		named('whom', 'Users', whom(world)),
		named('type', 'Authentication Type', 'MobilePASS'),
		[
			button('console.confirm', 'Confirm', (before) =>
				asked(before, { act: 'provision', users: consoleOf(before).ticked }, (after) => goTo(after, 'tasks')),
			),
			cancel,
		],
	);
}

/** "Password": a temporary password for a user who has no active token (facts 5.8). */
export function passwordPage(world: World): Live[] {
	const user = userHere(world);
	if (!user) return page(world, 'Password', [value('console.message', 'This user does not exist.')]);
	const { staticPassword } = world.service.policy;
	// an operator cannot relax the policy (facts 5.8)
	const must = staticPassword.changeOnFirstUse || isOn(world, 'change');
	const toUser = (before: World) => goTo(before, 'user');
	return page(world, 'Password', named('whom', 'User ID', user.id), [
		value('console.text', 'The service draws the password and sends it by e-mail.'),
		choice(
			'console.box-change',
			'Change Password on first use required',
			(before) => pick(before, 'change', must ? 'off' : 'on'),
			must,
			!staticPassword.changeOnFirstUse,
		),
		button('console.confirm', 'Apply', (before) =>
			asked(before, { act: 'temporary-password', user: user.id, mustChange: must }, toUser),
		),
		button('console.cancel', 'Cancel', toUser),
	]);
}
