import type { Tool } from '../[group=tools]/page-of-group.ts';

/** All pages below `/desk/`; the desk itself has a route of its own, since its HTML works without scripts. */
export const deskTools = [
	{
		slug: 'practice',
		title: 'Practice calls',
		about: 'Invented callers: ask, find the place, and say what helps.',
	},
] as const satisfies readonly Tool[];
export type DeskSlug = (typeof deskTools)[number]['slug'];
