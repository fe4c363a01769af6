import { closest, distance } from 'fastest-levenshtein';
import type { DetourCallers, ProcedureEntry } from '../domain/pages.ts';
import { renamedSlugs, slugToday } from './published.ts';

const otherPages = ['map', 'print', 'status', 'go-on', 'desk', 'search', 'links'];
/** The share of a word's letters that may differ before it counts as another word. */
const tolerance = 0.4;

/** What exists today. */
export type KnownPlaces = {
	readonly procedures: readonly ProcedureEntry[];
	readonly callers: Readonly<Partial<Record<string, DetourCallers>>>;
	/** Slugs of earlier releases; those of the published table unless said otherwise. */
	readonly renamed?: Readonly<Record<string, string>>;
};

/**
 * The nearest sensible address for one that leads nowhere: an old, mangled or capitalized link.
 *
 * @param wanted what stood in the address, from the site's root
 * @returns a path that exists, with its final slash; nothing when no page is near
 */
export function nearestAddress(
	wanted: string,
	{ procedures, callers, renamed = renamedSlugs }: KnownPlaces,
): string | undefined {
	const parts = wanted
		.toLowerCase()
		.split(/[?#]/)[0]
		?.split('/')
		.map((part) => part.replace(/[^a-z0-9-]+/g, '-').replace(/^-+|-+$/g, ''))
		.filter((part) => part !== '' && part !== 'index-html')
		.map((part) => slugToday(part, renamed));
	if (!parts || parts.length === 0) return undefined;
	const [first = ''] = parts;

	const called = nearest(
		[first],
		procedures.map(({ id }) => id),
	);
	const own = procedures.find(({ id }) => id === called?.known);
	// without its procedure's name a step or a problem may be of any, and a number is of the first
	for (const procedure of own ? [own] : nearestFirst(parts, procedures)) {
		const found = within(procedure, parts, own !== undefined, callers[procedure.id] ?? {});
		if (found) return found;
	}
	const start = own ?? (first === 'step' ? procedures[0] : undefined);
	if (start) return `/${start.id}/`;
	const other = near(first, otherPages);
	return other ? `/${other.known}/` : undefined;
}

/** Procedures in the order in which a word of an address is nearest to one of their steps. */
function nearestFirst(parts: readonly string[], procedures: readonly ProcedureEntry[]): ProcedureEntry[] {
	const away = ({ steps }: ProcedureEntry) =>
		nearest(
			parts,
			steps.map(({ slug }) => slug),
		)?.away ?? 1;
	return [...procedures].sort((one, other) => away(one) - away(other));
}

/** The nearest address within a procedure, if there is one. */
function within(
	procedure: ProcedureEntry,
	parts: readonly string[],
	named: boolean,
	called: DetourCallers,
): string | undefined {
	const [first = '', ...rest] = parts;
	const number = first === 'step' || named ? numberIn(rest[0] ?? '') : numberIn(first);
	const step = procedure.steps.find((one) => one.number === number);
	if (step) return `/${procedure.id}/${step.slug}/`;

	const words = named ? rest : parts;
	const slugs = procedure.steps.map(({ slug }) => slug as string);
	const slug = nearest(words, slugs);
	if (slug) {
		const detours = Object.entries(called)
			.filter(([, steps]) => steps.some((one) => one === slug.known))
			.map(([detour]) => detour);
		const others = words.filter((word) => word !== slug.word);
		const detour = nearest(others, detours);
		return detour ? `/${procedure.id}/${slug.known}/${detour.known}/` : `/${procedure.id}/${slug.known}/`;
	}
	const detour = nearest(
		words,
		Object.keys(called).filter((one) => one !== 'service-desk'),
	);
	const caller = detour && called[detour.known as keyof typeof called]?.[0];
	return detour && caller ? `/${procedure.id}/${caller}/${detour.known}/` : undefined;
}

const numberIn = (word: string): number | undefined => {
	const digits = /^(?:step-?)?0*(\d{1,3})$/.exec(word)?.[1];
	return digits ? Number(digits) : undefined;
};

type Found = { word: string; known: string; away: number };

/** The known word that is nearest to a word, if they may be taken for the same. */
function near(word: string, known: readonly string[]): Found | undefined {
	if (word === '' || known.length === 0 || word.length > 80) return undefined;
	const best = closest(word, known);
	const away = distance(word, best) / Math.max(word.length, best.length);
	return away <= tolerance ? { word, known: best, away } : undefined;
}

/** Of several words the one that is nearest to a known one; of equals the first. */
const nearest = (words: readonly string[], known: readonly string[]): Found | undefined =>
	words
		.map((word) => near(word, known))
		.filter((found) => found !== undefined)
		.sort((one, other) => one.away - other.away)[0];
