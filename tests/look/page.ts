import { fileURLToPath } from 'node:url';
import type { Screen, ScreenGroup } from './screens.ts';

type Variant = {
	readonly id: string;
	readonly title: string;
	readonly width: number;
	readonly height: number;
	readonly scheme: 'light' | 'dark';
	readonly media: 'screen' | 'print';
	/** Of the picture, to the size on the screen. */
	readonly scale: number;
};

const phone = { width: 390, height: 844, media: 'screen', scale: 0.7 } as const;
const computer = { width: 1280, height: 800, media: 'screen', scale: 0.4 } as const;

/** The ways in which each screen is shown. Paper is as wide as A4 between its margins. */
export const variants: readonly Variant[] = [
	{ id: 'light', title: 'Light', scheme: 'light', ...computer },
	{ id: 'dark', title: 'Dark', scheme: 'dark', ...computer },
	{ id: 'phone', title: '390 px', scheme: 'light', ...phone },
	{ id: 'print', title: 'Print', scheme: 'light', width: 720, height: 1020, media: 'print', scale: 0.5 },
];

/** The folder of the pictures. */
export const pictures = fileURLToPath(new URL('../../docs/look', import.meta.url));

/** The name of a picture's file. */
export const pictureOf = ({ id }: Pick<Screen, 'id'>, variant: Pick<Variant, 'id'>): string =>
	`${id}-${variant.id}.webp`;

/** The names of all pictures of some screens. */
export const picturesOf = (groups: readonly ScreenGroup[]): string[] =>
	groups.flatMap(({ screens }) =>
		screens.flatMap((screen) =>
			variants
				.filter(({ id }) => id !== 'print' || !screen.neverPrinted)
				.map((variant) => pictureOf(screen, variant)),
		),
	);

/** What README shows, and where. */
export const readmeSize = { width: 1280, height: 1000, scale: 0.86 };
export const readmePicture = ({ id }: Pick<Screen, 'id'>): string =>
	fileURLToPath(new URL(`../../docs/images/${id}.webp`, import.meta.url));

/** The page that shows all screens side by side, as Markdown. */
export function lookPage(groups: readonly ScreenGroup[]): string {
	const row = (screen: Screen) =>
		variants
			.map((variant) =>
				variant.id === 'print' && screen.neverPrinted
					? '–'
					: `<img src="look/${pictureOf(screen, variant)}" alt="${screen.title}, ${variant.title}" width="${variant.id === 'phone' ? 140 : 240}">`,
			)
			.join(' | ');
	const part = ({ title, screens }: ScreenGroup) =>
		[
			`## ${title}`,
			...screens.map(
				(screen) =>
					`### ${screen.title}\n\n\`/${screen.path}\`\n\n| ${variants.map((one) => one.title).join(' | ')} |\n|${' --- |'.repeat(variants.length)}\n| ${row(screen)} |`,
			),
		].join('\n\n');
	return [
		'# The screens, side by side',
		'Made by `npm run look` from the built site, with `tests/look/screens.ts`. Do not edit it by hand. Each screen is shown from its top.',
		...groups.map(part),
		'',
	]
		.join('\n\n')
		.replace(/\n+$/, '\n');
}
