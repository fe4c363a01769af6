import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { begin } from '../src/practice/exercise.ts';
import { fly } from '../src/practice/pilot/pilot.ts';
import { allScenarios } from '../src/practice/scenarios.ts';
import Device from '../src/screens/Device.svelte';
import { screenOf, type DeviceId, type Screen } from '../src/simulator/world.ts';

const devices: readonly DeviceId[] = ['laptop', 'other'];

/** Every screen that some exercise leads over, once for each set of controls. */
function allScreens(): Map<string, { device: DeviceId; screen: Screen }> {
	const found = new Map<string, { device: DeviceId; screen: Screen }>();
	for (const scenario of allScenarios)
		for (const { world } of fly(begin(scenario).world))
			for (const device of devices) {
				const screen = screenOf(world, device);
				const key = [screen.name, ...screen.controls.map(({ id, kind }) => `${kind} ${id}`)].join(' ');
				if (!found.has(key)) found.set(key, { device, screen });
			}
	return found;
}

const unescaped = (html: string) =>
	html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
const draw = (device: DeviceId, screen: Screen, use?: () => void) =>
	unescaped(render(Device, { props: { device, screen, name: 'A computer', id: 'one', use } }).body);

describe('every screen that an exercise leads over', () => {
	const screens = [...allScreens().values()];

	test('there are many', () => {
		expect(new Set(screens.map(({ screen }) => screen.name)).size).toBeGreaterThan(50);
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
				for (const away of ['autocomplete="off"', 'data-1p-ignore', 'data-lpignore', 'data-bwignore'])
					expect(input, screen.name).toContain(away);
		}
	});

	test('as a picture has a name, and nothing in it can be used', () => {
		for (const { device, screen } of screens)
			expect(draw(device, screen), screen.name).toMatch(
				/role="img" aria-label="A computer"[^>]*>\s*<div inert/,
			);
	});
});
