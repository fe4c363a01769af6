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
	const titles = new Map<string, string>(procedures.map(({ entry }) => [entry.id, entry.title]));
	const always = new Set(procedures.flatMap(({ detours }) => detours.flatMap((one) => one.neverAtDesk)));
	const keys = new Set(sayings.flatMap(({ fits }) => fits.map(({ place }) => place)));
	return {
		sayings,
		places: Object.fromEntries([...keys].map((key) => [key, placeOf(key, books, titles, always)])),
	};
}

/** What nobody may ask for is offered at the end of each call anyway, and counts as another mistake. */
const aboutSecrets =
	/\b(ask|asks|tell|read|say|give|let anybody)\b.*\b(password|pin|passcode|passcodes|code|photo)\b/i;
/** What makes no sense as something to do. */
const noAct = /\bdo not\b|^(worry|believe|trust|leave|go on|call|allow more|reply)\b/i;

/** What cards warn of, as what it would be to do it: without the reason, which would tell that it is wrong. */
const warnedOf = (warnings: readonly string[]): string[] =>
	warnings
		.map((warning) => warning.replace(/^Do not /, '').replace(/(?<=[a-z\])])\. .*$/s, '.'))
		.filter((act) => !aboutSecrets.test(act) && !noAct.test(act));

function placeOf(
	key: string,
	books: ReadonlyMap<string, DeskBook>,
	titles: ReadonlyMap<string, string>,
	always: ReadonlySet<string>,
): CallPlace {
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
		guideTitle: titles.get(guide) ?? '',
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
		never: warnedOf((detour?.never ?? step.never).filter((one) => !always.has(one))),
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
