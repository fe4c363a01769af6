import type { SearchPlace } from '../domain/desk.ts';

/** The search over all procedures. Its library and its index are chunks of their own, loaded at first use. */
export async function loadSearch(): Promise<(said: string) => SearchPlace[]> {
	const [{ openSearch }, data] = await Promise.all([import('../desk/search.ts'), import('virtual:search')]);
	return openSearch(data);
}
