import { describe, expect, test } from 'vitest';
import {
	advance,
	createWorld,
	faults,
	screenOf,
	type FaultId,
	type ScreenName,
	type World,
} from '../simulator/world.ts';
import { finished } from './goals.ts';
import { fly } from './pilot/pilot.ts';
import { after, choose, press, texts, type } from './testing/acts.ts';

const startsAt = Date.UTC(2026, 2, 2, 14);
const MINUTE = 60_000;
/** Flies with these faults until a screen is in front. */
function until(name: ScreenName, ...ids: FaultId[]): World {
	const start = createWorld({ seed: 1, startsAt, faults: ids });
	for (const { world } of fly(start)) if (screenOf(world).name === name) return world;
	throw new Error(`expected to meet ${name}, did not`);
}
const staticPassword = ({ service, people }: World) => {
	const user = Object.values(service.users)
		.flatMap((bucket) => Object.values(bucket))
		.find(({ id }) => id === people.user);
	return { kind: 'static-password', password: user?.passwords.at(-1)?.id ?? '' } as const;
};
/** Types the static password in Outlook. */
const logIn = (world: World): World =>
	after(world, type('outlook.password', staticPassword(world)), press('outlook.login'));
/** Closes Outlook, opens it, and types all again. */
const reopened = (world: World): World =>
	logIn(
		after(
			world,
			press('outlook.close'),
			press('taskbar.start-menu'),
			choose('start-menu.outlook'),
			type('outlook.email', { kind: 'card', value: 'email' }),
			press('outlook.connect'),
			choose('outlook.microsoft-365'),
		),
	);

describe('three reasons why Outlook asks again', () => {
	const all: FaultId[] = ['outlook-password-loop', 'saved-password-in-the-way', 'outlook-needs-restart'];
	const asked = logIn(until('outlook.password', ...all));
	const still = reopened(asked);
	const met = (world: World) => all.filter((id) => world.shown.includes(id));

	test('are told apart: the first screen is only the sign of the loop', () => {
		expect(texts(asked)).toContain('Sign in to continue.');
		expect(met(asked)).toEqual(['outlook-password-loop']);
	});

	test('asked again after reopening: the loop is over, and it is the saved password', () => {
		expect(texts(still)).toContain('Sign in to continue.');
		expect(still.faults['outlook-password-loop']).toBe(false);
		expect(met(still)).toEqual(['outlook-password-loop', 'saved-password-in-the-way']);
	});

	test('the mailbox opens in the browser while Outlook asks: it needs a restart', () => {
		const web = after(
			still,
			press('taskbar.start-menu'),
			choose('start-menu.edge'),
			press('browser.web-mail'),
		);
		expect(screenOf(web).name).toBe('browser.web-mail');
		expect(texts(web)).toContain('Inbox');
		expect(met(web)).toEqual(all);
		expect(finished([...fly(web)].at(-1)!.world)).toBe(true);
	});

	test('the desk guides to the saved password', () => {
		const helped = after(still, { do: 'call-desk', about: 'saved-password-in-the-way' });
		expect(helped.laptop.savedCredential).toBe(false);
	});

	test('web mail wants the company’s network, and leads back', () => {
		const web = (world: World) =>
			after(world, press('taskbar.start-menu'), choose('start-menu.edge'), press('browser.web-mail'));
		const outside = web(until('globalprotect.message', 'vpn-not-connected'));
		expect(screenOf(outside).name).toBe('browser.home');
		expect(texts(outside)).toContain('The server cannot be reached.');
		expect(screenOf(after(web(asked), press('browser.back'))).name).toBe('browser.home');
	});
});

describe('caps-lock-on', () => {
	test('acts in Outlook too, where the key is', () => {
		const here = until('outlook.password');
		const refused = logIn(after(here, press('keyboard.caps-lock')));
		expect(texts(refused)).toEqual(
			expect.arrayContaining(['Caps Lock is on', 'The password is incorrect. Try again.']),
		);
		expect(screenOf(logIn(after(refused, press('keyboard.caps-lock')))).name).toBe('outlook.added');
	});

	test('put in before Outlook is met there', () => {
		const here = until('outlook.email');
		const broken = after(here, { do: 'break', fault: 'caps-lock-on' });
		const worlds = [...fly(broken)].map(({ world }) => world);
		const met = worlds.find(faults['caps-lock-on'].seen)!;
		expect(screenOf(met).name).toBe('outlook.password');
		expect(worlds.at(-1)!.faults['caps-lock-on']).toBe(false);
		expect(finished(worlds.at(-1)!)).toBe(true);
	});
});

test('mfa-email-late: who waits has the e-mail within 25 minutes, before the desk would be called', () => {
	const start = createWorld({ seed: 1, startsAt, faults: ['mfa-email-late'] });
	const worlds = [...fly(start)].map(({ world }) => world);
	const mailbox = worlds.find(({ laptop }) => laptop.outlook.page === 'mailbox')!.now;
	const came = worlds.find(({ laptop }) => laptop.outlook.mail !== null)!.now;
	expect(came - mailbox).toBeLessThan(25 * MINUTE);
	const before = after(until('outlook.password'), { do: 'break', fault: 'mfa-email-late' });
	const late = [...fly(before)].map(({ world }) => world);
	const opened = late.find(({ laptop }) => laptop.outlook.mail !== null)!.now;
	expect(opened - before.now).toBeGreaterThan(20 * MINUTE);
	expect(opened - before.now).toBeLessThan(27 * MINUTE);
});

describe('install-rolls-back', () => {
	const id = 'install-rolls-back';
	const rolledBack = until('installer.rolled-back', id);

	test('a second attempt without a restart is taken back too', () => {
		expect(rolledBack.faults[id]).toBe(true);
		const again = after(
			rolledBack,
			press('installer.finish'),
			press('browser.open-file'),
			press('installer.next'),
			choose('installer.accept'),
			press('installer.next'),
			choose('installer.standard'),
			press('installer.next'),
			90,
		);
		expect(screenOf(again).name).toBe('installer.rolled-back');
	});

	test('a restart after it ends it', () => {
		const off = after(
			rolledBack,
			press('installer.finish'),
			press('taskbar.start-menu'),
			choose('start-menu.restart'),
		);
		expect(off.faults[id]).toBe(false);
		expect(finished([...fly(off)].at(-1)!.world)).toBe(true);
	});
});

test('admin-password-asked: it comes with the license terms, and only the desk ends it', () => {
	const license = until('installer.license', 'admin-password-asked');
	const asked = after(license, choose('installer.accept'), press('installer.next'));
	expect(screenOf(asked).name).toBe('installer.admin');
	expect(finished([...fly(asked)].at(-1)!.world)).toBe(true);
});

test('loadset-failed: "OK" closes the message, the desk ends the fault', () => {
	const id = 'loadset-failed';
	const failed = until('desktop.loadset', id);
	const closed = after(failed, press('loadset.ok'));
	expect(closed.faults[id]).toBe(true);
	const at = closed.now;
	const { world, reply } = advance(closed, { do: 'call-desk', about: id, at });
	expect([reply.ok, world.faults[id]]).toEqual([true, false]);
});
