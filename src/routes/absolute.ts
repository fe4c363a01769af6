import { href } from '../ui/href.ts';

/**
 * A page's full address, for messages to other people.
 *
 * @param path from the site's root
 * @returns while prerendering, when the host is not known yet, the path alone
 */
export const absolute = (path: string): string =>
	typeof location === 'undefined' ? path : new URL(href(path), location.href).href;
