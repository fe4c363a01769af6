import type { CourseId, Scenario } from '../../practice/scenario.ts';
import type { Draft } from './draft.ts';

type Made = NonNullable<Scenario['made']>;
type MadePush = Exclude<NonNullable<Made['push']>, true>;

/** How the World of an exercise may differ from the usual one of its course. */
export type Option = {
	readonly id: 'no-pin' | 'numbers' | 'two-tokens' | 'hello' | 'notifications-off' | 'no-qr';
	readonly label: string;
	readonly courses: readonly CourseId[];
};

/** All of them, in the order in which they are listed. */
export const options: readonly Option[] = [
	{ id: 'no-pin', label: 'The token has no PIN', courses: ['android', 'push'] },
	{ id: 'no-qr', label: 'There are no QR codes', courses: ['android'] },
	{ id: 'numbers', label: 'A number must be chosen to approve a request', courses: ['push'] },
	{ id: 'two-tokens', label: 'There are 2 tokens', courses: ['push'] },
	{ id: 'hello', label: 'Windows Hello stands for the PIN', courses: ['push'] },
	{ id: 'notifications-off', label: 'Notifications are off', courses: ['push'] },
];

/** Those that the course of a draft has. */
export const optionsOf = ({ scenario: { course } }: Draft): readonly Option[] =>
	options.filter(({ courses }) => courses.includes(course));

const pushOf = ({ push }: Made): MadePush => (typeof push === 'object' ? push : {});

export function hasOption({ scenario: { made = {} } }: Draft, id: Option['id']): boolean {
	const { policy = {} } = made;
	const push = pushOf(made);
	switch (id) {
		case 'no-pin':
			return policy.pin?.type === 'None';
		case 'no-qr':
			return policy.task?.qr === false;
		case 'numbers':
			return policy.push?.numberMatching === true;
		case 'two-tokens':
			return push.tokens === 2;
		case 'hello':
			return push.hello === true;
		case 'notifications-off':
			return push.notifications === false;
	}
}

/** A group with a member set, or taken out; nothing where none is left. */
function member<Group extends object>(
	group: Group | undefined,
	name: keyof Group,
	value: unknown,
): Group | undefined {
	const { [name]: _, ...others } = group ?? ({} as Group);
	const next = value === undefined ? others : { ...others, [name]: value };
	return Object.keys(next).length > 0 ? (next as Group) : undefined;
}

/** The same draft with an option on or off. A World that is the usual one is not described. */
export function withOption(draft: Draft, id: Option['id'], wanted: boolean): Draft {
	const { made = {}, ...scenario } = draft.scenario;
	const { policy } = made;
	const value = <Value>(on: Value) => (wanted ? on : undefined);
	const policyWith = (name: 'pin' | 'task' | 'push', key: string, on: unknown) =>
		member(made, 'policy', member(policy, name, member<object>(policy?.[name], key as never, value(on))));
	const pushWith = (key: keyof MadePush, on: unknown) =>
		member(made, 'push', member(pushOf(made), key, value(on)));
	const change = {
		'no-pin': () => policyWith('pin', 'type', 'None'),
		'no-qr': () => policyWith('task', 'qr', false),
		numbers: () => policyWith('push', 'numberMatching', true),
		'two-tokens': () => pushWith('tokens', 2),
		hello: () => pushWith('hello', true),
		'notifications-off': () => pushWith('notifications', false),
	}[id];
	const next = change();
	return { ...draft, scenario: next ? { ...scenario, made: next } : scenario };
}
