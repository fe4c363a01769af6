import { describe, expect, test } from 'vitest';
import './testing/all-courses.ts';
import { checkScenario, readScenario } from './scenario-data.ts';
import { allScenarios, drillOf } from './scenarios.ts';

const [example] = allScenarios;
if (!example) throw new Error('expected a scenario');
const asFile = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const given = (change: object) => asFile({ ...example, ...change });

describe('a scenario as data', () => {
	test.each([...allScenarios, drillOf('417-3')!])('$id is the same after a file', (scenario) => {
		const read = readScenario(asFile(scenario));
		expect(read).toEqual({ ok: true, value: asFile(scenario) });
		if (read.ok) expect(checkScenario(read.value).ok).toBe(true);
	});

	test.each([
		['no object', 'text', /Invalid type/],
		['a missing title', given({ title: undefined }), /"title"/],
		['an empty title', given({ title: '' }), /"title": expected a title/],
		['a line break', given({ about: 'One\ntwo' }), /"about": expected one line/],
		['a long text', given({ about: 'x'.repeat(301) }), /"about": expected at most 300/],
		['an unknown course', given({ course: 'juggling' }), /"course"/],
		['an unknown member', given({ secret: '1234' }), /"secret"/],
		['a typed text', given({ before: [{ do: 'type', control: 'a.b', entry: 'hunter2' }] }), /"before.0"/],
		['an act with a time', given({ before: [{ do: 'wait', at: 1 }] }), /"before.0"/],
		['a policy that nobody knows', given({ made: { policy: { pin: { digits: 3 } } } }), /"made.policy"/],
		['a policy of another kind', given({ made: { policy: { pin: { length: '4' } } } }), /"made.policy"/],
		['a part of the policy instead of a value', given({ made: { policy: { pin: 4 } } }), /"made.policy"/],
		['a list instead of a group', given({ made: { policy: { pin: [] } } }), /"made.policy"/],
		[
			'prototype keys',
			given({ made: { policy: JSON.parse('{"__proto__": {"a": 1}}') as object } }),
			/"made.policy"/,
		],
		['too many faults', given({ faults: Array.from({ length: 21 }, () => 'caps-lock-on') }), /"faults"/],
		['a negative seed', given({ seed: -1 }), /"seed"/],
		['no minutes', given({ rules: { hints: true, mistakes: null, minutes: 0 } }), /"rules.minutes"/],
	])('%s is refused with its place', (_, data, words) => {
		const read = readScenario(data);
		expect(read.ok).toBe(false);
		if (!read.ok) expect(read.reason).toMatch(words);
	});

	test.each([
		[{ made: { policy: { lock: { durationMinutes: null }, task: { qr: false } } } }],
		[{ made: { push: { tokens: 2 }, phone: true } }],
		[{ rules: { hints: false, mistakes: 3, minutes: 30 } }],
	])('%j is taken', (change) => {
		expect(readScenario(given(change))).toMatchObject({ ok: true });
	});

	test.each([
		['a step of another course', { from: 'scan-qr-code' }, /there is no step "scan-qr-code"/],
		['an end before the beginning', { from: 'get-help', until: 'start-outlook' }, /before it begins/],
		['an unknown fault', { faults: ['gremlins'] }, /by the name "gremlins"/],
		[
			'faults that exclude each other',
			{ faults: ['password-email-late', 'old-static-password', 'cable-loose', 'guest-wifi'] },
			/exclude|guest-wifi/,
		],
		['an act that is refused', { before: [{ do: 'press', control: 'no.button' }] }, /refused: not-on-screen/],
	] as const)('%s: there is no such exercise', (_, change, words) => {
		const read = readScenario(given(change));
		if (!read.ok) throw new Error(read.reason);
		const checked = checkScenario(read.value);
		expect(checked.ok).toBe(false);
		if (!checked.ok) expect(checked.reason).toMatch(words);
	});
});
