import { href } from '../ui/href.ts';
import sheet from './drawings.css?url';

/**
 * A picture that brings the styles of the World's parts: the document may have none of them.
 *
 * @param html the picture, a `figure`
 */
export const withStyles = (html: string): string =>
	// while pages are made, the address of a file is that from the site's root
	html.replace('>', `><link rel="stylesheet" href="${import.meta.env.SSR ? href(sheet) : sheet}">`);
