import { draftOf } from '../drafts.ts';
import { button, choice, field, heading, link, value, type Live } from '../screen.ts';
import { detailsOf, tokensFound, tokenStates, tokenType, type TokenDetails } from '../service/operator.ts';
import type { Token, TokenState } from '../service/service.ts';
import type { World } from '../state.ts';
import { asked, consoleOf, desk, goTo, pick, pickedOf } from './change.ts';
import { consoleText, foundText } from './found.ts';
import { cell, moment, named, page, paged } from './frame.ts';
import { tokenHere } from './method.ts';

const SERIAL = 'console.search-serial';

/** Tokens > Tokens: the Token List, once "Search" was pressed (facts 5.13). */
export function tokensPage(world: World): Live[] {
	const { list } = consoleOf(world);
	const chosen = pickedOf<TokenState | 'all'>(world, 'state', list?.state ?? 'all');
	return page(
		world,
		'Tokens',
		[
			...field(world, 'console', SERIAL, 'Serial Number', 'found', consoleText(world)),
			heading('console.states', 'State'),
			...(['all', ...tokenStates] as const).map((state) =>
				choice(
					`console.state-${state.toLowerCase()}`,
					state === 'all' ? 'All states' : state,
					(before) => pick(before, 'state', state),
					state === chosen,
				),
			),
			button('console.search', 'Search', searched),
			heading('console.section', 'Token List'),
		],
		list ? paged(world, listed(world), tokenRow) : [value('console.hint', 'Select Search to list tokens.')],
	);
}

function searched(world: World): World {
	const entry = draftOf(world, 'console', SERIAL);
	const serial = entry?.kind === 'found' && entry.by === 'serial' ? entry : null;
	const state = pickedOf<TokenState | 'all'>(world, 'state', 'all');
	return desk(world, {
		list: { type: null, state: state === 'all' ? null : state, serial },
		from: 0,
		message: null,
	});
}

function listed(world: World): readonly Token[] {
	const { list } = consoleOf(world);
	return tokensFound(world.service, {
		...(list?.state && { state: list.state }),
		...(list?.serial && { serial: foundText(world, list.serial) }),
	});
}

function tokenRow(token: Token): Live[] {
	const { serial, state, owner } = token;
	const at = (column: string, control: Live) => cell('Token List', serial, column, control);
	return [
		...at('Type', value(`console.type-${serial}`, tokenType(token))),
		...at('State', value(`console.state-${serial}`, state)),
		...at(
			'Serial Number',
			link(`console.token-${serial}`, serial, (before) => goTo(before, 'token', { serial })),
		),
		...at('Container', value(`console.container-${serial}`, 'Default')),
		...at(
			'User ID',
			owner === null
				? value(`console.owner-${serial}`, '–')
				: link(`console.owner-${serial}`, owner, (before) => goTo(before, 'user', { user: owner })),
		),
	];
}

/** A token's details, and below them the "Mobile App" section (facts 5.7, 5.13; procedure D). */
export function tokenPage(world: World): Live[] {
	const token = tokenHere(world);
	if (!token) return page(world, 'Token', [value('console.message', 'This token does not exist.')]);
	const details = detailsOf(world.service, token);
	const { serial, state, owner } = token;
	const out = state === 'Lost' || state === 'Faulty' || state === 'Initialize';
	return page(
		world,
		`Token ${serial}`,
		[
			link('console.back', 'Token List', (before) => goTo(before, 'tokens')),
			...(owner === null
				? []
				: [link('console.to-user', owner, (before) => goTo(before, 'user', { user: owner }))]),
		],
		detailLines(details),
		mobileApp(details),
		[
			button('console.manage', 'Manage', (before) => goTo(before, 'method', { user: owner }), owner !== null),
			button(
				'console.reinitialize',
				'Return to Inventory',
				(before) => asked(before, { act: 'reinitialize', serial }, (after) => after),
				out,
			),
			button(
				'console.remove-token',
				'Remove',
				(before) => asked(before, { act: 'remove-token', serial }, (after) => goTo(after, 'tokens')),
				out,
			),
		],
	);
}

function detailLines({
	token,
	type,
	unlocksAt,
	lastAuthentication,
	lastSuccess,
	failures,
	activations,
}: TokenDetails): Live[] {
	const { seed, comment } = token;
	return [
		...named('type', 'Type', type),
		...named('state', 'State', token.state),
		...(unlocksAt === null ? [] : named('unlocks', 'Unlock time', moment(unlocksAt))),
		...named('last', 'Last authentication', moment(lastAuthentication)),
		...named('success', 'Last success', moment(lastSuccess)),
		...named('failures', 'Failed attempts', String(failures)),
		...named('activations', 'Activation count', String(activations)),
		...(seed
			? [
					...named('length', 'Code length', String(seed.digits)),
					...named('mode', 'Time-based', seed.mode === 'time' ? 'Yes' : 'No'),
					...(seed.mode === 'time' ? named('interval', 'Interval', `${seed.intervalSeconds} seconds`) : []),
				]
			: []),
		...(comment === '' ? [] : named('comment', 'Comment', comment)),
	];
}

const mobileApp = ({ mobileApp: app }: TokenDetails): Live[] => [
	heading('console.mobile-app', 'Mobile App'),
	...(app
		? [
				...named('target', 'Target', app.target),
				...named('device', 'Device Type', app.deviceType),
				...named('push-otp', 'Push OTP', app.push),
			]
		: [value('console.no-device', 'This token is not enrolled on a device.')]),
];
