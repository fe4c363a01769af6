import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seed } from '../../../tests/support/seed.ts';
import { Bench, OPERATOR, USER } from './fixture.ts';
import { nearMiss, textOf, type CardValue, type Entry, type NearMiss } from './service.ts';

const domains = ['example.com', 'example.org'];

describe('a near miss', () => {
	test.each([
		['aBc1', 'case', 'AbC1'],
		['1234', 'case', '1235'],
		['aO1', 'letter-or-digit', 'a01'],
		['a0b', 'letter-or-digit', 'aOb'],
		['ao', 'letter-or-digit', 'a0'],
		['a1b', 'letter-or-digit', 'alb'],
		['alb', 'letter-or-digit', 'a1b'],
		['aIb', 'letter-or-digit', 'a1b'],
		['xyz', 'letter-or-digit', 'xya'],
		['1239', 'one-off', '1230'],
		['abcZ', 'one-off', 'abcA'],
		['abc', 'one-off', 'abd'],
		['ab-', 'one-off', 'abx'],
		['4821', 'too-short', '482'],
		['4821', 'too-long', '48211'],
		['4821', 'letters', 'eicb'],
		['abcd', 'letters', 'abce'],
		['4821', 'trivial', '1234'],
		['1234', 'trivial', '0000'],
		['a.b@example.com', 'other-domain', 'a.b@example.org'],
		['a.b@example.org', 'other-domain', 'a.b@example.com'],
		['AB12345', 'other-domain', 'AB12346'],
		['', 'one-off', ''],
	] as const)('of "%s" by %s is "%s"', (text, how, missed) =>
		expect(nearMiss(text, how, domains)).toBe(missed),
	);

	test('always differs', () => {
		const ways: NearMiss[] = [
			'case',
			'letter-or-digit',
			'one-off',
			'too-short',
			'too-long',
			'letters',
			'trivial',
			'other-domain',
		];
		fc.assert(
			fc.property(fc.string({ minLength: 1, maxLength: 20 }), fc.constantFrom(...ways), (text, how) => {
				expect(nearMiss(text, how, [])).not.toBe(text);
			}),
			{ numRuns: 2_000, seed },
		);
	});
});

describe('the text of an entry', () => {
	const bench = new Bench({ tokens: [{}] });
	const text = (entry: Entry, user = USER) => textOf(bench.service, user, entry);
	const card = (value: CardValue, user = USER) => text({ kind: 'card', value }, user);

	test('of the card is the user’s own', () => {
		const { computerPassword, pin, nextPin, nextStaticPassword } = bench.user().card;
		const values: CardValue[] = [
			'user-id',
			'email',
			'computer-password',
			'pin',
			'next-pin',
			'next-static-password',
		];
		expect(values.map((value) => card(value))).toEqual([
			USER,
			'Ada.Cole@example.com',
			computerPassword,
			pin,
			nextPin,
			nextStaticPassword,
		]);
		expect(card('pin', OPERATOR)).toBe(bench.user(OPERATOR).card.pin);
		expect(card('pin', 'ZZ1')).toBeNull();
	});

	test('of nothing is empty; of what is not there, nothing', () => {
		const { serial } = bench.token();
		const missing: Entry[] = [
			{ kind: 'static-password', password: 'P9' },
			{ kind: 'passcode', serial: '9', activation: 0, step: 1 },
			{ kind: 'passcode', serial, activation: 1, step: 1 },
			{ kind: 'passcode', serial, activation: 0, step: -1 },
			{ kind: 'passcode', serial, activation: 0, step: 1.5 },
			{ kind: 'server-pin', serial },
			{ kind: 'activation-string', task: 'T1', user: USER },
			{ kind: 'near-miss', of: { kind: 'server-pin', serial }, how: 'one-off' },
			{ kind: 'joined', parts: [{ kind: 'server-pin', serial }, { kind: 'nothing' }] },
			{ kind: 'joined', parts: [{ kind: 'nothing' }, { kind: 'server-pin', serial }] },
		];
		expect(missing.map((entry) => text(entry))).toEqual(missing.map(() => null));
		expect(text({ kind: 'nothing' })).toBe('');
	});

	test('of parts is one after the other', () => {
		const entry: Entry = {
			kind: 'joined',
			parts: [
				{ kind: 'raw', text: '12' },
				{ kind: 'raw', text: '34' },
			],
		};
		expect(text(entry)).toBe('1234');
		expect(text({ kind: 'near-miss', of: entry, how: 'too-short' })).toBe('123');
	});

	test('of a code of step 0 is a code', () => {
		expect(text({ kind: 'passcode', serial: bench.token().serial, activation: 0, step: 0 })).toMatch(
			/^\d{6}$/,
		);
	});
});
