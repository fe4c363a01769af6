import {
	facts,
	initialPin,
	mailOf,
	textOf,
	userOf,
	type Entry,
	type Expects,
	type World,
} from '../simulator/world.ts';

/** A value of the invented person: what it is called, how it reads, and the fields it belongs into. */
export type CardRow = { readonly name: string; readonly text: string; readonly fields: readonly Expects[] };

/** The invented person of an exercise, and all that is ever typed in it. The static password once it was sent. */
export function cardOf(world: World): { readonly person: string; readonly rows: readonly CardRow[] } {
	const { service, people } = world;
	const user = userOf(service, people.user);
	const row = (name: string, entry: ServiceEntry, fields: readonly Expects[]): CardRow => ({
		name,
		text: textOf(service, people.user, entry) ?? '',
		fields,
	});
	const given = user?.passwords.findLast(({ state }) => state === 'set');
	const rows = [
		row('User ID', { kind: 'card', value: 'user-id' }, ['user-id']),
		row('E-mail address', { kind: 'card', value: 'email' }, ['email']),
		row('Computer password', { kind: 'card', value: 'computer-password' }, ['computer-password']),
		...(given && isKnown(world, given.id)
			? [row('Static password', { kind: 'static-password', password: given.id }, ['sign-in'])]
			: []),
		row('PIN to choose', { kind: 'card', value: 'pin' }, ['pin', 'new-pin', 'new-server-pin']),
		row('Another PIN', { kind: 'card', value: 'next-pin' }, []),
		row('Another static password', { kind: 'card', value: 'next-static-password' }, ['new-static-password']),
		...firstPin(world),
		{ name: 'Wi-Fi key at home', text: facts['wifi-key'], fields: ['wifi-key'] as const },
		{ name: 'GlobalProtect portal', text: facts.portal, fields: ['portal'] as const },
	];
	return {
		person: `${user?.firstName ?? ''} ${user?.lastName ?? ''}`.trim(),
		rows: rows.filter(({ text }) => text !== ''),
	};
}

type ServiceEntry = Extract<Entry, { kind: 'card' | 'static-password' }>;

/** The Server PIN that the service desk has told, until the person has another one. In procedure A they ask for it. */
function firstPin(world: World): CardRow[] {
	const text = world.phone ? initialPin(world) : null;
	return text === null ? [] : [{ name: 'First PIN, from the service desk', text, fields: [] }];
}

/** The manager was sent it, or the person chose it. */
function isKnown({ service, people }: World, password: string): boolean {
	const sent = mailOf(service, people.manager).some(
		({ content }) => content.kind === 'static-password' && content.password === password,
	);
	const chosen = textOf(service, people.user, { kind: 'static-password', password });
	const next = textOf(service, people.user, { kind: 'card', value: 'next-static-password' });
	return sent || chosen === next;
}
