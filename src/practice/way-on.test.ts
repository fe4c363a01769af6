import { describe, expect, test } from 'vitest';
import {
	advance,
	createWorld,
	deskTopics,
	screenOf,
	tokensOf,
	type Deed,
	type FaultId,
	type World,
} from '../simulator/world.ts';
import { finished } from './goals.ts';
import { fly } from './pilot/pilot.ts';
import { after, choose, press, texts, type } from './testing/acts.ts';
import { standingAt } from './walk.ts';

const startsAt = Date.UTC(2026, 2, 2, 14);
const fresh = createWorld({ seed: 1, startsAt });
const states = ({ service, people }: World) => tokensOf(service, people.user).map(({ state }) => state);

describe('a token that was removed or lost', () => {
	const enrolled = standingAt(fresh, 'use-passcode-on-vpn');
	const { serial } = enrolled.laptop.mobilepass.tokens[0]!.credential;
	const removed = after(
		enrolled,
		press('taskbar.start-menu'),
		choose('start-menu.mobilepass'),
		choose(`mobilepass.token-${serial}`),
		choose('mobilepass.settings'),
		choose('mobilepass.delete'),
		press('mobilepass.confirm-delete'),
	);

	test('is ended by the service desk, which has a new one provisioned', () => {
		expect(states(removed)).toContain('Active');
		const helped = after(removed, { do: 'call-desk', about: 'token-lost' });
		expect(states(helped)).not.toContain('Active');
		expect(helped.service.due.some(({ kind }) => kind === 'mail')).toBe(true);
	});

	test('is no dead end: the end is reached without an operator', () => {
		const flown = [...fly(removed)];
		expect(flown.map(({ command }) => command.do)).not.toContain('operate');
		expect(flown.some(({ command }) => command.do === 'call-desk' && command.about === 'token-lost')).toBe(
			true,
		);
		expect(finished(flown.at(-1)!.world)).toBe(true);
	});
});

test.each(deskTopics)('the service desk has nothing to mend on the first morning: %s', (about) => {
	expect(advance(fresh, { do: 'call-desk', about, at: startsAt })).toMatchObject({
		world: fresh,
		reply: { ok: false, reason: 'not-for-the-desk' },
	});
});

describe('"Always allow"', () => {
	const at = (...faults: FaultId[]) =>
		standingAt(createWorld({ seed: 1, startsAt, faults }), 'enroll-and-create-pin');
	const again = [press('taskbar.browser'), press('browser.enroll')];
	const asked = (world: World) => after(world, press('browser.enroll'));
	const name = (world: World, ...deeds: Deed[]) => screenOf(after(world, ...deeds)).name;

	test('with "Open" asks no more, also when the page was opened anew', () => {
		const once = after(asked(at()), choose('prompt.always'), press('prompt.open'));
		expect(screenOf(once).name).toBe('mobilepass.start');
		expect(name(once, ...again)).toBe('mobilepass.start');
		const anew = after(
			once,
			press('taskbar.browser'),
			press('browser.close'),
			press('taskbar.outlook'),
			press('outlook.self-enrollment'),
			press('browser.enroll'),
		);
		expect(screenOf(anew).name).toBe('mobilepass.start');
	});

	test('left out, taken out again, or with "Cancel" is not remembered', () => {
		const prompt = asked(at());
		const ways: Deed[][] = [
			[press('prompt.open')],
			[choose('prompt.always'), choose('prompt.always'), press('prompt.open')],
			[choose('prompt.always'), press('prompt.cancel')],
		];
		for (const way of ways) {
			const next = after(prompt, ...way, ...again);
			expect(screenOf(next).name).toBe('browser.open-prompt');
			expect(screenOf(next).controls.find(({ id }) => id === 'prompt.always')?.chosen).toBeUndefined();
		}
	});

	test('does not get round the old app', () => {
		const old = at('old-app-opens');
		const once = after(asked(old), choose('prompt.always'), press('prompt.open'));
		expect(screenOf(once).name).toBe('mobilepass-8.open');
		expect(name(once, press('mobilepass-8.close'), ...again)).toBe('mobilepass-8.open');
		expect(finished([...fly(once)].at(-1)!.world)).toBe(true);
	});
});

test('the Credential Manager is found from the first page of Settings', () => {
	const faults: FaultId[] = ['saved-password-in-the-way'];
	const looped = [...fly(createWorld({ seed: 1, startsAt, faults }))].find(
		({ world }) => world.laptop.outlook.looped,
	)!.world;
	const settings = after(looped, press('taskbar.start-menu'), choose('start-menu.settings'));
	expect(finished([...fly(settings)].at(-1)!.world)).toBe(true);
});

describe('fields', () => {
	const email = { kind: 'card', value: 'email' } as const;
	const wrong = { kind: 'near-miss', of: email, how: 'one-off' } as const;
	const outlook = after(
		standingAt(fresh, 'start-outlook'),
		press('taskbar.start-menu'),
		choose('start-menu.outlook'),
	);

	test('of Outlook: another address replaces the one that was looked up', () => {
		const found = after(outlook, type('outlook.email', email), press('outlook.connect'));
		expect(texts(found)).toContain('Microsoft 365');
		const over = after(found, type('outlook.email', wrong));
		expect(over.laptop.drafts['outlook.email']).toEqual(wrong);
		expect(texts(over)).not.toContain('Microsoft 365');
		const refused = after(over, press('outlook.connect'));
		expect(texts(refused)).toContain('No mailbox was found for this address.');
		const back = after(refused, type('outlook.email', email));
		expect(texts(back)).not.toContain('No mailbox was found for this address.');
		expect(screenOf(after(back, press('outlook.connect'), choose('outlook.microsoft-365'))).name).toBe(
			'outlook.password',
		);
	});

	test('emptied: only that one', () => {
		const world = { ...outlook, laptop: { ...outlook.laptop, drafts: { 'outlook.email-2': wrong } } };
		const typed = after(world, type('outlook.email', email), type('outlook.email', { kind: 'nothing' }));
		expect(typed.laptop.drafts).toEqual({ 'outlook.email-2': wrong });
	});
});
