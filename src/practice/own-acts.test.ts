import { describe, expect, test } from 'vitest';
import type { StepSlug } from '../domain/slugs.ts';
import { catalogue } from '../simulator/faults/catalogue.ts';
import {
	createWorld,
	screenOf,
	userOf,
	type Deed,
	type Entry,
	type ScreenName,
	type World,
} from '../simulator/world.ts';
import { straightRoad } from './straight-road.ts';
import { showsNow } from './testing/showing.ts';
import { standingAt, walk } from './walk.ts';

const fresh = createWorld({ seed: 1, startsAt: Date.UTC(2026, 2, 2, 14) });
const press = (control: string): Deed => ({ do: 'press', control });
const choose = (control: string): Deed => ({ do: 'choose', control });
const type = (control: string, entry: Entry): Deed => ({ do: 'type', control, entry });
const pin = { kind: 'card', value: 'pin' } as const;
const otherPin = { kind: 'near-miss', of: pin, how: 'one-off' } as const;

type Act = Deed | number | ((world: World) => Deed);
/** Stands at a step, does the first `taken` acts of its road, then these. */
function doing(step: StepSlug, taken: number, acts: readonly Act[]): World {
	const leg = straightRoad.find((one) => one.step === step)!;
	const start = standingAt(fresh, step);
	return walk(start, { acts: [...leg.acts.slice(0, taken), ...acts] }).at(-1)?.world ?? start;
}
const texts = (world: World) => screenOf(world).controls.map(({ text }) => text);
const gray = (world: World, id: string) =>
	screenOf(world).controls.some((control) => control.id === id && !control.enabled);
const cutString = (world: World): Deed => {
	const { task, user } = world.laptop.browser.lastLink!;
	const of = { kind: 'activation-string', task, user } as const;
	return type('mobilepass.string', { kind: 'near-miss', of, how: 'too-short' });
};

type Row = readonly [
	symptom: string,
	world: () => World,
	screen: ScreenName,
	holds: (world: World) => boolean,
];
const installShared: Act[] = [
	choose('installer.shared'),
	press('installer.next'),
	90,
	press('installer.finish'),
];
const startApp: Act[] = [press('taskbar.start-menu'), choose('start-menu.mobilepass')];

/** Rows of the catalogue that every World shows: by the person's own act, or always. */
const rows: readonly Row[] = [
	[
		'arrow-does-nothing',
		() => doing('open-network-sign-in', 1, [press('network-sign-in.submit')]),
		'logon.network-sign-in',
		({ laptop }) => laptop.logon.message === null,
	],
	[
		'email-next-gray',
		() => doing('enter-email-address', 0, []),
		'logon.sign-in-email',
		(w) => gray(w, 'sign-in.next'),
	],
	[
		'asked-twice',
		() => doing('enter-static-password', 2, []),
		'logon.company-password',
		(w) => texts(w).includes('Gateway'),
	],
	[
		'pressed-no',
		() => doing('enter-static-password', 4, [press('company.no')]),
		'logon.connected',
		() => true,
	],
	[
		'back-shows-sign-in',
		() => doing('enter-static-password', 0, [press('company.back')]),
		'logon.sign-in-email',
		({ laptop }) => !laptop.logon.tunnel,
	],
	[
		'user-id-refused',
		() =>
			doing('log-on-to-windows', 1, [
				type('logon.user', { kind: 'card', value: 'email' }),
				type('logon.password', { kind: 'card', value: 'computer-password' }),
				press('logon.enter'),
			]),
		'logon.windows',
		({ laptop }) => laptop.logon.message === 'user-or-password',
	],
	['image-message', () => doing('close-loadset-message', 1, []), 'desktop.loadset', () => true],
	[
		'account-type-asked',
		() => doing('start-outlook', 4, []),
		'outlook.email',
		(w) => texts(w).includes('Microsoft 365'),
	],
	[
		'done-with-box-ticked',
		() => doing('skip-outlook-mobile', 0, [press('outlook.done')]),
		'outlook.phone',
		() => true,
	],
	[
		'page-closed',
		() =>
			doing('accept-license', 0, [
				press('taskbar.browser'),
				press('browser.close'),
				press('taskbar.start-menu'),
				choose('start-menu.edge'),
			]),
		'browser.home',
		({ laptop }) => laptop.browser.enrollment === null,
	],
	[
		'license-next-gray',
		() => doing('accept-license', 1, []),
		'installer.license',
		(w) => gray(w, 'installer.next'),
	],
	[
		'other-option-chosen',
		() => doing('install-mobilepass', 0, [...installShared, ...startApp, press('mobilepass.yes')]),
		'mobilepass.sharing-error',
		({ laptop }) => laptop.mobilepass.installed === 'shared',
	],
	[
		'account-information-asked',
		() => doing('install-mobilepass', 0, [...installShared, ...startApp]),
		'mobilepass.account-information',
		() => true,
	],
	[
		'code-invalid',
		() =>
			doing('enroll-and-create-pin', 2, [
				press('mobilepass.use-string'),
				cutString,
				press('mobilepass.activate'),
			]),
		'mobilepass.string',
		({ laptop }) => laptop.mobilepass.message === 'string-not-valid',
	],
	[
		'pins-differ',
		() =>
			doing('enroll-and-create-pin', 8, [type('mobilepass.pin-again', otherPin), press('mobilepass.save')]),
		'mobilepass.create-pin',
		({ laptop }) => laptop.mobilepass.message === 'pins-differ' && laptop.mobilepass.tokens.length === 0,
	],
	[
		'closed-too-early',
		() =>
			doing('enroll-and-create-pin', 5, [
				press('taskbar.browser'),
				press('browser.close'),
				press('taskbar.mobilepass'),
				press('mobilepass.start'),
				type('mobilepass.new-pin', pin),
				press('mobilepass.continue'),
				type('mobilepass.pin-again', pin),
				press('mobilepass.save'),
			]),
		'mobilepass.welcome',
		({ laptop }) => laptop.browser.enrollment === null,
	],
	[
		'page-still-says-enroll',
		() => doing('close-self-enrollment', 0, []),
		'browser.enroll-link',
		(w) => texts(w).includes('Enroll your MobilePASS+'),
	],
	[
		'static-password-stopped',
		() =>
			doing('use-passcode-on-vpn', 1, [
				type('globalprotect.secret', { kind: 'static-password', password: firstPassword() }),
				press('globalprotect.sign-in'),
			]),
		'globalprotect.sign-in',
		({ laptop, truth }) => laptop.vpn.message === 'sign-in-failed' && truth?.outcome === 'old-password',
	],
	[
		'only-dots',
		() => doing('use-passcode-on-vpn', 4, []),
		'mobilepass.unlock',
		(w) => texts(w).includes('••••••'),
	],
	[
		'pin-forgotten',
		() => doing('use-passcode-on-vpn', 4, [type('mobilepass.pin', otherPin), press('mobilepass.submit')]),
		'mobilepass.unlock',
		({ laptop }) => laptop.mobilepass.message === 'pin-wrong',
	],
	[
		'token-gone',
		() =>
			doing('use-passcode-on-vpn', 4, [
				...Array.from({ length: 6 }, () => [
					type('mobilepass.pin', otherPin),
					press('mobilepass.submit'),
				]).flat(),
			]),
		'mobilepass.removed',
		({ laptop }) => laptop.mobilepass.tokens.length === 0,
	],
	[
		'old-session-drops',
		() => doing('use-passcode-on-vpn', 1, []),
		'globalprotect.sign-in',
		({ laptop }) => laptop.vpn.state === 'off',
	],
];

const firstPassword = () => {
	const { service, people } = standingAt(fresh, 'boot-and-acknowledge');
	return userOf(service, people.user)?.passwords[0]?.id ?? '';
};

const road: World[] = [fresh];
for (const leg of straightRoad) road.push(...walk(road.at(-1)!, leg).map(({ world }) => world));

describe('rows of the catalogue that need no fault', () => {
	test.each(rows)('%s', (symptom, world, screen, holds) => {
		const shown = world();
		expect(screenOf(shown).name).toBe(screen);
		expect(holds(shown)).toBe(true);
		const row = catalogue.find((one) => one.symptom === symptom);
		if (!row || !('shows' in row)) throw new Error(`expected ${symptom} to say what it shows`);
		expect(row.shows.screen).toBe(screen);
		expect(showsNow(shown, row.shows)).toBe(true);
	});

	test.each(catalogue.filter((row) => 'ownAct' in row).map(({ symptom }) => symptom))(
		'%s: nothing of it shows on the straight road, where the act is not done',
		(symptom) => {
			const row = catalogue.find((one) => one.symptom === symptom);
			if (!row || !('ownAct' in row)) throw new Error(`expected ${symptom} to be an act`);
			expect(road.filter((world) => showsNow(world, row.shows))).toEqual([]);
		},
	);

	test('are all here', () => {
		const named = catalogue.filter((row) => 'ownAct' in row || 'always' in row).map(({ symptom }) => symptom);
		expect(rows.map(([symptom]) => symptom).sort()).toEqual([...named].sort());
	});
});
