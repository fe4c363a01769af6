import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { courseOf } from '../src/practice/course.ts';
import { begin } from '../src/practice/exercise.ts';
import { fly } from '../src/practice/pilot/pilot.ts';
import { allScenarios } from '../src/practice/scenarios.ts';
import '../src/practice/testing/all-courses.ts';
import Device from '../src/screens/Device.svelte';
import Phone from '../src/screens/Phone.svelte';
import * as drawings from '../src/screens/drawings.ts';
import '../src/simulator/phone/index.ts';
import '../src/simulator/push/index.ts';
import { drive } from '../src/simulator/phone/driven.ts';
import { phoneScreens } from '../src/simulator/phone/screens.ts';
import { newestCode } from '../src/simulator/service/user-portal.ts';
import {
	createWorld,
	hasDevice,
	mailOf,
	screenOf,
	type DeviceId,
	type NewWorld,
	type Screen,
	type World,
} from '../src/simulator/world.ts';
import { wander, type Met } from './support/wander.ts';

const devices: readonly DeviceId[] = ['laptop', 'other', 'phone'];

/** Every screen that some exercise leads over, once for each set of controls. */
function allScreens(): Map<string, { device: DeviceId; screen: Screen }> {
	const found = new Map<string, { device: DeviceId; screen: Screen }>();
	for (const scenario of allScenarios) {
		const next = (world: World) => courseOf(scenario).nextMove(world, scenario);
		for (const { world } of fly(begin(scenario).world, 600, next))
			for (const device of devices.filter((one) => hasDevice(world, one))) {
				const screen = screenOf(world, device);
				const key = [screen.name, ...screen.controls.map(({ id, kind }) => `${kind} ${id}`)].join(' ');
				if (!found.has(key)) found.set(key, { device, screen });
			}
	}
	return found;
}

const pin = { kind: 'card', value: 'pin' } as const;

/** Worlds with a phone and with push, as differently as they stand: new, on the way, enrolled. */
function beginnings(): readonly World[] {
	const make = (given: Omit<NewWorld, 'seed' | 'startsAt'>) =>
		createWorld({ ...given, seed: 7, startsAt: Date.UTC(2026, 2, 2, 14) });
	const withApp = (world: World) => {
		const mails = mailOf(world.service, world.people.user);
		const mail = mails.findLast(({ content }) => content.kind === 'enrollment')?.id ?? '';
		return drive(world)
			.use('phone.unlock', 'home.store', 'store.mobilepass', 'store.install')
			.wait(20)
			.use(
				'phone.home',
				'home.mail',
				`mail.mail-${mail}`,
				'mail.self-enrollment',
				'browser.enroll',
				'prompt.open',
			)
			.use('mobilepass.continue', 'mobilepass.continue', 'mobilepass.allow');
	};
	const enrolled = (given: NewWorld['policy']) =>
		withApp(make({ phone: true, push: { laptop: 'new' }, policy: { ...given } }))
			.type('mobilepass.new-pin', pin)
			.use('mobilepass.continue')
			.type('mobilepass.pin-again', pin)
			.use('mobilepass.continue', 'mobilepass.done').world;
	const adding = (device: 'laptop' | 'phone') =>
		(device === 'laptop'
			? drive(make({ phone: true }), 'laptop')
			: drive(make({ phone: true })).use('phone.unlock', 'home.browser')
		)
			.use('browser.portal', 'portal.start')
			.type('portal.username', { kind: 'card', value: 'user-id' })
			.use('portal.login');
	const asked = (device: 'laptop' | 'phone') => adding(device).use('portal.add').wait(190);
	const confirmed = (device: 'laptop' | 'phone') => {
		const { world, type } = asked(device);
		const { user } = world.people;
		const code = newestCode(world.service, user)?.id ?? '';
		return type('portal.code', { kind: 'verification-code', user, code }).use('portal.continue');
	};
	const requested = drive(enrolled({}), 'laptop')
		.use('browser.portal', 'portal.start')
		.type('portal.username', { kind: 'card', value: 'user-id' })
		.use('portal.login', 'portal.autosend', 'portal.submit');
	return [
		adding('laptop').world,
		asked('laptop').world,
		requested.world,
		requested
			.on('phone')
			.use('notification.r1', 'mobilepass.approve')
			.type('mobilepass.pin', pin)
			.use('mobilepass.submit').world,
		make({ phone: true }),
		make({ phone: { installed: true }, push: { tokens: 2 } }),
		make({ push: { tokens: 2, hello: true, stranger: { after: 'start', seconds: 60 } } }),
		make({ push: true, policy: { push: { numberMatching: true }, pin: { type: 'Server' } } }),
		enrolled({}),
		enrolled({ push: { numberMatching: true } }),
		withApp(make({ phone: true, policy: { pin: { type: 'Server' } } })).use('mobilepass.done').world,
		confirmed('laptop').world,
		confirmed('phone').world,
	];
}

/** Every screen that somebody comes to who uses what is there; of one name a few with different controls. */
function wandered(): Met[] {
	const few = new Map<string, Met[]>();
	for (const [at, world] of beginnings().entries())
		for (const met of wander(world, at, 1200)) {
			const of = few.get(met.screen.name) ?? [];
			if (of.length < 4) few.set(met.screen.name, [...of, met]);
		}
	return [...few.values()].flat();
}

const unescaped = (html: string) =>
	html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
const draw = (device: DeviceId, screen: Screen, use?: () => void) =>
	unescaped(
		render(device === 'phone' ? Phone : Device, {
			props: { device, screen, name: 'A computer', id: 'one', use, pieces: drawings },
		}).body,
	);

describe('every screen that an exercise leads over, or somebody who wanders about', () => {
	const ofExercises = [...allScreens().values()];
	const screens = [...ofExercises, ...wandered()];
	const namesOf = (given: readonly Met[]) => new Set(given.map(({ screen }) => screen.name));

	test('there are many', () => {
		expect(namesOf(ofExercises).size).toBeGreaterThan(50);
		const names = namesOf(screens);
		const missing = Object.keys(phoneScreens).filter((name) => !names.has(name as Screen['name']));
		// few ways lead there
		expect(
			missing.filter((name) => !/\.(message|removed|not-sent|pin-given|set-pin|signed-in)$/.test(name)),
		).toEqual([]);
	});

	test('is drawn with each of its controls in exactly one place, and says what it says', () => {
		for (const { device, screen } of screens) {
			const html = draw(device, screen, () => undefined);
			const ids = [...html.matchAll(/data-control="([^"]+)"/g)].map(([, id]) => id);
			expect(ids.toSorted(), screen.name).toEqual(screen.controls.map(({ id }) => id).toSorted());
			for (const { id, text } of screen.controls)
				if (!Number.isFinite(Date.parse(text))) expect(html, `${screen.name}: ${id}`).toContain(text);
		}
	});

	test('says what was refused as soon as it is there', () => {
		let refusals = 0;
		for (const { device, screen } of screens)
			for (const { id, kind } of screen.controls) {
				if (kind !== 'value' || !id.endsWith('.message')) continue;
				refusals += 1;
				expect(
					draw(device, screen, () => undefined),
					screen.name,
				).toMatch(new RegExp(`role="alert" data-control="${id}"`));
				expect(draw(device, screen), 'not in a picture').not.toContain('role="alert"');
			}
		expect(refusals).toBeGreaterThan(20);
	});

	test('bears the mark of practice in every window and bar', () => {
		for (const { device, screen } of screens) {
			const html = draw(device, screen, () => undefined);
			const marks = html.match(/class="[^"]*\bpractice\b[^"]*"[^>]*>Practice</g)?.length ?? 0;
			const places = html.match(/class="[^"]*\b(title-bar|address|wallpaper|panel|box|dark)\b/g)?.length ?? 0;
			expect(marks, screen.name).toBeGreaterThanOrEqual(1);
			expect(marks, screen.name).toBeGreaterThanOrEqual(Math.min(places, 1));
			if (html.includes('class="address')) expect(marks, screen.name).toBeGreaterThanOrEqual(2);
		}
	});

	test('has no password field, form, level 1 heading or double id', () => {
		for (const { device, screen } of screens) {
			const html = draw(device, screen, () => undefined);
			expect(html).not.toMatch(/type="password"|<form|<h1|action=/);
			const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
			expect(new Set(ids).size, screen.name).toBe(ids.length);
			for (const [input] of html.matchAll(/<input\b[^>]*>/g))
				for (const away of ['autocomplete="', 'data-1p-ignore', 'data-lpignore', 'data-bwignore'])
					expect(input, screen.name).toContain(away);
		}
	});

	test('asks for a passcode in one field with the digits of a phone, and for nothing else in that way', () => {
		let passcodes = 0;
		for (const { device, screen } of screens) {
			const html = draw(device, screen, () => undefined);
			for (const { id, kind, text, expects } of screen.controls) {
				if (kind !== 'field') continue;
				const input = [...html.matchAll(/<input\b[^>]*>/g)].find(([one]) =>
					one.includes(`data-control="${id}"`),
				);
				const isCode = expects === 'passcode' || /^(Passcode|Verification code)$/.test(text);
				if (isCode) passcodes += 1;
				const wanted = isCode ? 'inputmode="numeric" autocomplete="one-time-code"' : 'autocomplete="off"';
				expect(input?.[0], `${screen.name}: ${id}`).toContain(wanted);
			}
		}
		expect(passcodes).toBeGreaterThan(0);
	});

	test('as a picture has a name, and nothing in it can be used', () => {
		for (const { device, screen } of screens)
			expect(draw(device, screen), screen.name).toMatch(
				/role="img" aria-label="A computer"[^>]*>\s*<div inert/,
			);
	});
});
