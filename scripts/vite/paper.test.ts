import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { androidDetours } from '../../src/domain/android.ts';
import { desktopDetours } from '../../src/domain/desktop.ts';
import { migrationDetours } from '../../src/domain/migration.ts';
import { pushDetours } from '../../src/domain/push.ts';
import { compileProcedures } from './compile.ts';
import { paperBoxes } from './paper.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const all: Readonly<Partial<Record<string, readonly string[]>>> = {
	desktop: desktopDetours,
	android: androidDetours,
	push: pushDetours,
	migration: migrationDetours,
};

describe.each(compileProcedures(root).map((one) => ({ id: one.entry.id, procedure: one })))(
	'$id',
	({ id, procedure }) => {
		const boxes = paperBoxes(procedure);
		const bySlug = new Map(boxes.map((box) => [box.slug, box]));
		const slugs = all[id] ?? procedure.detours.map(({ page }) => page.slug);

		test('every detour has one box, and the service desk is the first', () => {
			expect(boxes.map(({ box }) => box)).toEqual(slugs.map((_, at) => `D${at + 1}`));
			expect(new Set(boxes.map(({ slug }) => slug as string))).toEqual(new Set(slugs));
			expect(boxes[0]?.slug).toBe('service-desk');
		});

		test('boxes are numbered as a reader of the steps meets them', () => {
			const met = procedure.steps.flatMap(({ page }) => page.symptoms.map(({ detour }) => detour));
			const firsts = [...new Set(met)].filter((slug) => slug !== 'service-desk');
			const numbers = firsts.map((slug) => Number(bySlug.get(slug)?.box.slice(1)));
			expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
		});

		test('each box ends where the machine ends', () => {
			const numberOf = (slug: string) =>
				String(procedure.steps.findIndex(({ page }) => page.slug === slug) + 1);
			for (const { page } of procedure.detours) {
				const { ends } = bySlug.get(page.slug) ?? { ends: [] };
				const targets = ends.map(({ box }) => box);
				const further = page.then && bySlug.get(page.then)?.box;
				const expected = page.deskOnly
					? [further]
					: [
							page.to && numberOf(page.to),
							...page.answers.map(({ target }) => numberOf(target)),
							...(page.then && page.then !== 'service-desk' ? [further] : []),
						];
				expect(targets, page.slug).toEqual(expected);
			}
			if (id !== 'desktop') return;
			const clock = bySlug.get('passcode-refused')?.ends.find(({ box }) => box === '23');
			expect(clock).toEqual({ words: 'The clock is wrong', box: '23', returns: true });
			expect(bySlug.get('restart-wanted')?.ends.at(-1)).toMatchObject({ box: '4', returns: false });
		});
	},
);
