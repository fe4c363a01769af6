import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seed } from '../../../tests/support/seed.ts';
import type { PolicyOverrides } from '../policy.ts';
import { Bench, OPERATOR, SECOND, USER } from './fixture.ts';
import {
	approvePush,
	askForPush,
	denyPush,
	pushesOf,
	pushRequestsOf,
	reportPush,
	type PushRequest,
} from './push.ts';
import { activate, login, suspend, tokenOf, unlock, userOf, type Entry, type Service } from './service.ts';

const settings = { numRuns: process.env.LONG === '1' ? 5_000 : 400, seed };
const timeout = 120_000;
const HISTORY = 4;
const policy: PolicyOverrides = {
	targets: { 'Windows 10': { push: true } },
	push: { history: HISTORY, timeoutSeconds: 40 },
};
const tokens = [
	{ target: 'Windows 10', push: 'Enabled' },
	{ target: 'Android', push: 'Enabled' },
] as const;

/** What anybody may do; `which` picks among the requests, also those that ended. */
type Draft =
	| { readonly do: 'ask'; readonly right: boolean; readonly reached: 'all' | 'first' | 'none' }
	| {
			readonly do: 'approve';
			readonly which: number;
			readonly token: 0 | 1;
			readonly steps: number;
			readonly number: number;
	  }
	| { readonly do: 'deny' | 'report'; readonly which: number; readonly token: 0 | 1 }
	| { readonly do: 'wait'; readonly seconds: number }
	| { readonly do: 'suspend' | 'activate'; readonly token: 0 | 1 }
	| { readonly do: 'unlock' | 'wrong-code' };

const token = fc.constantFrom(0 as const, 1 as const);
const which = fc.nat({ max: 30 });
const draft: fc.Arbitrary<Draft> = fc.oneof(
	{
		weight: 5,
		arbitrary: fc.record({
			do: fc.constant('ask' as const),
			right: fc.boolean(),
			reached: fc.constantFrom('all' as const, 'all' as const, 'first' as const, 'none' as const),
		}),
	},
	{
		weight: 5,
		arbitrary: fc.record({
			do: fc.constant('approve' as const),
			which,
			token,
			steps: fc.constantFrom(0, 0, 0, 1, 3, 40),
			number: fc.nat({ max: 2 }),
		}),
	},
	{
		weight: 4,
		arbitrary: fc.record({ do: fc.constantFrom('deny' as const, 'report' as const), which, token }),
	},
	{ weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.nat({ max: 60 }) }) },
	{
		weight: 1,
		arbitrary: fc.record({ do: fc.constantFrom('suspend' as const, 'activate' as const), token }),
	},
	{ weight: 2, arbitrary: fc.record({ do: fc.constantFrom('unlock' as const, 'wrong-code' as const) }) },
);
const drafts = fc.record({ list: fc.array(draft, { maxLength: 40 }), numberMatching: fc.boolean() });

type Seen = {
	readonly draft: Draft;
	readonly before: Service;
	readonly after: Service;
	readonly ok: boolean;
};

/** Does every draft, and says what was before and after each. */
function played(list: readonly Draft[], numberMatching: boolean, texts: string[] = []): Seen[] {
	const at = new Bench({ tokens, policy: { ...policy, push: { ...policy.push, numberMatching } } });
	return list.map((one) => {
		const before = at.service;
		texts.push(JSON.stringify(before));
		return { draft: one, before, ok: play(at, one), after: at.service };
	});
}

function play(at: Bench, one: Draft): boolean {
	const requests = pushRequestsOf(at.service, USER);
	const of = (index: number, by: 0 | 1) => ({
		user: USER,
		request: requests[index % Math.max(1, requests.length)]?.id ?? 'R0',
		serial: at.token(by).serial,
	});
	switch (one.do) {
		case 'ask': {
			const password: Entry = one.right
				? { kind: 'card', value: 'computer-password' }
				: { kind: 'raw', text: 'x' };
			const reached = { all: {}, first: { reached: [at.token(0).serial] }, none: { reached: [] } }[
				one.reached
			];
			return at.do(askForPush, {
				user: USER,
				trigger: { kind: 'nothing' },
				password,
				resource: 'mail',
				origin: 'here',
				...reached,
			}).ok;
		}
		case 'approve': {
			const input = of(one.which, one.token);
			const choices = requests.find(({ id }) => id === input.request)?.match?.choices ?? [];
			const entry = at.code(one.steps, input.serial);
			return at.do(approvePush, { ...input, entry, number: choices[one.number] ?? 0 }).ok;
		}
		case 'deny':
			return at.do(denyPush, of(one.which, one.token)).ok;
		case 'report':
			return at.do(reportPush, of(one.which, one.token)).ok;
		case 'wait':
			at.wait(one.seconds * SECOND);
			return at.do(login, { user: USER, entry: { kind: 'nothing' } }).ok;
		case 'suspend':
		case 'activate':
			return at.do(one.do === 'suspend' ? suspend : activate, {
				operator: OPERATOR,
				serial: at.token(one.token).serial,
			}).ok;
		case 'unlock':
			return at.do(unlock, { operator: OPERATOR, user: USER }).ok;
		case 'wrong-code':
			return at.do(login, { user: USER, entry: { kind: 'raw', text: 'no' } }).ok;
	}
}

const holds = (sentence: string, check: (seen: Seen) => void) =>
	test(
		sentence,
		() => {
			fc.assert(
				fc.property(drafts, ({ list, numberMatching }) => {
					for (const seen of played(list, numberMatching)) check(seen);
				}),
				settings,
			);
		},
		timeout,
	);

const byId = (service: Service) => new Map(pushRequestsOf(service, USER).map((one) => [one.id, one]));
function find(service: Service) {
	const user = userOf(service, USER);
	if (!user) throw new Error('expected the user, got none');
	return user;
}
const moved = ({ before, after }: Seen): readonly (readonly [PushRequest | undefined, PushRequest])[] => {
	const was = byId(before);
	return [...byId(after).values()]
		.filter((one) => was.get(one.id) !== one)
		.map((one) => [was.get(one.id), one]);
};

holds(
	'a request only ever goes from waiting to one end; then only a denied one changes, by its report',
	(seen) => {
		for (const [was, is] of moved(seen)) {
			if (!was) {
				expect([is.state, is.endedAt, is.answeredBy, is.reported]).toEqual(['waiting', null, null, false]);
				continue;
			}
			if (was.state === 'waiting') expect(is.state).not.toBe('waiting');
			else expect(is).toEqual({ ...was, state: 'denied', reported: true });
		}
	},
);

holds('what ended ended in its time, with a token to which it went, or nobody answered', (seen) => {
	for (const [, is] of moved(seen)) {
		if (is.state === 'waiting') continue;
		if (is.state === 'expired') {
			expect([is.answeredBy, is.endedAt]).toEqual([null, is.expiresAt]);
			continue;
		}
		expect(is.serials).toContain(is.answeredBy);
		expect(is.endedAt).toBeLessThan(is.expiresAt);
	}
});

holds(
	'nobody is logged in but by an approval, with a token that was active and a code that is then used up',
	(seen) => {
		const [was, is] = [find(seen.before), find(seen.after)];
		const approved = moved(seen).filter(([, one]) => one.state === 'approved');
		expect(approved).toHaveLength(seen.draft.do === 'approve' && seen.ok ? 1 : 0);
		if (is.lastSuccess !== was.lastSuccess) expect(approved).toHaveLength(1);
		for (const [, { answeredBy }] of approved) {
			const [before, after] = [seen.before, seen.after].map((service) => tokenOf(service, answeredBy ?? ''));
			expect(before?.state).toBe('Active');
			expect(after?.mark).toBeGreaterThanOrEqual(Math.max(0, before?.mark ?? 0));
			expect([is.failures, was.lock]).toEqual([0, null]);
		}
	},
);

holds(
	'a denial counts one failure unless the account is locked; asking, expiring and reporting count none',
	(seen) => {
		const [was, is] = [find(seen.before), find(seen.after)];
		if (seen.draft.do === 'ask' || seen.draft.do === 'report') expect(is.failures).toBe(was.failures);
		if (seen.draft.do === 'deny' && seen.ok) expect(is.failures).toBe(was.failures + (was.lock ? 0 : 1));
		if (seen.draft.do === 'wait' && !was.lock) expect(is.failures).toBe(was.failures);
	},
);

holds(
	'a locked account has no way in, and every request has one owner, one number and few forebears',
	(seen) => {
		const { after } = seen;
		const requests = pushRequestsOf(after, USER);
		expect(requests.filter(({ state }) => state !== 'waiting').length).toBeLessThanOrEqual(HISTORY);
		expect(new Set(requests.map(({ id }) => id)).size).toBe(requests.length);
		for (const { user, id, expiresAt, askedAt, state } of requests) {
			expect([user, expiresAt - askedAt, Number(id.slice(1)) <= pushesOf(after).last]).toEqual([
				USER,
				40_000,
				true,
			]);
			if (state === 'waiting') expect(expiresAt).toBeGreaterThan(after.now);
		}
		const before = find(seen.before);
		if (before.lock && (before.lock.until ?? 0) > after.now && seen.draft.do === 'approve')
			expect(seen.ok).toBe(false);
	},
);

holds('each report is one alert, and nothing else is', (seen) => {
	const more = pushesOf(seen.after).alerts.length - pushesOf(seen.before).alerts.length;
	expect(more).toBe(seen.draft.do === 'report' && seen.ok ? 1 : 0);
});

test(
	'the same drafts give the same service, byte for byte, and what was before stays as it was',
	() => {
		fc.assert(
			fc.property(drafts, ({ list, numberMatching }) => {
				const texts: string[] = [];
				const one = played(list, numberMatching, texts);
				const other = played(list, numberMatching);
				expect(JSON.stringify(one.at(-1)?.after)).toBe(JSON.stringify(other.at(-1)?.after));
				expect(one.map(({ before }) => JSON.stringify(before))).toEqual(texts);
			}),
			{ ...settings, numRuns: settings.numRuns / 4 },
		);
	},
	timeout,
);

test('the walks come to every end', () => {
	const ends = new Set<string>();
	fc.assert(
		fc.property(drafts, ({ list, numberMatching }) => {
			for (const seen of played(list, numberMatching))
				for (const [, { state, reported }] of moved(seen)) ends.add(reported ? 'reported' : state);
		}),
		settings,
	);
	expect([...ends].sort()).toEqual(['approved', 'denied', 'expired', 'failed', 'reported', 'waiting']);
});
