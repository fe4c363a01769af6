import type { KnownPlaces } from '../../src/sharing/nearest.ts';
import type { CompiledProcedure } from './compile.ts';

/** Every address that exists, for what finds the nearest to one that does not. */
export const knownPlacesOf = (procedures: readonly CompiledProcedure[]): KnownPlaces => ({
	procedures: procedures.map(({ entry }) => entry),
	callers: Object.fromEntries(
		procedures.map(({ entry, detours }) => [
			entry.id,
			Object.fromEntries(detours.map(({ page }) => [page.slug, page.from])),
		]),
	),
});
