/** For tests only: walks of a service by acts drawn at random, with all that was accepted on record. */
import fc from 'fast-check';
import { DAY, HOUR, MANAGER, MINUTE, OPERATOR, SECOND, START, USER, people } from './fixture.ts';
import {
	createService,
	lineOf,
	perform,
	tokenOf,
	userOf,
	type Entry,
	type Instant,
	type Outcome,
	type Service,
	type ServiceCommand,
} from './service.ts';

/** One act as drawn: a kind, and numbers that choose among what there is when its turn comes. */
export type Draft = { readonly kind: Kind; readonly a: number; readonly b: number; readonly wait: number };

const KINDS = [
	'code',
	'code',
	'code',
	'repeat',
	'password',
	'password',
	'password',
	'raw',
	'raw',
	'request',
	'change',
	'change',
	'provision',
	'replace',
	'open',
	'link',
	'string',
	'string',
	'broken-string',
	'suspend',
	'suspend',
	'activate',
	'revoke',
	'reinitialize',
	'unlock',
	'assign',
	'resync',
	'remove-lines',
	'reload',
] as const;
type Kind = (typeof KINDS)[number];

const WAITS = [
	0,
	0,
	0,
	SECOND,
	20 * SECOND,
	30 * SECOND,
	3 * MINUTE,
	16 * MINUTE,
	2 * HOUR,
	3 * DAY,
	31 * DAY,
];

export const drafts: fc.Arbitrary<Draft[]> = fc.array(
	fc.record({
		kind: fc.constantFrom(...KINDS),
		a: fc.nat(1000),
		b: fc.nat(1000),
		wait: fc.constantFrom(...WAITS),
	}),
	{ minLength: 12, maxLength: 30, size: 'max' },
);

export const started = (): Service =>
	createService({
		seed: 'walk',
		startsAt: START,
		stock: 3,
		users: people([{}, { state: 'Suspended' }]),
		policy: {
			lock: { threshold: 4 },
			task: { maxTries: 2 },
			staticPassword: { maxUses: 4 },
			window: { resync: { time: 8, event: 8 } },
		},
	});

export type Step = {
	readonly command: ServiceCommand;
	readonly now: Instant;
	readonly before: Service;
	readonly after: Service;
	readonly reply: Outcome<unknown, string>['reply'];
};

/** Does the drafts one after the other and tells `watch` about each act. */
export function walk(list: readonly Draft[], watch: (step: Step) => void = () => {}): Service {
	let service = started();
	let now = START;
	const codes: Entry[] = [];
	for (const draft of list) {
		now += draft.wait;
		if (draft.kind === 'reload') {
			service = JSON.parse(JSON.stringify(service)) as Service;
			continue;
		}
		const command = commandOf(service, draft, now, codes);
		if (command.act === 'login' && command.input.entry.kind === 'passcode') codes.push(command.input.entry);
		const { service: after, reply } = perform(service, command, now);
		watch({ command, now, before: service, after, reply });
		service = after;
	}
	return service;
}

const pick = <Item>(items: readonly Item[], index: number): Item | undefined => items[index % items.length];

function commandOf(
	service: Service,
	{ kind, a, b }: Draft,
	now: Instant,
	codes: readonly Entry[],
): ServiceCommand {
	const user = userOf(service, USER);
	const serials = Object.values(service.tokens).flatMap((bucket) => Object.keys(bucket));
	const serial = pick(a % 3 ? (user?.serials ?? []) : serials, b) ?? pick(serials, b) ?? '';
	const task = pick(user?.tasks ?? [], (user?.tasks.length ?? 1) - 1 - (a % 4 ? 0 : b)) ?? 'T0001';
	const onToken = { operator: OPERATOR, serial };
	const line = lineOf(service, task, USER);
	const device = { target: 'Windows 10', app: 'MobilePASS+', deviceType: 'Laptop' } as const;
	const login = (entry: Entry): ServiceCommand => ({ act: 'login', input: { user: USER, entry } });
	const code = (offset: number): Entry => {
		const token = tokenOf(service, serial);
		const activation = token ? Math.max(0, token.retired.length - (token.seed && a % 7 ? 0 : 1)) : 0;
		return { kind: 'passcode', serial, activation, step: Math.floor(now / 30_000) + offset };
	};
	const string: Entry = { kind: 'activation-string', task, user: USER };
	switch (kind) {
		case 'code':
			return login(code((a % 9) - 4));
		case 'repeat':
			return login(pick(codes, a) ?? code(0));
		case 'password':
			return login({
				kind: 'static-password',
				password:
					pick(user?.passwords ?? [], (user?.passwords.length ?? 1) - 1 + (a % 4 ? 0 : b))?.id ?? 'P1',
			});
		case 'raw':
			return login({ kind: 'raw', text: String(a).padStart(6, '0') });
		case 'request':
			return {
				act: 'requestStaticPassword',
				input: { requester: MANAGER, user: USER, mustChange: a % 2 === 0 },
			};
		case 'change': {
			const entry: Entry = { kind: 'raw', text: `fresh-${a}-${b}` };
			return { act: 'changeStaticPassword', input: { user: USER, entry, again: entry } };
		}
		case 'provision':
			return { act: 'provision', input: { operator: OPERATOR, users: [USER], replaces: a % 2 === 0 } };
		case 'replace':
			return { act: 'requestReplacementToken', input: { requester: MANAGER, user: USER } };
		case 'open':
			return { act: 'openEnrollment', input: { task, user: USER } };
		case 'link':
			return {
				act: 'enroll',
				input: { by: 'link', task, user: USER, session: line?.session ?? 1, ...device },
			};
		case 'string':
			return { act: 'enroll', input: { by: 'string', entry: string, ...device } };
		case 'broken-string':
			return {
				act: 'enroll',
				input: { by: 'string', entry: { kind: 'near-miss', of: string, how: 'too-short' }, ...device },
			};
		case 'suspend':
			return { act: 'suspend', input: { ...onToken, staticPassword: a % 2 === 0 } };
		case 'activate':
			return { act: 'activate', input: onToken };
		case 'revoke':
			return {
				act: 'revoke',
				input: {
					...onToken,
					to: pick(['Inventory', 'Inventory', 'Lost', 'Initialize'] as const, a) ?? 'Lost',
				},
			};
		case 'reinitialize':
			return { act: 'reinitialize', input: onToken };
		case 'unlock':
			return { act: 'unlock', input: { operator: OPERATOR, user: USER } };
		case 'assign':
			return { act: 'assign', input: { operator: OPERATOR, user: USER } };
		case 'resync':
			return { act: 'resync', input: { ...onToken, first: code((a % 12) - 6), second: code((a % 12) - 5) } };
		case 'remove-lines':
			return { act: 'removeTaskLines', input: { operator: OPERATOR, task } };
		case 'reload':
			throw new Error('walk: expected an act, got a reload');
	}
}
