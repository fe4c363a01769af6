import type { DeskBook } from '../domain/desk.ts';
import type { ProcedureEntry } from '../domain/pages.ts';
import { attempts, locatorOf } from '../sharing/locator.ts';

/**
 * What `/index.json` holds, for other programs of a service desk; `docs/index-json.md` explains it. Fields
 * may be added; none is ever taken out or given another meaning while `format` stays 1.
 */
export type IndexFile = {
	readonly format: 1;
	readonly app: string;
	/** The day of the written procedure. */
	readonly version: string;
	readonly procedures: readonly IndexProcedure[];
};
export type IndexProcedure = {
	readonly slug: string;
	readonly title: string;
	/** Relative to this file, as are all addresses. */
	readonly address: string;
	readonly steps: readonly {
		readonly slug: string;
		readonly number: number;
		readonly title: string;
		readonly who: 'manager' | 'user';
		readonly place: string;
		readonly address: string;
		/** The shortest address, for the telephone: only the steps of the first procedure have one by number. */
		readonly short: string;
		readonly desk: string;
		readonly code: string;
		readonly symptoms: readonly { readonly slug: string; readonly words: string; readonly problem: string }[];
	}[];
	readonly problems: readonly {
		readonly slug: string;
		readonly title: string;
		/** Only the service desk can solve it. */
		readonly deskOnly: boolean;
		/** Once for each step that it comes up at. */
		readonly at: readonly {
			readonly step: string;
			readonly address: string;
			readonly desk: string;
			/** For 0, 1 and 2 failed tries. */
			readonly codes: readonly string[];
		}[];
	}[];
};

/** The index of all procedures. */
export const indexFile = (
	about: { app: string; version: string },
	procedures: readonly ProcedureEntry[],
	books: Readonly<Partial<Record<string, DeskBook>>>,
): IndexFile => ({
	format: 1,
	...about,
	procedures: procedures.map((entry) => indexProcedure(entry, books[entry.id] ?? { steps: {}, detours: {} })),
});

const indexProcedure = ({ id, title, steps }: ProcedureEntry, book: DeskBook): IndexProcedure => ({
	slug: id,
	title,
	address: `${id}/`,
	steps: steps
		.map(({ slug }) => book.steps[slug])
		.filter((step) => step !== undefined)
		.map((step) => ({
			slug: step.slug,
			number: step.number,
			title: step.title,
			who: step.who,
			place: step.place,
			address: `${id}/${step.slug}/`,
			// the numbers of the short form are those of the first procedure
			short: id === 'desktop' ? `step/${step.number}/` : `${id}/${step.slug}/`,
			desk: `desk/#${id}/${step.slug}`,
			code: locatorOf({ procedure: id, step: step.slug, attempt: 0 }),
			symptoms: step.symptoms.map(({ symptom, words, detour }) => ({
				slug: symptom,
				words,
				problem: detour,
			})),
		})),
	problems: Object.values(book.detours)
		.filter((detour) => detour !== undefined)
		.map(({ slug, title: problem, deskOnly, from }) => ({
			slug,
			title: problem,
			deskOnly,
			at: from.map((step) => ({
				step,
				address: `${id}/${step}/${slug}/`,
				desk: `desk/#${id}/${step}/${slug}`,
				codes: attempts.map((attempt) => locatorOf({ procedure: id, step, detour: slug, attempt })),
			})),
		})),
});
