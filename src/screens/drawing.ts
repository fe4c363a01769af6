import type { World } from '../simulator/world.ts';

/** What draws only what some exercises have: a phone, a code to scan, an operator console. */
export type Drawings = typeof import('./drawings.ts') &
	Partial<Pick<typeof import('./operator-drawings.ts'), 'Console'>>;

/** Loads them for a World; nothing where it has a computer alone. */
export const drawingsFor = async ({ parts, console }: World): Promise<Drawings | undefined> =>
	console ? import('./operator-drawings.ts') : parts && (await import('./drawings.ts'));
