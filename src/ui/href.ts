import { resolve } from '$app/paths';

/**
 * The link to an address of this site, right in any sub-folder.
 *
 * @param path from the site's root, with its final slash: `/desktop/get-help/`
 */
export const href = (path: string): string => resolve(path as '/');
