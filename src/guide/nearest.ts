import { closest, distance } from 'fastest-levenshtein';
import type { ProcedureEntry } from '../domain/pages.ts';

const otherPages = ['map', 'print', 'status'];
/** The share of a word's letters that may differ before it counts as another word. */
const tolerance = 0.4;

/**
 * The nearest sensible address for one that leads nowhere: an old, mangled or capitalized link.
 *
 * @param wanted what stood in the address, from the site's root
 * @returns a path that exists, with its final slash; nothing when no page is near
 */
export function nearestAddress(wanted: string, procedures: readonly ProcedureEntry[]): string | undefined {
	const parts = wanted
		.toLowerCase()
		.split(/[?#]/)[0]
		?.split('/')
		.map((part) => part.replace(/[^a-z0-9-]+/g, '-').replace(/^-+|-+$/g, ''))
		.filter((part) => part !== '' && part !== 'index-html');
	if (!parts || parts.length === 0) return undefined;
	const [first = '', ...rest] = parts;

	const procedure = procedures.find(({ id }) => near(first, [id]) !== undefined) ?? procedures[0];
	if (!procedure) return undefined;
	const named = near(first, [procedure.id]) !== undefined;
	const number = first === 'step' || named ? numberIn(rest[0] ?? '') : numberIn(first);
	const step = procedure.steps.find((one) => one.number === number);
	if (step) return `/${procedure.id}/${step.slug}/`;

	const slugs = procedure.steps.map(({ slug }) => slug as string);
	const words = named ? rest : parts;
	const slug = words.map((word) => near(word, slugs)).find((found) => found !== undefined);
	if (slug) {
		const detours = Object.entries(procedure.detours)
			.filter(([, callers]) => callers.some((caller) => caller === slug))
			.map(([detour]) => detour);
		const detour = words.map((word) => near(word, detours)).find((found) => found !== undefined);
		return detour ? `/${procedure.id}/${slug}/${detour}/` : `/${procedure.id}/${slug}/`;
	}
	const detours = Object.keys(procedure.detours).filter((detour) => detour !== 'service-desk');
	const detour = words.map((word) => near(word, detours)).find((found) => found !== undefined);
	const caller = detour && procedure.detours[detour as keyof typeof procedure.detours]?.[0];
	if (detour && caller) return `/${procedure.id}/${caller}/${detour}/`;
	if (named) return `/${procedure.id}/`;
	const other = near(first, otherPages);
	return other ? `/${other}/` : undefined;
}

const numberIn = (word: string): number | undefined => {
	const digits = /^(?:step-?)?0*(\d{1,3})$/.exec(word)?.[1];
	return digits ? Number(digits) : undefined;
};

function near(word: string, known: readonly string[]): string | undefined {
	if (word === '' || known.length === 0 || word.length > 80) return undefined;
	const best = closest(word, known);
	return distance(word, best) <= Math.floor(Math.max(word.length, best.length) * tolerance)
		? best
		: undefined;
}
