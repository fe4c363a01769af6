import { describe, expect, test } from 'vitest';
import type { DetourCallers, ProcedureEntry, StepEntry } from '../domain/pages.ts';
import { androidPhases, androidSteps } from '../domain/android.ts';
import { desktopPhases, desktopSteps } from '../domain/desktop.ts';
import type { PhaseSlug } from '../domain/slugs.ts';
import { androidMachine } from '../machines/android/android.machine.ts';
import { desktopMachine } from '../machines/desktop/desktop.machine.ts';
import { detoursOf } from '../machines/read.ts';
import { nearestAddress } from './nearest.ts';

const desktop: ProcedureEntry = {
	id: 'desktop',
	title: '',
	phases: [],
	steps: Object.entries(desktopPhases).flatMap(([phase, slugs]) =>
		slugs.map((slug): StepEntry => ({
			slug,
			number: desktopSteps.indexOf(slug) + 1,
			title: '',
			phase: phase as PhaseSlug,
			place: 'desktop',
		})),
	),
};
const detours: DetourCallers = Object.fromEntries(
	Object.entries(detoursOf(desktopMachine)).map(([slug, { from }]) => [slug, from]),
);
const nearest = (wanted: string) =>
	nearestAddress(wanted, { procedures: [desktop], callers: { desktop: detours } });

test.each([
	['desktop/outlook-static-password', '/desktop/outlook-static-password/'],
	['Desktop/Outlook-Static-Password', '/desktop/outlook-static-password/'],
	['DESKTOP/OUTLOOK_STATIC_PASSWORD/', '/desktop/outlook-static-password/'],
	['desktop/outlok-static-pasword/', '/desktop/outlook-static-password/'],
	['deskop/outlook-static-password/', '/desktop/outlook-static-password/'],
	['outlook-static-password', '/desktop/outlook-static-password/'],
	['desktop/outlook-static-password/index.html', '/desktop/outlook-static-password/'],
	['desktop/outlook-static-password/?from=mail#top', '/desktop/outlook-static-password/'],
	['desktop/outlook-static-password).', '/desktop/outlook-static-password/'],
])('a mangled address of a step leads to the step: %s', (wanted, found) => {
	expect(nearest(wanted)).toBe(found);
});

test.each([
	['step/13', '/desktop/outlook-static-password/'],
	['STEP/013/', '/desktop/outlook-static-password/'],
	['step-13', '/desktop/outlook-static-password/'],
	['13', '/desktop/outlook-static-password/'],
	['desktop/13/', '/desktop/outlook-static-password/'],
	['desktop/step-13/', '/desktop/outlook-static-password/'],
])('a number leads to its step: %s', (wanted, found) => {
	expect(nearest(wanted)).toBe(found);
});

test.each(['step/99', 'step/0', 'step/', 'desktop/99/', 'desktop/nothing-like-a-step-at-all', 'desktop'])(
	'where no step is near, all steps are: %s',
	(wanted) => {
		expect(nearest(wanted)).toBe('/desktop/');
	},
);

test.each([
	['desktop/outlook-static-password/web-mail-work', '/desktop/outlook-static-password/web-mail-works/'],
	// a detour of another step than the one that is named
	['desktop/start-outlook/no-such-trouble', '/desktop/start-outlook/'],
	['desktop/passcode-refused', '/desktop/use-passcode-on-vpn/passcode-refused/'],
])('a detour keeps its caller: %s', (wanted, found) => {
	expect(nearest(wanted)).toBe(found);
});

test.each([
	['Map', '/map/'],
	['statuss/', '/status/'],
	['prnt', '/print/'],
])('other pages: %s', (wanted, found) => expect(nearest(wanted)).toBe(found));

test.each(['', '/', '///', '?', '#', 'qqqq/xxxx', '%E0%A4', 'x'.repeat(5000), '\u0000', '../../etc/passwd'])(
	'nothing is near: %#',
	(wanted) => expect(nearest(wanted)).toBeUndefined(),
);

test('every address of a step and a detour is its own nearest', () => {
	for (const { slug } of desktop.steps) expect(nearest(`desktop/${slug}/`)).toBe(`/desktop/${slug}/`);
	for (const [detour, callers] of Object.entries(detours))
		for (const caller of callers)
			expect(nearest(`desktop/${caller}/${detour}/`)).toBe(`/desktop/${caller}/${detour}/`);
});

describe('with more than one procedure', () => {
	const android = {
		id: 'android',
		title: 'Android',
		phases: [],
		steps: Object.entries(androidPhases).flatMap(([phase, slugs]) =>
			slugs.map((slug) => ({
				slug,
				number: androidSteps.indexOf(slug) + 1,
				title: slug,
				phase: phase as PhaseSlug,
				place: 'phone' as const,
			})),
		),
	} satisfies ProcedureEntry;
	const callers = {
		desktop: detours,
		android: Object.fromEntries(
			Object.entries(detoursOf(androidMachine)).map(([slug, { from }]) => [slug, from]),
		),
	};
	const among = (wanted: string) => nearestAddress(wanted, { procedures: [desktop, android], callers });

	test.each([
		['android/scan-qr-cod/', '/android/scan-qr-code/'],
		['scan-qr-code', '/android/scan-qr-code/'],
		['outlook-static-password', '/desktop/outlook-static-password/'],
		['android/scan-qr-code/camera-not-alowed', '/android/scan-qr-code/camera-not-allowed/'],
		['android/8/', '/android/scan-qr-code/'],
		['step/8', '/desktop/log-on-to-windows/'],
		['8', '/desktop/log-on-to-windows/'],
		['phone-lost', '/android/keep-phone-ready/phone-lost/'],
		['passcode-refused', '/desktop/use-passcode-on-vpn/passcode-refused/'],
		['android/nothing-like-it-at-all', '/android/'],
		['step/', '/desktop/'],
	])('%s leads to %s', (wanted, address) => expect(among(wanted)).toBe(address));

	test('every address of each of them is its own', () => {
		for (const { id, steps } of [desktop, android])
			for (const { slug } of steps) expect(among(`${id}/${slug}/`)).toBe(`/${id}/${slug}/`);
		for (const [slug, from] of Object.entries(callers.android))
			for (const step of from) expect(among(`android/${step}/${slug}/`)).toBe(`/android/${step}/${slug}/`);
	});
});
