import { describe, expect, test } from 'vitest';
import { createWorld, screenOf, textOf, userOf, type Entry, type World } from '../simulator/world.ts';
import { after, choose, press, type } from './testing/acts.ts';
import { typedEntry } from './typed-entry.ts';
import { standingAt, walk } from './walk.ts';
import { straightRoad } from './straight-road.ts';

const startsAt = Date.UTC(2026, 2, 2, 14);
const pin = { kind: 'card', value: 'pin' } as const;
const missed = (how: Extract<Entry, { kind: 'near-miss' }>['how']) =>
	({ kind: 'near-miss', of: pin, how }) as const;
const fresh = createWorld({ seed: 1, startsAt });

describe('a new PIN', () => {
	const leg = straightRoad.find(({ step }) => step === 'enroll-and-create-pin')!;
	const atPin = walk(standingAt(fresh, leg.step), { ...leg, acts: leg.acts.slice(0, 6) }).at(-1)!.world;

	test.each(['trivial', 'one-off', 'different', 'case'] as const)(
		'that missed the card by %s is not the same when typed again: which text it was is not known',
		(how) => {
			const world = after(
				atPin,
				type('mobilepass.new-pin', missed(how)),
				press('mobilepass.continue'),
				type('mobilepass.pin-again', missed(how)),
				press('mobilepass.save'),
			);
			expect([screenOf(world).name, world.laptop.mobilepass.message]).toEqual([
				'mobilepass.create-pin',
				'pins-differ',
			]);
			expect(world.laptop.drafts).not.toHaveProperty(['mobilepass.pin-again']);
			expect(world.laptop.drafts).not.toHaveProperty(['mobilepass.new-pin']);
		},
	);

	test('is not repeated by what misses it', () => {
		const world = after(
			atPin,
			type('mobilepass.new-pin', pin),
			press('mobilepass.continue'),
			type('mobilepass.pin-again', missed('trivial')),
			press('mobilepass.save'),
		);
		expect(world.laptop.mobilepass.message).toBe('pins-differ');
	});

	test('that the policy takes is no near miss: 1234 and 9999 are not one entry', () => {
		for (const typed of ['1234', '9999', '0000'])
			expect(typedEntry(atPin, typed, 'new-pin')).not.toMatchObject({ how: 'trivial' });
		const letters = createWorld({ seed: 1, startsAt, policy: { pin: { characters: 'letters-and-digits' } } });
		for (const typed of ['abxy', 'w8kd']) expect(typedEntry(letters, typed, 'new-pin')).toBeNull();
		expect(typedEntry(letters, 'ab', 'new-pin')).toEqual(missed('too-short'));
	});

	test('is unlocked by no near miss', () => {
		const enrolled = standingAt(fresh, 'use-passcode-on-vpn');
		const { serial } = enrolled.laptop.mobilepass.tokens[0]!.credential;
		const text = textOf(enrolled.service, enrolled.people.user, missed('trivial'))!;
		const { tokens } = enrolled.laptop.mobilepass;
		const trivial = tokens.map((token) => ({ ...token, pin: { text, triesLeft: 6 } }));
		const mobilepass = { ...enrolled.laptop.mobilepass, tokens: trivial };
		const world = after(
			{ ...enrolled, laptop: { ...enrolled.laptop, mobilepass } },
			press('taskbar.start-menu'),
			choose('start-menu.mobilepass'),
			choose(`mobilepass.token-${serial}`),
			type('mobilepass.pin', missed('trivial')),
			press('mobilepass.submit'),
		);
		expect(screenOf(world).name).toBe('mobilepass.unlock');
		expect(world.laptop.mobilepass.tokens[0]!.pin?.triesLeft).toBe(5);
	});
});

describe('a new static password', () => {
	const next = { kind: 'card', value: 'next-static-password' } as const;
	const must = createWorld({ seed: 1, startsAt, faults: ['static-password-must-change'] });
	const leg = straightRoad.find(({ step }) => step === 'enter-static-password')!;
	const atChange = walk(standingAt(must, leg.step), { ...leg, acts: leg.acts.slice(0, 2) }).at(-1)!.world;
	const change = (world: World, first: Entry, again: Entry) =>
		after(
			world,
			type('company.new', first),
			type('company.new-again', again),
			press('company.change-password'),
		);
	const passwords = ({ service, people }: World) => userOf(service, people.user)!.passwords;
	const text = textOf(must.service, must.people.user, next)!;
	const typed = (value: string) => typedEntry(atChange, value, 'new-static-password')!;
	const offAt = (i: number) => `${text.slice(0, i)}x${text.slice(i + 1)}`;

	test('is asked for', () => expect(screenOf(atChange).name).toBe('logon.change-password'));

	test.each([
		['its half, twice', typed(text.slice(0, 5)), typed(text.slice(0, 5)), 'new-password-refused'],
		['cut, twice', typed(text.slice(0, 9)), typed(text.slice(0, 9)), 'passwords-differ'],
		['two different slips', typed(offAt(2)), typed(offAt(6)), 'passwords-differ'],
		['a slip, then right', typed(offAt(2)), next, 'passwords-differ'],
		['right, then its half', next, typed(text.slice(0, 5)), 'passwords-differ'],
	] as const)('%s: nothing is set', (_, first, again, message) => {
		const world = change(atChange, first, again);
		expect([screenOf(world).name, world.laptop.logon.message]).toEqual(['logon.change-password', message]);
		expect(passwords(world)).toEqual(passwords(atChange));
	});

	test('is asked for anew by a sign-in when the question has waited too long', () => {
		const late = change(after(atChange, 301), next, next);
		expect([screenOf(late).name, late.laptop.logon.message]).toEqual([
			'logon.company-password',
			'sign-in-failed',
		]);
		expect(screenOf(change(atChange, next, next)).name).toBe('logon.company-password');
	});

	test('too late leads back to the sign-in in Outlook and in GlobalProtect too', () => {
		const inside = standingAt(fresh, 'use-passcode-on-vpn');
		const pages = [
			['outlook', { outlook: { ...inside.laptop.outlook, page: 'change-password' } }],
			['globalprotect', { vpn: { ...inside.laptop.vpn, page: 'change-password' } }],
		] as const;
		for (const [app, part] of pages) {
			const laptop = { ...inside.laptop, ...part, windows: [app] } as const;
			const world = after(
				{ ...inside, laptop },
				type(`${app}.new`, next),
				type(`${app}.new-again`, next),
				press(`${app}.change-password`),
			);
			expect(screenOf(world).name).toBe(app === 'outlook' ? 'outlook.password' : 'globalprotect.sign-in');
			expect(screenOf(world).controls.map((control) => control.text)).toContain('Sign-in failed. Try again.');
		}
	});
});
