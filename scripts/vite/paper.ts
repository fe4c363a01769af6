import type { PaperBox, PaperEnd } from '../../src/domain/paper.ts';
import type { DetourPage } from '../../src/domain/pages.ts';
import type { DetourSlug } from '../../src/domain/slugs.ts';
import type { CompiledProcedure } from './compile.ts';

const desk: DetourSlug = 'service-desk';

/**
 * Numbers the detours of a procedure for paper, and says where each of them ends.
 *
 * The service desk is D1, since every step may lead there. The others follow in the order in which a
 * reader meets them: by the steps' symptoms, each with what it leads to when it did not help.
 */
export function paperBoxes({ steps, detours }: CompiledProcedure): PaperBox[] {
	const found = new Map(detours.map((detour) => [detour.page.slug, detour]));
	const order = new Set<DetourSlug>([desk]);
	const meet = (slug: DetourSlug) => {
		if (order.has(slug)) return;
		order.add(slug);
		const further = found.get(slug)?.page.then;
		if (further) meet(further);
	};
	for (const { page } of steps) for (const { detour } of page.symptoms) meet(detour);
	if (order.size !== detours.length) throw new Error('Paper: there is a detour that no step leads to');

	const boxes = new Map([...order].map((slug, at) => [slug, `D${at + 1}`]));
	const numberOf = (slug: string) => String(steps.find(({ page }) => page.slug === slug)?.page.number);
	return [...boxes].map(([slug, box]) => {
		const detour = found.get(slug);
		if (!detour) throw new Error(`Paper: there is no detour ${slug}`);
		const { page, paper: words } = detour;
		const codes = page.from.map((caller, at) => ({
			step: numberOf(caller),
			code: page.codes[at]?.[0] ?? '',
		}));
		return {
			box,
			slug,
			title: page.title,
			codes,
			words,
			ends: endsOf(page, numberOf, (one) => boxes.get(one)),
		};
	});
}

/** Words of a control, without what they say about where it leads. */
const condition = (words: string) => words.replace(/:.*$/, '');

function endsOf(
	page: DetourPage,
	numberOf: (slug: string) => string,
	boxOf: (slug: DetourSlug) => string | undefined,
): PaperEnd[] {
	const further = (words?: string): PaperEnd[] => {
		const box = page.then && boxOf(page.then);
		return box ? [words ? { words, box } : { box }] : [];
	};
	if (page.deskOnly) return further();
	return [
		page.to ? { box: numberOf(page.to) } : {},
		...page.answers.map(({ words, target, returns }) => ({
			words: condition(words),
			box: numberOf(target),
			returns,
		})),
		// that the service desk comes last is said once, for all boxes
		...(page.then === desk ? [] : further(condition(page.notFixed ?? 'It still does not work'))),
	];
}
