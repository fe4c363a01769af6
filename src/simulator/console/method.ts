import { cleared, draftOf } from '../drafts.ts';
import { button, choice, field, heading, link, value, type Live } from '../screen.ts';
import { tokenOf, type Token } from '../service/service.ts';
import { comments, revokedTo, type Comment } from '../operation-types.ts';
import type { World } from '../state.ts';
import { asked, consoleOf, desk, goTo, isOn, pick, pickedOf } from './change.ts';
import type { ConsolePage } from './names.ts';
import { named, page } from './frame.ts';

/** The token that is looked at. */
export function tokenHere(world: World): Token | undefined {
	const { serial } = consoleOf(world);
	return serial === null ? undefined : tokenOf(world.service, serial);
}

const back = (world: World): World => goTo(world, 'method');
/** Where a token went that its owner no longer has. */
const toUser = (world: World): World => goTo(world, 'user');

/** A page about the token that is looked at; it may have been removed meanwhile. */
function onToken(title: string, draw: (world: World, token: Token) => readonly Live[]) {
	return (world: World): Live[] => {
		const token = tokenHere(world);
		return token
			? page(world, title, named('serial', 'Serial Number', token.serial), draw(world, token))
			: page(world, title, [value('console.message', 'This token does not exist.')]);
	};
}

/** "Manage" of one authentication method (facts 5.7). */
export const methodPage = onToken('Manage', (_, { serial, state, pin }) => {
	const to = (page: ConsolePage) => (before: World) => goTo(before, page);
	const held = state === 'Active' || state === 'Suspended' || state === 'Locked' || state === 'Assigned';
	return [
		...named('state', 'State', state),
		...(pin?.initial ? named('initial-pin', 'Initial PIN', pin.text) : []),
		button('console.suspend', 'Suspend', to('suspend'), state === 'Active'),
		button('console.activate', 'Activate', to('activate'), state === 'Suspended'),
		button('console.revoke', 'Revoke', to('revoke'), held),
		button(
			'console.new-pin',
			'New PIN',
			(before) => asked(before, { act: 'reset-server-pin', serial }, (after) => after),
			pin !== null && held,
		),
		button('console.resync', 'Resync', to('resync'), state === 'Active' || state === 'Locked'),
		link('console.back', 'Authentication Methods', toUser),
	];
});

/** A box that is ticked or not. */
const box = (world: World, group: string, text: string): Live => {
	const on = isOn(world, group);
	return choice(`console.box-${group}`, text, (before) => pick(before, group, on ? 'off' : 'on'), on);
};

const cancel = (to: (world: World) => World): Live => button('console.cancel', 'Cancel', to);

export const suspendPage = onToken('Suspend', (world, { serial }) => [
	value('console.text', 'A suspended token cannot authenticate. It still belongs to the user.'),
	box(world, 'password', 'Give a temporary password'),
	button('console.confirm', 'Suspend', (before) =>
		asked(before, { act: 'suspend', serial, staticPassword: isOn(before, 'password') }, back),
	),
	cancel(back),
]);

export const activatePage = onToken('Activate', (world, { serial, pin }) => [
	value('console.text', 'The temporary password of the user is removed.'),
	...(pin ? [box(world, 'pin', 'New PIN')] : []),
	button('console.confirm', 'Activate', (before) =>
		asked(before, { act: 'activate', serial, newPin: isOn(before, 'pin') }, back),
	),
	cancel(back),
]);

/** Where a revoked token goes, as the console says it (facts 5.7; the words are assumed). */
const modes: Readonly<Record<(typeof revokedTo)[number], string>> = {
	Inventory: 'Return to Inventory, Initialized',
	Initialize: 'Return to Inventory, Not Initialized',
	Lost: 'Lost',
	Faulty: 'Faulty',
};

export const revokePage = onToken('Revoke', (world, { serial }) => {
	const to = pickedOf<(typeof revokedTo)[number]>(world, 'mode', 'Inventory');
	const comment = pickedOf<Comment>(world, 'comment', comments[0]);
	return [
		heading('console.section', 'After revoking'),
		...revokedTo.map((one) =>
			choice(
				`console.mode-${one.toLowerCase()}`,
				modes[one],
				(before) => pick(before, 'mode', one),
				one === to,
			),
		),
		heading('console.comments', 'Comment'),
		...comments.map((one) =>
			choice(
				`console.comment-${one.toLowerCase().replaceAll(' ', '-')}`,
				one,
				(before) => pick(before, 'comment', one),
				one === comment,
			),
		),
		box(world, 'password', 'Revoke the temporary password too'),
		button('console.confirm', 'Revoke', (before) => {
			const staticPasswordToo = isOn(before, 'password');
			return asked(before, { act: 'revoke', serial, to, comment, staticPasswordToo }, toUser);
		}),
		cancel(back),
	];
});

const FIRST = 'console.code-first';
const SECOND = 'console.code-second';

/** Two consecutive codes, as the person reads them out (facts 5.7: the form is assumed). */
export const resyncPage = onToken('Resync', (world, { serial }) => [
	value('console.text', 'Ask the user for a code, and then for the next one.'),
	...field(world, 'console', FIRST, 'First code', 'passcode', () => '••••••'),
	...field(world, 'console', SECOND, 'Second code', 'passcode', () => '••••••'),
	button(
		'console.confirm',
		'Resync',
		(before) => {
			const [first, second] = [draftOf(before, 'console', FIRST), draftOf(before, 'console', SECOND)];
			const emptied = cleared(before, 'console', 'console.code-');
			if (!first || !second) return desk(emptied, { message: { kind: 'refused', id: 'no-codes' } });
			return asked(emptied, { act: 'resync', serial, first, second }, back);
		},
		draftOf(world, 'console', FIRST) !== null && draftOf(world, 'console', SECOND) !== null,
	),
	cancel(back),
]);
