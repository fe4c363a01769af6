import numbers from './numbers.json';

/**
 * Pages that are no step and no problem, as they were ever published. Like the table of numbers, which holds
 * all others, this list only grows.
 */
export const publishedPages: readonly string[] = [
	'/',
	'/android/',
	'/desktop/',
	'/desktop/ask-your-manager/',
	'/desktop/done/',
	'/desktop/handed-on/',
	'/desktop/send-on/',
	'/lost/',
	'/map/',
	'/print/',
	'/print/steps/',
	'/status/',
	'/desk/',
	'/search/',
	'/go-on/',
	'/links/',
	'/practice/',
	'/practice/drill/',
	'/practice/progress/',
	'/android/done/',
	'/print/android/',
	'/print/android/steps/',
	'/push/',
	'/push/done/',
	'/print/push/',
	'/print/push/steps/',
	'/trainer/recordings/',
	'/trainer/',
	'/trainer/audience/',
	'/trainer/drills/',
	'/trainer/kiosk/',
	'/trainer/class/',
	'/trainer/author/',
	'/migration/',
	'/migration/done/',
	'/print/migration/',
	'/print/migration/steps/',
	'/console/',
	'/console/migration/',
	'/console/report/',
	'/desk/practice/',
];

/**
 * Slugs of steps and problems that have another name now: old → new. A line stays for ever, so that each
 * address and code of an earlier release leads on.
 */
export const renamedSlugs: Readonly<Record<string, string>> = {};

/** Every address that was ever published, from the site's root. */
export const publishedAddresses = (): string[] => [
	...publishedPages,
	...new Set(Object.values(numbers).map((address) => `/${address}/`)),
];

/**
 * The name that a slug has today.
 *
 * @param renamed for tests; the table of this file otherwise
 */
export function slugToday(slug: string, renamed = renamedSlugs): string {
	let today = slug;
	for (let hops = 0; hops < 20 && Object.hasOwn(renamed, today); hops += 1) today = renamed[today] ?? today;
	return today;
}
