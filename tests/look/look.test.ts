import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { distinctPages } from '../pages.ts';
import { lookPage, pictures, picturesOf, readmePicture } from './page.ts';
import { groups } from './screens.ts';

const screens = groups.flatMap((group) => group.screens);
const advice = 'run "npm run look"';

test('the page in docs shows the screens of the list, each in light, dark, at 390 pixels and in print', () => {
	expect(new Set(screens.map(({ id }) => id)).size).toBe(screens.length);
	expect(readFileSync(join(pictures, '..', 'look.md'), 'utf8'), advice).toBe(lookPage(groups));
	expect(readdirSync(pictures).sort(), advice).toEqual(picturesOf(groups).sort());
});

test('README shows those that are marked for it', () => {
	const readme = readFileSync(join(pictures, '..', '..', 'README.md'), 'utf8');
	for (const screen of screens.filter(({ inReadme }) => inReadme)) {
		expect(existsSync(readmePicture(screen)), advice).toBe(true);
		expect(readme).toContain(`docs/images/${screen.id}.webp`);
	}
});

test('every page that is no step, problem or exercise is among them', () => {
	const shown = new Set(screens.map(({ path }) => path.replace(/#.*$/, '')));
	// each guide has the same pages: one of them is shown
	const alike = (path: string) =>
		path
			.replace(/^print\/(android|push|migration)\//, 'print/')
			.replace(/^(android|push|migration)\/(done\/)?$/, 'desktop/$2');
	const missing = distinctPages().others.filter((path) => !shown.has(path) && !shown.has(alike(path)));
	expect(missing).toEqual([]);
});
