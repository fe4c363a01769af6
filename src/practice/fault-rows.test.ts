import { describe, expect, test } from 'vitest';
import { catalogue } from '../simulator/faults/catalogue.ts';
import {
	createWorld,
	faults,
	mailOf,
	screenOf,
	userOf,
	type Entry,
	type FaultId,
	type ScreenName,
	type World,
} from '../simulator/world.ts';
import { fly } from './pilot/pilot.ts';
import { straightRoad } from './straight-road.ts';
import { after, choose, press, type } from './testing/acts.ts';
import { showsNow } from './testing/showing.ts';
import { standingAt, walk } from './walk.ts';

const fresh = createWorld({ seed: 1, startsAt: Date.UTC(2026, 2, 2, 14) });
const email: Entry = { kind: 'card', value: 'email' };
const short: Entry = { kind: 'card', value: 'pin' };

/** Every World of a flight with a fault from the start, or from where it is put in. */
const flown = (start: World): World[] => [start, ...[...fly(start)].map(({ world }) => world)];
const made = (id: FaultId): World => createWorld({ seed: 1, startsAt: fresh.startsAt, faults: [id] });
const broken = (world: World, id: FaultId): World => after(world, { do: 'break', fault: id });
function until(name: ScreenName, id: FaultId): World {
	const met = flown(made(id)).find((world) => screenOf(world).name === name);
	if (!met) throw new Error(`expected to meet ${name} with ${id}, did not`);
	return met;
}
/** The user's static password of this number; the newest with -1. */
const password = ({ service, people }: World, index: number): Entry => ({
	kind: 'static-password',
	password: userOf(service, people.user)?.passwords.at(index)?.id ?? '',
});
const logIn = (world: World, index: number): World =>
	after(world, type('company.password', password(world, index)), press('company.log-in'));
const connectOutlook = (world: World): World =>
	after(
		world,
		press('taskbar.start-menu'),
		choose('start-menu.outlook'),
		type('outlook.email', email),
		press('outlook.connect'),
	);

/** What a person does to meet a row that the flight passes by, by row and fault. */
const ways: Readonly<Record<string, () => World>> = {
	'static-password-refused old-token-active': () =>
		logIn(broken(standingAt(fresh, 'enter-static-password'), 'old-token-active'), -1),
	'static-password-refused old-static-password': () =>
		logIn(until('logon.company-password', 'old-static-password'), 0),
	'static-password-refused static-password-used-up': () => {
		const restarted = after(until('logon.connected', 'static-password-used-up'), choose('logon.restart'));
		return logIn(
			flown(restarted).find(({ laptop }) => laptop.logon.page === 'company-password')!,
			-1,
		);
	},
	'new-password-refused static-password-must-change': () =>
		after(
			until('logon.change-password', 'static-password-must-change'),
			type('company.new', short),
			type('company.new-again', short),
			press('company.change-password'),
		),
	'right-password-refused static-password-must-change': () => {
		const world = until('outlook.password', 'static-password-must-change');
		return after(world, type('outlook.password', password(world, 0)), press('outlook.login'));
	},
	'right-password-refused caps-lock-on': () => {
		const world = broken(standingAt(fresh, 'outlook-static-password'), 'caps-lock-on');
		return after(world, type('outlook.password', password(world, -1)), press('outlook.login'));
	},
	'mailbox-not-found vpn-not-connected': () =>
		connectOutlook(after(until('globalprotect.message', 'vpn-not-connected'), press('globalprotect.close'))),
	'mailbox-not-found email-at-other-domain': () => {
		const world = broken(standingAt(fresh, 'start-outlook'), 'email-at-other-domain');
		return flown(world).find(faults['email-at-other-domain'].seen)!;
	},
	'outlook-error-code temporary-profile': () => connectOutlook(until('desktop.plain', 'temporary-profile')),
	'mfa-email-old mfa-email-expired': () => until('outlook.mfa-email', 'mfa-email-expired'),
	'link-expired two-mfa-emails': () => {
		const world = until('outlook.mailbox', 'two-mfa-emails');
		const older = mailOf(world.service, world.people.user).find(
			({ content }) => content.kind === 'enrollment',
		);
		return after(world, choose(`outlook.mail-${older?.id ?? ''}`), press('outlook.self-enrollment'));
	},
	'passcode-refused clock-set-by-hand': () => clockRefused(),
	'changed-time-by-hand clock-set-by-hand': () => clockRefused(),
};
const clockRefused = (): World =>
	flown(broken(standingAt(fresh, 'use-passcode-on-vpn'), 'clock-set-by-hand')).find(
		faults['clock-set-by-hand'].seen,
	)!;

const road: World[] = [fresh];
for (const leg of straightRoad) road.push(...walk(road.at(-1)!, leg).map(({ world }) => world));

const pairs = catalogue.flatMap((row) =>
	'faults' in row ? row.faults.map((id) => [row.symptom, id, row.differs?.[id] ?? row.shows] as const) : [],
);

describe('rows of the catalogue that a fault shows', () => {
	test.each(pairs)('%s: %s shows it on a screen', (symptom, id, shows) => {
		const way = ways[`${symptom} ${id}`];
		if (way) {
			expect(screenOf(way()).name).toBe(shows.screen);
			expect(showsNow(way(), shows)).toBe(true);
			return;
		}
		const met = flown(made(id)).filter(faults[id].seen);
		expect(met.map((world) => screenOf(world, shows.device).name)).toContain(shows.screen);
		expect(met.some((world) => showsNow(world, shows))).toBe(true);
	});

	test.each(pairs)('%s: nothing of it shows on the straight road, without %s', (symptom, id, shows) => {
		const own = ways[`${symptom} ${id}`] !== undefined;
		const met = road.filter((world) => showsNow(world, shows) && (own || faults[id].seen(world)));
		expect(met).toEqual([]);
	});

	test('the ways are those of rows', () => {
		const named = pairs.map(([symptom, id]) => `${symptom} ${id}`);
		for (const way of Object.keys(ways)) expect(named).toContain(way);
	});
});
