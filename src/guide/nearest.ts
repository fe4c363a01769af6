import { closest, distance } from 'fastest-levenshtein';
import type { DetourCallers, ProcedureEntry } from '../domain/pages.ts';

const otherPages = ['map', 'print', 'status'];
/** The share of a word's letters that may differ before it counts as another word. */
const tolerance = 0.4;

type Known = {
	procedures: readonly ProcedureEntry[];
	callers: Readonly<Partial<Record<string, DetourCallers>>>;
};

/**
 * The nearest sensible address for one that leads nowhere: an old, mangled or capitalized link.
 *
 * @param wanted what stood in the address, from the site's root
 * @returns a path that exists, with its final slash; nothing when no page is near
 */
export function nearestAddress(wanted: string, { procedures, callers }: Known): string | undefined {
	const [first, ...rest] = partsOf(wanted);
	if (first === undefined) return undefined;
	const named = procedures.find(({ id }) => near(first, [id]));
	const procedure = named ?? procedures[0];
	if (!procedure) return undefined;

	const number = numberIn((named || first === 'step' ? rest[0] : first) ?? '');
	const numbered = procedure.steps.find((step) => step.number === number);
	if (numbered) return `/${procedure.id}/${numbered.slug}/`;

	const words = named ? rest : [first, ...rest];
	const slugs = procedure.steps.map(({ slug }) => slug as string);
	const detours = Object.entries(callers[procedure.id] ?? {});
	const [slug, after] = firstNear(words, slugs);
	if (slug) {
		const mine = detours.filter(([, steps]) => steps.some((step) => step === slug)).map(([detour]) => detour);
		const [detour] = firstNear(after, mine);
		return detour ? `/${procedure.id}/${slug}/${detour}/` : `/${procedure.id}/${slug}/`;
	}
	const [detour] = firstNear(
		words,
		detours.map(([one]) => one).filter((one) => one !== 'service-desk'),
	);
	const caller = detours.find(([one]) => one === detour)?.[1][0];
	if (detour && caller) return `/${procedure.id}/${caller}/${detour}/`;
	if (named) return `/${procedure.id}/`;
	const other = near(first, otherPages);
	return other ? `/${other}/` : undefined;
}

const partsOf = (wanted: string): string[] =>
	(wanted.toLowerCase().split(/[?#]/)[0] ?? '')
		.split('/')
		.map((part) => part.replace(/[^a-z0-9-]+/g, '-').replace(/^-+|-+$/g, ''))
		.filter((part) => part !== '' && part !== 'index-html');

const numberIn = (word: string): number | undefined => {
	const digits = /^(?:step-?)?0*(\d{1,3})$/.exec(word)?.[1];
	return digits ? Number(digits) : undefined;
};

/** The first word that is near to a known one, as that one, and the words after it. */
function firstNear(
	words: readonly string[],
	known: readonly string[],
): [string | undefined, readonly string[]] {
	for (const [at, word] of words.entries()) {
		const found = near(word, known);
		if (found) return [found, words.slice(at + 1)];
	}
	return [undefined, []];
}

function near(word: string, known: readonly string[]): string | undefined {
	if (word === '' || known.length === 0 || word.length > 80) return undefined;
	const best = closest(word, known);
	return distance(word, best) <= Math.floor(Math.max(word.length, best.length) * tolerance)
		? best
		: undefined;
}
