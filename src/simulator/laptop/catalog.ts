import { organization } from '../../domain/organization.ts';
import { cleared, draftOf } from '../drafts.ts';
import { isFact } from '../entries.ts';
import { button, choice, field, heading, value, type Live } from '../screen.ts';
import type { World } from '../state.ts';
import { entryText, inbox, submitRequest } from '../wires.ts';
import { mailBody, subjectOf } from './mailbox.ts';
import type { Catalog, OtherComputer } from './state.ts';

const { catalog } = organization;

const other = (world: World, patch: Partial<OtherComputer>): World => ({
	...world,
	other: { ...world.other, ...patch },
});
const catalogTo = (world: World, patch: Partial<Catalog>): World =>
	other(world, { catalog: { ...world.other.catalog, ...patch } });

const bar: readonly Live[] = [
	button('other.browser', 'Microsoft Edge', (before) => other(before, { front: 'browser' })),
	button('other.mail', 'Outlook', (before) => other(before, { front: 'mail', mail: null })),
];
const home = button('catalog.home', 'Back to the catalog', (before) =>
	catalogTo(cleared(before, 'other', 'catalog.'), { page: 'search', item: null, kindChosen: false }),
);

/** The request catalog on the manager's computer (procedure A, steps 1 and 15). */
export function searchPage(world: World): Live[] {
	const search = draftOf(world, 'other', 'catalog.search');
	const form = (item: 'static-password' | 'token') => (before: World) =>
		catalogTo(before, {
			page: item === 'token' ? 'token-form' : 'static-password-form',
			item,
			kindChosen: false,
		});
	return [
		heading('catalog.title', catalog.name),
		...field(world, 'other', 'catalog.search', 'Search', 'search-static-password', entryText(world)),
		...(isFact(search, 'search-static-password')
			? [choice('catalog.static-password', catalog.staticPassword.item, form('static-password'))]
			: []),
		...(isFact(search, 'search-replacement-token')
			? [choice('catalog.token', catalog.replacementToken.search, form('token'))]
			: []),
		...(search && search.kind !== 'fact' ? [value('catalog.nothing', 'No results')] : []),
		...bar,
	];
}

const titles = {
	'static-password': catalog.staticPassword.item,
	token: catalog.replacementToken.search,
} as const;

/** The two forms: a user id, for a token its kind, "Submit". */
export function formPage(world: World): Live[] {
	const { item, kindChosen } = world.other.catalog;
	const ready = draftOf(world, 'other', 'catalog.user') !== null && (item !== 'token' || kindChosen);
	const choose = (before: World) => catalogTo(before, { kindChosen: true });
	return [
		heading('catalog.title', titles[item ?? 'static-password']),
		...(item === 'token'
			? [choice('catalog.software-token', catalog.replacementToken.item, choose, kindChosen)]
			: []),
		...field(world, 'other', 'catalog.user', organization.userId.short, 'user-id', entryText(world)),
		button('catalog.submit', 'Submit', submit, ready),
		home,
		...bar,
	];
}

function submit(world: World): World {
	const { item, request } = world.other.catalog;
	const user = draftOf(world, 'other', 'catalog.user');
	const answer = submitRequest(cleared(world, 'other', 'catalog.'), item ?? 'static-password', user);
	if (answer.word === 'refused') return catalogTo(answer.world, { page: 'refused' });
	return catalogTo(answer.world, { page: 'submitted', request: request + 1 });
}

export const submittedPage = (world: World): Live[] => [
	heading('catalog.title', 'Request submitted'),
	value('catalog.number', `REQ-${String(world.other.catalog.request).padStart(4, '0')}`),
	home,
	...bar,
];

export const refusedPage = (): Live[] => [
	heading('catalog.title', 'Request not possible'),
	value('catalog.reason', 'This request cannot be made for this user.'),
	home,
	...bar,
];

/** The manager's own mail, newest first. */
export const mailListPage = (world: World): Live[] => [
	heading('mail.title', 'Inbox'),
	...[...inbox(world, 'manager')]
		.reverse()
		.map((mail) =>
			choice(`mail.mail-${mail.id}`, subjectOf(mail), (before) => other(before, { mail: mail.id })),
		),
	...bar,
];

export function mailPage(world: World): Live[] {
	const mail = inbox(world, 'manager').find(({ id }) => id === world.other.mail);
	if (!mail) return mailListPage(world);
	return [
		heading('mail.subject', subjectOf(mail)),
		value('mail.received', new Date(mail.at).toISOString()),
		...mailBody(world, mail),
		button('mail.back', 'Back to the list', (before) => other(before, { mail: null })),
		...bar,
	];
}
