import { procedures } from 'virtual:guide';
import { placeNames } from '../content/phases.ts';
import type { DeskBook } from '../domain/desk.ts';
import { places } from '../domain/slugs.ts';

/** All pictures of all procedures by the place that they show, in the order of the steps. */
export const pictureGroups = (books: Readonly<Partial<Record<string, DeskBook>>>) =>
	places
		.map((place) => ({
			place,
			name: placeNames[place],
			choices: procedures.flatMap(({ id, steps }) =>
				steps
					.filter((step) => step.place === place)
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
