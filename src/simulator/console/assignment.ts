import { draftOf } from '../drafts.ts';
import { button, choice, field, link, value, type Live } from '../screen.ts';
import { tokensOf, type User } from '../service/service.ts';
import { usersFound } from '../service/operator.ts';
import type { World } from '../state.ts';
import { consoleOf, desk, goTo } from './change.ts';
import { consoleText, foundText } from './found.ts';
import { cell, page, paged } from './frame.ts';

const SEARCH = 'console.search-user';
const TABLE = 'Users';

/** Assignment: search users, tick them, "Provision" (facts 5.3). */
export function assignmentPage(world: World): Live[] {
	const { search, ticked } = consoleOf(world);
	return page(
		world,
		'Assignment',
		[
			link('console.to-tasks', 'Provisioning Tasks', (before) => goTo(before, 'tasks')),
			...field(world, 'console', SEARCH, 'Search User', 'found', consoleText(world)),
			button('console.search', 'Search', searched),
		],
		search === null
			? [
					value(
						'console.hint',
						'Type the beginning of a name, a user ID or an e-mail address. Leave it empty for all.',
					),
				]
			: paged(world, foundUsers(world), (user) => rowOf(world, user)),
		[
			button(
				'console.provision',
				'Provision',
				(before) => goTo(before, 'provision', { picked: { type: 'MobilePASS' } }),
				ticked.length > 0,
			),
			...(ticked.length > 0 ? [value('console.selected', `${ticked.length} selected`)] : []),
		],
	);
}

/** An empty field lists all users. */
function searched(world: World): World {
	const entry = draftOf(world, 'console', SEARCH);
	const search = entry?.kind === 'found' && entry.by !== 'serial' ? entry : 'everybody';
	return desk(world, { search, ticked: [], from: 0, message: null });
}

/** Everybody of whom some text begins so, whichever the letters were taken from. */
function foundUsers(world: World): readonly User[] {
	const { search } = consoleOf(world);
	return usersFound(world.service, search === null || search === 'everybody' ? '' : foundText(world, search));
}

function rowOf(world: World, user: User): Live[] {
	const { ticked } = consoleOf(world);
	const on = ticked.includes(user.id);
	const toggled = (before: World) =>
		desk(before, {
			ticked: on ? ticked.filter((id) => id !== user.id) : [...ticked, user.id],
			message: null,
		});
	const name = `${user.lastName}, ${user.firstName}`;
	const at = (column: string, ...controls: Live[]) => cell(TABLE, user.id, column, ...controls);
	return [
		...at('Select', choice(`console.tick-${user.id}`, `Select ${user.id}`, toggled, on)),
		...at(
			'User ID',
			link(`console.user-${user.id}`, user.id, (before) => goTo(before, 'user', { user: user.id })),
		),
		...at('Name', value(`console.name-${user.id}`, name)),
		...at('E-mail', value(`console.mail-${user.id}`, user.email ?? '–')),
		...at('Tokens', value(`console.tokens-${user.id}`, String(tokensOf(world.service, user.id).length))),
		...at('Account', value(`console.account-${user.id}`, user.lock ? 'Locked' : 'Active')),
	];
}
