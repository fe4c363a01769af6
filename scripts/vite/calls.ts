import { readFileSync } from 'node:fs';
import { callsSchema } from '../../src/content/calls.ts';
import { readDesk } from '../../src/content/desk.ts';
import { fill } from '../../src/domain/facts.ts';
import type { CallBook, CallPlace, CallSaying } from '../../src/domain/calls.ts';
import type { DeskBook } from '../../src/domain/desk.ts';
import type { ProcedureId } from '../../src/domain/slugs.ts';
import { locatorOf } from '../../src/sharing/locator.ts';
import type { CompiledProcedure } from './compile.ts';
import { deskBook } from './desk.ts';

type Facts = Readonly<Record<string, string>>;

/**
 * The calls that the desk practices: what callers say, joined with what the guides know of each place.
 *
 * @throws Error naming what does not fit: a place that is none, a problem that nobody chooses at its step, a
 * question that stands on no card of its places
 */
export function callBook(procedures: readonly CompiledProcedure[], root: string, facts: Facts): CallBook {
	const books = new Map<string, DeskBook>(procedures.map((one) => [one.entry.id, deskBook(one)]));
	const sayings = procedures.flatMap(({ entry }) => {
		const file = `${root}/src/content/calls/${entry.id}.yaml`;
		return readDesk(file, readFileSync(file, 'utf8'), callsSchema, facts).map(
			({ says, lacks, fits, ask }): CallSaying => ({
				says,
				lacks,
				fits: Object.entries(fits).map(([place, sees]) => ({ place, sees })),
				asks: Object.entries(ask).map(([question, answers]) => ({ ask: fill(question, facts), answers })),
			}),
		);
	});
	for (const saying of sayings) checkAsks(saying, books);
	const keys = new Set(sayings.flatMap(({ fits }) => fits.map(({ place }) => place)));
	return { sayings, places: Object.fromEntries([...keys].map((key) => [key, placeOf(key, books)])) };
}

function placeOf(key: string, books: ReadonlyMap<string, DeskBook>): CallPlace {
	const [guide = '', slug = '', problem] = key.split('/');
	const book = books.get(guide);
	const step = book?.steps[slug];
	const detour = problem === undefined ? undefined : book?.detours[problem];
	const chosen = step?.symptoms.find((one) => one.detour === problem && one.symptom !== 'something-else');
	if (!book || !step || (problem !== undefined && (!detour || !chosen)))
		throw new Error(`calls: ${key} is no place, or nobody at that step would choose its problem`);
	const place = { procedure: guide as ProcedureId, step: step.slug, attempt: 0 } as const;
	return {
		guide: place.procedure,
		step: step.slug,
		number: step.number,
		stepTitle: step.title,
		title: detour?.title ?? step.title,
		who: step.who,
		at: step.place,
		code: locatorOf(detour ? { ...place, detour: detour.slug } : place),
		before: Object.values(book.steps)
			.filter((one) => one?.next === slug)
			.map((one) => one?.title ?? ''),
		never: detour?.never ?? step.never,
		...(detour && chosen
			? { detour: detour.slug, words: chosen.words, cure: step.fixes[detour.slug] ?? '' }
			: {}),
	};
}

function checkAsks({ says, fits, asks }: CallSaying, books: ReadonlyMap<string, DeskBook>) {
	const known = new Set(
		fits.flatMap(({ place }) => {
			const [guide = '', step = ''] = place.split('/');
			return books.get(guide)?.steps[step]?.ask.map(({ ask }) => ask) ?? [];
		}),
	);
	for (const { ask, answers } of asks) {
		if (!known.has(ask)) throw new Error(`calls: "${ask}" stands on no card of the places of "${says}"`);
		const strange = Object.keys(answers).find((key) => !fits.some(({ place }) => place === key));
		if (strange) throw new Error(`calls: "${says}" does not fit ${strange}, which answers "${ask}"`);
	}
}
