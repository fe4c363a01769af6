/** For tests and benchmarks only: a service with one operator, one manager and one employee. */
import type { PolicyOverrides } from '../policy.ts';
import {
	activate,
	assign,
	changePolicy,
	createService,
	enroll,
	login,
	openEnrollment,
	provision,
	requestStaticPassword,
	revoke,
	stepAt,
	suspend,
	tokenOf,
	tokensOf,
	unlock,
	userOf,
	type Credential,
	type Entry,
	type Instant,
	type NewService,
	type NewUser,
	type Outcome,
	type Service,
} from './service.ts';

export const START: Instant = Date.UTC(2026, 10, 23, 14, 0, 0);
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const OPERATOR = 'OP00001';
export const MANAGER = 'MG00001';
export const USER = 'AB12345';

export const people = (tokens: NewUser['tokens'] = []): NewUser[] => [
	{ id: OPERATOR, firstName: 'Olga', lastName: 'Berg', email: 'olga.berg@example.com', operator: true },
	{ id: MANAGER, firstName: 'Max', lastName: 'Ito', email: 'max.ito@example.com' },
	{ id: USER, firstName: 'Ada', lastName: 'Cole', email: 'Ada.Cole@example.com', tokens },
];

type Options = Partial<NewService> & {
	readonly tokens?: NewUser['tokens'];
	readonly policy?: PolicyOverrides;
};

/** A service held in one place, its clock standing at `START` until it is told to move. */
export class Bench {
	service: Service;
	now: Instant = START;

	constructor({ tokens, ...given }: Options = {}) {
		this.service = createService({ seed: 'bench', startsAt: START, users: people(tokens), ...given });
	}

	wait(ms: number): this {
		this.now += ms;
		return this;
	}

	/** Does an act now and keeps the service that it gives. */
	do<Input, Value, Reason extends string>(
		act: (service: Service, input: Input, now: Instant) => Outcome<Value, Reason>,
		input: Input,
	): Outcome<Value, Reason>['reply'] {
		const { service, reply } = act(this.service, input, this.now);
		this.service = service;
		return reply;
	}

	/** Like `do`, where the test depends on the act being accepted. */
	must<Input, Value, Reason extends string>(
		act: (service: Service, input: Input, now: Instant) => Outcome<Value, Reason>,
		input: Input,
	): Value {
		const reply = this.do(act, input);
		if (!reply.ok) throw new Error(`expected the act to be accepted, got ${reply.reason}`);
		return reply.value;
	}

	login(entry: Entry, user = USER) {
		return this.do(login, { user, entry });
	}

	user(id = USER) {
		const user = userOf(this.service, id);
		if (!user) throw new Error(`expected a user ${id}, got none`);
		return user;
	}

	token(index = 0, user = USER) {
		const token = tokensOf(this.service, user)[index];
		if (!token) throw new Error(`expected token ${index} of ${user}, got none`);
		return token;
	}

	/** The code that a device `offset` steps ahead shows now (event tokens: `offset` codes after the mark). */
	code(offset = 0, serial = this.token().serial): Extract<Entry, { kind: 'passcode' }> {
		const token = tokenOf(this.service, serial);
		if (!token?.seed) throw new Error(`expected an enrolled token ${serial}, got none`);
		const base = token.seed.mode === 'time' ? stepAt(token.seed, this.now) : token.mark;
		return { kind: 'passcode', serial, activation: token.retired.length, step: base + offset };
	}

	/** Requests a static password; the entry is what its e-mail shows. */
	staticPassword(options: { mustChange?: boolean; maxUses?: number } = {}): Entry {
		const given = this.must(requestStaticPassword, { requester: MANAGER, user: USER, ...options });
		return { kind: 'static-password', password: given.password };
	}

	provision(replaces?: boolean): string {
		const input = { operator: OPERATOR, users: [USER], ...(replaces === undefined ? {} : { replaces }) };
		return this.must(provision, input).task;
	}

	/** Provisions, opens the page and enrolls a MobilePASS+ token on Windows. */
	enroll(replaces?: boolean): Credential {
		const task = this.provision(replaces);
		const { session } = this.must(openEnrollment, { task, user: USER });
		const link = { by: 'link', task, user: USER, session } as const;
		return this.must(enroll, { ...link, target: 'Windows 10', app: 'MobilePASS+', deviceType: 'Laptop' });
	}

	suspend = (serial = this.token().serial) => this.must(suspend, { operator: OPERATOR, serial });
	activate = (serial = this.token().serial) => this.must(activate, { operator: OPERATOR, serial });
	revoke = (serial = this.token().serial) =>
		this.must(revoke, { operator: OPERATOR, serial, to: 'Inventory' });
	assign = () => this.must(assign, { operator: OPERATOR, user: USER });
	unlock = (user = USER) => this.must(unlock, { operator: OPERATOR, user });
	policy = (policy: PolicyOverrides) => this.must(changePolicy, { operator: OPERATOR, policy });
}

/** Six digits that no code is likely to be. */
export const WRONG: Entry = { kind: 'raw', text: 'not-it' };
