import { button, heading, link, value, type Live } from '../screen.ts';
import { setPasswordOf, tokensOf, userOf, type Token, type User } from '../service/service.ts';
import { pushTokensOf } from '../service/push.ts';
import { tokenType } from '../service/operator.ts';
import type { World } from '../state.ts';
import { asked, consoleOf, goTo } from './change.ts';
import { cell, moment, named, page } from './frame.ts';

const TABLE = 'Authentication Methods';

/** The user that is looked at. */
export function userHere(world: World): User | undefined {
	const { user } = consoleOf(world);
	return user === null ? undefined : userOf(world.service, user);
}

const stays = (world: World): World => world;

/** A user with their authentication methods (facts 5.7). */
export function userPage(world: World): Live[] {
	const user = userHere(world);
	if (!user) return page(world, 'User', [value('console.message', 'This user does not exist.')]);
	const { service } = world;
	const { id } = user;
	const tokens = tokensOf(service, id);
	const password = setPasswordOf(user);
	return page(
		world,
		`${user.firstName} ${user.lastName}`,
		[link('console.back', 'Assignment', (before) => goTo(before, 'assignment'))],
		named('user-id', 'User ID', id),
		named('user-mail', 'E-mail', user.email ?? '–'),
		named('user-account', 'Account', accountWords(user)),
		...(user.lock?.until ? [named('user-unlocks', 'Unlocks', moment(user.lock.until))] : []),
		named('user-failures', 'Failed attempts', String(user.failures)),
		[heading('console.section', TABLE)],
		tokens.length === 0 && !password ? [value('console.no-methods', 'No authentication methods')] : [],
		tokens.flatMap(methodRow),
		password ? passwordRow(id) : [],
		[
			button('console.provision', 'Provision', (before) =>
				goTo(before, 'provision', { ticked: [id], picked: { type: 'MobilePASS' } }),
			),
			button('console.assign', 'Assign', (before) => asked(before, { act: 'assign', user: id }, stays)),
			// disabled if the user has another method (facts 5.7)
			button(
				'console.password',
				'Password',
				(before) => goTo(before, 'password'),
				!tokens.some(({ state }) => state === 'Active' || state === 'Locked'),
			),
			button(
				'console.unlock',
				'Unlock',
				(before) => asked(before, { act: 'unlock', user: id }, stays),
				user.lock !== null,
			),
			button(
				'console.send-push',
				'Send Push',
				(before) => goTo(before, 'push', { request: null }),
				pushTokensOf(service, id).length > 0,
			),
		],
	);
}

const accountWords = ({ lock }: User): string =>
	lock ? (lock.until === null ? 'Locked until an operator unlocks it' : 'Locked') : 'Active';

/** The columns of the module (facts 5.7). A rule is never the cause here: every token is given by hand. */
function methodRow(token: Token): Live[] {
	const { serial, state, pin, device } = token;
	const at = (column: string, ...controls: Live[]) => cell(TABLE, serial, column, ...controls);
	const text = (column: string, id: string, words: string) =>
		at(column, value(`console.${id}-${serial}`, words));
	return [
		...text('Type', 'type', tokenType(token)),
		...text('Target', 'target', device?.target ?? '–'),
		...at(
			'Description',
			link(`console.token-${serial}`, serial, (before) => goTo(before, 'token', { serial })),
		),
		...text('State', 'state', state),
		...text('Provisioning Rule', 'rule', 'Manual'),
		...text('Initial PIN', 'initial-pin', pin?.initial ? pin.text : ''),
		...at(
			'Action',
			button(`console.manage-${serial}`, 'Manage', (before) => goTo(before, 'method', { serial })),
		),
	];
}

function passwordRow(user: string): Live[] {
	const at = (column: string, control: Live) => cell(TABLE, 'password', column, control);
	return [
		...at('Type', value('console.type-password', 'Password')),
		...at('Target', value('console.target-password', '–')),
		...at('Description', value('console.description-password', 'Password')),
		...at('State', value('console.state-password', 'Active')),
		...at('Provisioning Rule', value('console.rule-password', 'Manual')),
		...at('Initial PIN', value('console.initial-pin-password', '')),
		...at(
			'Action',
			button('console.revoke-password', 'Revoke', (before) =>
				asked(before, { act: 'revoke-static-password', user }, stays),
			),
		),
	];
}
