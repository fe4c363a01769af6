import { indexOf, type SearchData, type SearchDocument } from '../../src/desk/search.ts';
import type { SearchPlace } from '../../src/domain/desk.ts';
import type { CompiledProcedure } from './compile.ts';

type Entry = { place: SearchPlace; document: Omit<SearchDocument, 'id'> };

/** The search index over all procedures: every step, and every detour once with all that call it. */
export function searchData(procedures: readonly CompiledProcedure[]): SearchData {
	const titles = new Map<string, string>(procedures.map(({ entry }) => [entry.id, entry.title]));
	const entries = procedures.flatMap((procedure) => [...stepEntries(procedure), ...detourEntries(procedure)]);
	return {
		index: indexOf(entries.map(({ document }, id) => ({ id, ...document }))),
		places: entries.map(({ place }) =>
			place.procedure === procedures[0]?.entry.id ? place : { ...place, of: titles.get(place.procedure) },
		),
	};
}

const stepEntries = ({ entry, steps }: CompiledProcedure): Entry[] =>
	steps.map(({ page, items, labels, desk }) => ({
		place: { procedure: entry.id, title: page.title, at: [{ step: page.slug, number: page.number }] },
		document: {
			title: page.title,
			said: (desk.heard.step ?? []).join('\n'),
			labels: labels.map(({ text }) => text).join('\n'),
			text: [page.see, ...Object.values(items).flat()].join('\n'),
		},
	}));

const detourEntries = ({ entry, steps, detours }: CompiledProcedure): Entry[] =>
	detours.map(({ page, paper, heard, alts }) => {
		const callers = steps.filter(({ page: step }) => page.from.includes(step.slug));
		const said = callers.flatMap(({ page: step, desk }) =>
			step.symptoms
				.filter(({ detour, symptom }) => detour === page.slug && symptom !== 'something-else')
				.flatMap(({ symptom, words }) => [words, ...(desk.heard[symptom] ?? [])]),
		);
		return {
			place: {
				procedure: entry.id,
				title: page.title,
				at: callers.map(({ page: { slug, number } }) => ({ step: slug, number })),
				detour: page.slug,
			},
			document: {
				title: page.title,
				said: [...new Set([...said, ...heard])].join('\n'),
				labels: '',
				// callers say where they are, and what stands on the screen
				text: [paper.check, paper.fix, ...callers.map(({ page: step }) => step.title), ...alts].join('\n'),
			},
		};
	});
