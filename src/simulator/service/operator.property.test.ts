import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seed } from '../../../tests/support/seed.ts';
import { Bench, MANAGER, OPERATOR, SECOND, USER } from './fixture.ts';
import {
	applyPolicy,
	changesOf,
	figuresOf,
	mobileAppOf,
	noRecords,
	openTasks,
	policyFields,
	policyPageIds,
	policyValue,
	takesValue,
	tokensFound,
	tokenStates,
	usersFound,
	verifyCaller,
	type PolicyValue,
} from './operator.ts';
import { denyPush, pushRequestsOf } from './push.ts';
import { permitPush } from './push-permission.ts';
import { acts, setPasswordOf, tokensOf, userOf, type Service } from './service.ts';

const settings = { numRuns: process.env.LONG === '1' ? 5_000 : 100, seed };
const timeout = 120_000;

const who = fc.constantFrom(USER, MANAGER, OPERATOR);
/** What an operator, or the person on the telephone, may do next. */
const draft = fc.oneof(
	fc.record({
		do: fc.constant('policy' as const),
		page: fc.constantFrom(...policyPageIds),
		fields: fc.array(fc.nat({ max: policyFields.length - 1 }), { maxLength: 3 }),
		value: fc.oneof(
			fc.boolean(),
			fc.integer({ min: -1, max: 40 }),
			fc.constant(null),
			fc.constantFrom('none', 'MobilePASS 8', 'MobilePASS+', 'nothing'),
		),
	}),
	fc.record({ do: fc.constantFrom('provision' as const, 'enroll' as const, 'assign' as const), who }),
	fc.record({ do: fc.constantFrom('verify' as const, 'deny' as const, 'unlock' as const), who }),
	fc.record({ do: fc.constantFrom('password' as const, 'revoke-password' as const), who }),
	fc.record({
		do: fc.constantFrom('suspend' as const, 'activate' as const, 'revoke' as const, 'switch' as const),
		who,
		which: fc.nat({ max: 3 }),
		to: fc.constantFrom('Inventory' as const, 'Lost' as const, 'Initialize' as const),
	}),
	fc.record({
		do: fc.constant('wait' as const),
		seconds: fc.oneof(fc.nat({ max: 50 }), fc.nat({ max: 90_000 })),
	}),
);
type Draft = typeof draft extends fc.Arbitrary<infer One> ? One : never;
const drafts = fc.array(draft, { minLength: 3, maxLength: 40 });

type Seen = {
	readonly draft: Draft;
	readonly before: Service;
	readonly after: Service;
	readonly ok: boolean;
};

function played(list: readonly Draft[]): Seen[] {
	const at = new Bench({ tokens: [{ target: 'Android', push: 'Enabled' }], stock: 3 });
	at.service = { ...at.service, console: noRecords };
	return list.map((one) => {
		const before = at.service;
		return { draft: one, before, ok: play(at, one), after: at.service };
	});
}

function play(at: Bench, one: Draft): boolean {
	const by = { operator: OPERATOR };
	switch (one.do) {
		case 'wait':
			at.wait(one.seconds * SECOND);
			// what came due until then happens with the next act
			return at.do(acts.unlock, { operator: OPERATOR, user: 'ZZ1' }).ok;
		case 'policy': {
			const values: Record<string, PolicyValue> = {};
			for (const index of one.fields) values[policyFields[index]!.id] = one.value;
			return at.do(applyPolicy, { ...by, page: one.page, values }).ok;
		}
		case 'provision':
			return at.do(acts.provision, { ...by, users: [one.who] }).ok;
		case 'enroll': {
			const task = userOf(at.service, one.who)?.tasks.at(-1) ?? 'T0000';
			const page = at.do(acts.openEnrollment, { task, user: one.who });
			if (!page.ok) return false;
			const link = { by: 'link', task, user: one.who, session: page.value.session } as const;
			const how = { ...link, target: 'Android', app: 'MobilePASS+', deviceType: 'Phone' } as const;
			return at.do(acts.enroll, { ...how, allowPush: true }).ok;
		}
		case 'assign':
			return at.do(acts.assign, { ...by, user: one.who }).ok;
		case 'verify':
			return at.do(verifyCaller, { ...by, user: one.who }).ok;
		case 'deny': {
			// whoever was asked last: requests do not wait long
			const requests = [one.who, USER, MANAGER, OPERATOR].flatMap((user) => pushRequestsOf(at.service, user));
			const request = requests.find(({ state }) => state === 'waiting') ?? requests[0];
			const { user = one.who, id = 'R0', serials = [] } = request ?? {};
			return at.do(denyPush, { user, request: id, serial: serials[0] ?? '0' }).ok;
		}
		case 'unlock':
			return at.do(acts.unlock, { ...by, user: one.who }).ok;
		case 'password':
			return at.do(acts.requestStaticPassword, { requester: OPERATOR, user: one.who }).ok;
		case 'revoke-password':
			return at.do(acts.revokeStaticPassword, { ...by, user: one.who }).ok;
		default: {
			const tokens = tokensOf(at.service, one.who);
			const token = tokens[one.which % Math.max(1, tokens.length)];
			const serial = token?.serial ?? '0';
			if (one.do === 'suspend') return at.do(acts.suspend, { ...by, serial }).ok;
			if (one.do === 'activate') return at.do(acts.activate, { ...by, serial }).ok;
			if (one.do === 'revoke') return at.do(acts.revoke, { ...by, serial, to: one.to }).ok;
			const on = token?.device?.push !== 'Enabled';
			return at.do(permitPush, { user: one.who, serial, on }).ok;
		}
	}
}

const all = (check: (seen: Seen) => void) => () =>
	fc.assert(
		fc.property(drafts, (list) => {
			for (const seen of played(list)) check(seen);
		}),
		settings,
	);

test(
	'the snapshot counts what the stock counts, and every token is in the list once',
	all(({ after }) => {
		const figures = figuresOf(after);
		for (const state of tokenStates) {
			expect(figures.MobilePASS[state] + figures.OATH[state]).toBe(after.stock.counts[state]);
			expect(tokensFound(after, { state })).toHaveLength(after.stock.counts[state]);
		}
		expect(figures.Password.Active).toBe(usersFound(after, '').filter((user) => setPasswordOf(user)).length);
		const serials = tokensFound(after).map(({ serial }) => serial);
		expect(new Set(serials).size).toBe(serials.length);
	}),
	timeout,
);

test(
	'a policy changes only by Apply, and then the log begins with exactly what changed',
	all(({ draft: one, before, after, ok }) => {
		if (one.do !== 'policy' || !ok) {
			expect(after.policy).toBe(before.policy);
			expect(after.console).toBe(before.console);
			return;
		}
		const [newest, ...older] = changesOf(after, one.page);
		expect(older).toEqual(changesOf(before, one.page).slice(0, 4));
		expect(newest).toMatchObject({ at: after.now, by: OPERATOR });
		for (const { id, page } of policyFields) {
			const [from, to] = [policyValue(before.policy, id), policyValue(after.policy, id)];
			const said = newest?.values.find(({ field }) => field === id);
			expect(said).toEqual(from === to ? undefined : { field: id, from, to });
			if (page !== one.page) expect(to).toBe(from);
		}
	}),
	timeout,
);

test(
	'every policy that can be applied is one that the fields take',
	all(({ after }) => {
		for (const field of policyFields) expect(takesValue(field, field.read(after.policy))).toBe(true);
		const { staticPassword, window } = after.policy;
		expect(staticPassword.minLength).toBeLessThanOrEqual(staticPassword.maxLength);
		expect(window.event.inner).toBeLessThanOrEqual(window.event.outer);
		expect(window.time.inner).toBeLessThanOrEqual(window.time.outer);
	}),
	timeout,
);

test(
	'the push state of a token’s details never changes but with its enrollment',
	all(({ before, after }) => {
		for (const token of tokensFound(after)) {
			const old = tokensFound(before, { serial: token.serial }).find(({ serial }) => serial === token.serial);
			if (old?.enrolledAt !== token.enrolledAt || old?.retired.length !== token.retired.length) continue;
			expect(mobileAppOf(token)?.push).toBe(mobileAppOf(old)?.push);
		}
	}),
	timeout,
);

test(
	'nobody’s revocation takes the last method of an operator',
	all(({ draft: one, before, after }) => {
		if (one.do !== 'revoke' && one.do !== 'revoke-password') return;
		const methods = (service: Service) => {
			const user = userOf(service, OPERATOR)!;
			const active = tokensOf(service, OPERATOR).filter(
				({ state }) => state === 'Active' || state === 'Locked',
			);
			return active.length + (setPasswordOf(user) ? 1 : 0);
		};
		if (methods(before) > 0) expect(methods(after)).toBeGreaterThan(0);
	}),
	timeout,
);

test(
	'a caller is asked only by an operator’s act that is accepted, once, and only on tokens that take a push',
	all(({ draft: one, before, after, ok }) => {
		for (const user of [USER, MANAGER, OPERATOR]) {
			const known = new Set(pushRequestsOf(before, user).map(({ id }) => id));
			const fresh = pushRequestsOf(after, user).filter(({ id }) => !known.has(id));
			expect(fresh).toHaveLength(one.do === 'verify' && ok && one.who === user ? 1 : 0);
			for (const { serials } of fresh) {
				expect(serials.length).toBeGreaterThan(0);
				for (const serial of serials)
					expect(tokensOf(before, user).find((token) => token.serial === serial)?.device?.push).toBe(
						'Enabled',
					);
			}
		}
	}),
	timeout,
);

test(
	'open tasks hold a line from which something still comes, the newest first',
	all(({ after }) => {
		const open = openTasks(after);
		for (const { lines } of open)
			expect(Object.values(lines).some(({ status }) => status === 'Active' || status === 'Enrolled')).toBe(
				true,
			);
		const starts = open.map(({ startsAt }) => startsAt);
		expect(starts).toEqual([...starts].sort((a, b) => b - a));
	}),
	timeout,
);

test(
	'the walks go everywhere',
	() => {
		const seen = fc.sample(drafts, { ...settings, numRuns: 200 }).flatMap(played);
		for (const kind of [
			'policy',
			'provision',
			'enroll',
			'assign',
			'verify',
			'deny',
			'password',
			'revoke',
			'switch',
		])
			expect([kind, seen.some(({ draft: one, ok }) => one.do === kind && ok)]).toEqual([kind, true]);
		expect(seen.some(({ draft: one, ok }) => one.do === 'policy' && !ok)).toBe(true);
		expect(seen.some(({ draft: one, ok }) => one.do === 'revoke' && !ok)).toBe(true);
	},
	timeout,
);
