import { describe, expect, test } from 'vitest';
import {
	advance,
	createWorld,
	mailOf,
	screenOf,
	tokensOf,
	userOf,
	type Deed,
	type Entry,
	type World,
} from '../simulator/world.ts';
import { after, choose, press, texts, type } from './testing/acts.ts';
import { standingAt } from './walk.ts';

const startsAt = Date.UTC(2026, 2, 2, 14);
const fresh = createWorld({ seed: 1, startsAt });
const name = (world: World) => screenOf(world).name;
const ids = (world: World) => screenOf(world).controls.map(({ id }) => id);
const gray = (world: World, id: string) =>
	screenOf(world, 'other').controls.some((control) => control.id === id && !control.enabled);
const user = ({ service, people }: World) => userOf(service, people.user)!;
const at = (world: World, patch: Partial<World['laptop']>): World => ({
	...world,
	laptop: { ...world.laptop, ...patch },
});
const start = (app: string) => [press('taskbar.start-menu'), choose(`start-menu.${app}`)];
const inOutlook = standingAt(fresh, 'start-outlook');
const onPage = standingAt(fresh, 'download-mobilepass');
const enrolled = standingAt(fresh, 'use-passcode-on-vpn');

test('Teams takes a passcode only: the static password is refused, uses nothing up, and counts', () => {
	const world = standingAt(
		createWorld({ seed: 1, startsAt, policy: { staticPassword: { maxUses: 5 } } }),
		'start-outlook',
	);
	const { id, usesLeft } = user(world).passwords.at(-1)!;
	const refused = after(
		world,
		...start('teams'),
		type('teams.email', { kind: 'card', value: 'email' }),
		press('teams.next'),
		type('teams.passcode', { kind: 'static-password', password: id }),
		press('teams.sign-in'),
	);
	expect(refused.truth?.outcome).toBe('passcode-wanted');
	expect(texts(refused)).toContain('Sign-in failed. Try again.');
	expect(user(refused)).toMatchObject({ failures: 1 });
	expect(user(refused).passwords.at(-1)).toMatchObject({ state: 'set', usesLeft });
});

test('Teams asks for no new static password: one that must be changed is refused there like any other', () => {
	const must = createWorld({ seed: 1, startsAt, faults: ['static-password-must-change'] });
	const world = standingAt(must, 'boot-and-acknowledge');
	const entry: Entry = { kind: 'static-password', password: user(world).passwords.at(-1)!.id };
	const { teams, network, logon } = world.laptop;
	const open = at(world, {
		power: 'on',
		network,
		logon: { ...logon, page: 'desktop' },
		windows: ['teams'],
		teams: { ...teams, page: 'passcode' },
	});
	const refused = after(open, type('teams.passcode', entry), press('teams.sign-in'));
	expect([name(refused), refused.truth?.outcome]).toEqual(['teams.passcode', 'passcode-wanted']);
});

describe('the browser', () => {
	test('lists the devices that the policy allows', () => {
		const phones = { 'Windows 10': { allowed: false }, iOS: { allowed: false }, macOS: { allowed: true } };
		const world = standingAt(
			createWorld({ seed: 1, startsAt, policy: { targets: phones } }),
			'download-mobilepass',
		);
		expect(name(world)).toBe('browser.self-enrollment');
		expect(texts(world)).toEqual(expect.arrayContaining(['Android', 'macOS']));
		expect(texts(world)).not.toContain('iOS');
		expect(ids(world)).not.toContain('browser.download');
	});

	test('says that another address cannot be reached; the enrollment page is left', () => {
		const world = after(
			onPage,
			type('browser.address', { kind: 'fact', name: 'portal' }),
			press('browser.go'),
		);
		expect(name(world)).toBe('browser.unreachable');
		expect(texts(world)).toContain('The server cannot be reached.');
		expect(world.laptop.browser.enrollment).toBeNull();
		const back = after(
			world,
			type('browser.address', { kind: 'fact', name: 'enrollment-address' }),
			press('browser.go'),
		);
		expect(name(back)).toBe('browser.self-enrollment');
	});

	test('says why a download does not begin while nothing is reached', () => {
		const cut = at(onPage, { network: { ...onPage.laptop.network, cable: 'loose' } });
		const world = after(cut, press('browser.download'));
		expect(world.laptop.browser.download).toBe('none');
		expect(texts(world)).toContain('The server cannot be reached.');
	});
});

describe('Settings', () => {
	const notifications = [...start('settings'), choose('settings.notifications')];

	test('switch the notifications of MobilePASS+ once it is installed', () => {
		expect(texts(after(inOutlook, ...notifications))).not.toContain('MobilePASS+');
		const on = after(enrolled, ...notifications);
		const chosen = (world: World) =>
			screenOf(world).controls.flatMap((control) => (control.chosen ? [control.text] : []));
		expect(chosen(on)).toEqual(['On']);
		const off = after(on, choose('settings.notifications-off'));
		expect(chosen(off)).toEqual(['Off']);
		expect(off.laptop.notifications).toBe(false);
	});

	test('take no clock before 1970', () => {
		const early = standingAt(createWorld({ seed: 1, startsAt: 3_600_000 }), 'start-outlook');
		const world = after(
			early,
			...start('settings'),
			choose('settings.time'),
			choose('settings.auto-time'),
			type('settings.clock', { kind: 'clock', skew: -5 * 24 * 3_600_000 }),
			press('settings.change'),
		);
		expect(world.laptop.clock.skew).toBeLessThan(0);
		expect(screenOf(world).clock.utc).toBeGreaterThanOrEqual(0);
	});
});

test('Outlook shows no mail that came while it could not synchronize', () => {
	const mailbox = standingAt(fresh, 'open-mfa-email');
	expect(name(mailbox)).toBe('outlook.mailbox');
	const listed = (world: World) => ids(world).filter((id) => id.startsWith('outlook.mail-')).length;
	const { vpn } = mailbox.laptop;
	const cut = after(at(mailbox, { vpn: { ...vpn, state: 'off', by: null } }), 1);
	const asked: Deed[] = [
		{ do: 'type', device: 'other', control: 'catalog.user', entry: { kind: 'card', value: 'user-id' } },
		{ do: 'press', device: 'other', control: 'catalog.submit' },
	];
	const form = { ...cut.other, front: 'browser', drafts: {} } as const;
	const catalog = { ...form.catalog, page: 'token-form', item: 'token', kindChosen: true } as const;
	const later = after({ ...cut, other: { ...form, catalog } }, ...asked, 300);
	const count = (world: World) => mailOf(world.service, world.people.user).length;
	expect(count(later)).toBe(count(cut) + 1);
	expect(listed(later)).toBe(listed(mailbox));
	expect(listed(after(at(later, { vpn }), 1, 1))).toBe(listed(mailbox) + 1);
});

describe('Setup over an app that is there', () => {
	const again = after(
		enrolled,
		61,
		...start('edge'),
		choose('browser.downloads'),
		press('browser.open-file'),
	);

	test('of the same version repairs it, and keeps its authenticators', () => {
		expect(name(again)).toBe('installer.maintenance');
		expect(texts(again)).not.toContain('Another version of MobilePASS+ is installed');
		const repaired = after(again, press('installer.repair'), 90);
		expect(name(repaired)).toBe('installer.finish');
		expect(texts(repaired)).toContain('Updated, 1 authenticator kept');
		expect(repaired.laptop.mobilepass.installed).toBe('standard');
	});

	test('or removes it with them, and says so before', () => {
		expect(texts(again)).toContain('This removes 1 authenticator. It must be enrolled again.');
		const { mobilepass } = after(again, press('installer.remove')).laptop;
		expect([mobilepass.installed, mobilepass.tokens]).toEqual([null, []]);
	});
});

test('the end of the session comes up under what lies over the windows', () => {
	const menu = after(standingAt(fresh, 'close-self-enrollment'), press('taskbar.start-menu'));
	const world = after(menu, 90);
	expect([name(world), world.laptop.overlay]).toEqual(['start-menu.open', 'start-menu']);
	expect(name(after(world, press('start-menu.close')))).toBe('globalprotect.sign-in');
});

test('the addresses of the people are at the domains of the policy', () => {
	const world = createWorld({ seed: 1, startsAt, policy: { emailDomains: ['a.example', 'b.example'] } });
	expect(user(world).email).toMatch(/@a\.example$/);
});

test('the service desk revokes nothing where no new token can be had', () => {
	const { people, service } = enrolled;
	const stranger = { ...enrolled, people: { ...people, operator: people.manager } };
	const { world, reply } = advance(stranger, { do: 'call-desk', about: 'token-lost', at: enrolled.now });
	expect(reply).toEqual({ ok: false, reason: 'not-for-the-desk' });
	expect(tokensOf(world.service, people.user)).toEqual(tokensOf(service, people.user));
});

test('the form for a token waits until its kind is chosen', () => {
	const other = (deed: Deed): Deed => ({ ...deed, device: 'other' }) as Deed; // only devices' acts are given
	const form = after(
		fresh,
		other(type('catalog.search', { kind: 'fact', name: 'search-replacement-token' })),
		other(choose('catalog.token')),
		other(type('catalog.user', { kind: 'card', value: 'user-id' })),
	);
	expect(gray(form, 'catalog.submit')).toBe(true);
	expect(gray(after(form, other(choose('catalog.software-token'))), 'catalog.submit')).toBe(false);
});

test('with several tokens the page of a passcode says which it is', () => {
	const { mobilepass } = enrolled.laptop;
	const [token] = mobilepass.tokens;
	const second = { ...token!, credential: { ...token!.credential, serial: '1000099999' } };
	const two = at(enrolled, { mobilepass: { ...mobilepass, tokens: [token!, second] } });
	const shown = (world: World) => {
		const open = after(world, ...start('mobilepass'), choose(`mobilepass.token-${token!.credential.serial}`));
		return texts(open).some((text) => text.includes(token!.credential.serial));
	};
	expect([shown(enrolled), shown(two)]).toEqual([false, true]);
});
