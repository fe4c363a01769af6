import type { Tool } from '../[group=tools]/page-of-group.ts';

/** All pages for operators, below `/console/`. */
export const consoleTools = [
	{
		slug: '',
		title: 'Operator console',
		about: 'Practice for those who look after users and their tokens.',
	},
	{
		slug: 'migration',
		title: 'Migration drill',
		about: 'Move everybody from MobilePASS 8 to MobilePASS+, with too few tokens, day by day.',
	},
	{
		slug: 'report',
		title: 'Users - With Tokens',
		about: 'The report of all MobilePASS tokens: search, sort, count, save, or import users from a file.',
	},
] as const satisfies readonly Tool[];
export type ConsoleSlug = (typeof consoleTools)[number]['slug'];
