import { describe, expect, test } from 'vitest';
import { defaultPolicy, policyWith } from '../policy.ts';
import {
	changeTokenPin,
	createTokenPin,
	isTrivial,
	pinProblem,
	serverPinProblem,
	tryTokenPin,
} from './pin.ts';

const policy = defaultPolicy.pin;
const refusal = (reason: string) => ({ ok: false, reason });

describe('a PIN', () => {
	test.each([
		['4821', null],
		['482', 'too-short'],
		['48211', 'too-long'],
		['', 'too-short'],
		['48a1', 'wrong-characters'],
		['4 21', 'wrong-characters'],
		['1234', null],
	])('"%s": %s', (text, problem) => expect(pinProblem(policy, text)).toBe(problem));

	test('may have letters where the policy says so', () => {
		const letters = { ...policy, characters: 'letters-and-digits', length: 6 } as const;
		expect(['4821ab', 'ABCxyz', '4821a-', '4821'].map((text) => pinProblem(letters, text))).toEqual([
			null,
			null,
			'wrong-characters',
			'too-short',
		]);
	});

	test('that is trivial is refused where the filter is on', () => {
		const strict = { ...policy, refuseTrivial: true };
		const problems = ['0000', '1234', '9876', '1235', '4821', '1212'].map((text) => pinProblem(strict, text));
		expect(problems).toEqual(['trivial', 'trivial', 'trivial', null, null, null]);
		expect(['abcd', 'zyxw', 'abce', '', '7'].map(isTrivial)).toEqual([true, true, false, true, true]);
	});

	test('of the server has its own lengths', () => {
		const given = policyWith({ serverPin: { minLength: 5, maxLength: 6 }, pin: { refuseTrivial: true } });
		const problems = ['4821', '48213', '48213a', '482137x', '12345', '48 13'].map((text) =>
			serverPinProblem(given, text),
		);
		expect(problems).toEqual(['too-short', null, null, 'too-long', 'trivial', 'wrong-characters']);
		expect(serverPinProblem(defaultPolicy, '1234')).toBeNull();
	});
});

describe('a Token PIN', () => {
	test('is typed twice', () => {
		expect(createTokenPin(policy, '4821', '4821')).toEqual({
			ok: true,
			value: { text: '4821', triesLeft: 6 },
		});
		expect(createTokenPin(policy, '4821', '4812')).toEqual(refusal('entries-differ'));
		expect(createTokenPin(policy, '48', '48')).toEqual(refusal('too-short'));
	});

	test('wrong six times in a row is gone, and the right one comes too late', () => {
		let pin = { text: '4821', triesLeft: 6 };
		const replies = Array.from({ length: 7 }, (_, i) => {
			const tried = tryTokenPin(policy, pin, i < 6 ? '0000' : '4821');
			pin = tried.pin;
			return tried.reply.ok ? 'ok' : `${tried.reply.reason} ${pin.triesLeft}`;
		});
		expect(replies).toEqual(['wrong 5', 'wrong 4', 'wrong 3', 'wrong 2', 'wrong 1', 'gone 0', 'gone 0']);
	});

	test('right starts the tries anew', () => {
		expect(tryTokenPin(policy, { text: '4821', triesLeft: 1 }, '4821')).toEqual({
			pin: { text: '4821', triesLeft: 6 },
			reply: { ok: true, value: null },
		});
	});

	test('is changed after the present one', () => {
		const pin = { text: '4821', triesLeft: 3 };
		const change = (current: string, text: string, again = text) =>
			changeTokenPin(policy, pin, { current, text, again });
		expect(change('4821', '7306')).toEqual({
			pin: { text: '7306', triesLeft: 6 },
			reply: { ok: true, value: null },
		});
		expect(change('1111', '7306')).toEqual({ pin: { text: '4821', triesLeft: 2 }, reply: refusal('wrong') });
		expect(change('4821', '73')).toEqual({
			pin: { text: '4821', triesLeft: 6 },
			reply: refusal('too-short'),
		});
		expect(change('4821', '7306', '7307')).toEqual({
			pin: { text: '4821', triesLeft: 6 },
			reply: refusal('entries-differ'),
		});
	});
});
