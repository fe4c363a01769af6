import { describe, expect, test } from 'vitest';
import { createWorld, lineOf, screenOf, type World } from '../simulator/world.ts';
import { straightRoad } from './straight-road.ts';
import { after, choose, press, texts, type } from './testing/acts.ts';
import { standingAt, walk } from './walk.ts';

const fresh = createWorld({ seed: 1, startsAt: Date.UTC(2026, 2, 2, 14) });
const ids = (world: World) => screenOf(world).controls.map(({ id }) => id);
const name = (world: World) => screenOf(world).name;
const pin = { kind: 'card', value: 'pin' } as const;
const email = { kind: 'card', value: 'email' } as const;
const signOut = [press('taskbar.start-menu'), choose('start-menu.sign-out')] as const;
const restart = [
	press('taskbar.start-menu'),
	choose('start-menu.restart'),
	30,
	press('logon.ctrl-alt-del'),
	press('logon.ok'),
] as const;
const logOn = [
	type('logon.user', { kind: 'card', value: 'user-id' }),
	type('logon.password', { kind: 'card', value: 'computer-password' }),
	press('logon.enter'),
	20,
] as const;
const desktop = standingAt(fresh, 'wait-for-globalprotect');
const atStart = standingAt(fresh, 'start-outlook');
const onPage = standingAt(fresh, 'download-mobilepass');

test('the lock picture offers no network sign-in: Ctrl+Alt+Del and the notice come first', () => {
	const lock = after(fresh, press('power.on'), 30);
	expect(name(lock)).toBe('logon.lock');
	expect(ids(lock)).not.toContain('logon.network-sign-in');
	expect(ids(lock)).not.toContain('logon.network');
	expect(ids(lock)).toContain('logon.restart');
	const prompt = after(lock, press('logon.ctrl-alt-del'), press('logon.ok'));
	expect(ids(prompt)).toContain('logon.network-sign-in');
});

describe('the message of GlobalProtect', () => {
	test('leaves an open sign-in as it is, with what was typed', () => {
		const asked = after(desktop, press('taskbar.globalprotect'), press('globalprotect.connect'));
		const typed = after(asked, type('globalprotect.secret', pin), 120);
		expect(name(typed)).toBe('globalprotect.sign-in');
		expect(typed.laptop.drafts['globalprotect.secret']).toEqual(pin);
		expect(typed.laptop.vpn.state).toBe('on');
	});

	test.each(['change-password', 'pin-given', 'set-pin'] as const)('leaves the page "%s"', (page) => {
		const { vpn, windows } = desktop.laptop;
		const laptop = {
			...desktop.laptop,
			vpn: { ...vpn, page },
			windows: [...windows, 'globalprotect'] as const,
		};
		expect(name(after({ ...desktop, laptop }, 120))).toBe(`globalprotect.${page}`);
	});

	test('comes where nothing is asked', () => expect(name(after(desktop, 120))).toBe('globalprotect.message'));
});

describe('a sign-out', () => {
	test('closes the Self Enrollment page and its session', () => {
		const { task, user } = onPage.laptop.browser.enrollment!;
		expect(lineOf(onPage.service, task, user)?.session).not.toBeNull();
		const out = after(onPage, press('browser.download'), ...signOut);
		expect(out.laptop.browser).toMatchObject({ page: 'home', enrollment: null, download: 'none' });
		expect(lineOf(out.service, task, user)?.session).toBeNull();
	});

	test('leaves nothing that was typed', () => {
		const leg = straightRoad.find(({ step }) => step === 'enroll-and-create-pin')!;
		const typed = walk(standingAt(fresh, leg.step), { ...leg, acts: leg.acts.slice(0, 7) }).at(-1)!.world;
		expect(typed.laptop.drafts['mobilepass.new-pin']).toEqual(pin);
		expect(after(typed, ...signOut).laptop.drafts).toEqual({});
	});

	test('doubles no message of the desktop', () => {
		const again = after(desktop, ...signOut, ...logOn);
		const due = again.queue.map(({ what }) => what);
		expect(due.filter((what) => what === 'globalprotect-message')).toHaveLength(1);
		expect(due.filter((what) => what === 'loadset-message')).toHaveLength(1);
	});

	test.each([
		['sign-out', signOut],
		['restart', restart],
	] as const)('or a restart lets Outlook begin anew, with the type of the account asked: %s', (_, out) => {
		const asked = after(
			atStart,
			press('taskbar.start-menu'),
			choose('start-menu.outlook'),
			type('outlook.email', email),
			press('outlook.connect'),
		);
		expect(texts(asked)).toContain('Microsoft 365');
		const back = after(asked, ...out, ...logOn, press('taskbar.start-menu'), choose('start-menu.outlook'));
		expect(name(back)).toBe('outlook.email');
		expect(texts(back)).not.toContain('Microsoft 365');
	});
});

describe('another network', () => {
	const unplugged = (world: World, wifi: 'home' | 'guest'): World => {
		const network = { ...world.laptop.network, cable: 'none', wifi } as const;
		return { ...world, laptop: { ...world.laptop, network } };
	};

	test('ends sign-in and VPN: one is asked again', () => {
		const home = unplugged(atStart, 'home');
		expect(home.laptop.vpn.state).toBe('on');
		const guest = after(home, press('taskbar.network'), choose('network.guest'));
		const cable = after(home, press('taskbar.network'), press('network.cable'));
		for (const { laptop } of [guest, cable])
			expect([laptop.vpn.state, laptop.vpn.by, laptop.logon.tunnel]).toEqual(['off', null, false]);
	});

	test('beside the cable changes nothing', () => {
		const joined = after(atStart, press('taskbar.network'), choose('network.guest'));
		expect(joined.laptop.vpn.state).toBe('on');
	});
});
