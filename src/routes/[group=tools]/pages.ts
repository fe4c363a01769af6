import { consoleTools } from '../console/tools.ts';
import { deskTools } from '../desk/tools.ts';
import { tools } from '../trainer/tools.ts';
import type { Tool } from './page-of-group.ts';

/** All groups, and their pages in the order in which they are listed. */
export const groups = [
	{ id: 'trainer', label: 'For trainers', pages: tools },
	{ id: 'console', label: 'For operators', pages: consoleTools },
	{ id: 'desk', label: 'For the service desk', pages: deskTools },
] as const satisfies readonly { id: string; label: string; pages: readonly Tool[] }[];
export type Group = (typeof groups)[number];

/** The page of an address, with its group. @returns nothing for an address that no page has */
export function pageOf(id: string, slug: string): { readonly group: Group; readonly tool: Tool } | undefined {
	const group = groups.find((one) => one.id === id);
	const tool = group?.pages.find((one) => one.slug === slug);
	return group && tool && { group, tool };
}
