import { cleared, draftOf } from '../drafts.ts';
import { button, choice, field, heading, link, value, type Live } from '../screen.ts';
import {
	changesOf,
	policyField,
	policyFields,
	policyPageIds,
	takesValue,
	type PolicyField,
	type PolicyPageId,
	type PolicyValue,
} from '../service/operator.ts';
import type { World } from '../state.ts';
import { asked, consoleOf, desk, goTo } from './change.ts';
import { consoleText } from './found.ts';
import { cell, moment, page, textRow } from './frame.ts';

/** Where each policy stands in the console (facts 5.6, 5.8 to 5.12). */
const titles: Readonly<Record<PolicyPageId, string>> = {
	targets: 'Software Token & Push OTP Settings',
	'temporary-password': 'Temporary Password Policy',
	lockout: 'Account Lockout/Unlock Policy',
	synchronization: 'Token Synchronization',
	'push-rejection': 'Push OTP Rejection Policy',
};

export const policiesPage = (world: World): Live[] =>
	page(
		world,
		'Policy',
		[heading('console.section', 'Token Policies')],
		policyPageIds.map((id) =>
			link(`console.policy-${id}`, titles[id], (before) => goTo(before, 'policy', { policy: id })),
		),
	);

/** What a field shows: the value that waits for "Apply", or the one that holds. */
const valueOf = (world: World, one: PolicyField): PolicyValue => {
	const { edits } = consoleOf(world);
	return Object.hasOwn(edits, one.id) ? (edits[one.id] ?? null) : one.read(world.service.policy);
};

/** With a value changed on the page; back to what holds, it is no change. */
function edited(world: World, values: Readonly<Record<string, PolicyValue>>): World {
	const all = { ...consoleOf(world).edits, ...values };
	const edits = Object.fromEntries(
		Object.entries(all).filter(([id, now]) => policyField(id)?.read(world.service.policy) !== now),
	);
	return desk(world, { edits, message: null });
}

/** One policy: its values, Apply, Cancel, and the Change Log of five (facts 5.13). */
export function policyPage(world: World): Live[] {
	const { policy: id, edits } = consoleOf(world);
	if (id === null) return policiesPage(world);
	const fields = policyFields.filter((one) => one.page === id);
	const changed = Object.keys(edits).length > 0 || fields.some((one) => typed(world, one) !== undefined);
	return page(
		world,
		titles[id],
		[link('console.back', 'Policy', (before) => goTo(before, 'policies'))],
		fields.flatMap((one) => (one.target ? inRow(world, one, one.target) : fieldOf(world, one))),
		[
			button('console.apply', 'Apply', (before) => applied(before, id), changed),
			button('console.cancel', 'Cancel', unchanged, changed),
			heading('console.section', 'Change Log'),
		],
		changeLog(world, id),
	);
}

const unchanged = (world: World): World =>
	desk(cleared(world, 'console', 'console.set-'), { edits: {}, message: null });

function applied(world: World, id: PolicyPageId): World {
	const counts = policyFields.flatMap((one) => {
		const count = one.page === id ? typed(world, one) : undefined;
		return count === undefined ? [] : [[one.id, count] as const];
	});
	const values = { ...consoleOf(world).edits, ...Object.fromEntries(counts) };
	return asked(world, { act: 'apply-policy', page: id, values }, unchanged);
}

/** A number that was typed and is not applied. */
function typed(world: World, one: PolicyField): number | undefined {
	const entry = draftOf(world, 'console', `console.set-${one.id}`);
	return entry?.kind === 'count' ? entry.count : undefined;
}

function fieldOf(world: World, one: PolicyField): Live[] {
	const { id, label, takes } = one;
	const now = valueOf(world, one);
	switch (takes.kind) {
		case 'tick':
			return [
				choice(`console.tick-${id}`, label, (before) => edited(before, { [id]: now !== true }), now === true),
			];
		case 'word':
			return [
				heading(`console.name-${id}`, label),
				...takes.words.map(([word, text]) =>
					choice(
						`console.pick-${id}-${word}`,
						text,
						(before) => edited(before, { [id]: word }),
						now === word,
					),
				),
			];
		case 'count':
			return [
				value(`console.now-${id}`, label),
				value(`console.now-${id}-value`, now === null ? (takes.none ?? '') : String(now)),
				...field(
					world,
					'console',
					`console.set-${id}`,
					`${label}: new value, ${takes.from} to ${takes.to}`,
					'count',
					consoleText(world),
				),
				...(takes.none
					? [
							choice(
								`console.none-${id}`,
								takes.none,
								(before) => edited(cleared(before, 'console', `console.set-${id}`), { [id]: null }),
								now === null,
							),
						]
					: []),
			];
	}
}

/**
 * A row for each operating system (facts 5.6): Allowed, one of the two apps, and Push Notifications. With neither app
 * the row is not allowed; ticking Allowed brings the app that it had.
 */
function inRow(world: World, one: PolicyField, target: string): Live[] {
	const row = target.toLowerCase().replaceAll(' ', '-');
	const at = (column: string, control: Live) => cell(titles.targets, target, column, control);
	const now = (id: string) => {
		const wanted = policyField(`${row}-${id}`);
		return wanted ? valueOf(world, wanted) : null;
	};
	const allowed = now('allowed') === true;
	const box = (id: string, text: string, values: Record<string, PolicyValue>, on: boolean, can = true) =>
		choice(`console.tick-${row}-${id}`, `${text}: ${target}`, (before) => edited(before, values), on, can);
	if (one.id === `${row}-allowed`)
		return [
			...at('Device', value(`console.row-${row}`, target)),
			...at('Allowed', box('allowed', 'Allowed', { [one.id]: !allowed }, allowed)),
		];
	if (one.id === `${row}-app`)
		return ['MobilePASS+', 'MobilePASS 8'].flatMap((app) => {
			const on = allowed && now('app') === app;
			const text = app === 'MobilePASS 8' ? 'MobilePASS8' : app;
			const values = on ? { [`${row}-allowed`]: false } : { [one.id]: app, [`${row}-allowed`]: true };
			const id = app === 'MobilePASS+' ? 'plus' : 'eight';
			return at(text, box(id, text, values, on, takesValue(one, app)));
		});
	const pushes = now('push') === true;
	const can = allowed && now('app') === 'MobilePASS+';
	return at(
		'Push Notifications',
		box('push', 'Push Notifications', { [one.id]: !pushes }, can && pushes, can),
	);
}

const shown = (value: PolicyValue): string =>
	value === true ? 'on' : value === false ? 'off' : value === null ? 'none' : String(value);

/** Time, operator, values: the last five changes, newest first (facts 5.13). */
function changeLog(world: World, id: PolicyPageId): Live[] {
	const changes = changesOf(world.service, id);
	if (changes.length === 0) return [value('console.no-changes', 'No changes')];
	return changes.flatMap(({ at, by, values }, i) =>
		textRow('Change Log', `change-${i}`, {
			Time: moment(at),
			Operator: by,
			Values: values
				.map(({ field: changed, from, to }) => {
					const one = policyField(changed);
					const name = one?.target ? `${one.target}, ${one.label}` : (one?.label ?? changed);
					return `${name}: ${shown(from)} → ${shown(to)}`;
				})
				.join('; '),
		}),
	);
}
