import { procedures } from 'virtual:guide';
import { placeName } from '../content/phases.ts';
import type { DeskBook } from '../domain/desk.ts';
import { places } from '../domain/slugs.ts';

/** All pictures of all procedures by the place that they show, in the order of the steps. */
export const pictureGroups = (books: Readonly<Partial<Record<string, DeskBook>>>) =>
	places
		.flatMap((place) =>
			[...new Set(procedures.map(({ id }) => placeName(id, place)))].map((name) => ({ place, name })),
		)
		.map(({ place, name }) => ({
			place,
			name,
			choices: procedures.flatMap(({ id, steps }) =>
				steps
					.filter((step) => step.place === place && placeName(id, place) === name)
					.flatMap(({ slug, number, title }) =>
						(books[id]?.steps[slug]?.pictures ?? []).map((picture) => ({
							procedure: id,
							step: slug,
							number,
							title,
							picture,
						})),
					),
			),
		}))
		.filter(({ choices }) => choices.length > 0);
