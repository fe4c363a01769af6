/**
 * The beginning of the names of this site's caches and of the locks that its windows hold on them. Other
 * sites, and this one in another folder of the same origin, have other names.
 *
 * @param base the site's folder without its final slash
 */
export const cachePrefix = (base: string): string => `handrail ${base || '/'} `;
