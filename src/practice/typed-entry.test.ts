import { describe, expect, test } from 'vitest';
import { createWorld, passcode, textOf, type Entry, type Expects, type World } from '../simulator/world.ts';
import { straightRoad } from './straight-road.ts';
import { standingAt, walk } from './walk.ts';
import { clockEntry } from './typed-clock.ts';
import { typedEntry } from './typed-entry.ts';

const fresh = createWorld({ seed: 7, startsAt: Date.UTC(2026, 2, 2, 14) });
/** With a token enrolled and a static password in the past. */
const enrolled = standingAt(fresh, 'use-passcode-on-vpn');
const atOutlook = standingAt(fresh, 'start-outlook');

const text = (
	world: World,
	entry: Extract<Entry, { kind: 'card' | 'static-password' | 'activation-string' }>,
) => textOf(world.service, world.people.user, entry)!;
const email = { kind: 'card', value: 'email' } as const;
const password = { kind: 'card', value: 'computer-password' } as const;
const pin = { kind: 'card', value: 'pin' } as const;
const shown = () => {
	const { credential } = enrolled.laptop.mobilepass.tokens[0]!;
	return { credential, step: Math.floor(enrolled.now / 30_000) };
};
const code = (off: number) => {
	const { credential, step } = shown();
	return {
		digits: passcode(credential, step + off),
		entry: { kind: 'passcode', serial: credential.serial, activation: 0, step: step + off } as const,
	};
};

describe('typed text', () => {
	test('is a value of the card, whichever field it stands in', () => {
		expect(typedEntry(fresh, text(fresh, email), 'email')).toEqual(email);
		expect(typedEntry(fresh, ` ${text(fresh, email)} `, 'user-id')).toEqual(email);
		expect(typedEntry(fresh, text(fresh, password), 'sign-in')).toEqual(password);
		expect(typedEntry(fresh, text(fresh, pin), 'new-pin')).toEqual(pin);
	});

	test('is the static password that was passed on, by its number', () => {
		const entry = { kind: 'static-password', password: atOutlook.service.users && 'P0001' } as const;
		const issued = Object.values(atOutlook.service.users)
			.flatMap((bucket) => Object.values(bucket))
			.find(({ id }) => id === atOutlook.people.user)!.passwords[0]!;
		expect(typedEntry(atOutlook, issued.text, 'sign-in')).toEqual({ ...entry, password: issued.id });
	});

	test('is a passcode by serial and step: fresh, late, or typed with a space', () => {
		for (const off of [-20, -1, 0, 1]) {
			const { digits, entry } = code(off);
			expect(typedEntry(enrolled, `${digits.slice(0, 3)} ${digits.slice(3)}`, 'sign-in')).toEqual(entry);
		}
	});

	test('is a passcode with the PIN in front', () => {
		const { digits, entry } = code(0);
		expect(typedEntry(enrolled, text(enrolled, pin) + digits, 'sign-in')).toEqual({
			kind: 'joined',
			parts: [pin, entry],
		});
	});

	test('is a passcode with one digit wrong', () => {
		const { digits, entry } = code(0);
		const wrong = digits.slice(0, 5) + ((Number(digits[5]) + 1) % 10);
		expect(typedEntry(enrolled, wrong, 'sign-in')).toEqual({ kind: 'near-miss', of: entry, how: 'one-off' });
	});

	const misses: [string, (value: string) => string, string][] = [
		['one character off', (value) => `${value.slice(0, 3)}x${value.slice(4)}`, 'one-off'],
		['the end missing', (value) => value.slice(0, -3), 'too-short'],
		['one character more', (value) => `${value}7`, 'too-long'],
	];
	test.each(misses)('is a near miss by kind: %s', (_, miss, how) => {
		const value = text(fresh, email);
		expect(typedEntry(fresh, miss(value), 'email')).toEqual({ kind: 'near-miss', of: email, how });
	});

	test('is the value itself in capitals, but for a password', () => {
		expect(typedEntry(fresh, text(fresh, email).toUpperCase(), 'email')).toEqual(email);
		const userId = { kind: 'card', value: 'user-id' } as const;
		expect(typedEntry(fresh, text(fresh, userId).toLowerCase(), 'user-id')).toEqual(userId);
		const password = { kind: 'card', value: 'computer-password' } as const;
		expect(typedEntry(fresh, text(fresh, password).toUpperCase(), 'computer-password')).toEqual({
			kind: 'near-miss',
			of: password,
			how: 'case',
		});
	});

	test('is a near miss by kind: the letter O for the digit 0', () => {
		const world = createWorld({ seed: 7, startsAt: 0 });
		const userId = { kind: 'card', value: 'user-id' } as const;
		const zero = typedEntry(world, text(world, userId).replace('1', 'l'), 'user-id');
		expect(zero).toEqual({ kind: 'near-miss', of: userId, how: 'letter-or-digit' });
	});

	test('is a near miss by kind: the other e-mail domain', () => {
		const [, other] = fresh.service.policy.emailDomains;
		const value = text(fresh, email).replace(/@.*/, `@${other}`);
		expect(typedEntry(fresh, value, 'email')).toEqual({ kind: 'near-miss', of: email, how: 'other-domain' });
	});

	test.each([
		['12', 'too-short'],
		['98765', 'too-long'],
		['abcd', 'letters'],
		['1234', 'trivial'],
		['0000', 'trivial'],
	])('is a PIN of some kind: %s', (typed, how) => {
		const strict = createWorld({ seed: 7, startsAt: 0, policy: { pin: { refuseTrivial: true } } });
		expect(typedEntry(strict, typed, 'new-pin')).toEqual({ kind: 'near-miss', of: pin, how });
		expect(typedEntry(fresh, typed, 'pin')).toEqual({ kind: 'near-miss', of: pin, how });
		// a PIN that the policy takes is not one of the exercise: it could not be told from another later
		if (how === 'trivial') expect(typedEntry(fresh, typed, 'new-pin')).toBeNull();
		else expect(typedEntry(fresh, typed, 'new-pin')).toEqual({ kind: 'near-miss', of: pin, how });
	});

	test('is a PIN with one digit wrong, or another one, which no token gets', () => {
		const value = text(fresh, pin);
		const off = value.slice(0, -1) + ((Number(value.slice(-1)) + 1) % 10);
		const other = value.replace(/\d/g, (digit) => String((Number(digit) + 3) % 10));
		for (const expects of ['pin', 'new-pin'] as const)
			expect(typedEntry(fresh, off, expects)).toEqual({ kind: 'near-miss', of: pin, how: 'one-off' });
		expect(typedEntry(fresh, other, 'pin')).toEqual({ kind: 'near-miss', of: pin, how: 'different' });
		expect(typedEntry(fresh, other, 'new-pin')).toBeNull();
	});

	test('is an activation string, whole or cut', () => {
		const task = enrolled.laptop.browser.lastLink!.task;
		const entry = { kind: 'activation-string', task, user: enrolled.people.user } as const;
		const value = text(enrolled, entry);
		expect(typedEntry(enrolled, value, 'activation-string')).toEqual(entry);
		expect(typedEntry(enrolled, value.slice(0, -6), 'activation-string')).toEqual({
			kind: 'near-miss',
			of: entry,
			how: 'too-short',
		});
	});

	test('is nothing when the field is empty', () => {
		expect(typedEntry(fresh, '  ', 'email')).toEqual({ kind: 'nothing' });
	});

	const fields: Expects[] = [
		'email',
		'user-id',
		'computer-password',
		'sign-in',
		'portal',
		'new-static-password',
	];
	test.each(fields)('is stopped when it belongs to nothing: %s', (expects) => {
		for (const canary of ['Hunter2!secret', 'me@gmail.example', '5550100', 'x', 'correct horse battery'])
			expect(typedEntry(enrolled, canary, expects)).toBeNull();
	});

	test('never stands in an entry', () => {
		const canaries = ['7391', 'qwertz', 'Jordan.Rivers@other', '99999999'];
		for (const expects of [...fields, 'new-pin', 'pin'] as const)
			for (const canary of canaries)
				expect(JSON.stringify(typedEntry(enrolled, canary, expects))).not.toContain(canary);
	});
});

test('a clock set by hand is the skew that it leads to', () => {
	expect(clockEntry(fresh, fresh.now - 7_200_000)).toEqual({ kind: 'clock', skew: -7_200_000 });
});

test('the straight road types nothing that has no name', () => {
	let world = fresh;
	for (const leg of straightRoad)
		for (const { command, world: next } of walk(world, leg)) {
			if (command.do === 'type') expect(command.entry.kind).not.toBe('raw');
			world = next;
		}
});
