import { describe, expect, test } from 'vitest';
import type { Label } from '../domain/label.ts';
import { deviceIds } from '../simulator/state.ts';
import { advance, createWorld, screenOf, type Screen, type World } from '../simulator/world.ts';
import { desktopDetourLabels } from '../steps/desktop/detour-labels.ts';
import { desktopStepFacts } from '../steps/desktop/index.ts';
import { fly } from './pilot/pilot.ts';
import { straightRoad } from './straight-road.ts';
import { walk } from './walk.ts';

const startsAt = Date.UTC(2026, 2, 2, 14);
const screensOf = (world: World): Screen[] => deviceIds.map((device) => screenOf(world, device));

/** Every screen that the straight road meets, with the step at which it does. */
const road: { step: string; screens: Screen[] }[] = [];
let world = createWorld({ seed: 1, startsAt });
for (const leg of straightRoad) {
	const screens = screensOf(world);
	for (const { world: next } of walk(world, leg)) {
		screens.push(...screensOf(next));
		world = next;
	}
	road.push({ step: leg.step, screens });
}
const all = road.flatMap(({ screens }) => screens);

const carries = (screen: Screen, label: Label): boolean =>
	screen.controls.some(({ text, kind }) => text === label.text && kind === label.kind);

/** Labels that are no part of a device: the telephone of the last step. */
const outside = new Set(['get-help']);

describe('the labels of procedure A', () => {
	for (const { slug, number, labels } of desktopStepFacts) {
		if (outside.has(slug)) continue;
		test.each(labels.map((label) => [label.kind, label.text, label] as const))(
			`step ${number}: %s "%s" is met on the road at that step`,
			(_kind, _text, label) => {
				const here = road.find(({ step }) => step === slug)!.screens;
				expect(here.some((screen) => carries(screen, label))).toBe(true);
			},
		);
	}

	// the written procedure's own words, apart from the steps' data: a slip in both would show here
	test.each([
		['request-static-password', 'button', 'Submit'],
		['boot-and-acknowledge', 'typed', 'Ctrl+Alt+Del'],
		['enter-email-address', 'button', 'Next'],
		['enter-computer-password', 'button', 'Sign in'],
		['enter-computer-password', 'button', 'Next'],
		['enter-static-password', 'button', 'Yes'],
		['log-on-to-windows', 'button', 'Back'],
		['log-on-to-windows', 'typed', 'Enter'],
		['close-loadset-message', 'button', 'OK'],
		['start-outlook', 'choice', 'Outlook'],
		['start-outlook', 'choice', 'Microsoft 365'],
		['outlook-static-password', 'button', 'Login'],
		['skip-outlook-mobile', 'choice', 'Setup Outlook Mobile on my phone, too'],
		['skip-outlook-mobile', 'button', 'Done'],
		['download-mobilepass', 'button', 'Download and Install'],
		['download-mobilepass', 'button', 'Open file'],
		['accept-license', 'button', 'Next'],
		['install-mobilepass', 'choice', 'Standard Configuration'],
		['install-mobilepass', 'button', 'Finish'],
		['enroll-and-create-pin', 'link', 'Enroll your MobilePASS+'],
		['enroll-and-create-pin', 'button', 'Open'],
		['enroll-and-create-pin', 'button', 'Start'],
		['enroll-and-create-pin', 'button', 'Close App'],
		['sign-in-to-teams', 'choice', 'Microsoft Teams'],
		['check-time-zone', 'link', 'Date and time settings'],
	] as const)('%s in the written procedure: %s "%s"', (slug, kind, text) => {
		const here = road.find(({ step }) => step === slug)?.screens ?? [];
		expect(here.some((screen) => carries(screen, { kind, text }))).toBe(true);
	});

	test('no control stands twice on a screen', () => {
		for (const { name, controls } of all) {
			const ids = controls.map(({ id }) => id);
			expect({ name, ids }).toEqual({ name, ids: [...new Set(ids)] });
		}
	});
});

/** Faults on whose way the labels stand that the straight road does not meet. */
const shown = [
	'welcome-page-stays',
	'vpn-not-connected',
	'other-name-shown',
	'download-held',
	'windows-protects-pc',
	'old-app-opens',
	'clock-set-by-hand',
	'mfa-email-expired',
	'black-desktop',
] as const;

/** Push, and what belongs to issues of their own, has no screen yet. */
const later = new Set(['Deny', 'Report', 'Approve']);

describe('the labels of the detours', () => {
	test('are the labels of the screens, by kind', () => {
		const met = new Set<string>();
		const look = (seen: World) => {
			for (const { controls } of screensOf(seen))
				for (const { kind, text } of controls) met.add(`${kind} ${text}`);
		};
		for (const id of shown)
			for (const { world: next } of fly(createWorld({ seed: 1, startsAt, faults: [id] }))) look(next);
		const app = advance(world, { do: 'press', control: 'taskbar.mobilepass', at: world.now }).world;
		look(advance(app, { do: 'choose', control: 'mobilepass.settings', at: app.now }).world);
		const missing = desktopDetourLabels.filter(
			({ kind, text }) => !met.has(`${kind} ${text}`) && !later.has(text),
		);
		expect(missing).toEqual([]);
	}, 60_000);
});
