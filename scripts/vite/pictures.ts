import { render } from 'svelte/server';
import { guides, type DetourSlug, type StepSlug } from '../../src/domain/slugs.ts';
import { courseOf } from '../../src/practice/course.ts';
import { picturesOf } from '../../src/practice/pictures/guides.ts';
import type { Depicted } from '../../src/practice/pictures/moment.ts';
import Picture from '../../src/screens/Picture.svelte';
import type { CompiledProcedure } from './compile.ts';

export type PagePictures = {
	readonly html: readonly string[];
	/** Do they need the styles of the World's parts as well? */
	readonly ofParts: boolean;
};
/** The pictures of each page that has any, by `<procedure>/steps|detours/<slug>`. */
export type PicturesOfPages = ReadonlyMap<string, PagePictures>;

/**
 * Draws all pictures: the road is walked, and faults are flown, to the moments that they show.
 *
 * @throws Error where data name a screen or a control that is not there, an alternative text is missing, or a step
 * has no goal to practice for
 */
export function paint(procedures: readonly CompiledProcedure[]): PicturesOfPages {
	const painted = new Map<string, PagePictures>();
	for (const { entry, steps, detours } of procedures) {
		const guide = guides.find((id) => id === entry.id);
		if (!guide) throw new Error(`${entry.id} is no guide`);
		const ofGuide = picturesOf(guide);
		const add = (
			kind: 'steps' | 'detours',
			{ slug }: { readonly slug: StepSlug | DetourSlug },
			alts: readonly string[],
			depicted: readonly Depicted[],
			up: string,
		) => {
			if (alts.length !== depicted.length)
				throw new Error(
					`${slug}: its text has ${alts.length} alternative texts, its data ${depicted.length} pictures`,
				);
			if (alts.length === 0) return;
			painted.set(`${entry.id}/${kind}/${slug}`, {
				html: depicted.map((one, at) => pictureHtml(slug, alts[at] ?? '', one, up)),
				ofParts: depicted.some(({ ofParts }) => ofParts),
			});
		};
		const { goals } = courseOf({ course: guide });
		for (const { page } of steps)
			if (!goals.some(({ id }) => id === page.slug)) throw new Error(`${page.slug}: there is no goal for it`);
		for (const { page, alts } of steps)
			add('steps', page, alts, ofGuide.steps.get(page.slug) ?? [], '../../');
		for (const { page, alts } of detours) {
			const one = ofGuide.detours.get(page.slug);
			add('detours', page, alts, one ? [one] : [], '../../../');
		}
	}
	return painted;
}

/**
 * A picture as HTML that needs no script: text and shapes, without a control that could be used, an id or a
 * comment.
 *
 * @param of the slug of its step or detour
 * @param up from its page to the root of the site
 */
export function pictureHtml(
	of: string,
	alt: string,
	{ screen, device, mark, instruction, practice: exercise }: Depicted,
	up: string,
): string {
	const marks = mark ? { [mark.id]: String(instruction ?? '') } : {};
	const practice = `${up}practice/${exercise}/`;
	const { body } = render(Picture, { props: { of, screen, device, alt, marks, practice } });
	return asStill(body);
}

/** Only these mean something where nothing can be used. */
const kept =
	/^(class|inert|href|viewBox|d|cx|cy|r|x|y|pathLength|stroke-dasharray|text-anchor|data-(mark|app|screen|picture))$/;
const outer = /^(role|aria-label|aria-hidden)$/;

/** Takes from server-rendered HTML what only a used device needs. */
function asStill(html: string): string {
	const plain = html
		.replace(/<!--[\s\S]*?-->/g, '')
		.replace(/<span class="visually-hidden">[^<]*<\/span>/g, '')
		.replace(/\s*\n\s*/g, ' ');
	return plain.replace(
		/<(\/?)([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>/gi,
		(_, close: string, name: string, attributes: string, end: string) => {
			const isOuter = /\binert\b|\brole="(img|status)"/.test(attributes) && name !== 'svg';
			const rest = [...attributes.matchAll(/\s+([\w:-]+)(="[^"]*")?/g)]
				.filter(([, key = '', value]) => value !== '=""' || key === 'data-mark' || key === 'inert')
				.filter(([, key = '']) => kept.test(key) || (isOuter && outer.test(key)))
				.map(([, key = '', value = '']) => ` ${key}${key === 'inert' ? '' : value}`)
				.join('');
			if (name === 'input') return `<span${rest}></span>`;
			const still = /^(button|label)$/.test(name) ? 'span' : name;
			return close ? `</${still}>` : `<${still}${rest}${end && '/'}>`;
		},
	);
}
