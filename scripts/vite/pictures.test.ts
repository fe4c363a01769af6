import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { StepSlug } from '../../src/domain/slugs.ts';
import { compileProcedures } from './compile.ts';
import { loadPainter } from './guide.ts';
import type { PicturesOfPages } from './pictures.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let painted: PicturesOfPages;
beforeAll(async () => {
	painted = (await loadPainter(root)).paint(compileProcedures(root));
}, 60_000);
const all = () => [...painted].flatMap(([page, pictures]) => pictures.html.map((html) => ({ page, html })));

describe('a picture as HTML', () => {
	test('there are many', () => {
		expect(all().length).toBeGreaterThan(120);
	});

	test('is one figure that says what it shows, and has the practice mark', () => {
		for (const { page, html } of all()) {
			expect(html, page).toMatch(/^<figure class="picture" data-picture="[a-z0-9-]+">.*<\/figure>$/);
			expect(html.match(/ role="img" aria-label="[^"]{10,}"/g), page).toHaveLength(1);
			expect(html.match(/ role="/g), page).toHaveLength(2);
			expect(html.match(/<span class="practice">Practice<\/span>/), page).not.toBeNull();
			expect(html, page).toContain('This is a picture. Do it on ');
		}
	});

	test('rings one control, but where something is missing', () => {
		const without = all().filter(({ html }) => !/ data-mark="\d"/.test(html));
		expect(without.map(({ page }) => page)).toEqual(['desktop/detours/teams-blank']);
		for (const { page, html } of all()) expect(html.match(/ data-mark=/g)?.length ?? 0, page).toBeLessThan(2);
	});

	test('has nothing that can be used, no heading, no id, no style, no comment', () => {
		for (const { page, html } of all()) {
			expect(html, page).not.toMatch(/<(button|input|label|form|h\d|script|style|!--|textarea|select)\b/);
			expect(html, page).not.toMatch(/ (id|for|style|tabindex|on\w+|type|name|autocomplete)=/);
		}
	});
});

test('a step without a goal is refused', async () => {
	const { paint } = await loadPainter(root);
	const strange = compileProcedures(root).map((one) => ({
		...one,
		steps: one.steps.map((step) => ({
			...step,
			page: { ...step.page, slug: 'no-such-step' as StepSlug },
		})),
	}));
	expect(() => paint(strange)).toThrow(/there is no goal for it/);
});
